// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "databaseconnections.h"

#include "testconditions.h"

#include <modules/dottednames.h>

#include <algorithm>
#include <array>
#include <tuple>

namespace Decayscope {

namespace {

constexpr std::array dialectKeys{"dialect", "client", "type", "provider", "ENGINE", "engine", "drivername", "driver"};
constexpr std::array urlKeys{"url", "uri", "connection", "connectionString", "connections", "default", "db_url", "dsn",
    "name_or_url", "config", "credentials", "storage", "filename", "clientUrl", "db", "database_url", "databaseUrl",
    "sqlalchemy.url", "options", "knex", ""};

/// Options that only one engine has.
struct EngineOption
{
    std::string_view key;
    DatabaseEngine engine;
};

constexpr std::array engineOptions{EngineOption{"check_same_thread", DatabaseEngine::Sqlite}};

void add(std::vector<DatabaseEngine> &engines, DatabaseEngine engine)
{
    if (engine != DatabaseEngine::Unknown && std::ranges::find(engines, engine) == engines.end())
        engines.push_back(engine);
}

/// Reads the engines that arguments, objects and texts speak of.
class ArgumentReading
{
public:
    explicit ArgumentReading(ValueFollower &follower)
        : m_follower(follower)
    { }

    void dialect(const SourceValue &value, const ValuePlace &place)
    {
        for (const auto &text : m_follower.textsOf(value, place))
            add(m_dialects, engineOfDialect(text.text));
        for (const auto &found : m_follower.valuesOf(value, place)) {
            const auto isName
                = found.value->kind == SourceValueKind::Name || found.value->kind == SourceValueKind::Call;
            const auto origin = isName ? m_follower.originOf(found.value->text, found.place) : std::nullopt;
            if (origin)
                add(m_dialects, engineOfDriver(origin->package));
        }
    }

    void value(const SourceValue &value, const ValuePlace &place, int depth)
    {
        if (depth > 4 || m_steps-- <= 0)
            return;
        for (const auto &found : m_follower.valuesOf(value, place)) {
            if (found.value->kind == SourceValueKind::Map || found.value->kind == SourceValueKind::Call)
                entries(*found.value, found.place, depth + 1);
        }
        for (const auto &text : m_follower.textsOf(value, place))
            add(m_urls, engineOfUrl(text.text));
    }

    void entries(const SourceValue &map, const ValuePlace &place, int depth)
    {
        for (const auto &[key, entry] : map.entries) {
            const auto *option = std::ranges::find(engineOptions, std::string_view(key), &EngineOption::key);
            if (option != engineOptions.end())
                add(m_urls, option->engine);
            if (key == "connect_args" && depth < 4)
                entries(entry, place, depth + 1);
            else if (std::ranges::find(dialectKeys, key) != dialectKeys.end())
                dialect(entry, place);
            else if (std::ranges::find(urlKeys, key) != urlKeys.end() || depth > 1)
                value(entry, place, depth + 1);
        }
    }

    /// What a dialect says counts before what URLs look like.
    [[nodiscard]] std::vector<DatabaseEngine> engines() const { return m_dialects.empty() ? m_urls : m_dialects; }

private:
    ValueFollower &m_follower;
    std::vector<DatabaseEngine> m_dialects;
    std::vector<DatabaseEngine> m_urls;
    int m_steps = 40;
};

bool isByName(const EngineConnection &left, const EngineConnection &right)
{
    return std::tie(left.file, left.line, left.engine, left.what)
        < std::tie(right.file, right.line, right.engine, right.what);
}

DatabaseEngine prismaEngine(const SourceProject &project)
{
    for (const auto &[path, text] : project.texts) {
        const auto isSchema = path.ends_with(".prisma");
        const auto source = isSchema ? text.find("datasource") : std::string::npos;
        const auto provider = source == std::string::npos ? source : text.find("provider", source);
        const auto begin = provider == std::string::npos ? provider : text.find('"', provider);
        if (begin != std::string::npos)
            return engineOfDialect(std::string_view(text).substr(begin + 1, text.find('"', begin + 1) - begin - 1));
    }
    return DatabaseEngine::Unknown;
}

std::vector<DatabaseEngine> enginesOfCall(
    ValueFollower &follower, const EngineSign &sign, const CallFact &call, int file)
{
    switch (sign.source) {
    case EngineSource::Driver:
        return {sign.engine};
    case EngineSource::Prisma:
        return {prismaEngine(follower.graph().project())};
    case EngineSource::Arguments:
        break;
    }
    auto engines = enginesInArguments(follower, call.call, placeOf(file, call.scope, call.line));
    if (engines.empty())
        engines.push_back(DatabaseEngine::Unknown);
    return engines;
}

} // namespace

bool isServed(const ModuleGraph &graph, int file)
{
    const auto index = static_cast<std::size_t>(file);
    return graph.reachable()[index] && graph.project().files[index].purpose == FilePurpose::Production;
}

std::vector<DatabaseEngine> enginesInArguments(
    ValueFollower &follower, const SourceValue &call, const ValuePlace &place)
{
    ArgumentReading reading(follower);
    for (const auto &item : call.items)
        reading.value(item, place, 0);
    reading.entries(call, place, 0);
    return reading.engines();
}

std::vector<DatabaseEngine> enginesOfUrls(ValueFollower &follower, const SourceValue &value, const ValuePlace &place)
{
    std::vector<DatabaseEngine> engines;
    for (const auto &text : follower.textsOf(value, place))
        add(engines, engineOfUrl(text.text));
    return engines;
}

void addPluginConnection(ValueFollower &follower, const CallFact &call, int file, std::vector<EngineConnection> &found)
{
    if (lastMember(call.call.text) != "register" || call.call.items.empty())
        return;
    const auto place = placeOf(file, call.scope, call.line);
    for (const auto &plugin : follower.valuesOf(call.call.items.front(), place)) {
        const auto origin = follower.originOfValue(*plugin.value, plugin.place);
        const auto engine = origin ? engineOfPlugin(origin->package) : DatabaseEngine::Unknown;
        if (engine != DatabaseEngine::Unknown)
            found.push_back({.engine = engine, .what = origin->package, .file = file, .line = call.line});
    }
}

void addCalledConnections(ValueFollower &follower, std::vector<EngineConnection> &found)
{
    const auto &graph = follower.graph();
    for (int file = 0; file < std::ssize(graph.project().files); ++file) {
        if (!isServed(graph, file))
            continue;
        for (const auto &call : follower.facts(file).calls) {
            if (call.isDecorator || isTestOnly(call.scope.conditions))
                continue;
            addPluginConnection(follower, call, file, found);
            const auto origin = follower.originOfCall(call, file);
            const auto *sign = origin && !follower.names(file).isTestAlternative(call)
                ? engineSign(origin->package, origin->name)
                : nullptr;
            if (!sign)
                continue;
            const auto engines = enginesOfCall(follower, *sign, call, file);
            const auto isFallback = engines.size() > 1 || !call.scope.conditions.empty();
            for (const auto engine : engines)
                found.push_back({.engine = engine,
                    .what = calleeText(call),
                    .file = file,
                    .line = call.line,
                    .isFallback = isFallback,
                    .sign = sign});
        }
    }
}

std::vector<EngineConnection> connectionsOf(ValueFollower &follower)
{
    std::vector<EngineConnection> found;
    addCalledConnections(follower, found);
    addFlaskConnections(follower, found);
    addDjangoConnections(follower, found);
    settleByDrivers(follower.graph(), found);
    std::ranges::sort(found, isByName);
    const auto isSame = [](const EngineConnection &left, const EngineConnection &right) {
        return left.file == right.file && left.line == right.line && left.engine == right.engine;
    };
    const auto again = std::ranges::unique(found, isSame);
    found.erase(again.begin(), again.end());
    return found;
}

} // namespace Decayscope
