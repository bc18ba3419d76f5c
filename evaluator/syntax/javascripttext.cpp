// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "javascripttext.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace Decayscope {

namespace {

constexpr std::array<std::pair<char, std::string_view>, 7> shortEscapes{
    {{'n', "\n"}, {'t', "\t"}, {'r', "\r"}, {'b', "\b"}, {'f', "\f"}, {'v', "\v"}, {'0', std::string_view("\0", 1)}}};

void appendUtf8(std::string *text, uint32_t code)
{
    const auto byte = [text](uint32_t bits) { text->push_back(static_cast<char>(bits)); };
    const auto continuing = [byte, code](int shift) { byte(0x80U | ((code >> shift) & 0x3FU)); };
    if (code < 0x80U) {
        byte(code);
    } else if (code < 0x800U) {
        byte(0xC0U | (code >> 6));
        continuing(0);
    } else if (code < 0x10000U) {
        byte(0xE0U | (code >> 12));
        continuing(6);
        continuing(0);
    } else {
        byte(0xF0U | (code >> 18));
        continuing(12);
        continuing(6);
        continuing(0);
    }
}

/// Of \xHH, \uHHHH and \u{H…}. Halves of a pair become the sign that says so: code has them only to test such things.
std::optional<uint32_t> codeOfEscape(std::string_view escape)
{
    auto digits = escape.substr(2);
    if (digits.starts_with('{'))
        digits = digits.substr(1, digits.size() - std::min<std::size_t>(2, digits.size()));
    uint32_t code = 0;
    const auto [end, error] = std::from_chars(digits.begin(), digits.end(), code, 16);
    if (error != std::errc() || end != digits.end() || code > 0x10FFFFU)
        return std::nullopt;
    return code >= 0xD800U && code < 0xE000U ? 0xFFFDU : code;
}

std::string unescaped(std::string_view escape)
{
    if (escape.size() < 2)
        return std::string(escape);
    const char sign = escape.at(1);
    if (sign == '\n' || sign == '\r')
        return {};
    if ((sign == 'x' || sign == 'u') && escape.size() > 2) {
        std::string text;
        if (const auto code = codeOfEscape(escape))
            appendUtf8(&text, *code);
        return text;
    }
    const auto *found = std::ranges::find(shortEscapes, sign, &std::pair<char, std::string_view>::first);
    return std::string(found == shortEscapes.end() ? escape.substr(1) : found->second);
}

bool isBlank(char sign)
{
    return sign == ' ' || sign == '\t' || sign == '\n' || sign == '\r';
}

} // namespace

std::string_view nameText(const JavaScriptTree &tree, int node)
{
    switch (tree.kind(node)) {
    case JavaScriptKind::Identifier:
    case JavaScriptKind::ShorthandProperty:
    case JavaScriptKind::This:
    case JavaScriptKind::MetaProperty:
    case JavaScriptKind::ImportWord:
    case JavaScriptKind::NestedName:
        return tree.text(node);
    default:
        return {};
    }
}

std::string pieceOfText(const JavaScriptTree &tree, int node)
{
    const auto text = tree.text(node);
    return tree.kind(node) == JavaScriptKind::EscapeSequence ? unescaped(text) : std::string(text);
}

std::string asOneLine(std::string_view code, std::size_t longest)
{
    std::string line;
    for (const char sign : code.substr(0, 2 * longest)) {
        if (!isBlank(sign))
            line.push_back(sign);
        else if (!line.empty() && line.back() != ' ')
            line.push_back(' ');
    }
    std::size_t length = std::min(line.size(), longest);
    while (length < line.size() && length > 0 && (static_cast<unsigned char>(line.at(length)) & 0xC0U) == 0x80U)
        --length;
    line.resize(length);
    while (line.ends_with(' '))
        line.pop_back();
    return line;
}

} // namespace Decayscope
