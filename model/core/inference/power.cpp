// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "power.h"

#include "noncentralt.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace Decayscope {

namespace {

constexpr double endless = std::numeric_limits<double>::infinity();

double powerAt(double degrees, double noncentrality, double significance)
{
    const auto critical = upperStudentQuantile(degrees, significance / 2);
    return 1 - noncentralTCdf(critical, degrees, noncentrality) + noncentralTCdf(-critical, degrees, noncentrality);
}

/// How many standard errors a difference must be long; nothing beyond a thousand.
std::optional<double> neededNoncentrality(double degrees, const TestDemand &demand)
{
    double low = 0;
    double high = 4;
    for (; powerAt(degrees, high, demand.significance) < demand.power; high *= 2) {
        if (high > 1e3)
            return std::nullopt;
        low = high;
    }
    for (int halving = 0; halving < 60; ++halving) {
        const auto middle = (low + high) / 2;
        (powerAt(degrees, middle, demand.significance) < demand.power ? low : high) = middle;
    }
    return high;
}

/// The smallest whole number from `least` to `most` that suffices; `suffices` must not turn false again.
template <typename Suffices>
std::optional<int> fewest(int least, int most, Suffices suffices)
{
    int high = least;
    while (!suffices(high)) {
        if (high >= most)
            return std::nullopt;
        least = high + 1;
        high = std::min(most, 2 * high);
    }
    while (least < high) {
        const auto middle = least + (high - least) / 2;
        if (suffices(middle))
            high = middle;
        else
            least = middle + 1;
    }
    return high;
}

bool areShares(double discordant, double difference)
{
    return difference > 0 && difference <= discordant && discordant <= 1;
}

} // namespace

double designError(const ComparedDesign &design, double trials)
{
    const auto byRuns = design.runWeight * design.runDeviation * design.runDeviation / trials;
    return std::sqrt((design.unitDeviation * design.unitDeviation + byRuns) / std::max(1, design.units));
}

std::optional<double> powerOf(const ComparedDesign &design, double trials, double difference, double significance)
{
    if (design.units < 2)
        return std::nullopt;
    const auto error = designError(design, trials);
    if (error <= 0)
        return difference != 0 ? 1 : significance;
    return powerAt(design.units - 1, std::abs(difference) / error, significance);
}

std::optional<double> detectableDifference(const ComparedDesign &design, double trials, const TestDemand &demand)
{
    if (design.units < 2)
        return std::nullopt;
    const auto needed = neededNoncentrality(design.units - 1, demand);
    return needed ? std::optional(*needed * designError(design, trials)) : std::nullopt;
}

std::optional<int> trialsNeeded(const ComparedDesign &design, double difference, const TestDemand &demand)
{
    const auto suffices = [&](double trials) {
        return powerOf(design, trials, difference, demand.significance).value_or(0) >= demand.power;
    };
    if (!suffices(endless))
        return std::nullopt;
    return fewest(1, mostTrialsNeeded, suffices);
}

std::optional<int> unitsNeeded(const ComparedDesign &design, double trials, double difference, const TestDemand &demand)
{
    return fewest(2, mostUnitsNeeded, [&](int units) {
        auto larger = design;
        larger.units = units;
        return powerOf(larger, trials, difference, demand.significance).value_or(0) >= demand.power;
    });
}

std::optional<double> mcNemarPower(double discordant, double difference, double pairs, double significance)
{
    if (!areShares(discordant, difference) || pairs <= 0)
        return std::nullopt;
    const auto distance = difference * std::sqrt(pairs) - upperNormalQuantile(significance / 2) * std::sqrt(discordant);
    const auto spread = std::sqrt(discordant - difference * difference);
    if (spread <= 0)
        return distance >= 0 ? 1 : 0;
    return normalCdf(distance / spread);
}

std::optional<double> mcNemarPairs(double discordant, double difference, const TestDemand &demand)
{
    if (!areShares(discordant, difference))
        return std::nullopt;
    const auto root = upperNormalQuantile(demand.significance / 2) * std::sqrt(discordant)
        + upperNormalQuantile(1 - demand.power) * std::sqrt(discordant - difference * difference);
    return std::ceil(root * root / (difference * difference));
}

std::optional<double> mcNemarDetectable(double discordant, double pairs, const TestDemand &demand)
{
    const auto powerFor = [&](double difference) {
        return mcNemarPower(discordant, difference, pairs, demand.significance).value_or(0);
    };
    if (powerFor(discordant) < demand.power)
        return std::nullopt;
    double low = 0;
    double high = discordant;
    for (int halving = 0; halving < 60; ++halving) {
        const auto middle = (low + high) / 2;
        (powerFor(middle) < demand.power ? low : high) = middle;
    }
    return high;
}

} // namespace Decayscope
