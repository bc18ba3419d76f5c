// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "layersigns.h"

#include <unordered_set>

namespace Decayscope {

enum class HttpRole : quint8 { None, Registers, Handles, Wires, Guards };

/// Tells what code of a file does with HTTP. The graph must live as long.
class HttpReader
{
public:
    HttpReader(const ModuleGraph &graph, int file);

    [[nodiscard]] HttpRole roleOf(const CallFact &call) const;
    [[nodiscard]] HttpRole roleOf(const AssignmentFact &assignment) const;
    [[nodiscard]] HttpRole roleOf(const FunctionFact &function) const; ///< By its parameters.
    [[nodiscard]] HttpRole roleOf(const ClassFact &type) const; ///< By its bases and decorators.

private:
    [[nodiscard]] HttpRole roleOfPython(const CallFact &call) const;
    [[nodiscard]] HttpRole roleOfJavaScript(const CallFact &call) const;
    [[nodiscard]] NameUse useOf(std::string_view name) const; ///< By the package it comes from.
    [[nodiscard]] bool isRouter(std::string_view receiver) const;
    [[nodiscard]] bool isClient(std::string_view receiver) const;

    const ModuleGraph &m_graph;
    int m_file;
    bool m_isPython;
    bool m_isWeb = false; ///< Imports a package of a web framework.
    std::unordered_set<std::string_view> m_routers; ///< Variables that hold something routes are registered on.
    std::unordered_set<std::string_view> m_clients;
};

} // namespace Decayscope
