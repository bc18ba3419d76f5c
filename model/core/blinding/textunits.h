// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QStringView>

namespace Decayscope {

/// One step through a text: a character, or an escape as JSON and programs write it.
struct TextUnit
{
    char32_t character = 0;
    char32_t folded = 0; ///< The character without its case; 0 for what belongs to no word.
    char16_t escape = 0; ///< The letter of `\n` and its like, which is also the first of a word in `C:\new`.
    qsizetype length = 0; ///< In the text; 0 behind its end.
    bool isLetter = false;
    bool isDigit = false;
    bool isUpper = false;
    bool isSeparator = false; ///< Hyphens, underscore, point and blanks.

    [[nodiscard]] bool isWord() const { return isLetter || isDigit; }
};

/// The unit at a place. Escapes of JSON (`\n`, `\u0041`) count as one; a text that holds no JSON loses nothing by it.
[[nodiscard]] TextUnit unitAt(QStringView text, qsizetype place);
/// The same of UTF-8; bytes that are none belong to no word.
[[nodiscard]] TextUnit unitAt(QByteArrayView text, qsizetype place);

/// The unit of a character, one long.
[[nodiscard]] TextUnit unitOf(char32_t character);

} // namespace Decayscope
