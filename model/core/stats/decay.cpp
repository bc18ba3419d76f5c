// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "decay.h"

#include "grouping.h"
#include "taskscores.h"

namespace Decayscope {

namespace {

constexpr double capableAbove = 50;

LevelScore levelScore(const std::vector<TaskScore> &scores, ScoreMode mode)
{
    LevelScore level;
    Numbering<QString> frameworks;
    std::vector<ClusteredValue> assertions;
    std::vector<ClusteredValue> passes;
    for (const auto &score : scores) {
        const auto cluster = frameworks.of(score.task.framework);
        assertions.push_back({score.assertions(mode), cluster});
        passes.push_back({score.passAt(1, mode), cluster});
        level.runs += score.runs;
    }
    level.assertions = clusteredMean(assertions).value_or(Estimate{});
    level.passAt1 = clusteredMean(passes).value_or(Estimate{});
    return level;
}

DecayCurve curveOf(const Configuration &configuration, const std::vector<TaskScore> &scores, ScoreMode mode)
{
    DecayCurve curve{.configuration = configuration, .tasks = static_cast<int>(scores.size())};
    for (const auto &score : scores)
        curve.runs += score.runs;
    for (const auto &[level, ofLevel] : groupedBy(scores, [](const TaskScore &score) { return score.task.level(); })) {
        if (level < levelCount)
            curve.levels.at(static_cast<std::size_t>(level)) = levelScore(ofLevel, mode);
    }
    if (!curve.levels.front() || !curve.levels.back())
        return curve;
    const auto first = curve.levels.front()->assertions.mean;
    const auto last = curve.levels.back()->assertions.mean;
    curve.delta = last - first;
    if (first > 0)
        curve.relativeLoss = 100 * (first - last) / first;
    return curve;
}

} // namespace

bool DecayCurve::isCapable() const
{
    return levels.front() && levels.front()->assertions.mean > capableAbove;
}

std::vector<DecayCurve> decayCurves(std::span<const Run> runs, ScoreMode mode)
{
    std::vector<DecayCurve> curves;
    for (const auto &[configuration, scores] : groupedBy(taskScores(runs), &TaskScore::configuration))
        curves.push_back(curveOf(configuration, scores, mode));
    return curves;
}

CapableSummary capableSummary(std::span<const DecayCurve> curves)
{
    std::vector<double> deltas;
    std::vector<double> losses;
    for (const auto &curve : curves) {
        if (!curve.isCapable() || !curve.delta)
            continue;
        deltas.push_back(*curve.delta);
        losses.push_back(curve.relativeLoss.value_or(0));
    }
    return {.configurations = static_cast<int>(deltas.size()),
        .meanDelta = meanOf(deltas),
        .meanRelativeLoss = meanOf(losses)};
}

} // namespace Decayscope
