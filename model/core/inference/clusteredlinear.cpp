// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "leastsquares.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace Decayscope {

namespace {

constexpr double exactShare = 1e-18; ///< Of the outcome's sum of squares: less is no rest.

} // namespace

Result<LeastSquares> leastSquares(const RegressionData &data)
{
    if (const auto fault = regressionFault(data, OutcomeKind::Number))
        return failure(ErrorKind::InvalidInput, *fault);
    auto rows = allRegressionRows(data);
    if (const auto fault = sizeFault(rows))
        return failure(ErrorKind::InvalidInput, *fault);
    const auto inverse = inverseOf(rows.crossed(std::vector<double>(rows.rows(), 1.0)));
    if (!inverse)
        return failure(ErrorKind::InvalidInput, QStringLiteral("The terms of the regression are too nearly the same."));
    LeastSquares fit{.rows = std::move(rows), .coefficients = {}, .residuals = {}, .inverse = inverse->inverse};
    fit.residuals = fit.rows.y;
    fit.coefficients.assign(fit.rows.terms, 0.0);
    for (int refinement = 0; refinement < 2; ++refinement) {
        const auto step = fit.inverse.times(fit.rows.summed(fit.residuals));
        for (std::size_t j = 0; j < step.size(); ++j)
            fit.coefficients[j] += step[j];
        const auto predicted = fit.rows.predicted(fit.coefficients);
        std::ranges::transform(fit.rows.y, predicted, fit.residuals.begin(), std::minus());
    }
    fit.squares = dotProduct(fit.residuals, fit.residuals);
    if (!(fit.squares > exactShare * dotProduct(fit.rows.y, fit.rows.y)) || !std::isfinite(fit.squares))
        return failure(ErrorKind::InvalidInput,
            QStringLiteral(
                "The terms explain every run's outcome without rest, so that nothing can be said of errors."));
    return fit;
}

Result<RegressionFit> clusteredLinear(const RegressionData &data)
{
    const auto squares = leastSquares(data);
    if (!squares)
        return std::unexpected(squares.error());
    const auto &rows = squares->rows;
    const auto n = static_cast<double>(rows.rows());
    auto fit = fitOf(data, rows,
        {.values = squares->coefficients,
            .covariance = clusteredCovariance(rows, squares->residuals, squares->inverse),
            .degrees = std::vector<std::optional<int>>(rows.terms, static_cast<int>(rows.groups()) - 1)});
    fit.logLikelihood = -n / 2 * (std::log(2 * std::numbers::pi * squares->squares / n) + 1);
    fit.residualDeviation = std::sqrt(squares->squares / (n - static_cast<double>(rows.terms)));
    ++fit.parameters;
    return fit;
}

} // namespace Decayscope
