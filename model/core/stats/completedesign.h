// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "coverage.h"
#include "interval.h"
#include "scores.h"

namespace Decayscope {

/// A configuration's mean A% over the tasks of a level, or of all, where configurations have run different tasks;
/// percent.
struct DesignEstimate
{
    Configuration configuration;
    int tasks = 0; ///< It has run.
    std::optional<Estimate> plain; ///< Over those; clusters = frameworks.
    std::optional<Estimate> shared; ///< Over the tasks that every configuration has run.
    std::optional<Estimate> additive; ///< Over all tasks, from configuration + task effects; interval by jackknife.
    std::optional<double> lowest; ///< Over all tasks if it had 0 on those it has not run; absent without tasks.
    std::optional<double> highest; ///< The same with 100.
    std::set<RunId> runs;

    bool operator==(const DesignEstimate &) const = default;
};

/// One level of a design, or all levels together.
struct DesignLevel
{
    std::optional<int> level; ///< Absent: all.
    int tasks = 0; ///< That are planned for any configuration, or that any has run.
    QStringList neverRun; ///< Of those, the ones no configuration has run, by name.
    int sharedTasks = 0;
    std::vector<std::vector<Configuration>> groups; ///< Of configurations linked by tasks they share; one: connected.
    std::vector<DesignEstimate> estimates; ///< By configuration; those without a task at this level have no values.

    bool operator==(const DesignLevel &) const = default;
};

/// L0 to L3 and all levels together, in this order; levels without tasks are left out. The additive model is fitted
/// within a level, so that decay may differ between configurations, and does not exist where the design is not
/// connected; tasks nobody has run are no part of it. Its interval: mean ± t(0.975, G − 1) · SE with the jackknife over
/// frameworks, SE² = (G − 1)/G · Σ (θ₋g − mean θ₋g)²; absent where a design without one framework is not connected, and
/// for more than 200 frameworks.
[[nodiscard]] std::vector<DesignLevel> completeDesign(
    std::span<const Run> runs, const StudyPlan &plan, ScoreMode mode, const TaskChoice &choice = {});

} // namespace Decayscope
