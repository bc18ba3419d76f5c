// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searchwords.h"

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

constexpr auto asciiWords = [] {
    std::array<bool, 128> table{};
    for (std::size_t c = 0; c < table.size(); ++c)
        table[c] = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    return table;
}();

struct Decoded
{
    char32_t character = 0;
    qsizetype length = 1; ///< In bytes.
};

/// The character at a byte that is no ASCII; 0 of one byte where it is no UTF-8.
Decoded decoded(QByteArrayView text, qsizetype at)
{
    const auto byte = [&](qsizetype i) { return static_cast<unsigned char>(text[i]); };
    const auto first = byte(at);
    const qsizetype length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0;
    if (length == 0 || first > 0xF4 || at + length > text.size())
        return {};
    char32_t character = first & (0xFFU >> (length + 1));
    for (qsizetype i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xC0U) != 0x80U)
            return {};
        character = (character << 6U) | (byte(at + i) & 0x3FU);
    }
    const bool isCharacter = character <= 0x10FFFF && (character < 0xD800 || character > 0xDFFF);
    return isCharacter ? Decoded{character, length} : Decoded{};
}

} // namespace

bool isWordCharacter(char32_t character)
{
    if (character < asciiWords.size())
        return asciiWords[character];
    const bool isAccent = character >= 0x300 && character <= 0x331;
    return QChar::isLetterOrNumber(character) || QChar::category(character) == QChar::Other_PrivateUse || isAccent;
}

QStringList searchWords(QStringView text)
{
    QStringList words(QString{});
    const auto characters = text.toUcs4();
    for (const char32_t character : characters) {
        if (isWordCharacter(character))
            words.last().append(QChar::fromUcs4(character));
        else if (!words.last().isEmpty())
            words.append(QString());
    }
    words.removeAll(QString());
    return words;
}

QByteArray foldedWord(QStringView word)
{
    auto folded = word.toString().normalized(QString::NormalizationForm_KD);
    folded.removeIf([](QChar c) { return c.category() == QChar::Mark_NonSpacing; });
    return folded.toCaseFolded().toUtf8();
}

bool WordSteps::next()
{
    const auto inWord = [this](qsizetype &length) {
        const auto byte = static_cast<unsigned char>(m_text[m_at]);
        length = 1;
        if (byte < asciiWords.size())
            return asciiWords[byte];
        const auto found = decoded(m_text, m_at);
        length = found.length;
        return isWordCharacter(found.character);
    };
    qsizetype length = 1;
    while (m_at < m_text.size() && !inWord(length))
        m_at += length;
    m_start = m_at;
    m_isAscii = true;
    while (m_at < m_text.size() && inWord(length)) {
        m_isAscii &= static_cast<unsigned char>(m_text[m_at]) < asciiWords.size();
        m_at += length;
    }
    return m_at > m_start;
}

} // namespace Decayscope
