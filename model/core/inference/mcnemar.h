// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "resampling.h"

namespace Decayscope {

/// How often two sides that were tried on the same things succeeded.
struct PairedOutcomes
{
    int both = 0;
    int onlyA = 0;
    int onlyB = 0;
    int neither = 0;

    [[nodiscard]] int pairs() const { return both + onlyA + onlyB + neither; }
};

/// Whether two paired proportions differ. Percentages, a less b.
struct McNemarTest
{
    double difference = 0; ///< Percentage points; 0 for no pairs.
    std::optional<Interval> interval; ///< 95 %, Newcombe's (1998) method 10 for paired proportions.
    double exactP = 1; ///< Two-sided binomial test of the discordant pairs; 1 where there are none.
    double midP = 1; ///< Twice the tail less half the chance of what was seen (Fagerland, Lydersen and Laake 2013).
    std::optional<double> chiSquared; ///< With continuity correction (Edwards 1948), as R's mcnemar.test.
    std::optional<double> chiSquaredP;
};

[[nodiscard]] McNemarTest mcNemar(const PairedOutcomes &outcomes);

} // namespace Decayscope
