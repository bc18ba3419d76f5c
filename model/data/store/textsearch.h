// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "searchquery.h"

#include <base/progress.h>

#include <QByteArray>

#include <utility>

namespace Decayscope {

/// Where a term stands in a text, in bytes.
struct TermPlace
{
    std::size_t term = 0;
    qsizetype start = 0;
    qsizetype length = 0;
};

struct TextMatch
{
    bool fits = false; ///< The whole query.
    std::vector<TermPlace> places; ///< Of wanted terms, in order; the first few thousand.
};

/// Looks for a query's words and phrases in texts, as the full-text index would if it kept their places.
class TextSearch
{
public:
    explicit TextSearch(const SearchQuery &query);

    /// Searches UTF-8 text, in time linear in its length. A cancelled search answers for the text up to there.
    [[nodiscard]] TextMatch match(QByteArrayView utf8, const Progress &progress = {}) const;

private:
    struct Term
    {
        std::vector<QByteArray> words; ///< Folded.
        bool isPrefix = false;
        bool isWanted = true;
    };

    SearchQuery m_query;
    std::vector<Term> m_terms;
    std::size_t m_longest = 1; ///< Words of the longest phrase.
};

/// A few words of a text around its matches, in one line of plain text.
struct Snippet
{
    QString text;
    std::vector<std::pair<int, int>> marks; ///< Start and length in `text`.
    qsizetype place = 0; ///< The first mark's in the searched text, in bytes.
};

/// Cut where most terms stand together; the beginning of the text where there are none.
[[nodiscard]] Snippet snippetOf(QByteArrayView utf8, const std::vector<TermPlace> &places);

} // namespace Decayscope
