// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "filenames.h"

#include "testconditions.h"

#include <modules/dottednames.h>

#include <algorithm>

namespace Decayscope {

namespace {

/// A name that is assigned more often has only its last assignments looked at.
constexpr std::size_t mostFacts = 16;

std::string key(std::string_view className, std::string_view functionName, std::string_view name)
{
    std::string joined;
    joined.reserve(className.size() + functionName.size() + name.size() + 2);
    return joined.append(className).append(1, '\n').append(functionName).append(1, '\n').append(name);
}

template <typename Fact>
void add(std::vector<const Fact *> &facts, const Fact &fact)
{
    if (facts.size() >= 2 * mostFacts)
        facts.erase(facts.begin(), facts.begin() + mostFacts);
    facts.push_back(&fact);
}

template <typename Fact>
const std::vector<const Fact *> &found(
    const std::unordered_map<std::string, std::vector<const Fact *>> &facts, const std::string &name)
{
    static const std::vector<const Fact *> none;
    const auto place = facts.find(name);
    return place == facts.end() ? none : place->second;
}

/// The field of an instance that a target names: "x" of `self.x`; empty for others.
std::string_view ownField(std::string_view target)
{
    for (const auto *own : {"self.", "this.", "cls."}) {
        if (target.starts_with(own))
            return target.substr(std::string_view(own).size());
    }
    return {};
}

} // namespace

FileNames::FileNames(const FileFacts &facts)
{
    for (const auto &fact : facts.assignments) {
        const auto &scope = fact.scope;
        add(m_assigned[key(scope.className, scope.functionName, fact.target)], fact);
        add(m_anywhere[fact.target], fact);
        addTestAlternatives(fact.value);
        const auto own = ownField(fact.target);
        if (!scope.className.empty() && (!own.empty() || scope.functionName.empty()))
            add(m_fields[key(scope.className, {}, own.empty() ? std::string_view(fact.target) : own)], fact);
    }
    for (const auto &fact : facts.calls) {
        if (!fact.result.empty())
            add(m_results[key(fact.scope.className, fact.scope.functionName, fact.result)], fact);
        add(m_calls[std::string(lastMember(fact.call.text))], fact);
    }
    for (const auto &fact : facts.exports)
        m_exports.emplace(fact.name, &fact);
    for (const auto &fact : facts.classes)
        m_classes.emplace(fact.name, &fact);
    for (const auto &fact : facts.functions)
        m_functions.emplace(key(fact.scope.className, {}, fact.name), &fact);
}

void FileNames::addTestAlternatives(const SourceValue &value)
{
    const auto isChoice = value.kind == SourceValueKind::Either && value.items.size() == 2;
    const auto place = isChoice ? testAlternative(value.text) : std::nullopt;
    constexpr std::size_t mostAlternatives = 64;
    if (place && m_testAlternatives.size() < mostAlternatives)
        m_testAlternatives.push_back(&value.items[*place]);
}

bool FileNames::isTestAlternative(const CallFact &call) const
{
    return std::ranges::any_of(m_testAlternatives, [&call](const SourceValue *value) {
        return value->line == call.call.line && value->text == call.call.text && value->items == call.call.items;
    });
}

const FileNames::Assignments &FileNames::assigned(
    std::string_view className, std::string_view functionName, std::string_view target) const
{
    return found(m_assigned, key(className, functionName, target));
}

const FileNames::Assignments &FileNames::assignedAnywhere(std::string_view target) const
{
    return found(m_anywhere, std::string(target));
}

const FileNames::Assignments &FileNames::fields(std::string_view className, std::string_view field) const
{
    return found(m_fields, key(className, {}, field));
}

const FileNames::Assignments &FileNames::returned(std::string_view className, std::string_view functionName) const
{
    return assigned(className, functionName, "return");
}

const FileNames::Calls &FileNames::results(
    std::string_view className, std::string_view functionName, std::string_view name) const
{
    return found(m_results, key(className, functionName, name));
}

const FileNames::Calls &FileNames::callsOf(std::string_view name) const
{
    return found(m_calls, std::string(name));
}

const ClassFact *FileNames::classNamed(std::string_view name) const
{
    const auto place = m_classes.find(std::string(name));
    return place == m_classes.end() ? nullptr : place->second;
}

const ExportFact *FileNames::exported(std::string_view name) const
{
    const auto place = m_exports.find(std::string(name));
    return place == m_exports.end() ? nullptr : place->second;
}

const FunctionFact *FileNames::function(std::string_view className, std::string_view name) const
{
    const auto place = m_functions.find(key(className, {}, name));
    return place == m_functions.end() ? nullptr : place->second;
}

std::optional<std::size_t> parameterIndex(const FunctionFact &function, std::string_view name)
{
    constexpr std::size_t mostParameters = 64;
    const auto count = std::min(function.parameters.size(), mostParameters);
    for (std::size_t i = 0; i < count; ++i) {
        if (function.parameters[i] == name)
            return i;
    }
    return std::nullopt;
}

} // namespace Decayscope
