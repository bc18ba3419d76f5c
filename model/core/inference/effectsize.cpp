// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "effectsize.h"

#include "noncentralt.h"

#include <boost/math/special_functions/gamma.hpp>

#include <algorithm>
#include <cmath>

namespace Decayscope {

namespace {

constexpr double tail = 0.025;

/// Hedges' (1981) exact correction Γ(m/2)/(√(m/2) Γ((m − 1)/2)) for m ≥ 2 degrees of freedom.
double smallSampleCorrection(double degrees)
{
    const auto half = degrees / 2;
    return boost::math::tgamma_delta_ratio(half - 0.5, 0.5) > 0
        ? 1 / (std::sqrt(half) * boost::math::tgamma_delta_ratio(half - 0.5, 0.5))
        : 1;
}

/// A standardized mean whose t statistic is `value` · `root`, with the interval of the noncentral t distribution.
EffectSize standardized(double value, double root, double degrees, int n, bool corrected)
{
    const auto correction = corrected ? smallSampleCorrection(degrees) : 1.0;
    EffectSize size{.value = value * correction, .interval = {}, .n = n};
    const auto low = noncentralityOf(value * root, degrees, 1 - tail);
    const auto high = noncentralityOf(value * root, degrees, tail);
    if (low && high)
        size.interval = Interval{.low = *low / root * correction, .high = *high / root * correction};
    return size;
}

/// Squared deviations from the mean together; 0 where rounding alone tells the values apart.
double squaresAround(std::span<const double> values, double mean)
{
    double squares = 0;
    double largest = 0;
    for (const auto value : values) {
        squares += (value - mean) * (value - mean);
        largest = std::max(largest, std::abs(value));
    }
    const auto rounding = 1e-12 * largest;
    return squares <= rounding * rounding * static_cast<double>(values.size()) ? 0 : squares;
}

} // namespace

std::optional<EffectSize> standardizedDifference(std::span<const double> differences, bool corrected)
{
    const auto n = static_cast<double>(differences.size());
    const auto degrees = n - 1;
    if (degrees < (corrected ? 2 : 1))
        return std::nullopt;
    const auto mean = meanOf(differences).value_or(0);
    const auto squares = squaresAround(differences, mean);
    if (squares <= 0)
        return std::nullopt;
    return standardized(
        mean / std::sqrt(squares / degrees), std::sqrt(n), degrees, static_cast<int>(differences.size()), corrected);
}

std::optional<EffectSize> standardizedDifference(std::span<const double> a, std::span<const double> b, bool corrected)
{
    const auto sizeA = static_cast<double>(a.size());
    const auto sizeB = static_cast<double>(b.size());
    const auto degrees = sizeA + sizeB - 2;
    if (a.empty() || b.empty() || degrees < (corrected ? 2 : 1))
        return std::nullopt;
    const auto meanA = meanOf(a).value_or(0);
    const auto meanB = meanOf(b).value_or(0);
    const auto squares = squaresAround(a, meanA) + squaresAround(b, meanB);
    if (squares <= 0)
        return std::nullopt;
    return standardized((meanA - meanB) / std::sqrt(squares / degrees), std::sqrt(sizeA * sizeB / (sizeA + sizeB)),
        degrees, static_cast<int>(a.size() + b.size()), corrected);
}

} // namespace Decayscope
