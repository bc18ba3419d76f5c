// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "leveldrops.h"

#include <figures/figureparts.h>
#include <inference/twosample.h>
#include <stats/grouping.h>
#include <stats/taskscores.h>

namespace Decayscope {

namespace {

using FrameworkOfContract = std::tuple<QString, QString, QString>; ///< Contract, runtime, framework.

/// Means of one configuration's frameworks at one level.
std::map<FrameworkOfContract, double> frameworkMeans(const std::vector<TaskScore> &scores, int level, ScoreMode mode)
{
    std::map<FrameworkOfContract, double> means;
    for (const auto &[framework, own] : groupedBy(scores, [](const TaskScore &score) {
             return FrameworkOfContract{score.task.contractWord(), score.task.runtime, score.task.framework};
         })) {
        std::vector<double> values;
        for (const auto &score : own) {
            if (score.task.level() == level)
                values.push_back(score.assertions(mode));
        }
        if (const auto mean = meanOf(values))
            means.emplace(framework, *mean);
    }
    return means;
}

LevelDrop dropOf(
    const Configuration &configuration, const std::vector<TaskScore> &scores, const AnalysisRequest &request)
{
    LevelDrop drop{.configuration = configuration, .differences = {}, .frameworks = {}};
    const auto last = frameworkMeans(scores, levelCount - 1, request.mode);
    std::vector<double> firsts;
    std::vector<double> lasts;
    std::vector<ClusteredValue> values;
    for (const auto &[framework, first] : frameworkMeans(scores, 0, request.mode)) {
        const auto found = last.find(framework);
        if (found == last.end())
            continue;
        drop.frameworks << std::get<2>(framework);
        firsts.push_back(first);
        lasts.push_back(found->second);
        drop.differences.push_back(found->second - first);
        values.push_back({drop.differences.back(), static_cast<int>(values.size())});
    }
    drop.first = meanOf(firsts);
    drop.last = meanOf(lasts);
    drop.drop = clusteredMean(values);
    drop.effect = standardizedDifference(drop.differences);
    drop.pFlip = pairedPValue(values, request.plan);
    if (const auto wild = wildClusterBootstrap(values, 0, request.plan))
        drop.pWild = wild->pValue;
    return drop;
}

/// Adjusts for all configurations that can be tested.
void adjust(std::vector<LevelDrop> &drops)
{
    std::vector<LevelDrop *> tested;
    std::vector<double> flips;
    std::vector<double> wilds;
    for (auto &drop : drops) {
        if (drop.differences.size() < 2)
            continue;
        tested.push_back(&drop);
        flips.push_back(drop.pFlip);
        wilds.push_back(drop.pWild);
    }
    const auto holm = adjustedPValues(flips, Adjustment::Holm);
    const auto bh = adjustedPValues(flips, Adjustment::BenjaminiHochberg);
    const auto wildHolm = adjustedPValues(wilds, Adjustment::Holm);
    for (std::size_t i = 0; i < tested.size(); ++i) {
        tested[i]->pHolm = holm[i];
        tested[i]->pBh = bh[i];
        tested[i]->pWildHolm = wildHolm[i];
    }
}

} // namespace

std::vector<LevelDrop> levelDrops(const TableContext &context, const AnalysisRequest &request)
{
    std::vector<LevelDrop> drops;
    for (const auto &[configuration, scores] : groupedBy(taskScores(context.runs()), &TaskScore::configuration))
        drops.push_back(dropOf(configuration, scores, request));
    adjust(drops);
    return inStudyOrder(context.study(), std::move(drops));
}

} // namespace Decayscope
