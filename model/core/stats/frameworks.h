// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "taskscores.h"

#include <optional>
#include <set>
#include <span>

namespace Decayscope {

/// A configuration on one framework, over its tasks.
struct FrameworkScore
{
    Configuration configuration;
    QString framework;
    double assertions = 0; ///< Mean A% of the tasks, 0–100.
    double passAt1 = 0; ///< Mean pass@1 of the tasks in percent.
    int tasks = 0;
    int runs = 0;

    bool operator==(const FrameworkScore &) const = default;
};

/// A framework over the full-set configurations that have it: the mean of their means.
struct FrameworkAverage
{
    QString framework;
    double assertions = 0;
    double passAt1 = 0;
    int configurations = 0;

    bool operator==(const FrameworkAverage &) const = default;
};

/// The framework leaderboard.
struct FrameworkBoard
{
    std::vector<FrameworkScore> scores; ///< By configuration, then framework.
    std::vector<FrameworkAverage> averages; ///< By framework; empty where no configuration is full-set.
    std::set<Configuration> fullSet;

    bool operator==(const FrameworkBoard &) const = default;
};

[[nodiscard]] FrameworkBoard frameworkBoard(std::span<const Run> runs, ScoreMode mode);

/// The configurations whose tasks cover at least 90 % of all tasks of all configurations.
[[nodiscard]] std::set<Configuration> fullSetConfigurations(std::span<const TaskScore> scores);

/// A configuration on one framework over its runs, for the sensitivity figure.
struct FrameworkSensitivity
{
    Configuration configuration;
    QString framework;
    double mean = 0; ///< Mean share of the runs, 0–100.
    std::optional<double> standardError; ///< sd/√n over runs; absent for one run.
    int runs = 0;

    bool operator==(const FrameworkSensitivity &) const = default;
};

/// By configuration, then framework; generation runs only.
[[nodiscard]] std::vector<FrameworkSensitivity> frameworkSensitivity(std::span<const Run> runs, ScoreMode mode);

} // namespace Decayscope
