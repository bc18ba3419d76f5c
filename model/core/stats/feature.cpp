// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "feature.h"

#include "grouping.h"
#include "taskscores.h"

namespace Decayscope {

std::vector<FeatureScore> featureScores(std::span<const Run> runs)
{
    std::vector<FeatureScore> features;
    for (const auto &[configuration, scores] :
        groupedBy(taskScores(runs, TaskKind::Feature), &TaskScore::configuration)) {
        FeatureScore feature{.configuration = configuration};
        Numbering<QString> frameworks;
        std::vector<ClusteredValue> passes;
        for (const auto &score : scores) {
            passes.push_back({score.passAt(1, ScoreMode::Raw), frameworks.of(score.task.framework)});
            feature.runs += score.runs;
        }
        feature.passAt1 = clusteredMean(passes).value_or(Estimate{});
        features.push_back(std::move(feature));
    }
    return features;
}

} // namespace Decayscope
