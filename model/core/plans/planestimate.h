// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "planstatus.h"

#include <span>

namespace Decayscope {

/// A range something is expected in.
struct Expectation
{
    double expected = 0;
    double low = 0; ///< The bounds of a 90 % prediction interval.
    double high = 0;

    bool operator==(const Expectation &) const = default;
};

/// What the rest of a plan is expected to use, from earlier runs of the study.
struct PlanEstimate
{
    int runs = 0; ///< Still to be made.
    int informed = 0; ///< Of them, those whose scaffold and level earlier runs tell of; others borrow from any runs.
    int unknown = 0; ///< Of them, those about whose tokens nothing at all is known: they are not in any sum.
    Expectation inputTokens;
    Expectation outputTokens;
    std::optional<Expectation> cost; ///< Absent where a model has no price, or tokens are unknown.
    std::optional<Expectation> seconds; ///< Wall time with the plan's parallelism; absent where nothing was timed.
    QStringList basis; ///< What it rests on, sentence by sentence, for people.

    bool operator==(const PlanEstimate &) const = default;
};

/// Estimates the runs of a plan that `status` (of the same plan, or null) does not have as done or failed yet. `timed`
/// are runs of earlier plans, or of this one; those that are done tell the time that runs take.
///
/// A run is expected to use what the nearest earlier runs used on average: those of its configuration and task, else of
/// its configuration and level, else of its scaffold and level, else of its level, else any. A nearer group counts only
/// with three runs or more; where none has as many, the widest that has any is taken.
///
/// The range is that of the sum, as if runs were independent and sums normal: a group with n earlier runs of variance
/// s² that stands for m runs adds m·s² for their own differences and m²·s²/n for what the mean may be off. A group of
/// one run is taken to have a standard deviation as large as its mean. Lower ends stop at 0. Time divides the sum among
/// the places that run at once and adds half a mean run, for the last runs do not fill all places. Repeated attempts
/// and judges are not in any of the sums.
[[nodiscard]] PlanEstimate estimatePlan(const CampaignPlan &plan, const PlanStatus *status,
    std::span<const Run> earlier, std::span<const PlannedRunStatus> timed);

} // namespace Decayscope
