// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "interval.h"

#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace Decayscope {

namespace {

constexpr double intervalQuantile = 0.975;

double clusterError(std::span<const ClusteredValue> values, double mean, int clusters)
{
    std::vector<double> deviations(static_cast<std::size_t>(clusters), 0.0);
    for (const auto &[value, cluster] : values)
        deviations[static_cast<std::size_t>(cluster)] += value - mean;
    const auto squares = std::inner_product(deviations.begin(), deviations.end(), deviations.begin(), 0.0);
    const double g = clusters;
    return std::sqrt(g / (g - 1) * squares) / static_cast<double>(values.size());
}

} // namespace

std::optional<Estimate> clusteredMean(std::span<const ClusteredValue> values)
{
    if (values.empty())
        return std::nullopt;
    Estimate estimate{.n = static_cast<int>(values.size())};
    for (const auto &[value, cluster] : values) {
        estimate.mean += value;
        estimate.clusters = std::max(estimate.clusters, cluster + 1);
    }
    estimate.mean /= estimate.n;
    if (estimate.clusters < 2)
        return estimate;
    const auto half = studentQuantile(intervalQuantile, estimate.clusters - 1)
        * clusterError(values, estimate.mean, estimate.clusters);
    estimate.low = estimate.mean - half;
    estimate.high = estimate.mean + half;
    return estimate;
}

double studentQuantile(double probability, int degrees)
{
    return boost::math::quantile(boost::math::students_t(degrees), probability);
}

double studentTwoSided(double t, int degrees)
{
    return 2 * boost::math::cdf(boost::math::complement(boost::math::students_t(degrees), std::abs(t)));
}

std::optional<double> meanOf(std::span<const double> values)
{
    if (values.empty())
        return std::nullopt;
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

std::optional<double> deviationOf(std::span<const double> values)
{
    if (values.size() < 2)
        return std::nullopt;
    const auto mean = meanOf(values).value();
    double squares = 0;
    for (const auto value : values)
        squares += (value - mean) * (value - mean);
    return std::sqrt(squares / static_cast<double>(values.size() - 1));
}

} // namespace Decayscope
