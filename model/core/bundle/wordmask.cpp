// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wordmask.h"

#include <QStringEncoder>

#include <algorithm>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype leastAnywhere = 5;

QString patternOf(const QString &word)
{
    const auto escaped = QRegularExpression::escape(word);
    return word.size() < leastAnywhere ? u"(?<![\\p{L}\\p{N}])%1(?![\\p{L}\\p{N}])"_s.arg(escaped) : escaped;
}

QStringList sortedWords(const QStringList &words)
{
    QStringList sorted;
    for (const auto &word : words)
        sorted.append(word.trimmed());
    sorted.removeAll(QString());
    sorted.removeDuplicates();
    // A longer word is taken whole before one that begins it.
    std::ranges::sort(
        sorted, [](const QString &a, const QString &b) { return a.size() != b.size() ? a.size() > b.size() : a < b; });
    return sorted;
}

QStringList longWords(QStringList words)
{
    words.removeIf([](const QString &word) { return word.size() < leastAnywhere; });
    return words;
}

QRegularExpression expressionOf(const QStringList &words)
{
    QStringList patterns;
    for (const auto &word : words)
        patterns.append(patternOf(word));
    if (patterns.isEmpty())
        patterns.append(u"(?!)"_s); // Nothing fits it.
    return QRegularExpression(patterns.join(u'|'),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
}

QByteArray wideBytes(const QString &word, QStringConverter::Encoding encoding)
{
    return QStringEncoder(encoding).encode(word);
}

} // namespace

WordMask::WordMask(const QStringList &words)
    : m_words(sortedWords(words))
    , m_expression(expressionOf(m_words))
    , m_longExpression(expressionOf(longWords(m_words)))
{
    for (const auto &word : longWords(m_words)) {
        for (const auto &form : {word, word.toLower(), word.toUpper()}) {
            const auto big = wideBytes(form, QStringConverter::Utf16BE);
            m_wide.emplaceBack(big, word);
            m_wide.emplaceBack(wideBytes(form, QStringConverter::Utf16LE), word);
            m_wide.emplaceBack(big.toHex(), word);
            m_wide.emplaceBack(big.toHex().toUpper(), word);
        }
    }
}

QString WordMask::masked(QString text) const
{
    return isEmpty() ? text : text.replace(m_expression, u"[removed]"_s);
}

std::optional<QString> WordMask::foundIn(const QByteArray &bytes) const
{
    if (isEmpty())
        return std::nullopt;
    const bool isText = bytes.isValidUtf8();
    const auto match
        = isText ? m_expression.match(QString::fromUtf8(bytes)) : m_longExpression.match(QString::fromLatin1(bytes));
    return match.hasMatch() ? std::optional(match.captured()) : foundWideIn(bytes);
}

std::optional<QString> WordMask::foundWideIn(const QByteArray &bytes) const
{
    const auto found = std::ranges::find_if(m_wide, [&bytes](const auto &wide) { return bytes.contains(wide.first); });
    return found == m_wide.end() ? std::nullopt : std::optional(found->second);
}

} // namespace Decayscope
