// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "marginaleffects.h"

#include "permutation.h"
#include "siblings.h"

namespace Decayscope {

std::vector<MarginalEffect> marginalEffects(std::span<const Run> runs, ScoreMode mode)
{
    const auto scores = taskScores(runs);
    const RunsOfTasks runsOf(runs);
    const Siblings siblings(scores);
    std::vector<MarginalEffect> effects;
    std::vector<double> pValues;
    for (const auto constraint : allConstraints) {
        const auto pairs = siblings.pairsOf(constraint);
        if (pairs.empty())
            continue;
        const auto difference = pairedDifference(pairs, mode);
        pValues.push_back(signFlipPValue(difference.clusterSums));
        effects.push_back({.constraint = constraint,
            .effect = difference.effect,
            .deviation = difference.deviation,
            .standardError = difference.standardError,
            .pValue = pValues.back(),
            .runs = runsOf.of(pairs)});
    }
    const auto adjusted = holmAdjusted(pValues);
    for (std::size_t i = 0; i < effects.size(); ++i)
        effects[i].pHolm = adjusted[i];
    return effects;
}

} // namespace Decayscope
