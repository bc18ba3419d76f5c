// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "moduletarget.h"
#include "sourceproject.h"

namespace Decayscope {

/// Where Python looks for modules.
struct PythonRoots
{
    std::vector<std::string> folders; ///< Below the project, in the order they are asked.
    bool isKnown = false; ///< What starts the server is known; else folders that may be meant are asked as well.
};

/// Finds what the imports of Python mean.
class PythonResolver
{
public:
    /// The project must live as long.
    PythonResolver(const SourceProject &project, PythonRoots roots);

    /// A module as an import writes it, with leading dots where it is relative.
    [[nodiscard]] ModuleTarget resolved(int from, std::string_view module) const;

    /// A module below a package's folder.
    [[nodiscard]] ModuleTarget below(std::string_view folder, std::string_view dottedName) const;

    /// The `__init__` files that run before a file does, outermost first.
    [[nodiscard]] std::vector<int> packagesOf(int file) const;

    /// A module from the source roots, as a command line names it.
    [[nodiscard]] ModuleTarget absolute(std::string_view module) const;

private:
    [[nodiscard]] int sourceAt(const std::string &path) const;
    [[nodiscard]] bool hasFolder(std::string_view path) const;
    [[nodiscard]] ModuleTarget at(const std::string &path) const;
    [[nodiscard]] ModuleTarget absoluteIn(
        std::string_view module, const std::vector<std::string> &folders, bool &isOwn) const;
    [[nodiscard]] ModuleTarget relative(int from, std::string_view module) const;

    const SourceProject *m_project;
    PythonRoots m_roots;
};

/// The folders where Python looks for modules in a project whose start is not known.
[[nodiscard]] PythonRoots likelyPythonRoots(const SourceProject &project);

} // namespace Decayscope
