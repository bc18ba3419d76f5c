// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMap>
#include <QStringList>

namespace Decayscope::Test {

/// A library folder and the libraries right beneath it; those beneath them may be included as well.
struct LibraryRow
{
    const char *folder; ///< Such as "model/core/stats"; its last part is the library's name and include prefix.
    const char *uses; ///< Names, separated by spaces; "*" for every library.
};

/// Who may include the headers of a Qt module.
struct ModuleRow
{
    const char *module;
    const char *folders; ///< Separated by spaces, with all beneath them; "*" for everywhere.
};

/// Who may include headers of another project; only in source files, so that nobody else needs to link it.
struct ForeignRow
{
    const char *prefix;
    const char *folders;
};

/// The house rules as data.
struct IncludeRules
{
    std::vector<LibraryRow> libraries;
    std::vector<ModuleRow> modules;
    std::vector<ForeignRow> foreign;
};

/// Files by path below the root of the project, with `/`: sources, headers and CMakeLists.txt.
using SourceTree = QMap<QString, QString>;

/// What breaks the rules, one line a finding, as "path:line sentence" or "path: sentence", in the order of paths.
[[nodiscard]] QStringList findings(const SourceTree &tree, const IncludeRules &rules);

} // namespace Decayscope::Test
