// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <stats/interval.h>

#include <vector>

namespace Decayscope {

inline constexpr int mostPassTrials = 50; ///< The greatest k of a curve.

/// How often a task was tried, and the cluster it belongs to.
struct TaskTrials
{
    int trials = 0; ///< At least 1.
    int successes = 0; ///< 0 to trials.
    int cluster = 0; ///< Numbered from 0 without gaps.
};

/// What k trials a task come to, percentages as means over tasks.
struct PassPoint
{
    int k = 1;
    Estimate any; ///< pass@k: at least one of k trials succeeds.
    Estimate all; ///< pass^k: all k do.
    int shortTasks = 0; ///< Tasks with fewer than k trials; pass@k takes any success of theirs for one.
};

/// One point for every k from 1 to the most trials of a task, at most mostPassTrials. Tasks without trials are left
/// out; none for no tasks. Formulas in stats/passatk.h, intervals as clusteredMean has them.
[[nodiscard]] std::vector<PassPoint> passCurve(std::span<const TaskTrials> tasks);

} // namespace Decayscope
