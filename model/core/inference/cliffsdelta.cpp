// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "effectsize.h"
#include "normalquantile.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace Decayscope {

namespace {

/// How one group's values stand to the other group.
struct Dominance
{
    std::vector<double> shares; ///< Of each value: share of the others below it less the share above.
    double mean = 0;
    double untied = 0; ///< Pairs that are not equal.
};

Dominance dominanceOf(std::span<const double> values, std::span<const double> others)
{
    std::vector<double> sorted(others.begin(), others.end());
    std::ranges::sort(sorted);
    Dominance dominance;
    dominance.shares.reserve(values.size());
    for (const auto value : values) {
        const auto equal = std::ranges::equal_range(sorted, value);
        const auto below = static_cast<double>(equal.begin() - sorted.begin());
        const auto above = static_cast<double>(sorted.end() - equal.end());
        dominance.untied += below + above;
        dominance.shares.push_back((below - above) / static_cast<double>(others.size()));
        dominance.mean += dominance.shares.back();
    }
    dominance.mean /= static_cast<double>(values.size());
    return dominance;
}

double squaresAround(const std::vector<double> &shares, double middle)
{
    double squares = 0;
    for (const auto share : shares)
        squares += (share - middle) * (share - middle);
    return squares;
}

/// The unbiased variance of Cliff (1993, eq. 7), at least (1 − δ²)/(n_a n_b − 1).
double varianceOf(const Dominance &a, const Dominance &b, double delta)
{
    const auto sizeA = static_cast<double>(a.shares.size());
    const auto sizeB = static_cast<double>(b.shares.size());
    const auto rows = sizeB * sizeB * squaresAround(a.shares, delta);
    const auto columns = sizeA * sizeA * squaresAround(b.shares, -delta);
    const auto cells = a.untied - sizeA * sizeB * delta * delta;
    const auto variance = (rows + columns - cells) / (sizeA * sizeB * (sizeA - 1) * (sizeB - 1));
    return std::max(variance, (1 - delta * delta) / (sizeA * sizeB - 1));
}

/// Cliff 1996, eq. 5.12: lies within −1 … 1 and leans towards 0.
Interval asymmetricInterval(double delta, double variance)
{
    const auto z = normalTwoSided95;
    const auto rest = 1 - delta * delta;
    const auto middle = delta - delta * delta * delta;
    const auto half = z * std::sqrt(variance) * std::sqrt(rest * rest + z * z * variance);
    const auto whole = rest + z * z * variance;
    return {.low = (middle - half) / whole, .high = (middle + half) / whole};
}

/// Where no value overlaps there is no variance: the bound of the smaller group (Feng and Cliff 2004).
Interval separatedInterval(double delta, double smaller)
{
    constexpr auto square = normalTwoSided95 * normalTwoSided95;
    const auto bound = (smaller - square) / (smaller + square);
    return delta > 0 ? Interval{.low = bound, .high = 1} : Interval{.low = -1, .high = -bound};
}

} // namespace

std::optional<EffectSize> cliffsDelta(std::span<const double> a, std::span<const double> b)
{
    if (a.empty() || b.empty())
        return std::nullopt;
    const auto ofA = dominanceOf(a, b);
    const auto ofB = dominanceOf(b, a);
    EffectSize size{.value = ofA.mean, .interval = {}, .n = static_cast<int>(a.size() + b.size())};
    const auto smaller = std::min(a.size(), b.size());
    if (smaller < 2)
        return size;
    if (std::abs(size.value) >= 1 - 1e-12)
        size.interval = separatedInterval(size.value, static_cast<double>(smaller));
    else
        size.interval = asymmetricInterval(size.value, varianceOf(ofA, ofB, size.value));
    return size;
}

} // namespace Decayscope
