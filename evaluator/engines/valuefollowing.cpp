// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "valuefollowing.h"

#include "valuewalk.h"

#include <modules/dottednames.h>

#include <algorithm>

namespace Decayscope {

namespace {

constexpr std::size_t mostCallers = 32;

std::vector<std::vector<int>> callersIn(const ModuleGraph &graph)
{
    const auto &files = graph.project().files;
    std::vector<std::vector<int>> callers(files.size());
    for (int file = 0; file < std::ssize(files); ++file)
        callers[static_cast<std::size_t>(file)].push_back(file);
    const auto add = [&](int to, int from) {
        auto &known = callers[static_cast<std::size_t>(to)];
        const auto isProduction = files[static_cast<std::size_t>(from)].purpose == FilePurpose::Production;
        if (isProduction && known.size() < mostCallers && std::ranges::find(known, from) == known.end())
            known.push_back(from);
    };
    for (const auto &edge : graph.edges()) {
        add(edge.to, edge.from);
        for (const auto through : edge.through)
            add(through, edge.from);
    }
    return callers;
}

/// The type a parameter is declared with: "AsyncSession" of `Annotated[AsyncSession, Depends(get)]`, `Pool | null`.
std::string plainType(std::string_view type)
{
    for (const auto *wrapper : {"Annotated[", "Optional[", "Readonly<", "Awaitable[", ":"}) {
        const auto at = type.find(wrapper);
        if (at == 0)
            type.remove_prefix(std::string_view(wrapper).size());
    }
    const auto begin = type.find_first_not_of(" \t'\"");
    type.remove_prefix(std::min(begin, type.size()));
    return std::string(type.substr(0, type.find_first_of(" ,[]<>|&'\"()")));
}

/// The package that a required module is of; nothing for files of the project.
std::optional<ModuleGraph::Origin> packageOf(std::string_view module)
{
    if (module.empty() || module.front() == '.' || module.front() == '/' || module.front() == '#')
        return std::nullopt;
    auto end = module.find('/');
    if (module.front() == '@' && end != std::string_view::npos)
        end = module.find('/', end + 1);
    return ModuleGraph::Origin{.package = std::string(module.substr(0, end)), .name = {}};
}

} // namespace

ValuePlace placeOf(int file, const SourceScope &scope, int line)
{
    return {.file = file, .className = scope.className, .functionName = scope.functionName, .line = line};
}

std::string calleeText(const CallFact &call)
{
    const auto isWhole = !call.call.text.empty() && call.call.text.front() != '.';
    const auto isRequire = call.on.find('(') != std::string::npos;
    return isWhole ? call.call.text : call.on + (isRequire ? "" : "()") + call.call.text;
}

ValueFollower::ValueFollower(const ModuleGraph &graph, std::map<std::string, std::string> environment)
    : m_graph(graph)
    , m_environment(std::move(environment))
    , m_names(graph.project().files.size())
    , m_callers(callersIn(graph))
{ }

const FileFacts &ValueFollower::facts(int file) const
{
    return m_graph.project().files[static_cast<std::size_t>(file)].facts;
}

const FileNames &ValueFollower::names(int file)
{
    auto &names = m_names[static_cast<std::size_t>(file)];
    if (!names)
        names = std::make_unique<FileNames>(facts(file));
    return *names;
}

const std::vector<int> &ValueFollower::callersOf(int file) const
{
    return m_callers[static_cast<std::size_t>(file)];
}

const SourceValue *ValueFollower::keep(SourceValue value)
{
    m_made.push_back(std::move(value));
    return &m_made.back();
}

std::vector<PlacedValue> ValueFollower::valuesOf(const SourceValue &value, const ValuePlace &place)
{
    ValueWalk walk(*this);
    walk.follow(value, place);
    return walk.take();
}

std::optional<ModuleGraph::Origin> ValueFollower::originOf(std::string_view dottedName, const ValuePlace &place)
{
    auto key = std::to_string(place.file) + '\n' + place.className + '\n' + place.functionName + '\n'
        + std::string(dottedName);
    const auto known = m_origins.find(key);
    if (known != m_origins.end())
        return known->second;
    m_origins.emplace(key, std::nullopt); // while it is looked for
    constexpr int deepest = 64;
    auto origin = m_graph.originOf(place.file, dottedName);
    ++m_originDepth;
    if (!origin && m_originDepth <= deepest)
        origin = originOfParameter(dottedName, place);
    if (!origin && m_originDepth <= deepest)
        origin = originOfVariable(dottedName, place);
    --m_originDepth;
    return m_origins[key] = std::move(origin);
}

std::optional<ModuleGraph::Origin> ValueFollower::originOfParameter(
    std::string_view dottedName, const ValuePlace &place)
{
    const auto *function
        = place.functionName.empty() ? nullptr : names(place.file).function(place.className, place.functionName);
    if (!function)
        return std::nullopt;
    const auto index = parameterIndex(*function, firstMember(dottedName));
    if (!index || *index >= function->parameterTypes.size() || function->parameterTypes[*index].empty())
        return std::nullopt;
    const auto type = plainType(function->parameterTypes[*index]);
    return type == dottedName ? std::nullopt : originOf(type, {.file = place.file});
}

/// From its values: what a call gives is marked by () behind its callee.
std::optional<ModuleGraph::Origin> ValueFollower::originOfVariable(std::string_view dottedName, const ValuePlace &place)
{
    const SourceValue name{.kind = SourceValueKind::Name, .text = std::string(dottedName), .line = place.line};
    for (const auto &found : valuesOf(name, place)) {
        if (found.value->text == dottedName)
            continue;
        if (auto origin = originOfValue(*found.value, found.place))
            return origin;
    }
    return std::nullopt;
}

std::optional<ModuleGraph::Origin> ValueFollower::originOfValue(
    const SourceValue &value, const ValuePlace &place, int depth)
{
    constexpr int deepest = 16;
    const auto isCall = value.kind == SourceValueKind::Call;
    if ((!isCall && value.kind != SourceValueKind::Name) || depth > deepest)
        return std::nullopt;
    if (isCall && (value.text == "require" || value.text == "import"))
        return value.items.size() == 1 ? packageOf(value.items.front().text) : std::nullopt;
    const auto end = std::min(value.text.find("()"), value.text.size());
    const auto *start = value.entry(".");
    auto origin = start ? originOfValue(*start, place, depth + 1)
        : end == 0      ? std::nullopt
                        : originOf(std::string_view(value.text).substr(0, end), place);
    if (origin)
        origin->name += value.text.substr(start ? 0 : end) + (isCall ? "()" : "");
    return origin;
}

std::optional<ModuleGraph::Origin> ValueFollower::originOfCall(const CallFact &call, int file)
{
    const auto place = placeOf(file, call.scope, call.line);
    const std::string_view callee(call.call.text);
    if (!callee.empty() && callee.front() != '.')
        return originOf(callee, place);
    constexpr std::string_view require = "require(\"";
    const std::string_view on(call.on);
    auto origin = on.starts_with(require) ? packageOf(on.substr(require.size(), on.rfind('"') - require.size()))
        : on.empty() || on.front() == '.' ? std::nullopt
                                          : originOf(on, place);
    if (origin)
        origin->name += (on.starts_with(require) ? "" : "()") + std::string(callee);
    return origin;
}

} // namespace Decayscope
