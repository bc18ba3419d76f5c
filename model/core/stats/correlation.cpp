// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "correlation.h"

#include "interval.h"

#include <QtAssert>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace Decayscope {

namespace {

double pValueOf(double r, int n)
{
    const auto rest = (1 - r) * (1 + r);
    return rest > 0 ? studentTwoSided(r * std::sqrt((n - 2) / rest), n - 2) : 0.0;
}

int signOf(double value)
{
    return (value > 0 ? 1 : 0) - (value < 0 ? 1 : 0);
}

bool isConstant(std::span<const double> values)
{
    return std::ranges::adjacent_find(values, std::ranges::not_equal_to{}) == values.end();
}

} // namespace

std::optional<Correlation> pearson(std::span<const double> x, std::span<const double> y)
{
    Q_ASSERT(x.size() == y.size());
    if (x.size() < 2 || isConstant(x) || isConstant(y))
        return std::nullopt;
    const auto meanX = meanOf(x).value();
    const auto meanY = meanOf(y).value();
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        xx += (x[i] - meanX) * (x[i] - meanX);
        yy += (y[i] - meanY) * (y[i] - meanY);
        xy += (x[i] - meanX) * (y[i] - meanY);
    }
    const auto r = std::clamp(xy / std::sqrt(xx * yy), -1.0, 1.0);
    const auto n = static_cast<int>(x.size());
    return Correlation{.coefficient = r, .pValue = n > 2 ? std::optional(pValueOf(r, n)) : std::nullopt};
}

std::optional<Correlation> spearman(std::span<const double> x, std::span<const double> y)
{
    return pearson(averageRanks(x), averageRanks(y));
}

std::optional<double> kendall(std::span<const double> x, std::span<const double> y)
{
    Q_ASSERT(x.size() == y.size());
    if (x.size() < 2 || isConstant(x) || isConstant(y))
        return std::nullopt;
    double agreement = 0;
    double untiedX = 0;
    double untiedY = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        for (std::size_t j = i + 1; j < x.size(); ++j) {
            const auto signX = signOf(x[i] - x[j]);
            const auto signY = signOf(y[i] - y[j]);
            agreement += signX * signY;
            untiedX += signX * signX;
            untiedY += signY * signY;
        }
    }
    return agreement / std::sqrt(untiedX * untiedY);
}

std::vector<double> averageRanks(std::span<const double> values)
{
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) { return values[i]; });
    std::vector<double> ranks(values.size());
    for (std::size_t first = 0; first < order.size();) {
        auto end = first + 1;
        while (end < order.size() && values[order[end]] == values[order[first]])
            ++end;
        for (auto i = first; i < end; ++i)
            ranks[order[i]] = static_cast<double>(first + end + 1) / 2;
        first = end;
    }
    return ranks;
}

} // namespace Decayscope
