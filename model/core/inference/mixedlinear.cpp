// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "leastsquares.h"

#include <boost/math/tools/minima.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace Decayscope {

namespace {

constexpr double leastRatio = 1e-4;
constexpr double greatestRatio = 1e4;
constexpr int ratioSteps = 80; ///< Of the search's grid, evenly in the logarithm.
constexpr int minimumBits = 40;

/// Sums of the rows of a group, of the terms and of the least squares residuals.
struct GroupSums
{
    std::vector<double> x;
    double residual = 0;
    double rows = 0;
};

/// The restricted likelihood at one ratio of the deviation of the intercepts to that of the residuals.
struct RatioFit
{
    double logLikelihood = 0;
    std::vector<double> shift; ///< Of the least squares coefficients.
    SquareMatrix inverse; ///< (Xᵀ V⁻¹ X)⁻¹, V = I + θ² Z Zᵀ
    double variance = 0; ///< Of the residuals.
};

std::vector<GroupSums> groupSums(const LeastSquares &squares)
{
    const auto &rows = squares.rows;
    std::vector<GroupSums> sums;
    sums.reserve(rows.groups());
    for (std::size_t g = 0; g < rows.groups(); ++g) {
        GroupSums sum{.x = std::vector<double>(rows.terms, 0.0)};
        for (auto i = rows.starts[g]; i < rows.starts[g + 1]; ++i) {
            const auto row = rows.row(i);
            std::ranges::transform(sum.x, row, sum.x.begin(), std::plus());
            sum.residual += squares.residuals[i];
            ++sum.rows;
        }
        sums.push_back(std::move(sum));
    }
    return sums;
}

/// Everything that does not change with the ratio.
class RestrictedLikelihood
{
public:
    explicit RestrictedLikelihood(const LeastSquares &squares)
        : m_squares(squares)
        , m_crossed(squares.rows.crossed(std::vector<double>(squares.rows.rows(), 1.0)))
        , m_groups(groupSums(squares))
    { }

    /// V⁻¹ = I − θ²/(1 + n θ²) · 1 1ᵀ in every group. Nothing where no inverse exists.
    [[nodiscard]] std::optional<RatioFit> at(double ratio) const
    {
        auto crossed = m_crossed;
        std::vector<double> right(m_squares.rows.terms, 0.0);
        double rest = m_squares.squares;
        double logV = 0;
        for (const auto &group : m_groups) {
            const double share = ratio * ratio / (1 + group.rows * ratio * ratio);
            crossed.addOuter(group.x, -share);
            for (std::size_t j = 0; j < right.size(); ++j)
                right[j] -= share * group.x[j] * group.residual;
            rest -= share * group.residual * group.residual;
            logV += std::log1p(group.rows * ratio * ratio);
        }
        crossed.mirrorLower();
        auto inverse = inverseOf(crossed);
        if (!inverse)
            return std::nullopt;
        auto shift = inverse->inverse.times(right);
        rest -= dotProduct(shift, right);
        const auto degrees = static_cast<double>(m_squares.rows.rows() - m_squares.rows.terms);
        const double variance = rest / degrees;
        if (!(variance > 0))
            return std::nullopt;
        return RatioFit{.logLikelihood
            = -(logV + inverse->logDeterminant + degrees * (1 + std::log(2 * std::numbers::pi * variance))) / 2,
            .shift = std::move(shift),
            .inverse = std::move(inverse->inverse),
            .variance = variance};
    }

private:
    const LeastSquares &m_squares;
    SquareMatrix m_crossed;
    std::vector<GroupSums> m_groups;
};

double ratioOfStep(int step)
{
    return leastRatio * std::pow(greatestRatio / leastRatio, static_cast<double>(step) / ratioSteps);
}

/// The ratio of the greatest likelihood: the best of a grid, then Brent's method beside it. 0 where none is better.
double bestRatio(const RestrictedLikelihood &likelihood)
{
    const auto deviance = [&likelihood](double ratio) {
        const auto fit = likelihood.at(ratio);
        return fit ? -fit->logLikelihood : std::numeric_limits<double>::infinity();
    };
    int best = 0;
    double least = deviance(ratioOfStep(0));
    for (int step = 1; step <= ratioSteps; ++step) {
        if (const double value = deviance(ratioOfStep(step)); value < least) {
            best = step;
            least = value;
        }
    }
    const auto byLogarithm = [&](double logRatio) { return deviance(std::exp(logRatio)); };
    const auto [logRatio, value] = boost::math::tools::brent_find_minima(
        byLogarithm, std::log(ratioOfStep(best - 1)), std::log(ratioOfStep(best + 1)), minimumBits);
    return value < deviance(0) ? std::exp(logRatio) : 0.0;
}

/// Whether a term varies within any group.
bool variesWithin(const RegressionRows &rows, std::size_t term)
{
    for (std::size_t g = 0; g < rows.groups(); ++g) {
        for (auto i = rows.starts[g]; i < rows.starts[g + 1]; ++i) {
            if (rows.row(i)[term] != rows.row(rows.starts[g])[term])
                return true;
        }
    }
    return false;
}

bool isIntercept(const RegressionRows &rows, std::size_t term)
{
    for (std::size_t i = 0; i < rows.rows(); ++i) {
        if (rows.row(i)[term] != 1)
            return false;
    }
    return true;
}

/// Degrees of freedom as in nlme; none where there are none left, so that z is taken.
std::vector<std::optional<int>> degreesOf(const RegressionRows &rows)
{
    std::vector<char> within;
    for (std::size_t term = 0; term < rows.terms; ++term)
        within.push_back(variesWithin(rows, term) ? 1 : 0);
    const auto varying = static_cast<int>(std::ranges::count(within, char{1}));
    const auto groups = static_cast<int>(rows.groups());
    const int inner = static_cast<int>(rows.rows()) - groups - varying;
    const int outer = groups - (static_cast<int>(rows.terms) - varying);
    std::vector<std::optional<int>> degrees(rows.terms);
    for (std::size_t term = 0; term < rows.terms; ++term) {
        const int count = within[term] != 0 || isIntercept(rows, term) ? inner : outer;
        if (count >= 1)
            degrees[term] = count;
    }
    return degrees;
}

Coefficients coefficientsOf(const LeastSquares &squares, const RatioFit &best)
{
    Coefficients coefficients{
        .values = squares.coefficients, .covariance = best.inverse, .degrees = degreesOf(squares.rows)};
    for (std::size_t i = 0; i < coefficients.values.size(); ++i) {
        coefficients.values[i] += best.shift[i];
        for (std::size_t j = 0; j < coefficients.values.size(); ++j)
            coefficients.covariance.at(i, j) *= best.variance;
    }
    return coefficients;
}

} // namespace

Result<RegressionFit> mixedLinear(const RegressionData &data)
{
    const auto squares = leastSquares(data);
    if (!squares)
        return std::unexpected(squares.error());
    const RestrictedLikelihood likelihood(*squares);
    const double ratio = bestRatio(likelihood);
    const auto best = likelihood.at(ratio);
    const auto without = likelihood.at(0);
    if (!best || !without)
        return failure(ErrorKind::InvalidInput, QStringLiteral("The terms of the regression are too nearly the same."));
    auto fit = fitOf(data, squares->rows, coefficientsOf(*squares, *best));
    fit.logLikelihood = best->logLikelihood;
    fit.parameters += 2;
    fit.residualDeviation = std::sqrt(best->variance);
    fit.groupDeviation = ratio * *fit.residualDeviation;
    fit.groupPValue = boundaryPValue(best->logLikelihood - without->logLikelihood);
    fit.converged = ratio < greatestRatio;
    return fit;
}

} // namespace Decayscope
