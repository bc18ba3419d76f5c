// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "nametable.h"
#include "noderesolver.h"
#include "pythonresolver.h"

namespace Decayscope {

/// The way from a name to what it stands for, over the files that pass it on.
struct NameTrail
{
    /// A file on the way, and what the name is called there; empty where the whole file is meant.
    struct Stop
    {
        int file = 0;
        std::string name;

        bool operator==(const Stop &) const = default;
    };

    std::vector<Stop> stops; ///< The last one defines it, unless `end` is a package or a folder.
    ModuleTarget end; ///< Of kind Package or Folder where the way leaves the project's files.
    std::string name; ///< Below the package, dotted.

    [[nodiscard]] bool isFound() const { return !stops.empty() || end.kind != ModuleTarget::Kind::Nothing; }
    [[nodiscard]] bool endsInFile() const { return !stops.empty() && end.kind == ModuleTarget::Kind::Nothing; }
};

/// Follows names over all files of a project. Every answer takes bounded work.
class ModuleTrails
{
public:
    ModuleTrails(const SourceProject &project, PythonRoots roots);

    /// What each import of a file stands for.
    [[nodiscard]] const std::vector<ModuleTarget> &targets(int file) const { return m_targets[index(file)]; }
    [[nodiscard]] const NameTable &table(int file) const { return m_tables[index(file)]; }
    [[nodiscard]] const PythonResolver &python() const { return m_python; }
    [[nodiscard]] const NodeResolver &node() const { return m_node; }

    /// The way from a name that a file gives to others; not found where it gives none such.
    [[nodiscard]] const NameTrail &exported(int file, const std::string &name, int depth = 0);

    /// The same with members behind dots.
    [[nodiscard]] NameTrail given(int file, std::string_view dottedName, int depth = 0);

    /// The way from a name as it is used inside a file, with members behind dots.
    [[nodiscard]] NameTrail local(int file, std::string_view dottedName, int depth = 0);

    /// The names a file gives to others, also those it only passes on; no more than some hundreds.
    [[nodiscard]] std::vector<std::string> namesOf(int file);

    /// What a module's text stands for in a file.
    [[nodiscard]] ModuleTarget find(int file, std::string_view module) const;

private:
    static std::size_t index(int file) { return static_cast<std::size_t>(file); }
    NameTrail followed(int file, const std::string &name, int depth);
    NameTrail starred(int file, const std::string &name, int depth);
    NameTrail led(int file, const std::string &name, const NameEntry &entry, int depth);
    NameTrail imported(int file, const std::string &name, const NameEntry &entry, int depth);
    NameTrail below(NameTrail trail, std::string_view members, int depth);
    void addNames(int file, std::vector<std::string> &names, int depth);
    [[nodiscard]] bool mayHave(int file, const std::string &name) const;

    const SourceProject *m_project;
    PythonResolver m_python;
    NodeResolver m_node;
    std::vector<std::vector<ModuleTarget>> m_targets;
    std::vector<NameTable> m_tables;
    std::vector<std::unordered_map<std::string, NameTrail>> m_known; ///< Answers, by file and name.
    qint64 m_steps = 0;
};

} // namespace Decayscope
