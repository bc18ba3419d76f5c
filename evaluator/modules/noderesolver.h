// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "moduletarget.h"
#include "nodepackages.h"
#include "tsconfig.h"

namespace Decayscope {

/// Finds what the imports of JavaScript and TypeScript mean, by the rules of Node, TypeScript and common bundlers.
class NodeResolver
{
public:
    /// The project must live as long.
    explicit NodeResolver(const SourceProject &project);

    [[nodiscard]] ModuleTarget resolved(int from, std::string_view module) const;

    /// The source file a path without its ending, of a folder or of compiled code stands for; -1 where there is none.
    [[nodiscard]] int fileAt(std::string_view path) const;

    [[nodiscard]] const NodePackages &packages() const { return m_packages; }

private:
    [[nodiscard]] int sourceAt(const std::string &path) const;
    [[nodiscard]] int sourceLike(const std::string &path) const;
    [[nodiscard]] int folderAt(const std::string &path, int depth) const;
    [[nodiscard]] int pathAt(const std::string &path, int depth) const;
    [[nodiscard]] int compiledAt(std::string_view path) const;
    [[nodiscard]] int firstAt(const std::vector<std::string> &paths) const;
    [[nodiscard]] int aliasedAt(std::string_view folder, std::string_view module) const;
    [[nodiscard]] int packageAt(std::string_view folder, std::string_view module) const;
    [[nodiscard]] const TsConfig *configOf(std::string_view folder) const;

    const SourceProject *m_project;
    NodePackages m_packages;
    std::map<std::string, TsConfig, std::less<>> m_configs;
};

/// The package a module is of: "pg", "@hapi/joi", "node:sqlite", with the module below it, dotted.
[[nodiscard]] ModuleTarget nodePackageOf(std::string_view module);

} // namespace Decayscope
