// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "logisticcurve.h"

namespace Decayscope {

Result<RegressionFit> clusteredLogistic(const RegressionData &data)
{
    const auto curve = logisticCurve(data);
    if (!curve)
        return std::unexpected(curve.error());
    const auto &rows = curve->rows;
    const auto degrees = static_cast<int>(rows.groups()) - 1;
    auto fit = fitOf(data, rows,
        {.values = curve->coefficients,
            .covariance = clusteredCovariance(rows, curve->residuals, curve->inverseInformation),
            .degrees = std::vector<std::optional<int>>(rows.terms, degrees)});
    fit.logLikelihood = curve->logLikelihood;
    fit.converged = curve->converged;
    return fit;
}

} // namespace Decayscope
