// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "coverage.h"

#include <set>
#include <vector>

namespace Decayscope {

/// A planned task of a configuration that has fewer runs than planned.
struct MissingCell
{
    TaskSpec task;
    int runs = 0; ///< That count.
    int excluded = 0; ///< Runs of it that were excluded by hand.

    bool operator==(const MissingCell &) const = default;
};

/// What one level of a configuration's plan lacks.
struct LevelCells
{
    Configuration configuration;
    int level = 0;
    int plannedTasks = 0;
    int plannedRuns = 0; ///< plannedTasks × trials a task.
    int runs = 0; ///< Of planned tasks, at most the planned trials of each.
    std::vector<MissingCell> cells; ///< By task name; none where the level is complete.

    [[nodiscard]] int tasksWithout() const; ///< Planned tasks without any run.
    [[nodiscard]] int runsMissing() const { return plannedRuns - runs; }
    [[nodiscard]] int excluded() const; ///< Runs of such cells that were excluded by hand.

    bool operator==(const LevelCells &) const = default;
};

/// One a configuration with generation runs and level that has planned tasks, by configuration, then level. `counted`
/// are the runs that count, `all` those of the study, which tell what was excluded by hand.
[[nodiscard]] std::vector<LevelCells> missingCells(
    std::span<const Run> counted, std::span<const Run> all, const StudyPlan &plan, const TaskChoice &choice = {});

} // namespace Decayscope
