// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "resampling.h"

#include <optional>
#include <span>

namespace Decayscope {

/// How far values of one group, such as the runs of a task, differ by chance, and how far groups differ.
struct VarianceComponents
{
    int groups = 0;
    int values = 0;
    double mean = 0; ///< Over all values.
    double within = 0; ///< Standard deviation of a value around its group's mean.
    double between = 0; ///< Standard deviation of the groups' true means; 0 where they differ less than chance allows.
    double groupSize = 0; ///< The size that stands for groups of unequal size, (N − Σn²/N)/(groups − 1).
    std::optional<double> correlation; ///< ICC(1), −1/(groupSize − 1) to 1; absent where all values are equal.
    std::optional<Interval> correlationInterval; ///< 95 % from F; absent where no group differs within.

    /// Of the variance of one value what its group does not explain, 0–1; absent where all values are equal.
    [[nodiscard]] std::optional<double> shareWithin() const;
};

/// One-way random effects by analysis of variance (Searle, Casella and McCulloch 1992, section 3.6; ICC(1) and its
/// interval: Shrout and Fleiss 1979). Groups are the clusters. Nothing for fewer than two groups or without a group of
/// two values.
[[nodiscard]] std::optional<VarianceComponents> varianceComponents(std::span<const ClusteredValue> values);

} // namespace Decayscope
