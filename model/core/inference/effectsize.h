// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "resampling.h"

#include <optional>
#include <span>

namespace Decayscope {

/// An effect size with its 95 % interval where one exists.
struct EffectSize
{
    double value = 0;
    std::optional<Interval> interval;
    int n = 0; ///< Pairs, or values of both groups.

    bool operator==(const EffectSize &) const = default;
};

/// Cohen's d_z of paired differences: mean over standard deviation, with Hedges' small-sample correction where
/// `corrected`; interval from the noncentral t distribution, corrected alike. Nothing for fewer than two (corrected:
/// three) or for equal differences.
[[nodiscard]] std::optional<EffectSize> standardizedDifference(
    std::span<const double> differences, bool corrected = true);

/// Cohen's d of two independent groups with the pooled standard deviation and the same correction.
[[nodiscard]] std::optional<EffectSize> standardizedDifference(
    std::span<const double> a, std::span<const double> b, bool corrected = true);

/// Cliff's delta: P(a > b) − P(a < b), −1 to 1, with Cliff's (1996) asymmetric interval, which a group of one value
/// does not have; at ±1 its bound is that of Feng and Cliff (2004). Nothing for an empty group.
[[nodiscard]] std::optional<EffectSize> cliffsDelta(std::span<const double> a, std::span<const double> b);

/// Successes of trials, 0 ≤ successes ≤ trials.
struct SuccessCount
{
    int successes = 0;
    int trials = 0;
};

/// Difference of two independent proportions in percentage points with Newcombe's (1998) hybrid score interval.
/// Nothing without trials on both sides or with counts that cannot be.
[[nodiscard]] std::optional<EffectSize> proportionDifference(SuccessCount a, SuccessCount b);

/// Odds ratio of a against b with Haldane's correction (½ added to each cell) where a cell is 0; Woolf's interval.
[[nodiscard]] std::optional<EffectSize> oddsRatio(SuccessCount a, SuccessCount b);

/// Cohen's h, the difference of arcsine-transformed proportions; normal interval.
[[nodiscard]] std::optional<EffectSize> cohensH(SuccessCount a, SuccessCount b);

} // namespace Decayscope
