// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "resampling.h"

#include <base/result.h>

#include <QStringList>

#include <vector>

namespace Decayscope {

inline constexpr qsizetype mostRegressionTerms = 120;
inline constexpr qsizetype mostRegressionValues = 5'000'000; ///< Rows times terms.
inline constexpr int mostQuadratureNodes = 25;

/// What a regression explains, by what, and which rows belong together.
struct RegressionData
{
    QStringList terms; ///< A name a column; that of a column of ones is "(Intercept)".
    std::vector<std::vector<double>> columns; ///< One a term, each as long as the outcome.
    std::vector<double> outcome; ///< 0 or 1 where the regression is logistic.
    std::vector<int> groups; ///< The cluster of each row: any numbers, equal ones belong together.
};

enum class TermStatus : quint8 {
    Estimated,
    Collinear, ///< The terms before it say the same already; left out, as R does with NA.
    Separated ///< It, or it with others, tells an outcome for certain, so that no finite estimate exists; left out.
};

struct TermEstimate
{
    double value = 0; ///< Log odds where the regression is logistic.
    double standardError = 0;
    double statistic = 0; ///< value / standardError: t where there are degrees of freedom, else z.
    std::optional<int> degrees;
    double pValue = 1; ///< Two-sided.
    Interval interval; ///< 95 %, value ± quantile · standardError.
};

struct RegressionTerm
{
    QString name;
    TermStatus status = TermStatus::Estimated;
    std::optional<TermEstimate> estimate; ///< Of those estimated.
};

/// A fitted regression.
struct RegressionFit
{
    std::vector<RegressionTerm> terms; ///< In the order of the data's.
    std::vector<std::size_t> determined; ///< Rows, ascending, whose outcome separated terms tell: they do not count.
    int rows = 0; ///< That count.
    int groups = 0; ///< With rows that count.
    double logLikelihood = 0; ///< Restricted (REML) of the mixed linear one.
    int parameters = 0; ///< Coefficients and standard deviations.
    std::optional<double> groupDeviation; ///< Standard deviation of the random intercepts; 0: at the boundary.
    std::optional<double>
        groupPValue; ///< That it is 0: likelihood ratio, half of χ² with 1 degree (Self and Liang 1987).
    std::optional<double> residualDeviation; ///< Of linear ones.
    bool converged = true; ///< Where not, no number of it is to be trusted.

    [[nodiscard]] double aic() const { return 2 * (parameters - logLikelihood); }
};

// All fail with InvalidInput, saying why, for rows that cannot carry the regression: none, outcomes that are all the
// same, fewer than two groups, fewer rows than terms, more terms or values than above, numbers that are not finite.
// The same bytes on any number of threads. Iterations are bounded.

/// Logistic regression by maximum likelihood with cluster-robust standard errors:
/// V = G/(G−1) · (n−1)/(n−k) · H⁻¹ (Σ_g s_g s_gᵀ) H⁻¹, s_g the sum of the scores of a group (Liang and Zeger 1986),
/// with t of G − 1 degrees. As R's glm with sandwich::vcovCL(type = "HC1").
[[nodiscard]] Result<RegressionFit> clusteredLogistic(const RegressionData &data);

/// Logistic regression with a normal random intercept a group: the likelihood by adaptive Gauss–Hermite quadrature with
/// `nodes` (1: Laplace's approximation; to mostQuadratureNodes), maximised over coefficients and standard deviation;
/// Wald standard errors from its Hessian, z. As lme4's glmer(nAGQ = nodes) (Pinheiro and Bates 1995; Bates et al.
/// 2015).
[[nodiscard]] Result<RegressionFit> mixedLogistic(const RegressionData &data, int nodes = 9);

/// Least squares with cluster-robust standard errors of the form above, t of G − 1 degrees. As R's lm with
/// sandwich::vcovCL(type = "HC1").
[[nodiscard]] Result<RegressionFit> clusteredLinear(const RegressionData &data);

/// Linear regression with a normal random intercept a group by restricted maximum likelihood, as lme4's lmer; t with
/// the degrees of freedom of Pinheiro and Bates (2000, 2.4.2), as nlme's lme: terms that vary within groups, and the
/// intercept, N − G − (terms that vary); the others G − 1 − (terms that do not).
[[nodiscard]] Result<RegressionFit> mixedLinear(const RegressionData &data);

} // namespace Decayscope
