// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exactsignflip.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace Decayscope {

namespace {

constexpr qint64 largestDenominator = 1'000'000;
constexpr qint64 mostSteps = 4'000'000; ///< Values × sums: milliseconds, about what the draws would take.

std::optional<qint64> commonDenominator(std::span<const WholeDifference> differences)
{
    qint64 common = 1;
    for (const auto &difference : differences) {
        if (difference.denominator < 1 || difference.denominator > largestDenominator)
            return std::nullopt;
        common = std::lcm(common, difference.denominator);
        if (common > largestDenominator)
            return std::nullopt;
    }
    return common;
}

/// The values in steps of one unit, without those that are zero: their sign changes nothing.
std::vector<qint64> wholeSteps(std::span<const WholeDifference> differences, qint64 denominator)
{
    std::vector<qint64> steps;
    qint64 divisor = 0;
    for (const auto &difference : differences) {
        const auto step = std::llround(difference.value * static_cast<double>(denominator));
        if (step == 0)
            continue;
        steps.push_back(step);
        divisor = std::gcd(divisor, step);
    }
    for (auto &step : steps)
        step /= divisor;
    return steps;
}

/// The chance of each sum of the steps that keep their sign, all signs as likely.
std::vector<double> chancesOfSums(std::span<const qint64> sizes, qint64 total)
{
    std::vector<double> chances(static_cast<std::size_t>(total) + 1, 0.0);
    chances[0] = 1;
    std::size_t reached = 0;
    for (const auto size : sizes) {
        const auto step = static_cast<std::size_t>(size);
        reached += step;
        for (auto sum = reached + 1; sum-- > 0;)
            chances[sum] = (chances[sum] + (sum >= step ? chances[sum - step] : 0.0)) / 2;
    }
    return chances;
}

} // namespace

std::optional<double> exactSignFlipPValue(std::span<const WholeDifference> differences)
{
    const auto denominator = commonDenominator(differences);
    if (!denominator)
        return std::nullopt;
    auto steps = wholeSteps(differences, *denominator);
    const auto observed = std::abs(std::accumulate(steps.begin(), steps.end(), qint64{0}));
    for (auto &step : steps)
        step = std::abs(step);
    const auto total = std::accumulate(steps.begin(), steps.end(), qint64{0});
    if (total * std::ssize(steps) > mostSteps)
        return std::nullopt;
    const auto chances = chancesOfSums(steps, total);
    double tail = 0;
    for (qint64 sum = 0; sum <= total; ++sum) { // A sum kept is the total flipped less twice: total − 2 · sum.
        if (std::abs(total - 2 * sum) >= observed)
            tail += chances[static_cast<std::size_t>(sum)];
    }
    return std::min(1.0, tail);
}

} // namespace Decayscope
