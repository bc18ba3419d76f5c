// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "scores.h"

#include <span>

namespace Decayscope {

/// What one configuration's runs on one task come to; method.md, "Scores of a task". Every aggregate rests on these.
struct TaskScore
{
    Configuration configuration;
    TaskSpec task;
    int runs = 0; ///< At least 1.
    int successes = 0; ///< Runs that pass all tests and keep all constraints.
    int testsPassed = 0; ///< Runs that pass all tests.
    double strict = 0; ///< A%: mean strict share, 0–100.
    double raw = 0; ///< Raw A%: mean raw share, 0–100.

    [[nodiscard]] double assertions(ScoreMode mode) const { return mode == ScoreMode::Strict ? strict : raw; }

    /// pass@k in percent.
    [[nodiscard]] double passAt(int k, ScoreMode mode) const;

    /// pass^k in percent.
    [[nodiscard]] double passHat(int k, ScoreMode mode) const;

    bool operator==(const TaskScore &) const = default;
};

/// One score per configuration and task of a kind, sorted by configuration, then task. Runs may come in any order;
/// all that are given count, so older dates and excluded runs are left out beforehand.
[[nodiscard]] std::vector<TaskScore> taskScores(std::span<const Run> runs, TaskKind kind = TaskKind::Generation);

} // namespace Decayscope
