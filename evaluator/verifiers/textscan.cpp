// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "textscan.h"

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

constexpr char32_t replacement = 0xFFFD;

unsigned char byteAt(std::string_view text, std::size_t at)
{
    return static_cast<unsigned char>(text[at]);
}

/// What may follow a lead byte: how many bytes, and the bounds of the first of them (Unicode, table 3-7).
struct Sequence
{
    std::size_t following = 0;
    unsigned char low = 0x80;
    unsigned char high = 0xBF;
};

constexpr Sequence sequenceOf(unsigned char lead)
{
    if (lead >= 0xC2 && lead <= 0xDF)
        return {1};
    if (lead >= 0xE0 && lead <= 0xEF)
        return {2, static_cast<unsigned char>(lead == 0xE0 ? 0xA0 : 0x80),
            static_cast<unsigned char>(lead == 0xED ? 0x9F : 0xBF)};
    if (lead >= 0xF0 && lead <= 0xF4)
        return {3, static_cast<unsigned char>(lead == 0xF0 ? 0x90 : 0x80),
            static_cast<unsigned char>(lead == 0xF4 ? 0x8F : 0xBF)};
    return {};
}

template <typename Predicate>
std::size_t skipWhile(std::string_view text, std::size_t at, Predicate belongs)
{
    while (at < text.size()) {
        const auto character = codePointAt(text, at);
        if (!belongs(character.value))
            break;
        at += character.length;
    }
    return at;
}

} // namespace

CodePoint wideCodePointAt(std::string_view text, std::size_t at)
{
    const auto lead = byteAt(text, at);
    const auto sequence = sequenceOf(lead);
    if (sequence.following == 0)
        return {replacement, 1};
    auto value = static_cast<char32_t>(lead & (0x3FU >> sequence.following));
    for (std::size_t i = 1; i <= sequence.following; ++i) {
        if (at + i >= text.size())
            return {replacement, i};
        const auto byte = byteAt(text, at + i);
        if (byte < (i == 1 ? sequence.low : 0x80) || byte > (i == 1 ? sequence.high : 0xBF))
            return {replacement, i};
        value = (value << 6U) | (byte & 0x3FU);
    }
    return {value, sequence.following + 1};
}

bool isWideSpace(char32_t character)
{
    if (character >= 0x2000 && character <= 0x200A)
        return true;
    constexpr std::array others{U'\u0085', U'\u00A0', U'\u1680', U'\u2028', U'\u2029', U'\u202F', U'\u205F', U'\u3000'};
    return std::ranges::contains(others, character);
}

bool isWord(char32_t character)
{
    return character == '_' || QChar::isLetterOrNumber(character);
}

std::size_t skipSpaces(std::string_view text, std::size_t at)
{
    return skipWhile(text, at, isSpace);
}

std::size_t skipWord(std::string_view text, std::size_t at)
{
    return skipWhile(text, at, isWord);
}

std::size_t skipDottedWord(std::string_view text, std::size_t at)
{
    return skipWhile(text, at, [](char32_t character) { return character == '.' || isWord(character); });
}

bool isSpaceBefore(std::string_view text, std::size_t at)
{
    for (std::size_t length = 1; length <= 3 && length <= at; ++length) {
        const auto character = codePointAt(text, at - length);
        if (character.length == length && isSpace(character.value))
            return true;
    }
    return false;
}

bool startsWithAt(std::string_view text, std::size_t at, std::string_view word)
{
    return at <= text.size() && text.substr(at).starts_with(word);
}

char32_t foldedToAscii(char32_t character)
{
    if (character >= 'A' && character <= 'Z')
        return character + ('a' - 'A');
    if (character == 0x0130 || character == 0x0131) // dotted capital I, dotless i
        return 'i';
    if (character == 0x017F) // long s
        return 's';
    if (character == 0x212A) // kelvin sign
        return 'k';
    return character;
}

QString textOf(std::string_view utf8)
{
    QString text;
    text.reserve(static_cast<qsizetype>(utf8.size()));
    for (std::size_t at = 0; at < utf8.size();) {
        const auto character = codePointAt(utf8, at);
        text.append(QStringView(QChar::fromUcs4(character.value)));
        at += character.length;
    }
    return text;
}

} // namespace Decayscope
