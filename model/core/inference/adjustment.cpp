// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adjustment.h"

#include <stats/permutation.h>

#include <algorithm>
#include <numeric>

namespace Decayscope {

namespace {

/// From the largest p-value down, each at most the one before it.
std::vector<double> benjaminiHochberg(std::span<const double> pValues)
{
    std::vector<std::size_t> order(pValues.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::greater{}, [&](std::size_t i) { return pValues[i]; });
    std::vector<double> adjusted(pValues.size());
    const auto tests = static_cast<double>(pValues.size());
    double smallest = 1;
    for (std::size_t at = 0; at < order.size(); ++at) {
        const auto rank = tests - static_cast<double>(at);
        smallest = std::min(smallest, pValues[order[at]] * tests / rank);
        adjusted[order[at]] = smallest;
    }
    return adjusted;
}

} // namespace

std::vector<double> adjustedPValues(std::span<const double> pValues, Adjustment adjustment)
{
    switch (adjustment) {
    case Adjustment::Holm:
        return holmAdjusted(pValues);
    case Adjustment::BenjaminiHochberg:
        return benjaminiHochberg(pValues);
    case Adjustment::None:
        break;
    }
    return {pValues.begin(), pValues.end()};
}

} // namespace Decayscope
