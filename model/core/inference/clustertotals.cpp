// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clustertotals.h"

#include <algorithm>
#include <cmath>

namespace Decayscope {

std::vector<ClusterTotal> clusterTotals(std::span<const ClusteredValue> values)
{
    int clusters = 0;
    for (const auto &value : values)
        clusters = std::max(clusters, value.cluster + 1);
    std::vector<ClusterTotal> totals(static_cast<std::size_t>(clusters));
    for (const auto &[value, cluster] : values) {
        auto &total = totals[static_cast<std::size_t>(cluster)];
        total.sum += value;
        total.count += 1;
    }
    std::erase_if(totals, [](const ClusterTotal &total) { return total.count < 1; });
    return totals;
}

ClusterTotal pooledTotal(std::span<const ClusterTotal> totals)
{
    ClusterTotal pooled;
    for (const auto &total : totals) {
        pooled.sum += total.sum;
        pooled.count += total.count;
    }
    return pooled;
}

double squaredClusterError(std::span<const ClusterTotal> totals)
{
    const auto pooled = pooledTotal(totals);
    const auto mean = pooled.sum / pooled.count;
    double squares = 0;
    for (const auto &total : totals) {
        const auto deviation = total.sum - total.count * mean;
        squares += deviation * deviation;
    }
    const auto clusters = static_cast<double>(totals.size());
    return clusters / (clusters - 1) * squares / (pooled.count * pooled.count);
}

double quantileOf(std::span<double> values, double probability)
{
    const auto place = probability * static_cast<double>(values.size() - 1);
    const auto below = std::min(static_cast<std::size_t>(std::max(0.0, place)), values.size() - 1);
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(below);
    std::ranges::nth_element(values, at);
    if (below + 1 == values.size())
        return *at;
    const auto next = *std::min_element(at + 1, values.end());
    return *at + (place - static_cast<double>(below)) * (next - *at);
}

} // namespace Decayscope
