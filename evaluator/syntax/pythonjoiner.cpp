// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pythonjoiner.h"

#include <algorithm>
#include <charconv>
#include <span>

namespace Decayscope {

namespace {

constexpr std::size_t longestRepeated = 256;
constexpr std::size_t mostNamed = 100;

/// The arguments that fill a template. Small ones may be asked for often, others once.
class Filling
{
public:
    Filling(SourceValue arguments, FactBudget *budget)
        : m_arguments(std::move(arguments))
        , m_budget(budget)
    { }

    [[nodiscard]] SourceValue next() { return at(m_next++); }

    [[nodiscard]] SourceValue at(std::size_t index)
    {
        return index < m_arguments.items.size() ? taken(&m_arguments.items.at(index)) : SourceValue();
    }

    [[nodiscard]] SourceValue named(std::string_view name)
    {
        const auto entries = std::span(m_arguments.entries).first(std::min(mostNamed, m_arguments.entries.size()));
        const auto found = std::ranges::find(entries, name, &SourceValue::Entry::first);
        return found == entries.end() ? SourceValue() : taken(&found->second);
    }

private:
    [[nodiscard]] SourceValue taken(SourceValue *value)
    {
        const auto isSmall = value->items.empty() && value->entries.empty() && value->text.size() <= longestRepeated;
        if (!isSmall)
            return std::exchange(*value, SourceValue());
        return m_budget->spend(sizeof(SourceValue) + value->text.size()) ? *value : SourceValue();
    }

    SourceValue m_arguments;
    FactBudget *m_budget;
    std::size_t m_next = 0;
};

/// The value of a field such as "", "0", "name", "name!r:>10"; members of arguments are not followed.
SourceValue formatField(std::string_view field, Filling *filling)
{
    const auto name = field.substr(0, field.find_first_of("!:"));
    if (name.empty())
        return filling->next();
    std::size_t index = 0;
    const auto read = std::from_chars(name.begin(), name.end(), index);
    if (read.ec == std::errc() && read.ptr == name.end())
        return filling->at(index);
    return filling->named(name);
}

/// Where the field that begins at a brace ends: at its closing brace, or at the end of the text.
std::size_t fieldEnd(std::string_view text, std::size_t open)
{
    int depth = 0;
    for (auto i = open; i < text.size(); ++i) {
        depth += text.at(i) == '{' ? 1 : 0;
        depth -= text.at(i) == '}' ? 1 : 0;
        if (depth == 0)
            return i;
    }
    return text.size();
}

/// A conversion of `%`: `%s`, `%(name)s`, `%05.2f`, `%%`; `end` is after it.
struct Conversion
{
    std::string_view name;
    char letter = 0;
    std::size_t end = 0;
};

Conversion readConversion(std::string_view text, std::size_t percent)
{
    Conversion conversion{.name = {}, .letter = 0, .end = percent + 1};
    if (conversion.end < text.size() && text.at(conversion.end) == '(') {
        const auto close = std::min(text.find(')', conversion.end), text.size());
        conversion.name = text.substr(conversion.end + 1, close - conversion.end - 1);
        conversion.end = std::min(close + 1, text.size());
    }
    conversion.end = std::min(text.find_first_not_of("#0- +.123456789*", conversion.end), text.size());
    if (conversion.end < text.size())
        conversion.letter = text.at(conversion.end++);
    return conversion;
}

} // namespace

void PythonJoiner::addText(std::string_view text, int line)
{
    if (text.empty())
        return;
    if (!m_parts.empty() && m_parts.back().kind == SourceValueKind::Text)
        m_parts.back().text += text;
    else
        m_parts.push_back(
            {.kind = SourceValueKind::Text, .text = std::string(text), .items = {}, .entries = {}, .line = line});
}

void PythonJoiner::add(SourceValue part)
{
    if (part.kind == SourceValueKind::Text) {
        addText(part.text, part.line);
    } else if (part.kind == SourceValueKind::Joined) {
        for (auto &item : part.items)
            add(std::move(item));
    } else {
        m_parts.push_back(std::move(part));
    }
}

SourceValue PythonJoiner::joined(int line)
{
    SourceValue value{.kind = SourceValueKind::Joined, .text = {}, .items = {}, .entries = {}, .line = line};
    if (m_parts.empty() || (m_parts.size() == 1 && m_parts.front().kind == SourceValueKind::Text)) {
        value.kind = SourceValueKind::Text;
        value.text = m_parts.empty() ? std::string() : std::move(m_parts.front().text);
    } else {
        value.items = std::move(m_parts);
    }
    m_parts.clear();
    return value;
}

SourceValue filledPythonFormat(const SourceValue &text, SourceValue call, FactBudget *budget)
{
    const auto line = call.line;
    Filling filling(std::move(call), budget);
    PythonJoiner joiner;
    const std::string_view pattern = text.text;
    for (std::size_t i = 0; i < pattern.size();) {
        const auto brace = std::min(pattern.find_first_of("{}", i), pattern.size());
        joiner.addText(pattern.substr(i, brace - i), text.line);
        if (brace == pattern.size())
            break;
        const auto isDoubled = brace + 1 < pattern.size() && pattern.at(brace) == pattern.at(brace + 1);
        if (isDoubled || pattern.at(brace) == '}') {
            joiner.addText(pattern.substr(brace, 1), text.line);
            i = brace + (isDoubled ? 2 : 1);
            continue;
        }
        const auto end = fieldEnd(pattern, brace);
        joiner.add(formatField(pattern.substr(brace + 1, end - brace - 1), &filling));
        i = end + 1;
    }
    return joiner.joined(line);
}

SourceValue filledPythonPercent(const SourceValue &text, SourceValue arguments, FactBudget *budget)
{
    if (arguments.kind != SourceValueKind::List && arguments.kind != SourceValueKind::Map) {
        SourceValue list{.kind = SourceValueKind::List, .text = {}, .items = {}, .entries = {}, .line = arguments.line};
        list.items.push_back(std::move(arguments));
        arguments = std::move(list);
    }
    Filling filling(std::move(arguments), budget);
    PythonJoiner joiner;
    const std::string_view pattern = text.text;
    for (std::size_t i = 0; i < pattern.size();) {
        const auto percent = std::min(pattern.find('%', i), pattern.size());
        joiner.addText(pattern.substr(i, percent - i), text.line);
        if (percent == pattern.size())
            break;
        const auto conversion = readConversion(pattern, percent);
        if (conversion.letter == '%' || conversion.letter == 0)
            joiner.addText("%", text.line);
        else
            joiner.add(conversion.name.empty() ? filling.next() : filling.named(conversion.name));
        i = conversion.end;
    }
    return joiner.joined(text.line);
}

} // namespace Decayscope
