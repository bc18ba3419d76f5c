// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pythonstrings.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace Decayscope {

namespace {

/// What the letters before the quotes say.
struct Prefix
{
    bool isRaw = false;
    bool isBytes = false;
    bool isFormatted = false;
};

struct Escape
{
    char letter;
    std::string_view meaning;
};

constexpr std::array escapes{Escape{'\\', "\\"}, Escape{'\'', "'"}, Escape{'"', "\""}, Escape{'a', "\a"},
    Escape{'b', "\b"}, Escape{'f', "\f"}, Escape{'n', "\n"}, Escape{'r', "\r"}, Escape{'t', "\t"}, Escape{'v', "\v"},
    Escape{'\n', ""}};

struct NumberEscape
{
    char letter;
    std::size_t digits;
};

constexpr std::array numberEscapes{NumberEscape{'x', 2}, NumberEscape{'u', 4}, NumberEscape{'U', 8}};

Prefix prefixOf(std::string_view start)
{
    const auto has
        = [start](std::string_view letters) { return start.find_first_of(letters) != std::string_view::npos; };
    return {.isRaw = has("rR"), .isBytes = has("bB"), .isFormatted = has("fF")};
}

/// As UTF-8; a byte of a bytes literal stays a byte. What is no character becomes the replacement character.
void appendCode(std::string *text, unsigned code, bool isByte)
{
    const auto put = [text](unsigned byte) { text->push_back(static_cast<char>(byte)); };
    const auto tail = [put](unsigned bits) { put(0x80U | (bits & 0x3FU)); };
    if (code > 0x10FFFFU || (code >= 0xD800U && code < 0xE000U))
        code = 0xFFFDU;
    if (code < 0x80U || (isByte && code < 0x100U)) {
        put(code);
    } else if (code < 0x800U) {
        put(0xC0U | (code >> 6U));
        tail(code);
    } else if (code < 0x10000U) {
        put(0xE0U | (code >> 12U));
        tail(code >> 6U);
        tail(code);
    } else {
        put(0xF0U | (code >> 18U));
        tail(code >> 12U);
        tail(code >> 6U);
        tail(code);
    }
}

/// Digits at the beginning of a text as a number; 0 digits where there are not enough.
std::size_t readCode(std::string_view digits, int base, unsigned *code)
{
    const auto *end = std::from_chars(digits.begin(), digits.end(), *code, base).ptr;
    return static_cast<std::size_t>(end - digits.begin());
}

/// Reads `\x41`, `\u00e9`, `\101`; `rest` begins after the backslash. The length read; 0 where it is none of them.
std::size_t readNumberEscape(std::string_view rest, std::string *text, bool isBytes)
{
    unsigned code = 0;
    const auto octal = readCode(rest.substr(0, 3), 8, &code);
    if (octal > 0) {
        appendCode(text, code, isBytes);
        return octal;
    }
    const auto *row = std::ranges::find(numberEscapes, rest.front(), &NumberEscape::letter);
    if (row == numberEscapes.end() || readCode(rest.substr(1, row->digits), 16, &code) != row->digits)
        return 0;
    appendCode(text, code, isBytes);
    return 1 + row->digits;
}

/// Reads one escape; `rest` begins after the backslash. An unknown one stays as it is.
std::size_t readEscape(std::string_view rest, std::string *text, bool isBytes)
{
    if (rest.starts_with("\r\n"))
        return 2;
    const auto *row = std::ranges::find(escapes, rest.front(), &Escape::letter);
    if (row != escapes.end()) {
        text->append(row->meaning);
        return 1;
    }
    const auto length = readNumberEscape(rest, text, isBytes);
    if (length == 0)
        text->push_back('\\');
    return length;
}

bool isDoubledBrace(std::string_view rest)
{
    return rest.starts_with("{{") || rest.starts_with("}}");
}

std::string unescaped(std::string_view content, const Prefix &prefix)
{
    std::string text;
    text.reserve(content.size());
    for (std::size_t i = 0; i < content.size();) {
        const auto rest = content.substr(i);
        if (rest.front() == '\\' && rest.size() > 1 && !prefix.isRaw) {
            i += 1 + readEscape(rest.substr(1), &text, prefix.isBytes);
            continue;
        }
        const auto isPair = (prefix.isFormatted && isDoubledBrace(rest)) || rest.starts_with("\r\n");
        if (!rest.starts_with("\r\n"))
            text.push_back(rest.front());
        else
            text.push_back('\n');
        i += isPair ? 2 : 1;
    }
    return text;
}

void appendText(std::vector<PythonStringPart> *parts, std::string text)
{
    if (!parts->empty() && parts->back().inserted.isNull())
        parts->back().text += text;
    else
        parts->push_back({.text = std::move(text), .inserted = {}});
}

void appendString(std::vector<PythonStringPart> *parts, const SyntaxNode &string)
{
    Prefix prefix;
    for (const auto &child : string.namedChildren()) {
        if (child.is("string_start"))
            prefix = prefixOf(child.text());
        else if (child.is("string_content"))
            appendText(parts, unescaped(child.text(), prefix));
        else if (child.is("interpolation"))
            parts->push_back({.text = {}, .inserted = child.child("expression")});
    }
}

} // namespace

bool isPythonString(const SyntaxNode &node)
{
    return node.is("string") || node.is("concatenated_string");
}

std::vector<PythonStringPart> pythonStringParts(const SyntaxNode &node)
{
    std::vector<PythonStringPart> parts;
    if (node.is("string"))
        appendString(&parts, node);
    else
        for (const auto &string : node.namedChildren())
            appendString(&parts, string);
    return parts;
}

std::string pythonStringPattern(const std::vector<PythonStringPart> &parts)
{
    std::string pattern;
    for (const auto &part : parts)
        pattern += part.inserted.isNull() ? part.text : "{}";
    return pattern;
}

} // namespace Decayscope
