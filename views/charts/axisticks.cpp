// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "axisticks.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

constexpr int mostDecimals = 12;

std::vector<double> linearTicks(const AxisScale &scale, int most)
{
    const double step = roundStep(scale.high - scale.low, most);
    const double first = std::ceil(scale.low / step - 1e-9);
    std::vector<double> ticks;
    for (int i = 0; i <= most + 1; ++i) {
        const double tick = (first + i) * step;
        if (tick > scale.high + 1e-9 * step)
            break;
        if (ticks.empty() || tick > ticks.back())
            ticks.push_back(std::abs(tick) < step * 1e-6 ? 0 : tick);
    }
    return ticks;
}

/// Every product of a power of ten with one of the factors; of powers every `stride`th.
std::vector<double> decadeTicks(const AxisScale &scale, std::span<const double> factors, int stride)
{
    std::vector<double> ticks;
    const int first = static_cast<int>(std::floor(std::log10(scale.low)));
    const int last = static_cast<int>(std::ceil(std::log10(scale.high)));
    for (int exponent = first; exponent <= last; exponent += stride) {
        for (const double factor : factors) {
            const double tick = factor * std::pow(10.0, exponent);
            if (tick >= scale.low * (1 - 1e-9) && tick <= scale.high * (1 + 1e-9))
                ticks.push_back(tick);
        }
    }
    return ticks;
}

std::vector<double> logarithmicTicks(const AxisScale &scale, int most)
{
    constexpr std::array<double, 3> factors{1, 2, 5};
    const auto all = std::span<const double>(factors);
    for (const auto chosen : {all, all.first(1)}) {
        const auto ticks = decadeTicks(scale, chosen, 1);
        if (ticks.size() <= static_cast<std::size_t>(most) + 1)
            return ticks.size() > 1 ? ticks : linearTicks(scale, most);
    }
    const double decades = std::log10(scale.high) - std::log10(scale.low);
    const int stride = static_cast<int>(std::ceil(decades / most));
    return decadeTicks(scale, all.first(1), std::max(1, stride));
}

/// How many decimals tell values apart that are at least `step` from each other.
int decimalsFor(double step)
{
    if (!(step > 0) || !std::isfinite(step))
        return 0;
    return std::clamp(static_cast<int>(std::ceil(-std::log10(step) - 1e-9)), 0, mostDecimals);
}

/// How many decimals a value has itself.
int ownDecimals(double value)
{
    int decimals = 0;
    for (double rest = std::abs(value); decimals < mostDecimals; ++decimals, rest *= 10) {
        if (std::abs(rest - std::round(rest)) <= 1e-9 * std::max(1.0, rest))
            break;
    }
    return decimals;
}

bool areEven(const std::vector<double> &ticks)
{
    return ticks.size() < 3 || std::abs(ticks[2] - 2 * ticks[1] + ticks[0]) < 1e-6 * std::abs(ticks[1] - ticks[0]);
}

struct Magnitude
{
    double size = 1;
    QLatin1StringView sign;
};

/// From 10,000 on an axis is read in thousands and more.
bool isLarge(const std::vector<double> &ticks, CellKind kind)
{
    const bool isNumber = kind == CellKind::Number || kind == CellKind::Count;
    return isNumber && !ticks.empty() && std::max(std::abs(ticks.front()), std::abs(ticks.back())) >= 1e4;
}

Magnitude magnitudeOf(double value)
{
    constexpr std::array<Magnitude, 3> magnitudes{{{1e9, "G"_L1}, {1e6, "M"_L1}, {1e3, "k"_L1}}};
    const auto found
        = std::ranges::find_if(magnitudes, [value](const Magnitude &each) { return std::abs(value) >= each.size; });
    return found == magnitudes.end() ? Magnitude{} : *found;
}

QString signedText(double value, int decimals, bool withPlus)
{
    const auto text = QLocale().toString(std::abs(value), 'f', decimals);
    if (value < 0)
        return QString(u'−' % text);
    return withPlus && value > 0 ? QString(u'+' % text) : text;
}

} // namespace

double roundStep(double span, int most)
{
    if (!(span > 0) || !std::isfinite(span) || most < 1)
        return 1;
    const double rough = span / most;
    const double magnitude = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * magnitude >= rough * 0.999)
            return factor * magnitude;
    }
    return 10 * magnitude;
}

std::vector<double> axisTicks(const AxisScale &scale, int most)
{
    if (!(scale.high > scale.low) || !std::isfinite(scale.high - scale.low) || most < 1)
        return {};
    return scale.isLogarithmic && scale.low > 0 ? logarithmicTicks(scale, most) : linearTicks(scale, most);
}

QString tickText(double value, const std::vector<double> &ticks, CellKind kind)
{
    const auto magnitude = isLarge(ticks, kind) ? magnitudeOf(value) : Magnitude{};
    const double shown = value / magnitude.size;
    const bool isEven = areEven(ticks) && !isLarge(ticks, kind) && ticks.size() > 1;
    const bool hasSign = kind == CellKind::Points || (kind == CellKind::Percent && !ticks.empty() && ticks.front() < 0);
    return signedText(shown, isEven ? decimalsFor(ticks[1] - ticks[0]) : ownDecimals(shown), hasSign) % magnitude.sign;
}

QString valueText(double value, CellKind kind)
{
    switch (kind) {
    case CellKind::Points:
        return signedText(value, 1, true);
    case CellKind::PValue:
    case CellKind::Coefficient:
        return signedText(value, 3, false);
    case CellKind::Count:
        return QLocale().toString(value, 'f', 0);
    case CellKind::Text:
    case CellKind::Percent:
    case CellKind::Number:
        break;
    }
    return signedText(value, 1, false);
}

} // namespace Decayscope
