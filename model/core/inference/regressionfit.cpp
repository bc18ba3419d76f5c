// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "normalquantile.h"
#include "regressionrows.h"

#include <boost/math/distributions/normal.hpp>

#include <algorithm>
#include <cmath>

namespace Decayscope {

namespace {

constexpr double intervalQuantile = 0.975;

double normalTwoSided(double z)
{
    return 2 * boost::math::cdf(boost::math::complement(boost::math::normal(), std::abs(z)));
}

/// Nothing where a standard error does not exist.
std::optional<TermEstimate> estimateOf(double value, double variance, std::optional<int> degrees)
{
    if (!(variance > 0) || !std::isfinite(variance) || !std::isfinite(value))
        return std::nullopt;
    const double error = std::sqrt(variance);
    const double statistic = value / error;
    const double half = error * (degrees ? studentQuantile(intervalQuantile, *degrees) : normalTwoSided95);
    return TermEstimate{.value = value,
        .standardError = error,
        .statistic = statistic,
        .degrees = degrees,
        .pValue = degrees ? studentTwoSided(statistic, *degrees) : normalTwoSided(statistic),
        .interval = {.low = value - half, .high = value + half}};
}

/// Rows of the data that are not among those that count.
std::vector<std::size_t> othersThan(std::vector<std::size_t> rows, std::size_t count)
{
    std::ranges::sort(rows);
    std::vector<std::size_t> others;
    auto next = rows.begin();
    for (std::size_t row = 0; row < count; ++row) {
        if (next != rows.end() && *next == row)
            ++next;
        else
            others.push_back(row);
    }
    return others;
}

/// Terms that had something to say before rows were left out, and now do not.
std::vector<TermStatus> statusOfTerms(const RegressionData &data, const RegressionRows &rows)
{
    std::vector<TermStatus> status(data.columns.size(), TermStatus::Collinear);
    if (rows.rows() < data.outcome.size()) {
        for (const auto term : allRegressionRows(data).termOf)
            status[term] = TermStatus::Separated;
    }
    for (const auto term : rows.termOf)
        status[term] = TermStatus::Estimated;
    return status;
}

} // namespace

RegressionFit fitOf(const RegressionData &data, const RegressionRows &rows, const Coefficients &coefficients)
{
    RegressionFit fit{.terms = {},
        .determined = othersThan(rows.rowOf, data.outcome.size()),
        .rows = static_cast<int>(rows.rows()),
        .groups = static_cast<int>(rows.groups()),
        .parameters = static_cast<int>(rows.terms)};
    const auto status = statusOfTerms(data, rows);
    fit.terms.reserve(status.size());
    for (std::size_t j = 0; j < status.size(); ++j)
        fit.terms.push_back({.name = data.terms.at(static_cast<qsizetype>(j)), .status = status[j], .estimate = {}});
    for (std::size_t k = 0; k < rows.terms; ++k)
        fit.terms[rows.termOf[k]].estimate
            = estimateOf(coefficients.values[k], coefficients.covariance.at(k, k), coefficients.degrees[k]);
    return fit;
}

double boundaryPValue(double gain)
{
    return gain > 0 ? normalTwoSided(std::sqrt(2 * gain)) / 2 : 1.0;
}

} // namespace Decayscope
