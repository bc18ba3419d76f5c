// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "regressionrows.h"

namespace Decayscope {

/// Least squares on all rows of a regression.
struct LeastSquares
{
    RegressionRows rows;
    std::vector<double> coefficients;
    std::vector<double> residuals;
    SquareMatrix inverse; ///< (XᵀX)⁻¹
    double squares = 0; ///< Sum of squared residuals, above 0.
};

/// Fails as the functions of regression.h do, and where the terms explain the outcome without rest.
[[nodiscard]] Result<LeastSquares> leastSquares(const RegressionData &data);

} // namespace Decayscope
