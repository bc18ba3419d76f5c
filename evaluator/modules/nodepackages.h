// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pathpatterns.h"
#include "sourceproject.h"

#include <QJsonObject>

namespace Decayscope {

/// What a package.json of a project says.
struct NodePackage
{
    std::string folder;
    std::string name;
    std::string main; ///< As written; may be empty.
    std::vector<PathAlias> aliases; ///< `imports`, `_moduleAliases` and those of Babel's module resolver beside it.
    std::vector<PathAlias> exports; ///< By module name: "name", "name/x", "name/*".
    std::map<std::string, std::string> scripts;
};

/// The package.json files of a project, by their folders.
class NodePackages
{
public:
    explicit NodePackages(const SourceProject &project);

    /// The one a path belongs to: in its folder or above. Null where there is none.
    [[nodiscard]] const NodePackage *nearest(std::string_view folder) const;
    [[nodiscard]] const NodePackage *in(std::string_view folder) const;
    [[nodiscard]] const NodePackage *named(std::string_view name) const; ///< Of a workspace.

private:
    std::map<std::string, NodePackage, std::less<>> m_packages;
    std::map<std::string, std::string, std::less<>> m_folders; ///< By name.
};

} // namespace Decayscope
