// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "effectsize.h"
#include "normalquantile.h"

#include <stats/proportion.h>

#include <array>
#include <cmath>

namespace Decayscope {

namespace {

bool canBe(SuccessCount count)
{
    return count.trials > 0 && count.successes >= 0 && count.successes <= count.trials;
}

double shareOf(SuccessCount count)
{
    return static_cast<double>(count.successes) / count.trials;
}

int together(SuccessCount a, SuccessCount b)
{
    return static_cast<int>(qint64{a.trials} + b.trials);
}

} // namespace

std::optional<EffectSize> proportionDifference(SuccessCount a, SuccessCount b)
{
    if (!canBe(a) || !canBe(b))
        return std::nullopt;
    const auto ofA = proportionOf(a.successes, a.trials).value_or(Proportion{});
    const auto ofB = proportionOf(b.successes, b.trials).value_or(Proportion{});
    const auto difference = ofA.share - ofB.share;
    const auto down = std::hypot(ofA.share - ofA.low, ofB.high - ofB.share);
    const auto up = std::hypot(ofA.high - ofA.share, ofB.share - ofB.low);
    return EffectSize{.value = difference,
        .interval = Interval{.low = difference - down, .high = difference + up},
        .n = together(a, b)};
}

std::optional<EffectSize> oddsRatio(SuccessCount a, SuccessCount b)
{
    if (!canBe(a) || !canBe(b))
        return std::nullopt;
    std::array cells{static_cast<double>(a.successes), static_cast<double>(a.trials - a.successes),
        static_cast<double>(b.successes), static_cast<double>(b.trials - b.successes)};
    const auto added = cells[0] * cells[1] * cells[2] * cells[3] > 0 ? 0.0 : 0.5;
    double variance = 0;
    for (auto &cell : cells) {
        cell += added;
        variance += 1 / cell;
    }
    const auto logRatio = std::log(cells[0]) - std::log(cells[1]) - std::log(cells[2]) + std::log(cells[3]);
    const auto half = normalTwoSided95 * std::sqrt(variance);
    return EffectSize{.value = std::exp(logRatio),
        .interval = Interval{.low = std::exp(logRatio - half), .high = std::exp(logRatio + half)},
        .n = together(a, b)};
}

std::optional<EffectSize> cohensH(SuccessCount a, SuccessCount b)
{
    if (!canBe(a) || !canBe(b))
        return std::nullopt;
    const auto h = 2 * std::asin(std::sqrt(shareOf(a))) - 2 * std::asin(std::sqrt(shareOf(b)));
    const auto half = normalTwoSided95 * std::sqrt(1.0 / a.trials + 1.0 / b.trials);
    return EffectSize{.value = h, .interval = Interval{.low = h - half, .high = h + half}, .n = together(a, b)};
}

} // namespace Decayscope
