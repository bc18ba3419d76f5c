// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <string_view>

namespace Decayscope {

/// One character of UTF-8 text; bytes that make none are U+FFFD, cut as Unicode advises (maximal subparts).
struct CodePoint
{
    char32_t value = 0;
    std::size_t length = 0; ///< In bytes, at least 1.
};

/// The same of characters outside ASCII, for the functions below.
[[nodiscard]] CodePoint wideCodePointAt(std::string_view text, std::size_t at);
[[nodiscard]] bool isWideSpace(char32_t character);

/// The character that begins at byte `at`, which must lie inside the text.
[[nodiscard]] inline CodePoint codePointAt(std::string_view text, std::size_t at)
{
    const auto byte = static_cast<unsigned char>(text[at]);
    return byte < 0x80 ? CodePoint{byte, 1} : wideCodePointAt(text, at);
}

/// Python's `\s` in a str pattern.
[[nodiscard]] inline bool isSpace(char32_t character)
{
    if (character >= 0x80)
        return isWideSpace(character);
    return character == ' ' || (character >= 0x09 && character <= 0x0D) || (character >= 0x1C && character <= 0x1F);
}

/// Python's `\w` in a str pattern: letters and numbers of any script and the underscore.
[[nodiscard]] bool isWord(char32_t character);

/// The first byte at or after `at` that begins no white space.
[[nodiscard]] std::size_t skipSpaces(std::string_view text, std::size_t at);

/// The first byte at or after `at` that begins no word character.
[[nodiscard]] std::size_t skipWord(std::string_view text, std::size_t at);

/// The same where dots belong to the word.
[[nodiscard]] std::size_t skipDottedWord(std::string_view text, std::size_t at);

/// Whether the character that ends just before `at` is white space.
[[nodiscard]] bool isSpaceBefore(std::string_view text, std::size_t at);

[[nodiscard]] bool startsWithAt(std::string_view text, std::size_t at, std::string_view word);

/// The lower case ASCII letter that Python's re.IGNORECASE takes the character for, else the character itself.
/// Four letters outside ASCII count as i, k and s.
[[nodiscard]] char32_t foldedToAscii(char32_t character);

/// The text for a reader; a byte order mark stays, as in Python.
[[nodiscard]] QString textOf(std::string_view utf8);

} // namespace Decayscope
