// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "resampling.h"

#include <span>

namespace Decayscope {

/// Two-sided permutation p-value that two independent groups of clusters have the same mean: clusters change sides
/// whole. Exact where there are at most 20,000 ways, else plan.draws with (count + 1)/(draws + 1). 1 for an empty side.
[[nodiscard]] double twoSamplePValue(
    std::span<const ClusteredValue> a, std::span<const ClusteredValue> b, const ResamplingPlan &plan = {});

/// Paired, two-sided: signs of the differences of whole clusters change; exact for at most 16 clusters.
[[nodiscard]] double pairedPValue(std::span<const ClusteredValue> differences, const ResamplingPlan &plan = {});

/// Difference a − b of the means of two independent sets of clusters, 95 % interval with Welch–Satterthwaite degrees of
/// freedom of the two cluster-robust standard errors. Nothing for an empty side.
[[nodiscard]] std::optional<Estimate> independentDifference(
    std::span<const ClusteredValue> a, std::span<const ClusteredValue> b);

} // namespace Decayscope
