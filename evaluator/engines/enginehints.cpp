// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "databaseconnections.h"

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

constexpr std::array manifests{"requirements.txt", "pyproject.toml", "setup.cfg", "package.json"};

bool isPartOfName(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-'
        || c == '@' || c == '/' || c == '.' || c == ':';
}

void addWords(const std::string &text, std::vector<DatabaseEngine> &engines)
{
    std::size_t at = 0;
    while (at < text.size()) {
        const auto end = static_cast<std::size_t>(
            std::find_if_not(text.begin() + static_cast<qptrdiff>(at), text.end(), isPartOfName) - text.begin());
        if (end > at)
            engines.push_back(engineOfDriver(std::string_view(text).substr(at, end - at)));
        at = end + 1;
    }
}

/// The engine of the drivers that the code imports; nothing where they are of several.
DatabaseEngine onlyEngine(std::vector<DatabaseEngine> engines)
{
    std::erase(engines, DatabaseEngine::Unknown);
    std::ranges::sort(engines);
    const auto again = std::ranges::unique(engines);
    engines.erase(again.begin(), again.end());
    return engines.size() == 1 ? engines.front() : DatabaseEngine::Unknown;
}

DatabaseEngine importedEngine(const ModuleGraph &graph)
{
    std::vector<DatabaseEngine> engines;
    for (const auto &package : graph.packages()) {
        if (!isServed(graph, package.from) || package.isTypeOnly)
            continue;
        const auto isDialect = package.module.starts_with("sqlalchemy.dialects.");
        engines.push_back(isDialect ? engineOfDialect(package.module.substr(package.module.rfind('.') + 1))
                                    : engineOfDriver(package.package));
    }
    return onlyEngine(std::move(engines));
}

DatabaseEngine listedEngine(const SourceProject &project)
{
    std::vector<DatabaseEngine> engines;
    for (const auto &[path, text] : project.texts) {
        const auto isManifest = std::ranges::any_of(manifests,
            [&path](std::string_view name) { return path == name || path.ends_with('/' + std::string(name)); });
        if (isManifest)
            addWords(text, engines);
    }
    return onlyEngine(std::move(engines));
}

} // namespace

void settleByDrivers(const ModuleGraph &graph, std::vector<EngineConnection> &found)
{
    const auto isUnknown
        = [](const EngineConnection &connection) { return connection.engine == DatabaseEngine::Unknown; };
    if (std::ranges::none_of(found, isUnknown))
        return;
    auto engine = importedEngine(graph);
    if (engine == DatabaseEngine::Unknown)
        engine = listedEngine(graph.project());
    for (auto &connection : found) {
        if (isUnknown(connection)) {
            connection.engine = engine;
            connection.isHinted = true;
        }
    }
}

} // namespace Decayscope
