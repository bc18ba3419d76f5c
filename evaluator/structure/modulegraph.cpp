// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "modulegraph.h"

namespace Decayscope {

ModuleGraph::ModuleGraph(const SourceProject &project)
    : m_project(&project)
{
    m_reachable.reserve(project.files.size());
    for (const auto &file : project.files)
        m_reachable.push_back(file.purpose == FilePurpose::Production);
}

std::span<const ModuleEdge> ModuleGraph::edgesOf(int /*file*/) const
{
    return {};
}

std::span<const PackageImport> ModuleGraph::packagesOf(int /*file*/) const
{
    return {};
}

std::optional<ModuleGraph::Definition> ModuleGraph::definitionOf(int /*file*/, std::string_view /*name*/) const
{
    return std::nullopt;
}

std::optional<ModuleGraph::Origin> ModuleGraph::originOf(int /*file*/, std::string_view /*dottedName*/) const
{
    return std::nullopt;
}

} // namespace Decayscope
