// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "interval.h"
#include "scores.h"

#include <set>
#include <span>

namespace Decayscope {

/// What a constraint costs by itself: a row of the study's Table 2a. Differences are percentage points of A% between
/// tasks with the constraint and their siblings without it.
struct MarginalEffect
{
    Constraint constraint = Constraint::CleanArchitecture;
    Estimate effect; ///< Over all pairs of all configurations; clusters = pairs of tasks.
    std::optional<double> deviation; ///< Standard deviation with n − 1.
    std::optional<double> standardError; ///< deviation/√n, as the study prints it.
    double pValue = 1; ///< Sign-flip permutation of whole clusters.
    double pHolm = 1; ///< The same, adjusted for all constraints shown.
    std::set<RunId> runs; ///< Behind both sides of the pairs.

    bool operator==(const MarginalEffect &) const = default;
};

/// The constraints that have at least one pair, in the study's order. A pair is one configuration's task and the same
/// framework's task with the same constraints but this one.
[[nodiscard]] std::vector<MarginalEffect> marginalEffects(std::span<const Run> runs, ScoreMode mode);

} // namespace Decayscope
