// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "usednames.h"

namespace Decayscope {

namespace {

constexpr int deepestValue = 32;
constexpr std::size_t longestName = 256;
constexpr std::size_t mostMembers = 256;

} // namespace

UsedNames::UsedNames(const FileFacts &facts)
{
    for (const auto &fact : facts.calls)
        add(fact.call, 0);
    for (const auto &fact : facts.assignments)
        add(fact.value, 0);
    for (const auto &fact : facts.classes)
        m_names.insert(fact.bases.begin(), fact.bases.end());
    for (const auto &fact : facts.functions) {
        m_names.insert(fact.parameterTypes.begin(), fact.parameterTypes.end());
        m_names.insert(fact.decorators.begin(), fact.decorators.end());
    }
}

void UsedNames::add(const SourceValue &value, int depth)
{
    const auto isName = value.kind == SourceValueKind::Name || value.kind == SourceValueKind::Call;
    if (isName && value.text.contains('.') && value.text.size() <= longestName)
        m_names.insert(value.text);
    if (depth >= deepestValue)
        return;
    for (const auto &item : value.items)
        add(item, depth + 1);
    for (const auto &entry : value.entries)
        add(entry.second, depth + 1);
}

std::vector<std::string> UsedNames::membersOf(std::string_view name) const
{
    const auto prefix = std::string(name) + '.';
    std::vector<std::string> members;
    for (auto used = m_names.lower_bound(prefix); used != m_names.end() && used->starts_with(prefix); ++used) {
        const auto member = used->substr(prefix.size(), used->find('.', prefix.size()) - prefix.size());
        if (members.size() < mostMembers && (members.empty() || members.back() != member))
            members.push_back(member);
    }
    return members;
}

} // namespace Decayscope
