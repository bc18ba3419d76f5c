// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "effectsizerows.h"

#include <figures/figureparts.h>

#include <algorithm>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

constexpr int lastLevel = levelCount - 1;

std::vector<EffectRow> constraintRows(const Siblings &siblings)
{
    std::vector<EffectRow> rows;
    for (const auto constraint : allConstraints) {
        if (auto pairs = siblings.pairsOf(constraint); !pairs.empty())
            rows.push_back({u"constraint"_s, constraintTitle(constraint), std::move(pairs)});
    }
    return rows;
}

/// Each task of L3 with the task of L0 of its framework, by configuration.
std::vector<EffectRow> decayRows(const TableContext &context, std::span<const TaskScore> scores)
{
    std::map<std::pair<Configuration, TaskVariant>, const TaskScore *> firsts;
    for (const auto &score : scores) {
        if (score.task.level() == 0)
            firsts.try_emplace({score.configuration, variantOf(score.task)}, &score);
    }
    std::map<Configuration, std::vector<SiblingPair>> pairs;
    for (const auto &score : scores) {
        if (score.task.level() != lastLevel)
            continue;
        auto variant = variantOf(score.task);
        std::get<ConstraintSet>(variant) = {};
        if (const auto first = firsts.find({score.configuration, variant}); first != firsts.end())
            pairs[score.configuration].push_back({&score, first->second});
    }
    std::vector<EffectRow> rows;
    for (const auto &configuration : configurationsInOrder(context.study(), context.runs())) {
        if (const auto found = pairs.find(configuration); found != pairs.end())
            rows.push_back(
                {u"L0 → L3"_s, shownStyle(context.study(), configuration).displayName, std::move(found->second)});
    }
    return rows;
}

double medianOf(std::vector<double> values)
{
    std::ranges::sort(values);
    const auto middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

/// Successes and runs of different task scores.
SuccessCount successesOf(const std::set<const TaskScore *> &scores, ScoreMode mode)
{
    SuccessCount count;
    for (const auto *score : scores) {
        count.successes += mode == ScoreMode::Strict ? score->successes : score->testsPassed;
        count.trials += score->runs;
    }
    return count;
}

} // namespace

std::vector<EffectRow> effectRows(const TableContext &context, std::span<const TaskScore> scores)
{
    const Siblings siblings(scores);
    auto rows = constraintRows(siblings);
    std::ranges::move(decayRows(context, scores), std::back_inserter(rows));
    return rows;
}

EffectSizes effectSizesOf(std::span<const SiblingPair> pairs, ScoreMode mode)
{
    std::vector<double> differences;
    std::vector<double> with;
    std::vector<double> without;
    std::set<const TaskScore *> scoresWith;
    std::set<const TaskScore *> scoresWithout;
    for (auto *values : {&differences, &with, &without})
        values->reserve(pairs.size());
    for (const auto &pair : pairs) {
        differences.push_back(withoutRounding(pair.difference(mode)));
        with.push_back(withoutRounding(pair.with->assertions(mode)));
        without.push_back(withoutRounding(pair.without->assertions(mode)));
        scoresWith.insert(pair.with);
        scoresWithout.insert(pair.without);
    }
    const auto n = static_cast<double>(differences.size());
    const auto worse = std::ranges::count_if(differences, [](double difference) { return difference < 0; });
    return {.n = static_cast<int>(differences.size()),
        .mean = meanOf(differences).value_or(0),
        .median = medianOf(differences),
        .worse = 100 * static_cast<double>(worse) / n,
        .standardized = standardizedDifference(differences),
        .delta = cliffsDelta(with, without),
        .odds = oddsRatio(successesOf(scoresWith, mode), successesOf(scoresWithout, mode))};
}

} // namespace Decayscope
