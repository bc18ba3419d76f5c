// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/run.h>

#include <span>

namespace Decayscope {

/// Tokens a run takes on average.
struct TokenMean
{
    double input = 0;
    double output = 0;

    bool operator==(const TokenMean &) const = default;
};

/// A configuration's tokens at one level, over the generation runs that say or let infer them.
struct TokenUse
{
    Configuration configuration;
    int level = 0;
    int runs = 0; ///< Runs with a count.
    int estimated = 0; ///< Of those, runs whose tokens are characters / 4.
    TokenMean mean; ///< As the study counts: the default usage, or inferred.
    std::optional<TokenMean> allUsages; ///< Over all usages of a run, where a run of the row says them.

    bool operator==(const TokenUse &) const = default;
};

/// By configuration, then level; only groups that have a count.
[[nodiscard]] std::vector<TokenUse> tokenUse(std::span<const Run> runs);

} // namespace Decayscope
