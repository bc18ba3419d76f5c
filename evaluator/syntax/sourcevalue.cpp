// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sourcevalue.h"

#include <algorithm>
#include <ranges>

namespace Decayscope {

namespace {

std::string listed(const std::vector<SourceValue> &items, std::string_view separator)
{
    std::string text;
    for (const auto &item : items)
        text += (text.empty() ? std::string() : std::string(separator)) + printed(item);
    return text;
}

/// What a call or a name is asked of stands before it.
bool isListed(const SourceValue::Entry &entry)
{
    return entry.first != ".";
}

std::string receiver(const SourceValue &value)
{
    const auto *found = value.text.starts_with('.') ? value.entry(".") : nullptr;
    return found == nullptr ? std::string() : printed(*found);
}

std::string listed(const std::vector<SourceValue::Entry> &entries, std::string_view relation)
{
    std::string text;
    for (const auto &[key, value] : entries | std::views::filter(isListed))
        text += (text.empty() ? "" : ", ") + key + std::string(relation) + printed(value);
    return text;
}

std::string arguments(const SourceValue &call)
{
    const auto items = listed(call.items, ", ");
    const auto entries = listed(call.entries, "=");
    return items + (items.empty() || entries.empty() ? "" : ", ") + entries;
}

} // namespace

const SourceValue *SourceValue::entry(std::string_view key) const
{
    const auto found = std::ranges::find(entries, key, &Entry::first);
    return found == entries.end() ? nullptr : &found->second;
}

bool SourceValue::operator==(const SourceValue &other) const = default;

std::string printed(const SourceValue &value)
{
    switch (value.kind) {
    case SourceValueKind::Unknown:
        return "?";
    case SourceValueKind::Text:
        return '"' + value.text + '"';
    case SourceValueKind::Number:
    case SourceValueKind::Boolean:
        return value.text;
    case SourceValueKind::Name:
        return receiver(value) + value.text;
    case SourceValueKind::Nothing:
        return "nothing";
    case SourceValueKind::Call:
        return receiver(value) + value.text + '(' + arguments(value) + ')';
    case SourceValueKind::Joined:
        return listed(value.items, " + ");
    case SourceValueKind::Either:
        return '(' + listed(value.items, " or ") + ')';
    case SourceValueKind::List:
        return '[' + listed(value.items, ", ") + ']';
    case SourceValueKind::Map:
        return '{' + listed(value.entries, ": ") + '}';
    }
    return {};
}

} // namespace Decayscope
