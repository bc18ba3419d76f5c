// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "siblings.h"

#include "grouping.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace Decayscope {

namespace {

std::vector<double> sumsByCluster(std::span<const ClusteredValue> values, int clusters)
{
    std::vector<double> sums(static_cast<std::size_t>(clusters), 0.0);
    for (const auto &[value, cluster] : values)
        sums[static_cast<std::size_t>(cluster)] += value;
    return sums;
}

} // namespace

TaskVariant variantOf(const TaskSpec &task)
{
    return {task.contractWord(), task.runtime, task.framework, task.constraints};
}

Siblings::Siblings(std::span<const TaskScore> scores)
    : m_scores(scores)
{
    for (const auto &score : scores)
        m_byVariant.try_emplace({score.configuration, variantOf(score.task)}, &score);
}

std::vector<SiblingPair> Siblings::pairsOf(Constraint constraint) const
{
    std::vector<SiblingPair> pairs;
    for (const auto &score : m_scores) {
        if (!score.task.constraints.contains(constraint))
            continue;
        auto sibling = variantOf(score.task);
        std::get<ConstraintSet>(sibling) = score.task.constraints.without(constraint);
        if (const auto found = m_byVariant.find({score.configuration, sibling}); found != m_byVariant.end())
            pairs.push_back({&score, found->second});
    }
    std::ranges::stable_sort(
        pairs, {}, [](const SiblingPair &pair) { return std::tie(pair.with->task, pair.with->configuration); });
    return pairs;
}

PairedDifference pairedDifference(std::span<const SiblingPair> pairs, ScoreMode mode)
{
    Numbering<TaskVariant> clusters;
    std::vector<double> differences;
    std::vector<ClusteredValue> values;
    differences.reserve(pairs.size());
    values.reserve(pairs.size());
    for (const auto &pair : pairs) {
        differences.push_back(pair.difference(mode));
        values.push_back({differences.back(), clusters.of(variantOf(pair.with->task))});
    }
    PairedDifference together{.effect = clusteredMean(values).value_or(Estimate{}),
        .deviation = deviationOf(differences),
        .standardError = {},
        .clusterSums = {}};
    if (together.deviation)
        together.standardError = *together.deviation / std::sqrt(static_cast<double>(differences.size()));
    together.clusterSums = sumsByCluster(values, together.effect.clusters);
    return together;
}

RunsOfTasks::RunsOfTasks(std::span<const Run> runs)
{
    for (const auto &run : runs)
        m_ids[{run.key.configuration, run.task}].push_back(run.id);
}

void RunsOfTasks::collect(const TaskScore &score, std::set<RunId> &runs) const
{
    if (const auto ids = m_ids.find({score.configuration, score.task}); ids != m_ids.end())
        runs.insert(ids->second.begin(), ids->second.end());
}

std::set<RunId> RunsOfTasks::of(std::span<const SiblingPair> pairs) const
{
    std::set<RunId> runs;
    for (const auto &pair : pairs) {
        collect(*pair.with, runs);
        collect(*pair.without, runs);
    }
    return runs;
}

} // namespace Decayscope
