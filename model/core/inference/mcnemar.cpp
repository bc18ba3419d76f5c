// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mcnemar.h"

#include <stats/proportion.h>

#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/chi_squared.hpp>

#include <algorithm>
#include <cmath>

namespace Decayscope {

namespace {

/// Phi of the fourfold table, its numerator drawn towards 0 where it is positive (Newcombe 1998, method 10).
double correctedPhi(const PairedOutcomes &outcomes)
{
    const double a = outcomes.both;
    const double b = outcomes.onlyA;
    const double c = outcomes.onlyB;
    const double d = outcomes.neither;
    const auto margins = (a + b) * (c + d) * (a + c) * (b + d);
    if (margins <= 0)
        return 0;
    auto numerator = a * d - b * c;
    if (numerator > 0)
        numerator = std::max(0.0, numerator - outcomes.pairs() / 2.0);
    return numerator / std::sqrt(margins);
}

/// The root of x² − 2φxy + y², which rounding must not push below 0.
double oblique(double x, double y, double phi)
{
    return std::sqrt(std::max(0.0, x * x - 2 * phi * x * y + y * y));
}

Interval pairedScoreInterval(const PairedOutcomes &outcomes, double difference)
{
    const auto a = proportionOf(outcomes.both + outcomes.onlyA, outcomes.pairs()).value_or(Proportion{});
    const auto b = proportionOf(outcomes.both + outcomes.onlyB, outcomes.pairs()).value_or(Proportion{});
    const auto phi = correctedPhi(outcomes);
    return {.low = difference - oblique(a.share - a.low, b.high - b.share, phi),
        .high = difference + oblique(a.high - a.share, b.share - b.low, phi)};
}

} // namespace

McNemarTest mcNemar(const PairedOutcomes &outcomes)
{
    McNemarTest test;
    if (outcomes.pairs() < 1)
        return test;
    const auto difference = outcomes.onlyA - outcomes.onlyB;
    test.difference = 100.0 * difference / outcomes.pairs();
    test.interval = pairedScoreInterval(outcomes, test.difference);
    const auto discordant = outcomes.onlyA + outcomes.onlyB;
    if (discordant < 1)
        return test;
    const auto fewer = std::min(outcomes.onlyA, outcomes.onlyB);
    const boost::math::binomial halves(discordant, 0.5);
    const auto chance = pdf(halves, fewer);
    test.exactP = std::min(1.0, 2 * cdf(halves, fewer));
    test.midP = difference == 0 ? 1 - chance / 2 : 2 * cdf(halves, fewer) - chance;
    const auto distance = std::max(0, std::abs(difference) - 1);
    test.chiSquared = static_cast<double>(distance) * distance / discordant;
    test.chiSquaredP = cdf(complement(boost::math::chi_squared(1), *test.chiSquared));
    return test;
}

} // namespace Decayscope
