// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "codefile.h"

#include <map>

namespace Decayscope {

/// The source files of a generated project, and which file a module name means.
class Project
{
public:
    /// Leaves out installed packages, tests and what is too large to be written by hand.
    explicit Project(const std::map<QString, QString> &files);

    [[nodiscard]] const std::vector<CodeFile> &files() const { return m_files; }
    [[nodiscard]] const CodeFile &file(qint32 index) const { return m_files[static_cast<std::size_t>(index)]; }
    [[nodiscard]] qint32 count() const { return static_cast<qint32>(m_files.size()); }

    /// The file that `module` means in another file; -1 where it is none of the project's.
    [[nodiscard]] qint32 moduleOf(qint32 from, const QString &module) const;
    /// Whether a module name can only mean one of the project's files, there or not.
    [[nodiscard]] bool isOwnModule(qint32 from, const QString &module) const;

private:
    [[nodiscard]] qint32 javaScriptModule(const QString &folder, const QString &module) const;
    [[nodiscard]] qint32 pythonModule(const QString &folder, const QString &module) const;
    [[nodiscard]] qint32 fileAt(const QString &path) const { return m_places.value(path, -1); }
    [[nodiscard]] qint32 pythonFileAt(const QString &stem) const;

    std::vector<CodeFile> m_files;
    QHash<QString, qint32> m_places;
};

} // namespace Decayscope
