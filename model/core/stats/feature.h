// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "interval.h"
#include "scores.h"

#include <span>

namespace Decayscope {

/// A configuration on the feature tasks: a row of the study's Table 2b. No verifier applies there.
struct FeatureScore
{
    Configuration configuration;
    Estimate passAt1; ///< Percent, mean over tasks; clusters = frameworks.
    int runs = 0;

    bool operator==(const FeatureScore &) const = default;
};

/// One score per configuration that has runs of feature tasks, by configuration.
[[nodiscard]] std::vector<FeatureScore> featureScores(std::span<const Run> runs);

} // namespace Decayscope
