// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <syntax/filefacts.h>

#include <QByteArrayView>

#include <map>
#include <string>

namespace Decayscope {

/// What a file is for. Only production code is judged.
enum class FilePurpose : quint8 {
    Production,
    Test, ///< In a folder or under a name of tests, or their set-up.
    Migration, ///< Schema migrations: Alembic, Django, Sequelize.
    Configuration, ///< Of tools that take no part in serving: linters, bundlers, test runners.
    Foreign ///< Dependencies, build output, generated code.
};

/// One source file of a project.
struct ProjectFile
{
    std::string path; ///< Relative to the project, with slashes.
    FilePurpose purpose = FilePurpose::Production;
    FileFacts facts;
};

/// A generated project as it stands after a patch: its source files with their facts, its other texts as they are.
struct SourceProject
{
    std::vector<ProjectFile> files; ///< By path.
    std::map<std::string, std::string> texts; ///< Others that rules read: manifests, tsconfig, scripts, .env, schema.

    /// Reads the files a patch leaves behind. Of files that are only changed, the lines the patch shows are there, at
    /// their own line numbers. Any bytes; at most 20,000 files and 64 MB of text are read.
    [[nodiscard]] static SourceProject ofPatch(QByteArrayView patch);

    /// From path → text.
    [[nodiscard]] static SourceProject ofFiles(const std::map<std::string, std::string> &files);

    [[nodiscard]] const ProjectFile *file(std::string_view path) const; ///< Null where there is none.
};

[[nodiscard]] FilePurpose purposeOf(std::string_view path);

} // namespace Decayscope
