// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resampling.h"

#include "clustertotals.h"

#include <stats/counterrandom.h>

#include <boost/math/distributions/normal.hpp>

#include <algorithm>
#include <cmath>

namespace Decayscope {

namespace {

constexpr double tail = 0.025;

int drawsOf(const ResamplingPlan &plan)
{
    return std::clamp(plan.draws, 1, mostDraws);
}

/// Means over all values of as many clusters, drawn with replacement. Half a word of random bits picks a cluster: the
/// bias of that, one in 2³² divided by the number of clusters, is far below what any number of draws could show.
std::vector<double> drawnMeans(std::span<const ClusterTotal> totals, const ResamplingPlan &plan)
{
    const auto clusters = static_cast<quint64>(totals.size());
    std::vector<double> means(static_cast<std::size_t>(drawsOf(plan)));
    quint64 place = 0;
    for (auto &mean : means) {
        ClusterTotal drawn;
        for (quint64 left = clusters; left > 0;) {
            auto bits = randomBits(plan.seed, place++);
            for (int half = 0; half < 2 && left > 0; ++half, --left, bits >>= 32) {
                const auto &total = totals[((bits & 0xffffffffU) * clusters) >> 32];
                drawn.sum += total.sum;
                drawn.count += total.count;
            }
        }
        mean = drawn.sum / drawn.count;
    }
    return means;
}

Interval between(std::vector<double> &means, double lower, double upper)
{
    const auto low = quantileOf(means, lower);
    return {.low = low, .high = quantileOf(means, upper)};
}

/// The share of draws below the mean itself, ties half: Φ⁻¹ of it is the bias correction. Never 0 or 1.
double shareBelow(std::span<const double> means, double mean)
{
    const auto tie = 1e-12 * std::max(1.0, std::abs(mean));
    double below = 0;
    for (const auto drawn : means)
        below += drawn < mean - tie ? 1 : (drawn <= mean + tie ? 0.5 : 0);
    const auto draws = static_cast<double>(means.size());
    return std::clamp(below, 0.5, draws - 0.5) / draws;
}

/// Σ d³ / (6 (Σ d²)^1.5) of the means without one cluster each (Efron 1987, eq. 7.3); 0 where they are all equal.
double accelerationOf(std::span<const ClusterTotal> totals)
{
    const auto pooled = pooledTotal(totals);
    std::vector<double> without;
    without.reserve(totals.size());
    for (const auto &total : totals)
        without.push_back((pooled.sum - total.sum) / (pooled.count - total.count));
    const auto middle = meanOf(without).value_or(0);
    double squares = 0;
    double cubes = 0;
    for (const auto mean : without) {
        const auto deviation = middle - mean;
        squares += deviation * deviation;
        cubes += deviation * deviation * deviation;
    }
    return squares > 0 ? cubes / (6 * std::pow(squares, 1.5)) : 0;
}

/// Where the quantile of a tail lies once bias and acceleration are corrected for.
double correctedTail(double probability, double bias, double acceleration)
{
    const boost::math::normal normal;
    const auto shifted = bias + quantile(normal, probability);
    const auto scale = 1 - acceleration * shifted;
    if (scale <= 0)
        return shifted > 0 ? 1 : 0;
    return cdf(normal, std::clamp(bias + shifted / scale, -37.0, 37.0));
}

} // namespace

std::optional<Interval> clusterBootstrapInterval(std::span<const ClusteredValue> values, const ResamplingPlan &plan)
{
    const auto totals = clusterTotals(values);
    if (totals.size() < 2)
        return std::nullopt;
    auto means = drawnMeans(totals, plan);
    return between(means, tail, 1 - tail);
}

std::optional<Interval> clusterBcaInterval(std::span<const ClusteredValue> values, const ResamplingPlan &plan)
{
    const auto totals = clusterTotals(values);
    if (totals.size() < 2)
        return std::nullopt;
    const auto pooled = pooledTotal(totals);
    auto means = drawnMeans(totals, plan);
    const boost::math::normal normal;
    const auto bias = quantile(normal, shareBelow(means, pooled.sum / pooled.count));
    const auto acceleration = accelerationOf(totals);
    return between(means, correctedTail(tail, bias, acceleration), correctedTail(1 - tail, bias, acceleration));
}

} // namespace Decayscope
