// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "valuewalk.h"

#include "testconditions.h"

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

constexpr int deepestWalk = 24;
constexpr std::size_t mostFound = 24;

std::string joinedNames(std::string_view name, std::string_view rest)
{
    std::string dotted(name);
    if (!rest.empty())
        dotted.append(1, '.').append(rest);
    return dotted;
}

std::string_view afterFirst(std::string_view dotted)
{
    const auto dot = dotted.find('.');
    return dot == std::string_view::npos ? std::string_view() : dotted.substr(dot + 1);
}

bool isConstructor(std::string_view name)
{
    return name == "__init__" || name == "constructor" || name == "__new__";
}

bool holdsName(const std::vector<std::string> &conditions, std::string_view name)
{
    return std::ranges::any_of(
        conditions, [name](const std::string &text) { return text.find(name) != std::string::npos; });
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
        value.entries.emplace_back(".", *receiver);
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
        follow(*found, place, afterFirst(rest));
        return;
    }
    for (const auto *variable : environmentVariables) {
        const auto set = m_follower.environment().find(variable);
        const auto *found = key == "*" && set != m_follower.environment().end() ? map.entry(set->second) : nullptr;
        if (found)
            return follow(*found, place, afterFirst(rest));
    }
    for (const auto *usual : usualEnvironments) {
        const auto *found = key == "*" ? map.entry(usual) : nullptr;
        if (found)
            return follow(*found, place, afterFirst(rest));
    }
    for (const auto &[name, value] : map.entries) {
        if (key == "*" || name.empty())
            follow(value, place, key == "*" ? afterFirst(rest) : rest);
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
    const auto found = std::ranges::find(function->parameters, name);
    if (found == function->parameters.end())
        return false;
    const auto before = m_found.size();
    argument(*function, static_cast<std::size_t>(found - function->parameters.begin()), rest, place.file);
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
    for (const auto from : m_follower.callersOf(file)) {
        for (const auto *call : m_follower.names(from).callsOf(lastMember(name))) {
            const auto *value = call->call.entry(function.parameters[index]);
            if (!value && place < call->call.items.size())
                value = &call->call.items[place];
            if (value && !call->isDecorator)
                follow(*value, placeOf(from, call->scope, call->line), rest);
        }
    }
}

bool ValueWalk::top(int file, std::string_view name, std::string_view rest)
{
    const auto &names = m_follower.names(file);
    const auto before = m_found.size();
    if (assigned(names.assigned({}, {}, name), file, rest, Order::LastCounts)) {
        const auto isEmpty = std::all_of(m_found.begin() + static_cast<qptrdiff>(before), m_found.end(),
            [](const PlacedValue &found) { return found.value->kind == SourceValueKind::Nothing; });
        if (isEmpty)
            assigned(names.assignedAnywhere(name), file, rest, Order::AllCount);
        return true;
    }
    if (results(names.results({}, {}, name), file, rest))
        return true;
    if (names.classNamed(name) && !rest.empty())
        return member(file, name, rest);
    return names.function({}, name) && assigned(names.returned({}, name), file, rest, Order::AllCount);
}

bool ValueWalk::imported(std::string_view name, std::string_view rest, const ValuePlace &place)
{
    const auto found = m_follower.graph().definitionOf(place.file, name);
    if (!found || (found->file == place.file && found->name == name))
        return false;
    if (definition(found->file, found->name, rest))
        return true;
    const auto first = firstMember(found->name);
    return first != found->name && definition(found->file, first, joinedNames(afterFirst(found->name), rest));
}

/// What a file gives under a name; the whole of it where the name is empty, "*" or "default".
bool ValueWalk::definition(int file, std::string_view name, std::string_view rest)
{
    const auto isWhole = name.empty() || name == "*" || name == "default";
    if (!isWhole && top(file, name, rest))
        return true;
    if (exported(file, name, rest))
        return true;
    if (!isWhole || rest.empty())
        return false;
    const auto first = firstMember(rest);
    if (top(file, first, afterFirst(rest)))
        return true;
    const auto further = m_follower.graph().definitionOf(file, first);
    return further && (further->file != file || further->name != first) && m_depth < deepestWalk && m_steps-- > 0
        && definition(further->file, further->name, afterFirst(rest));
}

bool ValueWalk::exported(int file, std::string_view name, std::string_view rest)
{
    const auto &names = m_follower.names(file);
    const auto isWhole = name.empty() || name == "*" || name == "default";
    const auto member = isWhole ? std::string(rest) : joinedNames(name, rest);
    for (const auto *whole : {"module.exports", "exports"}) {
        const auto &facts = names.assigned({}, {}, joinedNames(whole, firstMember(member)));
        if (!member.empty() && assigned(facts, file, afterFirst(member), Order::LastCounts))
            return true;
    }
    const auto before = m_found.size();
    if (assigned(names.assigned({}, {}, "module.exports"), file, member, Order::LastCounts) && m_found.size() > before)
        return true;
    const auto &exports = m_follower.facts(file).exports;
    const auto found = std::ranges::find(exports, isWhole ? std::string_view("default") : name, &ExportFact::name);
    return found != exports.end() && !found->local.empty() && found->local != name && top(file, found->local, rest);
}

/// A member of a class or of its instance: fields, what its methods and properties return, those of its bases.
bool ValueWalk::member(int file, std::string_view className, std::string_view rest)
{
    if (m_depth >= deepestWalk || m_steps-- <= 0)
        return false;
    const auto &names = m_follower.names(file);
    const auto field = firstMember(rest);
    const auto *type = names.classNamed(className);
    const auto isSettings = type && std::ranges::any_of(type->bases, [](const std::string &base) {
        return lastMember(base).ends_with("Settings");
    });
    if (isSettings && given(field, {.file = file, .className = std::string(className)}))
        return true;
    if (assigned(names.fields(className, field), file, afterFirst(rest), Order::AllCount))
        return true;
    if (assigned(names.returned(className, field), file, afterFirst(rest), Order::AllCount))
        return true;
    return type && inherited(file, *type, rest);
}

bool ValueWalk::inherited(int file, const ClassFact &type, std::string_view rest)
{
    for (const auto &base : type.bases) {
        const auto found = m_follower.graph().definitionOf(file, base);
        const auto isHere = !found || (found->file == file && found->name == base);
        if (isHere && base == type.name)
            continue;
        ++m_depth;
        const auto isFound = isHere ? (m_follower.names(file).classNamed(base) && member(file, base, rest))
                                    : member(found->file, found->name, rest);
        --m_depth;
        if (isFound)
            return true;
    }
    return false;
}

bool ValueWalk::assigned(const FileNames::Assignments &facts, int file, std::string_view rest, Order order)
{
    const auto isLast = [](const AssignmentFact *fact) { return fact->scope.conditions.empty(); };
    auto begin = facts.begin();
    if (order == Order::LastCounts) {
        const auto last = std::find_if(facts.rbegin(), facts.rend(), isLast);
        begin = last == facts.rend() ? facts.begin() : last.base() - 1;
    }
    auto isAny = false;
    for (auto fact = begin; fact != facts.end(); ++fact) {
        const auto &scope = (*fact)->scope;
        const auto isDefault
            = isAny && !m_found.empty() && m_found.back().isGiven && holdsName(scope.conditions, (*fact)->target);
        if (isTestOnly(scope.conditions) || isDefault)
            continue;
        follow((*fact)->value, placeOf(file, scope, (*fact)->line), rest);
        isAny = true;
    }
    return isAny;
}

bool ValueWalk::results(const FileNames::Calls &facts, int file, std::string_view rest)
{
    if (facts.empty())
        return false;
    for (const auto *fact : facts)
        follow(fact->call, placeOf(file, fact->scope, fact->line), rest);
    return true;
}

} // namespace Decayscope
