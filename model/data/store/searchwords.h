// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QStringList>

namespace Decayscope {

/// What the index's tokenizer takes as part of a word: letters, numbers, private use, and the accents it ignores.
/// Source: sqlite.org/fts5.html, "Unicode61 Tokenizer".
[[nodiscard]] bool isWordCharacter(char32_t character);

/// The words of a text, as they stand there.
[[nodiscard]] QStringList searchWords(QStringView text);

/// A word without case and accents, in UTF-8: words that look for each other are equal in it.
[[nodiscard]] QByteArray foldedWord(QStringView word);

/// Steps over UTF-8 text word by word; what is no UTF-8 stands between words.
class WordSteps
{
public:
    explicit WordSteps(QByteArrayView utf8)
        : m_text(utf8)
    { }

    /// Goes to the next word; false at the end.
    [[nodiscard]] bool next();

    [[nodiscard]] qsizetype start() const { return m_start; }
    [[nodiscard]] qsizetype length() const { return m_at - m_start; }
    [[nodiscard]] QByteArrayView word() const { return m_text.sliced(m_start, length()); }
    [[nodiscard]] bool isAscii() const { return m_isAscii; } ///< The word.

private:
    QByteArrayView m_text;
    qsizetype m_start = 0;
    qsizetype m_at = 0;
    bool m_isAscii = true;
};

} // namespace Decayscope
