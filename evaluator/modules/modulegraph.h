// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sourceproject.h"

#include <memory>
#include <optional>
#include <span>

namespace Decayscope {

class ModuleTrails;

/// An import of one project file by another, followed to where the names are defined.
struct ModuleEdge
{
    int from = 0; ///< Index into SourceProject::files.
    int to = 0;
    int line = 0; ///< 1-based, in `from`.
    std::string module; ///< As written; "app/models/*" where a folder is loaded by reading its names.
    std::vector<ImportedName> names; ///< Those that come from `to`; empty where the whole module is meant.
    bool isTypeOnly = false;
    std::vector<int> through; ///< Files that only pass the names on: packages' __init__, index files.

    bool operator==(const ModuleEdge &) const = default;
};

/// An import of something outside the project.
struct PackageImport
{
    int from = 0;
    int line = 0;
    std::string package; ///< Python: the first component ("sqlalchemy"); npm: "pg", "@hapi/joi"; "node:sqlite".
    std::string module; ///< As written.
    std::vector<ImportedName> names;
    bool isTypeOnly = false;

    bool operator==(const PackageImport &) const = default;
};

/// Which project file imports which, by the rules of Python (packages, relative imports, source roots such as src/) and
/// of Node and TypeScript (relative paths with left-out endings and index files, `paths` and `baseUrl` of tsconfig and
/// jsconfig, `imports`, `exports`, workspaces and own name of package.json, module-alias).
class ModuleGraph
{
public:
    /// Reads all imports of a project, which must live as long. Time is linear in imports times the depth of
    /// re-exports, which is bounded; cycles are no matter.
    explicit ModuleGraph(const SourceProject &project);

    [[nodiscard]] const SourceProject &project() const { return *m_project; }
    [[nodiscard]] const std::vector<ModuleEdge> &edges() const { return m_edges; } ///< By file and line.
    [[nodiscard]] const std::vector<PackageImport> &packages() const { return m_packages; } ///< By file and line.
    [[nodiscard]] std::span<const ModuleEdge> edgesOf(int file) const;
    [[nodiscard]] std::span<const PackageImport> packagesOf(int file) const;

    /// The file that defines what a name of a file stands for, and its name there; imports and re-exports are followed.
    /// What is no module keeps its members: {config.py, "settings.url"} for `settings.url`. A whole module has the name
    /// "". Nothing where it is no top-level name of the project.
    struct Definition
    {
        int file = 0;
        std::string name;

        bool operator==(const Definition &) const = default;
    };
    [[nodiscard]] std::optional<Definition> definitionOf(int file, std::string_view name) const;

    /// The outside package a name of a file comes from, with the name there: {"sqlalchemy", "create_engine"} for `ce`
    /// after `from sqlalchemy import create_engine as ce`, also through project files that pass it on.
    struct Origin
    {
        std::string package;
        std::string name; ///< Dotted below the package; empty for the package itself; "default" for a default import.

        bool operator==(const Origin &) const = default;
    };
    [[nodiscard]] std::optional<Origin> originOf(int file, std::string_view dottedName) const;

    /// The files a start of the server runs: those reached from what run.sh, package.json and the framework's own
    /// conventions start, tests left out. All production files where no start is known.
    [[nodiscard]] const std::vector<bool> &reachable() const { return m_reachable; }
    [[nodiscard]] const std::vector<int> &starts() const { return m_starts; } ///< Empty where no start is known.

private:
    const SourceProject *m_project;
    std::shared_ptr<ModuleTrails> m_trails; ///< Keeps what it was asked, so that no question costs twice.
    std::vector<ModuleEdge> m_edges;
    std::vector<PackageImport> m_packages;
    std::vector<bool> m_reachable;
    std::vector<int> m_starts;
};

} // namespace Decayscope
