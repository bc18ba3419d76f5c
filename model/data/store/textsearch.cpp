// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "textsearch.h"

#include "searchwords.h"

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

constexpr std::size_t maxPlaces = 4096;
constexpr qsizetype bytesBetweenLooks = qsizetype{4} * 1024 * 1024;

// Of a snippet, in bytes.
constexpr qsizetype bytesAround = 200;
constexpr qsizetype bytesBefore = 60;
constexpr qsizetype longestWord = 40; ///< Snippets begin and end between words, but not at any price.

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

bool equalAscii(QByteArrayView word, QByteArrayView folded, bool isPrefix)
{
    if (isPrefix ? word.size() < folded.size() : word.size() != folded.size())
        return false;
    return std::ranges::equal(word.first(folded.size()), folded, {}, lower);
}

bool isEqual(QByteArrayView word, bool isAscii, QByteArrayView folded, bool isPrefix)
{
    if (isAscii)
        return equalAscii(word, folded, isPrefix);
    const auto own = foldedWord(QString::fromUtf8(word));
    return isPrefix ? own.startsWith(folded) : own == folded;
}

struct Word
{
    qsizetype start = 0;
    qsizetype length = 0;
    bool isAscii = true;
};

/// The last words of a text, as many as the longest phrase has.
class LastWords
{
public:
    explicit LastWords(std::size_t size)
        : m_words(size)
    { }

    void push(const Word &word)
    {
        m_next = (m_next + 1) % m_words.size();
        m_words[m_next] = word;
        m_count = std::min(m_count + 1, m_words.size());
    }

    [[nodiscard]] std::size_t count() const { return m_count; }
    /// 0 is the newest.
    [[nodiscard]] const Word &before(std::size_t steps) const
    {
        return m_words[(m_next + m_words.size() - steps) % m_words.size()];
    }

private:
    std::vector<Word> m_words;
    std::size_t m_next = 0;
    std::size_t m_count = 0;
};

/// Whether the newest words are these.
bool endsWith(QByteArrayView text, const LastWords &last, const std::vector<QByteArray> &words, bool isPrefix)
{
    if (last.count() < words.size())
        return false;
    for (std::size_t step = 0; step < words.size(); ++step) {
        const auto &word = last.before(step);
        const auto &wanted = words[words.size() - 1 - step];
        if (!isEqual(text.sliced(word.start, word.length), word.isAscii, wanted, isPrefix && step == 0))
            return false;
    }
    return true;
}

qsizetype atCharacter(QByteArrayView text, qsizetype at)
{
    while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U)
        --at;
    return at;
}

bool isSpace(char c)
{
    return static_cast<unsigned char>(c) <= 0x20;
}

/// Where a snippet whose first mark is at `place` begins.
qsizetype startOf(QByteArrayView text, qsizetype place)
{
    const auto wanted = std::max<qsizetype>(place - bytesBefore, 0);
    if (wanted == 0)
        return 0;
    for (auto at = wanted; at < std::min(place, wanted + longestWord); ++at) {
        if (isSpace(text[at]))
            return at + 1;
    }
    return atCharacter(text, wanted);
}

qsizetype endOf(QByteArrayView text, qsizetype start, qsizetype markEnd)
{
    const auto wanted = std::max(start + bytesAround, std::min(markEnd, start + 2 * bytesAround));
    if (wanted >= text.size())
        return text.size();
    for (auto at = wanted; at > std::max(markEnd, wanted - longestWord); --at) {
        if (isSpace(text[at]))
            return at;
    }
    return atCharacter(text, wanted);
}

/// One character for one: what would break the line, move the cursor or turn the direction of writing becomes a space.
QString plain(QByteArrayView utf8)
{
    auto text = QString::fromUtf8(utf8);
    for (auto &c : text) {
        const auto code = c.unicode();
        const bool isDirection = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
        if (code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x2028 || code == 0x2029 || isDirection)
            c = u' ';
    }
    return text;
}

/// The place from which most different terms stand within a snippet's length.
std::size_t richest(const std::vector<TermPlace> &places)
{
    std::array<int, 256> counts{};
    int different = 0;
    int most = 0;
    std::size_t best = 0;
    std::size_t end = 0;
    for (std::size_t start = 0; start < places.size(); ++start) {
        while (end < places.size() && places[end].start < places[start].start + bytesAround - bytesBefore) {
            if (counts[places[end].term % counts.size()]++ == 0)
                ++different;
            ++end;
        }
        if (different > most) {
            most = different;
            best = start;
        }
        if (--counts[places[start].term % counts.size()] == 0)
            --different;
    }
    return best;
}

} // namespace

TextSearch::TextSearch(const SearchQuery &query)
    : m_query(query)
{
    const auto wanted = query.wantedTerms();
    for (std::size_t i = 0; i < query.terms().size(); ++i) {
        const auto &term = query.terms()[i];
        Term folded{.words = {}, .isPrefix = term.isPrefix, .isWanted = wanted[i]};
        for (const auto &word : term.words)
            folded.words.push_back(foldedWord(word));
        m_longest = std::max(m_longest, folded.words.size());
        m_terms.push_back(std::move(folded));
    }
}

TextMatch TextSearch::match(QByteArrayView utf8, const Progress &progress) const
{
    // Most words of a text begin like none that is looked for.
    std::array<bool, 256> begins{};
    for (const auto &term : m_terms)
        begins[static_cast<unsigned char>(term.words.back().isEmpty() ? 0 : term.words.back().front())] = true;

    TextMatch match;
    std::vector<bool> found(m_terms.size());
    LastWords last(m_longest);
    WordSteps steps(utf8);
    auto nextLook = bytesBetweenLooks;
    while (steps.next()) {
        last.push({steps.start(), steps.length(), steps.isAscii()});
        if (steps.isAscii() && !begins[static_cast<unsigned char>(lower(steps.word().front()))])
            continue;
        for (std::size_t i = 0; i < m_terms.size(); ++i) {
            const auto &term = m_terms[i];
            if (!endsWith(utf8, last, term.words, term.isPrefix))
                continue;
            found[i] = true;
            const auto start = last.before(term.words.size() - 1).start;
            if (term.isWanted && match.places.size() < maxPlaces)
                match.places.push_back({i, start, steps.start() + steps.length() - start});
        }
        if (steps.start() > nextLook) {
            nextLook += bytesBetweenLooks;
            if (progress.isCancelled())
                break;
        }
    }
    match.fits = m_query.fits(found);
    std::ranges::sort(match.places, {}, &TermPlace::start);
    return match;
}

Snippet snippetOf(QByteArrayView utf8, const std::vector<TermPlace> &places)
{
    const auto first = richest(places);
    Snippet snippet{.text = {}, .marks = {}, .place = places.empty() ? 0 : places[first].start};
    const auto start = startOf(utf8, snippet.place);
    const auto end = endOf(utf8, start, places.empty() ? start : snippet.place + places[first].length);
    if (start > 0)
        snippet.text = QStringLiteral("…");
    auto at = start;
    for (auto i = first; i < places.size() && places[i].start + places[i].length <= end; ++i) {
        if (places[i].start < at)
            continue;
        snippet.text += plain(utf8.sliced(at, places[i].start - at));
        const auto mark = plain(utf8.sliced(places[i].start, places[i].length));
        snippet.marks.emplace_back(static_cast<int>(snippet.text.size()), static_cast<int>(mark.size()));
        snippet.text += mark;
        at = places[i].start + places[i].length;
    }
    snippet.text += plain(utf8.sliced(at, end - at));
    if (end < utf8.size())
        snippet.text += u'…';
    return snippet;
}

} // namespace Decayscope
