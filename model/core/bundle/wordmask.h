// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>
#include <QStringList>

#include <bitset>
#include <optional>

namespace Decayscope {

/// Words that must not be seen: found whatever their case; those of less than five characters only as whole words.
/// There may be any number of them, and they may hold any characters.
class WordMask
{
public:
    explicit WordMask(const QStringList &words);

    [[nodiscard]] bool isEmpty() const { return m_words.isEmpty(); }
    [[nodiscard]] const QStringList &words() const { return m_words; }

    /// The text with "[removed]" in their place.
    [[nodiscard]] QString masked(const QString &text) const;

    /// The first of them that a text holds, as it stands there.
    [[nodiscard]] std::optional<QString> foundIn(const QString &text) const;

    /// The first of them that bytes hold: as UTF-8, Latin-1 or UTF-16, or written in hexadecimal digits as PDF does. In
    /// bytes that are no text, words of less than five characters would stand by chance: they are not looked for.
    [[nodiscard]] std::optional<QString> foundIn(const QByteArray &bytes) const;

private:
    enum class Sought : quint8 { All, Long };

    struct Place
    {
        qsizetype start = 0;
        qsizetype size = 0;
    };

    void add(const QString &word);
    [[nodiscard]] std::optional<Place> firstIn(const QString &folded, qsizetype from, Sought sought) const;
    [[nodiscard]] qsizetype sizeAt(const QString &folded, qsizetype start, Sought sought) const;
    [[nodiscard]] std::optional<QString> foundIn(const QString &text, Sought sought) const;
    [[nodiscard]] std::optional<QString> foundWideIn(const QByteArray &bytes) const;
    [[nodiscard]] std::optional<QString> foundInDigitsOf(const QByteArray &bytes) const;

    QStringList m_words;
    QHash<quint32, QStringList> m_byStart; ///< Folded, by their first two characters; longer ones first.
    std::bitset<0x10000> m_starts; ///< Their first characters.
};

} // namespace Decayscope
