// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "textunits.h"

#include <QChar>

#include <optional>

namespace Decayscope {

namespace {

constexpr qsizetype digitsOfEscape = 4;

bool isSeparatorCharacter(char32_t c)
{
    switch (c) {
    case U'-':
    case U'_':
    case U'.':
    case U' ':
    case U'\t':
    case U'\u00A0': // no-break space
    case U'\u2010': // hyphen
    case U'\u2011': // no-break hyphen
    case U'\u2013': // en dash
    case U'\u202F': // narrow no-break space
        return true;
    default:
        return false;
    }
}

int hexDigit(char32_t c)
{
    if (c >= U'0' && c <= U'9')
        return static_cast<int>(c - U'0');
    if (c >= U'a' && c <= U'f')
        return static_cast<int>(c - U'a') + 10;
    if (c >= U'A' && c <= U'F')
        return static_cast<int>(c - U'A') + 10;
    return -1;
}

char16_t plainAt(QStringView text, qsizetype place)
{
    return text[place].unicode();
}

char16_t plainAt(QByteArrayView text, qsizetype place)
{
    return static_cast<unsigned char>(text[place]);
}

/// The character of `\uXXXX` whose digits begin at a place.
template <typename Text>
std::optional<char32_t> escapedCharacter(Text text, qsizetype place)
{
    if (place + digitsOfEscape > text.size())
        return {};
    char32_t character = 0;
    for (auto i = place; i < place + digitsOfEscape; ++i) {
        const auto digit = hexDigit(plainAt(text, i));
        if (digit < 0)
            return {};
        character = character * 16 + static_cast<char32_t>(digit);
    }
    return character;
}

/// What begins with a backslash. JSON in JSON doubles them: a row of them counts as one.
template <typename Text>
TextUnit escapeAt(Text text, qsizetype place)
{
    auto letter = place;
    while (letter < text.size() && plainAt(text, letter) == u'\\')
        ++letter;
    const auto next = letter < text.size() ? plainAt(text, letter) : u'\0';
    switch (next) {
    case u'u':
        if (const auto character = escapedCharacter(text, letter + 1)) {
            auto unit = unitOf(*character);
            unit.length = letter - place + 1 + digitsOfEscape;
            return unit;
        }
        break;
    case u'b':
    case u'f':
    case u'n':
    case u'r':
    case u't':
        return {.escape = next, .length = letter - place + 1};
    default:
        break;
    }
    return {.length = letter - place};
}

} // namespace

TextUnit unitOf(char32_t character)
{
    TextUnit unit{.character = character, .length = 1};
    unit.isLetter = QChar::isLetter(character);
    unit.isDigit = QChar::isDigit(character);
    unit.isUpper = unit.isLetter && QChar::isUpper(character);
    unit.isSeparator = isSeparatorCharacter(character);
    if (unit.isWord())
        unit.folded = QChar::toCaseFolded(character);
    return unit;
}

TextUnit unitAt(QStringView text, qsizetype place)
{
    if (place >= text.size())
        return {};
    const auto first = text[place];
    if (first == u'\\')
        return escapeAt(text, place);
    if (!first.isHighSurrogate() || place + 1 >= text.size() || !text[place + 1].isLowSurrogate())
        return unitOf(first.unicode());
    auto unit = unitOf(QChar::surrogateToUcs4(first, text[place + 1]));
    unit.length = 2;
    return unit;
}

TextUnit unitAt(QByteArrayView text, qsizetype place)
{
    if (place >= text.size())
        return {};
    const auto byte = [&](qsizetype at) { return static_cast<unsigned char>(text[at]); };
    const auto first = byte(place);
    if (first == '\\')
        return escapeAt(text, place);
    if (first < 0x80)
        return unitOf(first);
    const qsizetype length = first >= 0xF0 && first < 0xF5 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1;
    if (length == 1 || first >= 0xF5 || place + length > text.size())
        return {.length = 1};
    auto character = static_cast<char32_t>(first & (0x7F >> length));
    for (qsizetype i = 1; i < length; ++i) {
        if ((byte(place + i) & 0xC0) != 0x80)
            return {.length = 1};
        character = (character << 6) | static_cast<char32_t>(byte(place + i) & 0x3F);
    }
    if (character > QChar::LastValidCodePoint)
        return {.length = 1};
    auto unit = unitOf(character);
    unit.length = length;
    return unit;
}

} // namespace Decayscope
