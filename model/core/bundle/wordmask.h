// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QRegularExpression>
#include <QStringList>

#include <optional>

namespace Decayscope {

/// Words that must not be seen: found whatever their case; those of less than five characters only as whole words.
class WordMask
{
public:
    explicit WordMask(const QStringList &words);

    [[nodiscard]] bool isEmpty() const { return m_words.isEmpty(); }
    [[nodiscard]] const QStringList &words() const { return m_words; }

    /// The text with "[removed]" in their place.
    [[nodiscard]] QString masked(QString text) const;

    /// The first of them that bytes hold: as UTF-8, Latin-1 or UTF-16, or written in hexadecimal digits as PDF does. In
    /// bytes that are no text, words of less than five characters would stand by chance: they are not looked for.
    [[nodiscard]] std::optional<QString> foundIn(const QByteArray &bytes) const;

private:
    [[nodiscard]] std::optional<QString> foundWideIn(const QByteArray &bytes) const;

    QStringList m_words;
    QRegularExpression m_expression;
    QRegularExpression m_longExpression; ///< Of those that bytes that are no text do not hold by chance.
    QList<std::pair<QByteArray, QString>> m_wide; ///< UTF-16 bytes and their hexadecimal digits, with their word.
};

} // namespace Decayscope
