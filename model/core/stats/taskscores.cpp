// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "taskscores.h"

#include "passatk.h"

#include <algorithm>
#include <tuple>

namespace Decayscope {

namespace {

int successesOf(const TaskScore &score, ScoreMode mode)
{
    return mode == ScoreMode::Strict ? score.successes : score.testsPassed;
}

/// Runs of a kind, those of one configuration and task side by side. The id settles ties, so that sums are always
/// taken in the same order.
std::vector<const Run *> sortedByTask(std::span<const Run> runs, TaskKind kind)
{
    std::vector<const Run *> sorted;
    for (const auto &run : runs) {
        if (run.task.kind == kind)
            sorted.push_back(&run);
    }
    std::ranges::sort(sorted, {}, [](const Run *run) {
        return std::tie(run->key.configuration, run->task, run->key.date, run->key.trial, run->id);
    });
    return sorted;
}

TaskScore scoreOf(std::span<const Run *const> runs)
{
    TaskScore score{.configuration = runs.front()->key.configuration, .task = runs.front()->task};
    for (const auto *run : runs) {
        ++score.runs;
        score.successes += isSuccess(*run, ScoreMode::Strict) ? 1 : 0;
        score.testsPassed += testsPassed(*run) ? 1 : 0;
        score.strict += strictShare(*run);
        score.raw += rawShare(*run);
    }
    score.strict /= score.runs;
    score.raw /= score.runs;
    return score;
}

} // namespace

double TaskScore::passAt(int k, ScoreMode mode) const
{
    return 100 * passAtK(runs, successesOf(*this, mode), k);
}

double TaskScore::passHat(int k, ScoreMode mode) const
{
    return 100 * passHatK(runs, successesOf(*this, mode), k);
}

std::vector<TaskScore> taskScores(std::span<const Run> runs, TaskKind kind)
{
    const auto sorted = sortedByTask(runs, kind);
    const auto sameTask
        = [](const Run *a, const Run *b) { return a->key.configuration == b->key.configuration && a->task == b->task; };
    std::vector<TaskScore> scores;
    for (auto first = sorted.begin(); first != sorted.end();) {
        const auto end = std::find_if_not(first, sorted.end(), [&](const Run *run) { return sameTask(*first, run); });
        scores.push_back(scoreOf({first, end}));
        first = end;
    }
    return scores;
}

} // namespace Decayscope
