// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "passcurve.h"

#include <stats/passatk.h>

#include <algorithm>

namespace Decayscope {

namespace {

PassPoint passPoint(std::span<const TaskTrials> tasks, int k)
{
    PassPoint point{.k = k};
    std::vector<ClusteredValue> any;
    std::vector<ClusteredValue> all;
    any.reserve(tasks.size());
    all.reserve(tasks.size());
    for (const auto &[trials, successes, cluster] : tasks) {
        any.push_back({100 * passAtK(trials, successes, k), cluster});
        all.push_back({100 * passHatK(trials, successes, k), cluster});
        point.shortTasks += trials < k ? 1 : 0;
    }
    point.any = clusteredMean(any).value_or(Estimate{});
    point.all = clusteredMean(all).value_or(Estimate{});
    return point;
}

} // namespace

std::vector<PassPoint> passCurve(std::span<const TaskTrials> tasks)
{
    std::vector<TaskTrials> tried(tasks.begin(), tasks.end());
    std::erase_if(tried, [](const TaskTrials &task) { return task.trials < 1; });
    int most = 0;
    for (const auto &task : tried)
        most = std::max(most, task.trials);
    most = std::min(most, mostPassTrials);
    std::vector<PassPoint> points;
    points.reserve(static_cast<std::size_t>(most));
    for (int k = 1; k <= most; ++k)
        points.push_back(passPoint(tried, k));
    return points;
}

} // namespace Decayscope
