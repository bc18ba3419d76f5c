// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "frameworkconstraints.h"

#include "counterrandom.h"
#include "grouping.h"

#include <algorithm>
#include <cmath>

namespace Decayscope {

namespace {

using Pairs = std::vector<SiblingPair>;

constexpr double intervalProbability = 0.975;
constexpr int mostSwaps = 1'000'000'000; ///< Of one test: a few seconds.

/// From the interval: mean + t(0.975, G − 1) · SE is its upper end.
std::optional<double> tTestOf(const Estimate &effect)
{
    if (!effect.high)
        return std::nullopt;
    const auto error = (*effect.high - effect.mean) / studentQuantile(intervalProbability, effect.clusters - 1);
    // Differences that are all equal have no error but that of rounding.
    if (withoutRounding(error) == 0)
        return std::nullopt;
    return studentTwoSided(effect.mean / error, effect.clusters - 1);
}

/// Pairs of one kind are those of tasks that differ by framework alone, where the ORMs of both runtimes are one.
using PairKind = std::pair<QString, ConstraintSet>; ///< Contract word and constraints.

PairKind kindOfPair(const SiblingPair &pair)
{
    auto constraints = pair.with->task.constraints;
    if (constraints.contains(Constraint::Sequelize))
        constraints = constraints.without(Constraint::Sequelize).with(Constraint::SqlAlchemy);
    return {pair.with->task.contractWord(), constraints};
}

/// One value a framework and kind of pair.
struct BlockValue
{
    int framework = 0;
    double value = 0;
};

/// The frameworks' values of each kind of pair: differences less their mean over frameworks, averaged over
/// configurations.
class Blocks
{
public:
    Blocks(const Pairs &pairs, ScoreMode mode)
    {
        const auto ofOneSide = groupedBy(
            pairs, [](const SiblingPair &pair) { return std::tuple(kindOfPair(pair), pair.with->configuration); });
        std::map<PairKind, std::map<QString, std::vector<double>>> rests;
        for (const auto &[key, same] : ofOneSide) {
            double mean = 0;
            for (const auto &pair : same)
                mean += pair.difference(mode) / static_cast<double>(same.size());
            for (const auto &pair : same)
                rests[std::get<0>(key)][pair.with->task.framework].push_back(pair.difference(mode) - mean);
        }
        Numbering<QString> frameworks;
        for (const auto &[kind, byFramework] : rests) {
            auto &block = m_blocks.emplace_back();
            for (const auto &[framework, values] : byFramework) {
                block.push_back({frameworks.of(framework), meanOf(values).value_or(0)});
                m_frameworks = std::max(m_frameworks, block.back().framework + 1);
            }
            m_clusters += static_cast<int>(block.size());
        }
    }

    [[nodiscard]] int frameworks() const { return m_frameworks; }
    [[nodiscard]] int clusters() const { return m_clusters; }

    [[nodiscard]] double between() const
    {
        std::vector<double> sums(static_cast<std::size_t>(m_frameworks), 0.0);
        std::vector<int> counts(sums.size(), 0);
        for (const auto &block : m_blocks) {
            for (const auto &[framework, value] : block) {
                sums[static_cast<std::size_t>(framework)] += value;
                ++counts[static_cast<std::size_t>(framework)];
            }
        }
        double total = 0;
        for (std::size_t i = 0; i < sums.size(); ++i)
            total += sums[i] * sums[i] / counts[i];
        return total;
    }

    /// Gives the values of each block to its frameworks in another order (Fisher and Yates).
    void shuffle(CounterRandom &random)
    {
        for (auto &block : m_blocks) {
            for (auto i = block.size(); i > 1; --i)
                std::swap(block[i - 1].value, block[random.below(i)].value);
        }
    }

private:
    std::vector<std::vector<BlockValue>> m_blocks;
    int m_frameworks = 0;
    int m_clusters = 0;
};

std::optional<double> permutedPValue(Blocks blocks, int draws, quint64 seed)
{
    if (blocks.frameworks() < 2)
        return std::nullopt;
    // Orders that tie with the observed one must not be lost to rounding.
    const auto bound = blocks.between() * (1 - 1e-12);
    CounterRandom random(seed);
    int count = 0;
    for (int draw = 0; draw < draws; ++draw) {
        blocks.shuffle(random);
        count += blocks.between() >= bound ? 1 : 0;
    }
    return (count + 1.0) / (draws + 1.0);
}

} // namespace

FrameworkConstraints frameworkConstraints(std::span<const Run> runs, ScoreMode mode, int draws, quint64 seed)
{
    const auto scores = taskScores(runs);
    const RunsOfTasks runsOf(runs);
    const Siblings siblings(scores);
    FrameworkConstraints result;
    for (const auto constraint : allConstraints) {
        const auto pairs = siblings.pairsOf(constraint);
        if (pairs.empty())
            continue;
        std::vector<double> means;
        for (const auto &[framework, same] :
            groupedBy(pairs, [](const SiblingPair &pair) { return pair.with->task.framework; })) {
            const auto difference = pairedDifference(same, mode);
            means.push_back(difference.effect.mean);
            result.effects.push_back({.constraint = constraint,
                .framework = framework,
                .effect = difference.effect,
                .pValue = tTestOf(difference.effect),
                .runs = runsOf.of(same)});
        }
        const Blocks blocks(pairs, mode);
        const auto affordable = std::clamp(mostSwaps / std::max(1, blocks.clusters()), 1, draws);
        result.heterogeneity.push_back({.constraint = constraint,
            .frameworks = blocks.frameworks(),
            .clusters = blocks.clusters(),
            .between = blocks.between(),
            .spread = deviationOf(means),
            .pValue = permutedPValue(blocks, affordable, seed),
            .draws = affordable});
    }
    return result;
}

} // namespace Decayscope
