// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "studyplan.h"

#include <array>
#include <functional>

namespace Decayscope {

/// What of one level of a configuration's plan is there.
struct LevelCoverage
{
    int planned = 0; ///< Tasks.
    QStringList missing; ///< Planned tasks without a run, by name.
    int missingTrials = 0; ///< Runs that tasks with some lack.

    [[nodiscard]] bool isComplete() const { return missing.isEmpty() && missingTrials == 0; }

    bool operator==(const LevelCoverage &) const = default;
};

/// How much of its plan a configuration has run.
struct Coverage
{
    Configuration configuration;
    int tasksDone = 0; ///< Generation tasks with at least one run, planned or not.
    int tasksPlanned = 0;
    QStringList missing; ///< Planned tasks without a run, by name.
    std::array<LevelCoverage, levelCount> levels;

    bool operator==(const Coverage &) const = default;
};

/// Says which planned tasks are asked for; an empty one asks for all.
using TaskChoice = std::function<bool(const TaskSpec &)>;

/// The configurations that have generation runs, by configuration.
[[nodiscard]] std::vector<Coverage> coverage(
    std::span<const Run> runs, const StudyPlan &plan, const TaskChoice &choice = {});

} // namespace Decayscope
