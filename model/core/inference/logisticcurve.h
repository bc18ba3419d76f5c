// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "regressionrows.h"

#include <cmath>

namespace Decayscope {

/// 1/(1 + e^−η), without overflow.
[[nodiscard]] inline double logisticOf(double eta)
{
    if (eta >= 0)
        return 1 / (1 + std::exp(-eta));
    const double power = std::exp(eta);
    return power / (1 + power);
}

/// log(1 + e^η), without overflow.
[[nodiscard]] inline double softPlus(double eta)
{
    return eta > 0 ? eta + std::log1p(std::exp(-eta)) : std::log1p(std::exp(eta));
}

/// A logistic regression by maximum likelihood on rows that nothing separates.
struct LogisticCurve
{
    RegressionRows rows;
    std::vector<double> coefficients;
    std::vector<double> residuals; ///< y − p, row by row.
    SquareMatrix inverseInformation;
    double logLikelihood = 0;
    bool converged = false;
};

/// Fits the data's rows by Newton's method. Rows whose outcome is told for certain by a direction in the terms are left
/// out first, which is the limit the likelihood tends to (Albert and Anderson 1984). Fails as the functions of
/// regression.h do.
[[nodiscard]] Result<LogisticCurve> logisticCurve(const RegressionData &data);

} // namespace Decayscope
