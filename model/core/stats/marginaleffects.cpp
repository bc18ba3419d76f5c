// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "marginaleffects.h"

#include "grouping.h"
#include "permutation.h"
#include "taskscores.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace Decayscope {

namespace {

/// What a task is but for who did it.
using Variant = std::tuple<QString, QString, QString, ConstraintSet>;
using VariantOfConfiguration = std::pair<Configuration, Variant>;

Variant variantOf(const TaskSpec &task)
{
    return {task.contractWord(), task.runtime, task.framework, task.constraints};
}

struct Pair
{
    const TaskScore *with = nullptr;
    const TaskScore *without = nullptr;
};

/// Task scores and how to find a sibling among them. Refers to the scores it was made from.
class Siblings
{
public:
    explicit Siblings(std::span<const TaskScore> scores)
        : m_scores(scores)
    {
        for (const auto &score : scores)
            m_byVariant.try_emplace({score.configuration, variantOf(score.task)}, &score);
    }

    /// Sorted by task, then configuration, so that clusters are numbered alike whatever the order of the runs.
    [[nodiscard]] std::vector<Pair> pairsOf(Constraint constraint) const
    {
        std::vector<Pair> pairs;
        for (const auto &score : m_scores) {
            if (!score.task.constraints.contains(constraint))
                continue;
            auto sibling = variantOf(score.task);
            std::get<ConstraintSet>(sibling) = score.task.constraints.without(constraint);
            if (const auto found = m_byVariant.find({score.configuration, sibling}); found != m_byVariant.end())
                pairs.push_back({&score, found->second});
        }
        std::ranges::stable_sort(
            pairs, {}, [](const Pair &pair) { return std::tie(pair.with->task, pair.with->configuration); });
        return pairs;
    }

private:
    std::span<const TaskScore> m_scores;
    std::map<VariantOfConfiguration, const TaskScore *> m_byVariant;
};

std::vector<double> clusterSums(std::span<const ClusteredValue> values, int clusters)
{
    std::vector<double> sums(static_cast<std::size_t>(clusters), 0.0);
    for (const auto &[value, cluster] : values)
        sums[static_cast<std::size_t>(cluster)] += value;
    return sums;
}

using RunsOfTask = std::map<std::pair<Configuration, TaskSpec>, std::vector<RunId>>;

RunsOfTask runsByTask(std::span<const Run> runs)
{
    RunsOfTask ids;
    for (const auto &run : runs)
        ids[{run.key.configuration, run.task}].push_back(run.id);
    return ids;
}

MarginalEffect effectOf(Constraint constraint, std::span<const Pair> pairs, ScoreMode mode, const RunsOfTask &runs)
{
    MarginalEffect effect{.constraint = constraint};
    Numbering<Variant> clusters;
    std::vector<double> deltas;
    std::vector<ClusteredValue> values;
    for (const auto &[with, without] : pairs) {
        deltas.push_back(with->assertions(mode) - without->assertions(mode));
        values.push_back({deltas.back(), clusters.of(variantOf(with->task))});
        for (const auto *score : {with, without}) {
            const auto &ids = runs.at({score->configuration, score->task});
            effect.runs.insert(ids.begin(), ids.end());
        }
    }
    effect.effect = clusteredMean(values).value_or(Estimate{});
    effect.deviation = deviationOf(deltas);
    if (effect.deviation)
        effect.standardError = *effect.deviation / std::sqrt(static_cast<double>(deltas.size()));
    effect.pValue = signFlipPValue(clusterSums(values, effect.effect.clusters));
    return effect;
}

} // namespace

std::vector<MarginalEffect> marginalEffects(std::span<const Run> runs, ScoreMode mode)
{
    const auto scores = taskScores(runs);
    const auto ids = runsByTask(runs);
    const Siblings siblings(scores);
    std::vector<MarginalEffect> effects;
    std::vector<double> pValues;
    for (const auto constraint : allConstraints) {
        if (const auto pairs = siblings.pairsOf(constraint); !pairs.empty()) {
            effects.push_back(effectOf(constraint, pairs, mode, ids));
            pValues.push_back(effects.back().pValue);
        }
    }
    const auto adjusted = holmAdjusted(pValues);
    for (std::size_t i = 0; i < effects.size(); ++i)
        effects[i].pHolm = adjusted[i];
    return effects;
}

} // namespace Decayscope
