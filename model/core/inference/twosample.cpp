// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "twosample.h"

#include "clustertotals.h"

#include <stats/counterrandom.h>
#include <stats/permutation.h>

#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace Decayscope {

namespace {

constexpr double mostWays = 20'000; ///< To choose a side's clusters; up to here all are tried.

/// The clusters of both sides, and how many belong to the first.
struct TwoSides
{
    std::vector<ClusterTotal> clusters;
    std::size_t first = 0;
    ClusterTotal all;

    /// |difference of means| where the chosen clusters are the first side.
    [[nodiscard]] double distance(const ClusterTotal &side) const
    {
        return std::abs(side.sum / side.count - (all.sum - side.sum) / (all.count - side.count));
    }
};

double waysToChoose(std::size_t n, std::size_t k)
{
    double ways = 1;
    for (std::size_t i = 1; i <= std::min(k, n - k) && ways <= mostWays; ++i)
        ways = ways * static_cast<double>(n - i + 1) / static_cast<double>(i);
    return std::round(ways);
}

/// Moves to the next choice in order; false after the last.
bool nextChoice(std::vector<std::size_t> &chosen, std::size_t n)
{
    const auto k = chosen.size();
    for (auto i = k; i-- > 0;) {
        if (chosen[i] == n - k + i)
            continue;
        ++chosen[i];
        for (auto later = i + 1; later < k; ++later)
            chosen[later] = chosen[later - 1] + 1;
        return true;
    }
    return false;
}

double allWays(const TwoSides &sides, double bound)
{
    std::vector<std::size_t> chosen(sides.first);
    std::iota(chosen.begin(), chosen.end(), std::size_t{0});
    double count = 0;
    double ways = 0;
    do {
        ClusterTotal side;
        for (const auto i : chosen) {
            side.sum += sides.clusters[i].sum;
            side.count += sides.clusters[i].count;
        }
        count += sides.distance(side) >= bound ? 1 : 0;
        ++ways;
    } while (nextChoice(chosen, sides.clusters.size()));
    return count / ways;
}

double drawnWays(const TwoSides &sides, double bound, const ResamplingPlan &plan)
{
    const auto draws = std::clamp(plan.draws, 1, mostDraws);
    auto clusters = sides.clusters;
    int count = 0;
    CounterRandom random(plan.seed);
    for (int draw = 0; draw < draws; ++draw) {
        ClusterTotal side;
        for (std::size_t i = 0; i < sides.first; ++i) {
            std::swap(clusters[i], clusters[i + random.below(clusters.size() - i)]);
            side.sum += clusters[i].sum;
            side.count += clusters[i].count;
        }
        count += sides.distance(side) >= bound ? 1 : 0;
    }
    return (count + 1.0) / (draws + 1.0);
}

} // namespace

double twoSamplePValue(std::span<const ClusteredValue> a, std::span<const ClusteredValue> b, const ResamplingPlan &plan)
{
    TwoSides sides{.clusters = clusterTotals(a), .all = {}};
    const auto second = clusterTotals(b);
    sides.first = sides.clusters.size();
    if (sides.clusters.empty() || second.empty())
        return 1;
    const auto side = pooledTotal(sides.clusters);
    sides.clusters.insert(sides.clusters.end(), second.begin(), second.end());
    sides.all = pooledTotal(sides.clusters);
    double size = 0;
    for (const auto &cluster : sides.clusters)
        size = std::max(size, std::abs(cluster.sum / cluster.count));
    // Ways that tie with the one that was seen must not be lost to rounding.
    const auto bound = sides.distance(side) - 1e-12 * size;
    if (waysToChoose(sides.clusters.size(), sides.first) <= mostWays)
        return allWays(sides, bound);
    return drawnWays(sides, bound, plan);
}

double pairedPValue(std::span<const ClusteredValue> differences, const ResamplingPlan &plan)
{
    const auto totals = clusterTotals(differences);
    std::vector<double> sums(totals.size());
    std::ranges::transform(totals, sums.begin(), &ClusterTotal::sum);
    return signFlipPValue(sums, plan.seed, std::clamp(plan.draws, 1, mostDraws));
}

std::optional<Estimate> independentDifference(std::span<const ClusteredValue> a, std::span<const ClusteredValue> b)
{
    const auto ofA = clusterTotals(a);
    const auto ofB = clusterTotals(b);
    if (ofA.empty() || ofB.empty())
        return std::nullopt;
    const auto allA = pooledTotal(ofA);
    const auto allB = pooledTotal(ofB);
    Estimate difference{.mean = allA.sum / allA.count - allB.sum / allB.count,
        .n = static_cast<int>(a.size() + b.size()),
        .clusters = static_cast<int>(ofA.size() + ofB.size()),
        .low = {},
        .high = {}};
    if (ofA.size() < 2 || ofB.size() < 2)
        return difference;
    const auto squareA = squaredClusterError(ofA);
    const auto squareB = squaredClusterError(ofB);
    const auto square = squareA + squareB;
    double half = 0;
    if (square > 0) {
        const auto degrees = square * square
            / (squareA * squareA / static_cast<double>(ofA.size() - 1)
                + squareB * squareB / static_cast<double>(ofB.size() - 1));
        half = quantile(boost::math::students_t(degrees), 0.975) * std::sqrt(square);
    }
    difference.low = difference.mean - half;
    difference.high = difference.mean + half;
    return difference;
}

} // namespace Decayscope
