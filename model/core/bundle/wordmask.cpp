// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wordmask.h"

#include <QStringView>

#include <algorithm>
#include <utility>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype leastAnywhere = 5;

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

/// Without case, character for character: places stay where they are.
QString folded(QString text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const auto next = i + 1;
        if (next < text.size() && text.at(i).isHighSurrogate() && text.at(next).isLowSurrogate()) {
            const auto small = QChar::toCaseFolded(QChar::surrogateToUcs4(text.at(i), text.at(next)));
            if (QChar::requiresSurrogates(small)) {
                text[i] = QChar(QChar::highSurrogate(small));
                text[next] = QChar(QChar::lowSurrogate(small));
            }
            i = next;
        } else {
            text[i] = text.at(i).toCaseFolded();
        }
    }
    return text;
}

/// What a lookup starts from: two characters, or the only one.
quint32 startOf(QStringView text, qsizetype size)
{
    const auto first = quint32{text.at(0).unicode()};
    return size > 1 ? first << 16U | text.at(1).unicode() : first << 16U;
}

bool isWordCharacter(QStringView text, qsizetype at)
{
    if (at < 0 || at >= text.size())
        return false;
    const auto unit = text.at(at);
    if (unit.isLowSurrogate() && at > 0 && text.at(at - 1).isHighSurrogate())
        return QChar::isLetterOrNumber(QChar::surrogateToUcs4(text.at(at - 1), unit));
    if (unit.isHighSurrogate() && at + 1 < text.size() && text.at(at + 1).isLowSurrogate())
        return QChar::isLetterOrNumber(QChar::surrogateToUcs4(unit, text.at(at + 1)));
    return unit.isLetterOrNumber();
}

bool standsAlone(QStringView text, qsizetype start, qsizetype size)
{
    return !isWordCharacter(text, start - 1) && !isWordCharacter(text, start + size);
}

/// Bytes as UTF-16 from the first one on; any two bytes are a character.
QString wideText(QByteArrayView bytes, bool isBigEndian)
{
    QString text(bytes.size() / 2, Qt::Uninitialized);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const auto first = static_cast<uchar>(bytes.at(2 * i));
        const auto second = static_cast<uchar>(bytes.at(2 * i + 1));
        text[i] = isBigEndian ? QChar(second, first) : QChar(first, second);
    }
    return text;
}

bool isDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

} // namespace

WordMask::WordMask(const QStringList &words)
    : m_words(sortedWords(words))
{
    for (const auto &word : std::as_const(m_words)) {
        add(folded(word));
        // Files hold something else in the place of half a character.
        const auto written = QString::fromUtf8(word.toUtf8());
        if (written != word && std::ranges::any_of(written, [](QChar c) { return c.isLetterOrNumber(); }))
            add(folded(written));
    }
}

void WordMask::add(const QString &word)
{
    m_byStart[startOf(word, word.size())].append(word);
    m_starts.set(word.front().unicode());
}

/// How long the word is that begins there; 0 where none does.
qsizetype WordMask::sizeAt(const QString &folded, qsizetype start, Sought sought) const
{
    if (!m_starts.test(folded.at(start).unicode()))
        return 0;
    const auto rest = QStringView(folded).sliced(start);
    const auto fits = [&](const QString &word) {
        if (word.size() < leastAnywhere && (sought == Sought::Long || !standsAlone(folded, start, word.size())))
            return false;
        return rest.startsWith(word);
    };
    for (auto size = std::min<qsizetype>(rest.size(), 2); size > 0; --size) {
        const auto words = m_byStart.constFind(startOf(rest, size));
        if (words == m_byStart.constEnd())
            continue;
        if (const auto word = std::ranges::find_if(*words, fits); word != words->end())
            return word->size();
    }
    return 0;
}

std::optional<WordMask::Place> WordMask::firstIn(const QString &folded, qsizetype from, Sought sought) const
{
    for (auto start = from; start < folded.size(); ++start) {
        if (const auto size = sizeAt(folded, start, sought); size > 0)
            return Place{.start = start, .size = size};
    }
    return std::nullopt;
}

QString WordMask::masked(const QString &text) const
{
    const auto small = folded(text);
    QString rest;
    qsizetype behind = 0;
    while (const auto place = firstIn(small, behind, Sought::All)) {
        rest += QStringView(text).sliced(behind, place->start - behind) + u"[removed]"_s;
        behind = place->start + place->size;
    }
    return rest + QStringView(text).sliced(behind);
}

std::optional<QString> WordMask::foundIn(const QString &text, Sought sought) const
{
    const auto place = firstIn(folded(text), 0, sought);
    return place ? std::optional(text.sliced(place->start, place->size)) : std::nullopt;
}

std::optional<QString> WordMask::foundIn(const QString &text) const
{
    return foundIn(text, Sought::All);
}

std::optional<QString> WordMask::foundIn(const QByteArray &bytes) const
{
    if (isEmpty())
        return std::nullopt;
    auto found = bytes.isValidUtf8() ? foundIn(QString::fromUtf8(bytes), Sought::All)
                                     : foundIn(QString::fromLatin1(bytes), Sought::Long);
    if (!found)
        found = foundWideIn(bytes);
    return found ? found : foundInDigitsOf(bytes);
}

std::optional<QString> WordMask::foundWideIn(const QByteArray &bytes) const
{
    for (qsizetype from = 0; from < std::min<qsizetype>(bytes.size(), 2); ++from) {
        for (const bool isBigEndian : {true, false}) {
            const auto text = wideText(QByteArrayView(bytes).sliced(from), isBigEndian);
            if (auto found = foundIn(text, Sought::Long))
                return found;
        }
    }
    return std::nullopt;
}

/// Four digits a character, from any of them on.
std::optional<QString> WordMask::foundInDigitsOf(const QByteArray &bytes) const
{
    constexpr qsizetype digitsOfOne = 4;
    const auto *const end = bytes.cend();
    for (const auto *start = bytes.cbegin(); start != end;) {
        start = std::find_if(start, end, isDigit);
        const auto *const behind = std::find_if_not(start, end, isDigit);
        for (qsizetype from = 0; from < digitsOfOne && behind - start - from >= digitsOfOne * leastAnywhere; ++from) {
            const auto digits = QByteArray(start + from, (behind - start - from) / digitsOfOne * digitsOfOne);
            if (auto found = foundIn(wideText(QByteArray::fromHex(digits), true), Sought::Long))
                return found;
        }
        start = behind;
    }
    return std::nullopt;
}

} // namespace Decayscope
