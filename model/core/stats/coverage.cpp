// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "coverage.h"

#include <algorithm>

namespace Decayscope {

namespace {

using TrialsByTask = std::map<TaskSpec, int>;

Coverage coverageOf(
    const Configuration &configuration, const TrialsByTask &done, const StudyPlan &plan, const TaskChoice &choice)
{
    Coverage coverage{.configuration = configuration, .tasksDone = static_cast<int>(done.size())};
    for (const auto &task : plan.tasksOf(configuration)) {
        if (choice && !choice(task))
            continue;
        ++coverage.tasksPlanned;
        auto &level = coverage.levels.at(static_cast<std::size_t>(task.level()));
        ++level.planned;
        if (done.contains(task))
            continue;
        coverage.missing.append(task.name);
        level.missing.append(task.name);
    }
    for (const auto &[task, trials] : done) {
        if (task.level() < levelCount)
            coverage.levels.at(static_cast<std::size_t>(task.level())).missingTrials
                += std::max(0, plan.trials() - trials);
    }
    return coverage;
}

} // namespace

std::vector<Coverage> coverage(std::span<const Run> runs, const StudyPlan &plan, const TaskChoice &choice)
{
    std::map<Configuration, TrialsByTask> done;
    for (const auto &run : runs) {
        if (run.task.kind == TaskKind::Generation)
            ++done[run.key.configuration][run.task];
    }
    std::vector<Coverage> rows;
    rows.reserve(done.size());
    for (const auto &[configuration, tasks] : done)
        rows.push_back(coverageOf(configuration, tasks, plan, choice));
    return rows;
}

} // namespace Decayscope
