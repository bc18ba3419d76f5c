// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "addressrewriter.h"

#include <algorithm>

namespace Decayscope {

namespace {

/// Where the next occurrence of each address is, looked up again only once it is passed.
class NextOccurrence
{
public:
    NextOccurrence(const QByteArray &text, const AddressRewriter::Replacements &replacements)
        : m_text(text)
        , m_replacements(replacements)
        , m_places(replacements.size(), -1)
    { }

    /// Index of the replacement that comes first at or after `from`, or -1.
    int first(qsizetype from)
    {
        int best = -1;
        for (std::size_t i = 0; i < m_places.size(); ++i) {
            if (m_places[i] < from)
                m_places[i] = place(i, from);
            if (m_places[i] < m_text.size() && (best < 0 || m_places[i] < at(best)))
                best = static_cast<int>(i);
        }
        return best;
    }

    [[nodiscard]] qsizetype at(int index) const { return m_places[static_cast<std::size_t>(index)]; }

private:
    [[nodiscard]] qsizetype place(std::size_t index, qsizetype from) const
    {
        const auto found = m_text.indexOf(m_replacements[index].first, from);
        return found < 0 ? m_text.size() : found;
    }

    const QByteArray &m_text;
    const AddressRewriter::Replacements &m_replacements;
    std::vector<qsizetype> m_places;
};

} // namespace

AddressRewriter::AddressRewriter(Replacements replacements)
    : m_replacements(std::move(replacements))
{
    std::erase_if(m_replacements, [](const auto &replacement) { return replacement.first.isEmpty(); });
    std::ranges::stable_sort(
        m_replacements, std::ranges::greater{}, [](const auto &replacement) { return replacement.first.size(); });
    if (!m_replacements.empty())
        m_longest = m_replacements.front().first.size();
}

QByteArray AddressRewriter::feed(QByteArrayView piece)
{
    m_held.append(piece);
    return rewritten(std::max<qsizetype>(0, m_held.size() - m_longest + 1));
}

QByteArray AddressRewriter::finish()
{
    return rewritten(m_held.size());
}

/// Addresses that begin before `limit` are complete in what is held.
QByteArray AddressRewriter::rewritten(qsizetype limit)
{
    QByteArray out;
    qsizetype done = 0;
    NextOccurrence next(m_held, m_replacements);
    for (int index = next.first(0); index >= 0 && next.at(index) < limit; index = next.first(done)) {
        const auto &[from, to] = m_replacements[static_cast<std::size_t>(index)];
        out.append(QByteArrayView(m_held).sliced(done, next.at(index) - done)).append(to);
        done = next.at(index) + from.size();
    }
    if (done < limit) {
        out.append(QByteArrayView(m_held).sliced(done, limit - done));
        done = limit;
    }
    m_held.remove(0, done);
    return out;
}

} // namespace Decayscope
