// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "valuewalk.h"

#include "testconditions.h"

#include <modules/dottednames.h>

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

constexpr std::size_t mostFound = 24;

bool isConstructor(std::string_view name)
{
    return name == "__init__" || name == "constructor" || name == "__new__";
}

/// What tells where a value comes from, without its arguments.
SourceValue skeleton(const SourceValue &value, int depth)
{
    constexpr int deepest = 16;
    SourceValue plain{.kind = value.kind, .text = value.text, .line = value.line};
    if (value.items.size() == 1 && value.items.front().kind == SourceValueKind::Text && value.text == "require")
        plain.items = value.items;
    const auto *receiver = depth < deepest ? value.entry(".") : nullptr;
    if (receiver)
        plain.entries.emplace_back(".", skeleton(*receiver, depth + 1));
    return plain;
}

/// Keys of alternatives by environment, the likelier first.
constexpr std::array usualEnvironments{"development", "default", "dev", "local", "production", "prod"};
constexpr std::array environmentVariables{
    "NODE_ENV", "FLASK_ENV", "FLASK_CONFIG", "APP_ENV", "APP_CONFIG", "ENVIRONMENT", "ENV", "APP_SETTINGS"};

} // namespace

void ValueWalk::put(const SourceValue &value, const ValuePlace &place, bool isGiven)
{
    if (m_found.size() < mostFound)
        m_found.push_back({.value = &value, .place = place, .isGiven = isGiven});
}

void ValueWalk::putUnknown(const ValuePlace &place)
{
    static const SourceValue unknown;
    put(unknown, place);
}

/// A name that leads out of the project; of what another call gives where there is a receiver.
void ValueWalk::putName(std::string name, const ValuePlace &place, const SourceValue *receiver)
{
    SourceValue value{.kind = SourceValueKind::Name, .text = std::move(name), .line = place.line};
    if (receiver)
        value.entries.emplace_back(".", skeleton(*receiver, 0));
    put(*m_follower.keep(std::move(value)), place);
}

void ValueWalk::follow(const SourceValue &value, const ValuePlace &place, std::string_view rest)
{
    if (m_depth >= deepestWalk || m_steps <= 0)
        return;
    --m_steps;
    ++m_depth;
    follow_(value, place, rest);
    --m_depth;
}

void ValueWalk::follow_(const SourceValue &value, const ValuePlace &place, std::string_view rest)
{
    switch (value.kind) {
    case SourceValueKind::Name:
        if (const auto *receiver = value.entry("."))
            follow(*receiver, place, joinedNames(std::string_view(value.text).substr(1), rest));
        else
            name(joinedNames(value.text, rest), place);
        return;
    case SourceValueKind::Either:
        alternatives(value, place, rest);
        return;
    case SourceValueKind::Call:
        call(value, place, rest);
        return;
    case SourceValueKind::Map:
        members(value, place, rest);
        return;
    case SourceValueKind::Unknown:
    case SourceValueKind::Text:
    case SourceValueKind::Number:
    case SourceValueKind::Boolean:
    case SourceValueKind::Nothing:
    case SourceValueKind::Joined:
    case SourceValueKind::List:
        if (rest.empty())
            put(value, place);
        else
            putUnknown(place);
        return;
    }
}

/// `a or b`: what the environment gives ends the search, because then no default is taken.
void ValueWalk::alternatives(const SourceValue &value, const ValuePlace &place, std::string_view rest)
{
    const auto tests = value.items.size() == 2 ? testAlternative(value.text) : std::nullopt;
    for (std::size_t i = 0; i < value.items.size(); ++i) {
        if (tests == i)
            continue;
        const auto before = m_found.size();
        follow(value.items[i], place, rest);
        if (m_found.size() > before && m_found.back().isGiven)
            return;
    }
}

void ValueWalk::members(const SourceValue &map, const ValuePlace &place, std::string_view rest)
{
    if (rest.empty()) {
        put(map, place);
        return;
    }
    const auto key = firstMember(rest);
    if (const auto *found = map.entry(key)) {
        follow(*found, place, afterFirstMember(rest));
        return;
    }
    for (const auto *variable : environmentVariables) {
        const auto set = m_follower.environment().find(variable);
        const auto *found = key == "*" && set != m_follower.environment().end() ? map.entry(set->second) : nullptr;
        if (found)
            return follow(*found, place, afterFirstMember(rest));
    }
    for (const auto *usual : usualEnvironments) {
        const auto *found = key == "*" ? map.entry(usual) : nullptr;
        if (found)
            return follow(*found, place, afterFirstMember(rest));
    }
    for (const auto &[name, value] : map.entries) {
        if (key == "*" || name.empty())
            follow(value, place, key == "*" ? afterFirstMember(rest) : rest);
    }
}

void ValueWalk::name(const std::string &dotted, const ValuePlace &place)
{
    if (environment(dotted, place))
        return;
    auto step = std::to_string(place.file) + '\n' + place.className + '\n' + place.functionName + '\n' + dotted;
    if (std::ranges::find(m_path, step) != m_path.end())
        return putUnknown(place);
    m_path.push_back(std::move(step));
    if (!found(dotted, place) && !given(lastMember(dotted), place))
        putName(dotted, place);
    m_path.pop_back();
}

/// The longest beginning of a dotted name that the project says something about.
bool ValueWalk::found(const std::string &dotted, const ValuePlace &place)
{
    const std::string_view text(dotted);
    constexpr int mostMembers = 8;
    auto end = text.size();
    for (int i = 0; i < mostMembers && end != std::string_view::npos && end > 0; ++i) {
        const auto rest = end < text.size() ? text.substr(end + 1) : std::string_view();
        if (lookup(text.substr(0, end), rest, place))
            return true;
        end = text.rfind('.', end - 1);
    }
    return false;
}

bool ValueWalk::lookup(std::string_view name, std::string_view rest, const ValuePlace &place)
{
    if (local(name, rest, place) || own(name, rest, place) || parameter(name, rest, place))
        return true;
    if (top(place.file, name, rest) || imported(name, rest, place))
        return true;
    return assigned(m_follower.names(place.file).assignedAnywhere(name), place.file, rest, Order::AllCount);
}

bool ValueWalk::local(std::string_view name, std::string_view rest, const ValuePlace &place)
{
    const auto &names = m_follower.names(place.file);
    if (!place.functionName.empty()) {
        if (assigned(names.assigned(place.className, place.functionName, name), place.file, rest, Order::LastCounts))
            return true;
        return results(names.results(place.className, place.functionName, name), place.file, rest);
    }
    return !place.className.empty()
        && assigned(names.assigned(place.className, {}, name), place.file, rest, Order::LastCounts);
}

bool ValueWalk::own(std::string_view name, std::string_view rest, const ValuePlace &place)
{
    static constexpr std::array selves{"self", "this", "cls"};
    const auto first = firstMember(name);
    const auto isOwn = !place.className.empty() && std::ranges::find(selves, first) != selves.end();
    return isOwn && first != name && name.find('.', first.size() + 1) == std::string_view::npos
        && member(place.file, place.className, joinedNames(lastMember(name), rest));
}

/// A parameter is what the project's calls hand in.
bool ValueWalk::parameter(std::string_view name, std::string_view rest, const ValuePlace &place)
{
    const auto *function = place.functionName.empty()
        ? nullptr
        : m_follower.names(place.file).function(place.className, place.functionName);
    if (!function)
        return false;
    const auto index = parameterIndex(*function, name);
    if (!index)
        return false;
    const auto before = m_found.size();
    argument(*function, *index, rest, place.file);
    if (m_found.size() == before)
        putUnknown(place);
    return true;
}

void ValueWalk::argument(const FunctionFact &function, std::size_t index, std::string_view rest, int file)
{
    const auto isBound = !function.parameters.empty()
        && (function.parameters.front() == "self" || function.parameters.front() == "cls");
    const auto &name = isConstructor(function.name) ? function.scope.className : function.name;
    if (isBound && index == 0)
        return;
    const auto place = index - (isBound ? 1 : 0);
    auto isLeftOut = true;
    for (const auto from : m_follower.callersOf(file)) {
        for (const auto *call : m_follower.names(from).callsOf(lastMember(name))) {
            const auto *value = call->call.entry(function.parameters[index]);
            if (!value && place < call->call.items.size())
                value = &call->call.items[place];
            if (!value || call->isDecorator)
                continue;
            follow(*value, placeOf(from, call->scope, call->line), rest);
            isLeftOut = false;
        }
    }
    if (isLeftOut)
        defaultArgument(function, index, rest, file);
}

/// The default of a parameter that no call hands in. What other calls give as defaults are orders to a framework, such
/// as `Depends(get_db)`, and no values.
void ValueWalk::defaultArgument(const FunctionFact &function, std::size_t index, std::string_view rest, int file)
{
    if (index >= function.parameterDefaults.size())
        return;
    const auto &value = function.parameterDefaults[index];
    const auto isNone = value.kind == SourceValueKind::Unknown || value.kind == SourceValueKind::Nothing;
    if (!isNone && (value.kind != SourceValueKind::Call || isEnvironmentCall(value)))
        follow(value, {.file = file, .className = {}, .functionName = {}, .line = function.line}, rest);
}

} // namespace Decayscope
