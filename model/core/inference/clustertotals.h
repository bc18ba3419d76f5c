// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <stats/interval.h>

#include <vector>

namespace Decayscope {

/// What a cluster adds to a mean: all that resampling of whole clusters needs to know of its values.
struct ClusterTotal
{
    double sum = 0;
    double count = 0; ///< At least 1.
};

/// One a cluster that has values, by the clusters' numbers.
[[nodiscard]] std::vector<ClusterTotal> clusterTotals(std::span<const ClusteredValue> values);

/// All clusters together.
[[nodiscard]] ClusterTotal pooledTotal(std::span<const ClusterTotal> totals);

/// The square of the cluster-robust standard error of a mean, as clusteredMean has it; expects two clusters or more.
[[nodiscard]] double squaredClusterError(std::span<const ClusterTotal> totals);

/// Quantile of type 7 (Hyndman and Fan 1996), R's default; `probability` 0–1; reorders the values, of which there is
/// at least one.
[[nodiscard]] double quantileOf(std::span<double> values, double probability);

} // namespace Decayscope
