// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "frameworks.h"

#include "grouping.h"
#include "interval.h"

#include <cmath>

namespace Decayscope {

namespace {

using FrameworkOfConfiguration = std::pair<Configuration, QString>;

FrameworkScore scoreOf(const FrameworkOfConfiguration &key, const std::vector<TaskScore> &tasks, ScoreMode mode)
{
    FrameworkScore score{.configuration = key.first, .framework = key.second, .tasks = static_cast<int>(tasks.size())};
    for (const auto &task : tasks) {
        score.assertions += task.assertions(mode);
        score.passAt1 += task.passAt(1, mode);
        score.runs += task.runs;
    }
    score.assertions /= score.tasks;
    score.passAt1 /= score.tasks;
    return score;
}

std::vector<FrameworkAverage> averagesOf(const FrameworkBoard &board)
{
    std::map<QString, FrameworkAverage> averages;
    for (const auto &score : board.scores) {
        if (!board.fullSet.contains(score.configuration))
            continue;
        auto &average = averages[score.framework];
        average.assertions += score.assertions;
        average.passAt1 += score.passAt1;
        ++average.configurations;
    }
    std::vector<FrameworkAverage> ordered;
    for (auto &[framework, average] : averages) {
        average.framework = framework;
        average.assertions /= average.configurations;
        average.passAt1 /= average.configurations;
        ordered.push_back(average);
    }
    return ordered;
}

} // namespace

std::set<Configuration> fullSetConfigurations(std::span<const TaskScore> scores)
{
    std::set<TaskSpec> all;
    std::map<Configuration, std::size_t> done;
    for (const auto &score : scores) {
        all.insert(score.task);
        ++done[score.configuration];
    }
    std::set<Configuration> fullSet;
    for (const auto &[configuration, tasks] : done) {
        if (10 * tasks >= 9 * all.size())
            fullSet.insert(configuration);
    }
    return fullSet;
}

FrameworkBoard frameworkBoard(std::span<const Run> runs, ScoreMode mode)
{
    const auto tasks = taskScores(runs);
    const auto keyOf
        = [](const TaskScore &score) { return FrameworkOfConfiguration(score.configuration, score.task.framework); };
    FrameworkBoard board{.fullSet = fullSetConfigurations(tasks)};
    for (const auto &[key, ofKey] : groupedBy(tasks, keyOf))
        board.scores.push_back(scoreOf(key, ofKey, mode));
    board.averages = averagesOf(board);
    return board;
}

std::vector<FrameworkSensitivity> frameworkSensitivity(std::span<const Run> runs, ScoreMode mode)
{
    std::map<FrameworkOfConfiguration, std::vector<double>> shares;
    for (const auto &run : runs) {
        if (run.task.kind == TaskKind::Generation)
            shares[{run.key.configuration, run.task.framework}].push_back(share(run, mode));
    }
    std::vector<FrameworkSensitivity> rows;
    for (const auto &[key, values] : shares) {
        FrameworkSensitivity row{
            .configuration = key.first, .framework = key.second, .runs = static_cast<int>(values.size())};
        row.mean = meanOf(values).value();
        if (const auto deviation = deviationOf(values))
            row.standardError = *deviation / std::sqrt(static_cast<double>(values.size()));
        rows.push_back(row);
    }
    return rows;
}

} // namespace Decayscope
