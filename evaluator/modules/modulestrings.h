// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "moduletrails.h"
#include "startscript.h"

namespace Decayscope {

/// Files that a file makes the program load without an import of it.
struct LoadedFiles
{
    int line = 0;
    std::string module; ///< As written, or the folder's path with "/*".
    std::vector<int> files;
};

/// How many files of folders may still be looked at, in all: a project made to name its folders again and again ends
/// there.
struct FolderBudget
{
    int left = 200'000;
};

/// What a file names by texts: Django's settings, their applications, URLs and classes, `include("app.urls")`; the
/// modules and classes that Flask is configured from.
[[nodiscard]] std::vector<int> namedModules(const SourceProject &project, int file, const StartScript &script,
    const ModuleTrails &trails, FolderBudget &budget);

/// The folders a file loads as a whole: by reading their names and requiring each, by Fastify's autoload, by pkgutil.
[[nodiscard]] std::vector<LoadedFiles> loadedFolders(const SourceProject &project, int file, FolderBudget &budget);

} // namespace Decayscope
