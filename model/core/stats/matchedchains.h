// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "coverage.h"
#include "interval.h"
#include "scores.h"

namespace Decayscope {

/// A path from no constraint to three within one framework and contract, each step adding one: a task a level.
using ConstraintChain = std::array<TaskSpec, levelCount>;

/// The chains among generation tasks: every order in which the three constraints of a task can be added such that the
/// tasks on the way are among them, too. As no task has an ORM without a database, the database comes first: the ten
/// variants of a framework hold six chains. By their last task, then by the order of the constraints.
[[nodiscard]] std::vector<ConstraintChain> constraintChains(std::span<const TaskSpec> tasks);

/// One level of matched chains, in percent. A framework's value is the mean over its complete chains of the task at
/// this level, where a task that several chains pass counts with each; the level's is the mean over frameworks.
struct ChainLevel
{
    Estimate assertions; ///< A%; n = clusters = frameworks.
    Estimate passAt1;
    int tasks = 0; ///< Different tasks behind it.
    std::set<RunId> runs;

    bool operator==(const ChainLevel &) const = default;
};

/// How a configuration fares along chains: the same frameworks and orders of constraints at every level, where the
/// plain mean compares whatever tasks a level has.
struct MatchedCurve
{
    Configuration configuration;
    int planned = 0; ///< Chains all of whose tasks are planned for the configuration.
    int complete = 0; ///< Of those, the ones whose four tasks all have a run; only these count.
    QStringList missing; ///< Tasks of planned chains without a run, by name.
    int missingTrials = 0; ///< Runs that tasks of complete chains lack.
    std::array<std::optional<ChainLevel>, levelCount> levels; ///< Absent, all of them, without a complete chain.
    std::optional<Estimate> delta; ///< A% at L3 less A% at L0 of the same chains, percentage points.
    std::optional<Estimate> passDelta; ///< The same of pass@1.

    [[nodiscard]] bool isIncomplete() const { return complete < planned || missingTrials > 0; }

    bool operator==(const MatchedCurve &) const = default;
};

/// One curve per configuration that has generation runs, by configuration. Intervals are those of `clusteredMean` over
/// one value a framework: mean ± t(0.975, G − 1) · s/√G.
[[nodiscard]] std::vector<MatchedCurve> matchedCurves(
    std::span<const Run> runs, const StudyPlan &plan, ScoreMode mode, const TaskChoice &choice = {});

} // namespace Decayscope
