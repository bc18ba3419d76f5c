// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/result.h>

#include <QStringList>

#include <vector>

namespace Decayscope {

/// A word or phrase of a query.
struct SearchTerm
{
    QStringList words; ///< At least one; split as the index's tokenizer splits, as they were typed.
    bool isPrefix = false; ///< The last word may go on.

    [[nodiscard]] bool isPhrase() const { return words.size() > 1; }

    bool operator==(const SearchTerm &) const = default;
};

/// What somebody looks for, in the words of the search line: words that must all occur, "phrases", AND, OR, NOT,
/// parentheses and prefix*. Words are found whatever their case and accents; what joins two of them, as in app.js,
/// makes a phrase.
class SearchQuery
{
public:
    /// Fails with InvalidInput, in a sentence that says at which character.
    [[nodiscard]] static Result<SearchQuery> parse(QStringView text);

    [[nodiscard]] const std::vector<SearchTerm> &terms() const { return m_terms; }

    /// Which terms speak for a text that has them; those behind NOT do not.
    [[nodiscard]] std::vector<bool> wantedTerms() const;

    /// Whether a text in which exactly these terms occur fits.
    [[nodiscard]] bool fits(const std::vector<bool> &found) const;

    /// For the full-text index, which knows words but no phrases: finds every text that fits, and where isExact() is
    /// false perhaps others.
    [[nodiscard]] QString indexQuery() const;
    [[nodiscard]] bool isExact() const;

private:
    friend class SearchQueryParser;

    struct Node
    {
        enum class Kind : quint8 { Term, And, Or, Not };

        Kind kind = Kind::Term;
        std::size_t term = 0;
        std::vector<Node> children; ///< Of Not two: what must and what must not fit.
    };

    [[nodiscard]] bool fits(const Node &node, const std::vector<bool> &found) const;
    void collectWanted(const Node &node, bool isWanted, std::vector<bool> &wanted) const;
    [[nodiscard]] QString atLeast(const Node &node) const;
    [[nodiscard]] QString atMost(const Node &node) const;

    std::vector<SearchTerm> m_terms;
    Node m_root;
};

} // namespace Decayscope
