// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "plan.h"

#include <algorithm>
#include <map>

namespace Decayscope {

namespace {

/// The tasks of each level, so that their frameworks alternate and each framework goes through its tasks in order.
std::vector<std::vector<TaskSpec>> tasksByLevel(const std::vector<TaskSpec> &tasks)
{
    struct Placed
    {
        int round = 0; ///< Which one of its framework at its level.
        TaskSpec task;
    };
    std::map<int, std::vector<Placed>> levels;
    std::map<std::pair<int, QString>, int> rounds;
    for (const auto &task : tasks)
        levels[task.level()].push_back({rounds[{task.level(), task.framework}]++, task});
    std::vector<std::vector<TaskSpec>> ordered;
    for (auto &[level, placed] : levels) {
        std::ranges::stable_sort(placed, {}, &Placed::round);
        auto &row = ordered.emplace_back();
        std::ranges::transform(placed, std::back_inserter(row), &Placed::task);
    }
    return ordered;
}

/// Levels take turns as their numbers of tasks allow: the i-th of n tasks stands at (2i + 1) / 2n of the way.
std::vector<TaskSpec> balanced(const std::vector<TaskSpec> &tasks)
{
    struct Placed
    {
        double place = 0;
        TaskSpec task;
    };
    std::vector<Placed> all;
    all.reserve(tasks.size());
    for (const auto &level : tasksByLevel(tasks)) {
        for (std::size_t i = 0; i < level.size(); ++i)
            all.push_back({static_cast<double>(2 * i + 1) / static_cast<double>(2 * level.size()), level[i]});
    }
    std::ranges::stable_sort(all, {}, &Placed::place);
    std::vector<TaskSpec> order;
    order.reserve(all.size());
    std::ranges::transform(all, std::back_inserter(order), &Placed::task);
    return order;
}

} // namespace

qint64 plannedRunCount(const CampaignPlan &plan)
{
    const auto cells = std::ssize(plan.configurations) * std::ssize(plan.tasks);
    return cells * std::max(plan.trials, 0);
}

std::vector<PlannedRun> plannedRuns(const CampaignPlan &plan)
{
    const auto count = plannedRunCount(plan);
    std::vector<PlannedRun> runs;
    if (count > mostPlannedRuns)
        return runs;
    runs.reserve(static_cast<std::size_t>(count));
    const auto tasks = balanced(plan.tasks);
    for (int trial = 0; trial < plan.trials; ++trial) {
        for (const auto &task : tasks) {
            for (const auto &configuration : plan.configurations)
                runs.push_back({.number = static_cast<int>(runs.size()),
                    .configuration = configuration,
                    .task = task,
                    .trial = trial});
        }
    }
    return runs;
}

} // namespace Decayscope
