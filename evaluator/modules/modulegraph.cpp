// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "modulegraph.h"

#include "moduleedges.h"
#include "modulestrings.h"
#include "pythonroots.h"
#include "startfiles.h"

#include <algorithm>
#include <iterator>

namespace Decayscope {

namespace {

/// Walks from the files that are started to all that run because of them.
std::vector<bool> reached(const SourceProject &project, const std::vector<int> &starts,
    const std::vector<std::vector<int>> &runs, const StartScript &script, const ModuleTrails &trails)
{
    std::vector<bool> isReached(project.files.size());
    auto waiting = starts;
    FolderBudget budget;
    while (!waiting.empty()) {
        const auto file = static_cast<std::size_t>(waiting.back());
        waiting.pop_back();
        const auto purpose = project.files[file].purpose;
        if (isReached[file] || purpose == FilePurpose::Test || purpose == FilePurpose::Foreign)
            continue;
        isReached[file] = true;
        std::ranges::copy(runs[file], std::back_inserter(waiting));
        if (project.files[file].facts.language == SourceLanguage::Python)
            std::ranges::copy(
                namedModules(project, static_cast<int>(file), script, trails, budget), std::back_inserter(waiting));
    }
    return isReached;
}

std::vector<bool> allProduction(const SourceProject &project)
{
    std::vector<bool> production;
    production.reserve(project.files.size());
    for (const auto &file : project.files)
        production.push_back(file.purpose == FilePurpose::Production);
    return production;
}

/// The modules that the environment names for Django.
std::vector<int> settingsOf(const StartScript &script, const ModuleTrails &trails)
{
    const auto name = script.variable("DJANGO_SETTINGS_MODULE");
    const auto settings = name ? trails.python().absolute(*name) : ModuleTarget();
    return settings.isFile() ? std::vector<int>{settings.file} : std::vector<int>();
}

template <typename Edge>
std::span<const Edge> ofFile(const std::vector<Edge> &edges, int file)
{
    return std::ranges::equal_range(edges, file, {}, &Edge::from);
}

} // namespace

ModuleGraph::ModuleGraph(const SourceProject &project)
    : m_project(&project)
{
    const auto script = startScriptOf(project);
    m_trails = std::make_shared<ModuleTrails>(project, pythonRootsOf(project, script));
    auto all = moduleEdgesOf(project, *m_trails);
    m_edges = std::move(all.edges);
    m_packages = std::move(all.packages);
    auto starts = startFilesOf(project, script, *m_trails);
    if (starts.isComplete)
        m_starts = std::move(starts.files);
    auto first = m_starts;
    std::ranges::copy(settingsOf(script, *m_trails), std::back_inserter(first));
    m_reachable = m_starts.empty() ? allProduction(project) : reached(project, first, all.runs, script, *m_trails);
}

std::span<const ModuleEdge> ModuleGraph::edgesOf(int file) const
{
    return ofFile(m_edges, file);
}

std::span<const PackageImport> ModuleGraph::packagesOf(int file) const
{
    return ofFile(m_packages, file);
}

std::optional<ModuleGraph::Definition> ModuleGraph::definitionOf(int file, std::string_view name) const
{
    const auto trail = m_trails->local(file, name);
    if (!trail.endsInFile())
        return std::nullopt;
    return Definition{trail.stops.back().file, trail.stops.back().name};
}

std::optional<ModuleGraph::Origin> ModuleGraph::originOf(int file, std::string_view dottedName) const
{
    const auto trail = m_trails->local(file, dottedName);
    if (trail.end.kind != ModuleTarget::Kind::Package)
        return std::nullopt;
    return Origin{trail.end.text, trail.name.empty() ? trail.end.below : trail.name};
}

} // namespace Decayscope
