// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "moduletarget.h"
#include "sourceproject.h"

#include <functional>
#include <unordered_map>

namespace Decayscope {

/// Where a name of a file comes from, as the file itself says.
struct NameEntry
{
    bool isImport = false;
    ModuleTarget target; ///< Of imports.
    std::string name; ///< Of imports: in the target; empty for the whole module. Else the file's own name.
    std::string alias; ///< The dotted name it is another word for: of `x = a.b` and `export { a as x }`.

    bool operator==(const NameEntry &) const = default;
};

/// The top-level names of a file, and those it gives to others.
struct NameTable
{
    using Entries = std::unordered_map<std::string, NameEntry>;

    Entries locals;
    Entries exports; ///< JavaScript only: in Python all locals are given.
    std::vector<ModuleTarget> stars; ///< Modules whose names are passed on as they are.
    std::vector<std::string> order; ///< Names it gives, in the order of the file.
    bool isPython = false;
    bool isPassing = false; ///< It passes names on and defines none: an index file, `__init__`.
    bool isBare = false; ///< It does nothing else.
};

/// Finds what a module that a file imports stands for.
using ModuleFinder = std::function<ModuleTarget(std::string_view module)>;

/// Reads the names of a file; `targets` are those of its imports, one each.
[[nodiscard]] NameTable nameTableOf(
    const ProjectFile &file, const std::vector<ModuleTarget> &targets, const ModuleFinder &find);

} // namespace Decayscope
