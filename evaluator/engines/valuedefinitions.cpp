// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testconditions.h"
#include "valuewalk.h"

#include <modules/dottednames.h>

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

bool holdsName(const std::vector<std::string> &conditions, std::string_view name)
{
    return std::ranges::any_of(
        conditions, [name](const std::string &text) { return text.find(name) != std::string::npos; });
}

} // namespace

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
    return first != found->name && definition(found->file, first, joinedNames(afterFirstMember(found->name), rest));
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
    if (top(file, first, afterFirstMember(rest)))
        return true;
    const auto further = m_follower.graph().definitionOf(file, first);
    return further && (further->file != file || further->name != first) && m_depth < deepestWalk && m_steps-- > 0
        && definition(further->file, further->name, afterFirstMember(rest));
}

bool ValueWalk::exported(int file, std::string_view name, std::string_view rest)
{
    const auto &names = m_follower.names(file);
    const auto isWhole = name.empty() || name == "*" || name == "default";
    const auto member = isWhole ? std::string(rest) : joinedNames(name, rest);
    for (const auto *whole : {"module.exports", "exports"}) {
        const auto &facts = names.assigned({}, {}, joinedNames(whole, firstMember(member)));
        if (!member.empty() && assigned(facts, file, afterFirstMember(member), Order::LastCounts))
            return true;
    }
    const auto before = m_found.size();
    if (assigned(names.assigned({}, {}, "module.exports"), file, member, Order::LastCounts) && m_found.size() > before)
        return true;
    const auto *found = names.exported(isWhole ? std::string_view("default") : name);
    return found && !found->local.empty() && found->local != name && top(file, found->local, rest);
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
    if (assigned(names.fields(className, field), file, afterFirstMember(rest), Order::AllCount))
        return true;
    if (assigned(names.returned(className, field), file, afterFirstMember(rest), Order::AllCount))
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
