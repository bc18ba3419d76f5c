// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "run.h"

#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace Decayscope {

/// What of a run is searched.
enum class SearchPart : quint8 { Turns, Logs, Patches };

inline constexpr std::array allSearchParts{SearchPart::Turns, SearchPart::Logs, SearchPart::Patches};

/// What to look for, and where.
struct SearchRequest
{
    QString query; ///< Words, "phrases", AND, OR, NOT, parentheses, prefix*.
    std::set<SearchPart> parts{allSearchParts.begin(), allSearchParts.end()};
    std::optional<std::set<RunId>> runs; ///< Only these; nothing for all.
    int offset = 0; ///< Hits to leave out, from the first.
    int limit = 50; ///< At least 1.

    bool operator==(const SearchRequest &) const = default;
};

/// One turn, log or patch that holds what was looked for.
struct SearchHit
{
    RunId run;
    SearchPart part = SearchPart::Turns;
    QString document; ///< Path of the log or patch; empty for turns.
    int turn = -1; ///< 0-based; -1 for logs and patches.
    int line = 0; ///< 1-based line of the first hit in a log or patch; 0 for turns.
    QString snippet; ///< A line or two around the first hit, plain text.
    std::vector<std::pair<int, int>> marks; ///< Start and length in `snippet` of what fits.

    bool operator==(const SearchHit &) const = default;
};

/// A page of hits, in the order of runs and of their parts.
struct SearchPage
{
    std::vector<SearchHit> hits;
    qint64 total = 0; ///< Over all pages.
    bool isTotalExact = true; ///< Else at most so many: not all phrases have been checked yet.

    bool operator==(const SearchPage &) const = default;
};

} // namespace Decayscope
