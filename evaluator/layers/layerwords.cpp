// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layerwords.h"

#include "layersigns.h"

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

constexpr auto importCallees = std::to_array<std::string_view>(
    {"require", "import", "importlib.import_module", "import_module", "__import__", "require.resolve"});

constexpr auto repositoryEnds = std::to_array<std::string_view>({"repository", "repositories", "repo", "repos", "dao"});

constexpr auto givingTargets = std::to_array<std::string_view>({"__all__", "__version__", "__author__"});

bool isImportCallee(std::string_view callee)
{
    return std::ranges::find(importCallees, callee) != importCallees.end();
}

/// Whether a value is only a name, or names put together: nothing is made here.
bool isNames(const SourceValue &value)
{
    if (value.kind == SourceValueKind::Call)
        return isImportCallee(value.text);
    if (value.kind != SourceValueKind::List && value.kind != SourceValueKind::Map)
        return value.kind == SourceValueKind::Name;
    return std::ranges::all_of(value.items, isNames)
        && std::ranges::all_of(value.entries, [](const auto &entry) { return isNames(entry.second); });
}

bool isGivingOn(const AssignmentFact &assignment)
{
    return std::ranges::find(givingTargets, assignment.target) != givingTargets.end() || isNames(assignment.value);
}

} // namespace

std::string printedCallee(const CallFact &call)
{
    return call.on.empty() ? call.call.text : call.on + "(…)" + call.call.text;
}

bool isRepositoryWord(std::string_view word)
{
    const auto plain = lowered(word);
    return std::ranges::any_of(repositoryEnds, [&](std::string_view end) { return plain.ends_with(end); });
}

bool passesOnlyOn(const FileFacts &facts)
{
    const bool isOnlyGiving = facts.classes.empty() && facts.functions.empty()
        && std::ranges::all_of(facts.assignments, isGivingOn) && std::ranges::all_of(facts.calls, isImportCall);
    const bool isPlain = facts.imports.empty() && facts.codeLines > 0;
    return isOnlyGiving && (!isPlain || facts.exports.empty());
}

bool isImportCall(const CallFact &call)
{
    return isImportCallee(call.call.text);
}

std::string lowered(std::string_view text)
{
    std::string lower(text);
    std::ranges::transform(
        lower, lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return lower;
}

} // namespace Decayscope
