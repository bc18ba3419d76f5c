// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gausshermite.h"
#include "regressionrows.h"

namespace Decayscope {

/// The likelihood of a logistic regression with a normal random intercept a group, by adaptive Gauss–Hermite
/// quadrature, with its exact gradient. Parameters: the coefficients, then the standard deviation of the intercepts,
/// whose sign does not matter.
class MixedLikelihood
{
public:
    struct Value
    {
        double logLikelihood = 0;
        std::vector<double> gradient;
    };

    MixedLikelihood(const RegressionRows &rows, int nodes);

    [[nodiscard]] std::size_t parameters() const { return m_rows.terms + 1; }
    [[nodiscard]] Value at(std::span<const double> parameters) const;

    /// −∂²log L, from differences of the gradient.
    [[nodiscard]] SquareMatrix information(std::span<const double> parameters) const;

private:
    struct Group;
    struct Mode;
    struct Integral;

    [[nodiscard]] static Mode modeOf(const Group &group);
    [[nodiscard]] Integral integralOf(const Group &group, const Mode &mode, std::span<double> residuals) const;
    [[nodiscard]] static double addGradient(
        const Group &group, const Mode &mode, const Integral &integral, std::span<double> residuals);

    const RegressionRows &m_rows;
    std::vector<QuadratureNode> m_nodes;
};

} // namespace Decayscope
