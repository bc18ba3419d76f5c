// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "logisticcurve.h"
#include "mixedlikelihood.h"

#include <algorithm>

namespace Decayscope {

namespace {

constexpr int mostSteps = 60;
constexpr int mostHalvings = 40;
constexpr int mostRidges = 24;
constexpr double firstDeviation = 1;
constexpr double farthestStep = 1.5; ///< In any parameter.
constexpr double steady = 1e-13; ///< Of gᵀH⁻¹g, twice what a step can still gain.
constexpr double boundary = 1e-4; ///< Of the deviation: below it, it counts as 0.
constexpr double runawayDeviation = 30;

struct MixedState
{
    std::vector<double> parameters;
    MixedLikelihood::Value value;
    std::optional<PositiveInverse> inverse; ///< Of the information; nothing where it is not positive definite.
    bool converged = false;
};

/// An ascending direction also where the likelihood is not concave: as much is added to the diagonal as that takes.
std::vector<double> ascent(const SquareMatrix &information, std::span<const double> gradient)
{
    double diagonal = 0;
    for (std::size_t i = 0; i < information.size(); ++i)
        diagonal = std::max(diagonal, std::abs(information.at(i, i)));
    double ridge = std::max(diagonal, 1.0) * 1e-6;
    for (int i = 0; i < mostRidges; ++i, ridge *= 4) {
        auto ridged = information;
        for (std::size_t j = 0; j < ridged.size(); ++j)
            ridged.at(j, j) += ridge;
        if (const auto inverse = inverseOf(ridged))
            return inverse->inverse.times(gradient);
    }
    return {gradient.begin(), gradient.end()};
}

bool climbed(MixedState &state, const MixedLikelihood &likelihood, std::vector<double> direction)
{
    double farthest = 0;
    for (const auto step : direction)
        farthest = std::max(farthest, std::abs(step));
    double length = std::min(1.0, farthestStep / farthest);
    for (int i = 0; i < mostHalvings; ++i, length /= 2) {
        auto next = state.parameters;
        for (std::size_t j = 0; j < next.size(); ++j)
            next[j] += length * direction[j];
        auto value = likelihood.at(next);
        if (value.logLikelihood >= state.value.logLikelihood - 1e-12 * std::abs(state.value.logLikelihood)) {
            state.parameters = std::move(next);
            state.value = std::move(value);
            return true;
        }
    }
    return false;
}

MixedState climbedToTop(const MixedLikelihood &likelihood, std::vector<double> start)
{
    MixedState state{.parameters = std::move(start), .value = {}, .inverse = {}};
    state.value = likelihood.at(state.parameters);
    for (int step = 0; step < mostSteps; ++step) {
        const auto information = likelihood.information(state.parameters);
        state.inverse = inverseOf(information);
        const auto direction = state.inverse ? state.inverse->inverse.times(state.value.gradient)
                                             : ascent(information, state.value.gradient);
        state.converged = state.inverse && dotProduct(state.value.gradient, direction) < steady;
        if (state.converged || std::abs(state.parameters.back()) > runawayDeviation
            || !climbed(state, likelihood, direction))
            break;
    }
    return state;
}

/// At the boundary the likelihood is as flat in the deviation as it is on the other side of 0.
MixedState atBoundary(const MixedLikelihood &likelihood, const LogisticCurve &curve)
{
    auto parameters = curve.coefficients;
    parameters.push_back(0);
    MixedState state{.parameters = parameters, .value = likelihood.at(parameters), .inverse = {}, .converged = true};
    state.inverse = PositiveInverse{.inverse = curve.inverseInformation};
    return state;
}

MixedState topOf(const MixedLikelihood &likelihood, const LogisticCurve &curve)
{
    auto start = curve.coefficients;
    start.push_back(firstDeviation);
    auto state = climbedToTop(likelihood, std::move(start));
    state.parameters.back() = std::abs(state.parameters.back());
    const bool isFlat = state.parameters.back() < boundary || state.value.logLikelihood < curve.logLikelihood;
    return isFlat ? atBoundary(likelihood, curve) : state;
}

/// The covariance of the coefficients alone.
SquareMatrix covarianceOf(const MixedState &state, std::size_t terms)
{
    SquareMatrix covariance(terms);
    for (std::size_t i = 0; state.inverse && i < terms; ++i) {
        for (std::size_t j = 0; j < terms; ++j)
            covariance.at(i, j) = state.inverse->inverse.at(i, j);
    }
    return covariance;
}

} // namespace

Result<RegressionFit> mixedLogistic(const RegressionData &data, int nodes)
{
    if (nodes < 1 || nodes > mostQuadratureNodes)
        return failure(ErrorKind::InvalidInput,
            QStringLiteral("Quadrature takes 1 to %1 nodes, not %2.").arg(mostQuadratureNodes).arg(nodes));
    const auto curve = logisticCurve(data);
    if (!curve)
        return std::unexpected(curve.error());
    const auto &rows = curve->rows;
    const auto state = topOf(MixedLikelihood(rows, nodes), *curve);
    auto fit = fitOf(data, rows,
        {.values = {state.parameters.begin(), state.parameters.end() - 1},
            .covariance = covarianceOf(state, rows.terms),
            .degrees = std::vector<std::optional<int>>(rows.terms)});
    fit.logLikelihood = state.value.logLikelihood;
    ++fit.parameters;
    fit.groupDeviation = state.parameters.back();
    fit.groupPValue = boundaryPValue(state.value.logLikelihood - curve->logLikelihood);
    fit.converged = state.converged && curve->converged;
    return fit;
}

} // namespace Decayscope
