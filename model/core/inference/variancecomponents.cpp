// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "variancecomponents.h"

#include "clustertotals.h"

#include <boost/math/distributions/fisher_f.hpp>

#include <algorithm>
#include <cmath>

namespace Decayscope {

namespace {

constexpr double tail = 0.025;

/// Sums of squares and their degrees of freedom.
struct SquareSums
{
    double between = 0;
    double within = 0;
    double groupDegrees = 0;
    double valueDegrees = 0;
};

double nonzero(double squares, double whole)
{
    return squares <= 1e-24 * whole ? 0 : squares;
}

/// By the clusters' numbers; 0 where one has no values.
std::vector<double> groupMeans(std::span<const ClusteredValue> values)
{
    std::vector<ClusterTotal> totals;
    for (const auto &[value, cluster] : values) {
        const auto place = static_cast<std::size_t>(cluster);
        totals.resize(std::max(totals.size(), place + 1));
        totals[place].sum += value;
        totals[place].count += 1;
    }
    std::vector<double> means(totals.size());
    std::ranges::transform(
        totals, means.begin(), [](const ClusterTotal &total) { return total.sum / std::max(1.0, total.count); });
    return means;
}

SquareSums squareSums(std::span<const ClusteredValue> values, std::span<const ClusterTotal> totals)
{
    const auto all = pooledTotal(totals);
    const auto mean = all.sum / all.count;
    SquareSums sums{.groupDegrees = static_cast<double>(totals.size()) - 1,
        .valueDegrees = all.count - static_cast<double>(totals.size())};
    for (const auto &total : totals) {
        const auto deviation = total.sum / total.count - mean;
        sums.between += total.count * deviation * deviation;
    }
    double whole = 0;
    for (const auto &value : values)
        whole += value.value * value.value;
    // Deviations from each group's mean one by one: a difference of two large sums would lose them.
    const auto means = groupMeans(values);
    for (const auto &[value, cluster] : values) {
        const auto deviation = value - means[static_cast<std::size_t>(cluster)];
        sums.within += deviation * deviation;
    }
    sums.between = nonzero(sums.between, whole);
    sums.within = nonzero(sums.within, whole);
    return sums;
}

std::optional<Interval> correlationInterval(const SquareSums &sums, double ratio, double size)
{
    if (sums.within <= 0)
        return std::nullopt;
    const auto low = ratio / quantile(boost::math::fisher_f(sums.groupDegrees, sums.valueDegrees), 1 - tail);
    const auto high = ratio * quantile(boost::math::fisher_f(sums.valueDegrees, sums.groupDegrees), 1 - tail);
    return Interval{.low = (low - 1) / (low + size - 1), .high = (high - 1) / (high + size - 1)};
}

} // namespace

std::optional<double> VarianceComponents::shareWithin() const
{
    const auto whole = within * within + between * between;
    return whole > 0 ? std::optional(within * within / whole) : std::nullopt;
}

std::optional<VarianceComponents> varianceComponents(std::span<const ClusteredValue> values)
{
    const auto totals = clusterTotals(values);
    if (totals.size() < 2 || totals.size() == values.size())
        return std::nullopt;
    const auto all = pooledTotal(totals);
    const auto sums = squareSums(values, totals);
    double squaredSizes = 0;
    for (const auto &total : totals)
        squaredSizes += total.count * total.count;
    const auto size = (all.count - squaredSizes / all.count) / sums.groupDegrees;
    const auto betweenSquare = sums.between / sums.groupDegrees;
    const auto withinSquare = sums.within / sums.valueDegrees;
    VarianceComponents components{.groups = static_cast<int>(totals.size()),
        .values = static_cast<int>(values.size()),
        .mean = all.sum / all.count,
        .within = std::sqrt(withinSquare),
        .between = std::sqrt(std::max(0.0, (betweenSquare - withinSquare) / size)),
        .groupSize = size,
        .correlation = {},
        .correlationInterval = {}};
    if (betweenSquare + withinSquare <= 0)
        return components;
    components.correlation = (betweenSquare - withinSquare) / (betweenSquare + (size - 1) * withinSquare);
    components.correlationInterval = correlationInterval(sums, betweenSquare / withinSquare, size);
    return components;
}

} // namespace Decayscope
