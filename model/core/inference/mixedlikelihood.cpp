// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mixedlikelihood.h"

#include "logisticcurve.h"

#include <algorithm>
#include <numbers>

namespace Decayscope {

namespace {

constexpr int mostModeSteps = 200;
constexpr double modeTolerance = 1e-13;
constexpr double differenceStep = 1e-4;

double logSum(std::span<const double> logs)
{
    const double greatest = std::ranges::max(logs);
    double sum = 0;
    for (const auto value : logs)
        sum += std::exp(value - greatest);
    return greatest + std::log(sum);
}

/// Sums log(1 + e) of many e from 0 to 1 with a logarithm for every 512 of them.
class LogOnePlusSum
{
public:
    void add(double e)
    {
        m_product *= 1 + e;
        if (++m_count % mostFactors == 0) {
            m_sum += std::log(m_product);
            m_product = 1;
        }
    }
    [[nodiscard]] double sum() const { return m_sum + std::log(m_product); }

private:
    static constexpr int mostFactors = 512; ///< 2^512 is a double.

    double m_sum = 0;
    double m_product = 1;
    int m_count = 0;
};

} // namespace

/// The rows of one group: predictors without its intercept, outcomes.
struct MixedLikelihood::Group
{
    std::span<const double> eta;
    std::span<const double> y;
    double deviation = 0; ///< σ: its intercept is σ·u, u standard normal.
};

/// Where u is most likely, and how sharply.
struct MixedLikelihood::Mode
{
    double u = 0;
    double curvature = 1; ///< h = 1 + σ² Σ w
    double residualSum = 0; ///< Σ (y − p)
    double weightSum = 0; ///< Σ w, w = p (1 − p)
    double slopeSum = 0; ///< Σ w', w' = w (1 − 2p)
};

/// The integral over u, and what its gradient needs of the nodes.
struct MixedLikelihood::Integral
{
    double logValue = 0;
    double slope = 0; ///< Mean over the nodes, each by its share of the integral, of f'(u).
    double spreadSlope = 0; ///< The same of f'(u) · √2 t.
    double deviationSlope = 0; ///< The same of u Σ (y − p).
};

MixedLikelihood::MixedLikelihood(const RegressionRows &rows, int nodes)
    : m_rows(rows)
    , m_nodes(gaussHermiteNodes(nodes))
{ }

/// Newton's method within a bracket that the falling slope of the log density gives.
MixedLikelihood::Mode MixedLikelihood::modeOf(const Group &group)
{
    Mode mode;
    double high = std::abs(group.deviation) * static_cast<double>(group.y.size());
    double low = -high;
    for (int step = 0; step < mostModeSteps; ++step) {
        mode = {.u = mode.u};
        for (std::size_t i = 0; i < group.y.size(); ++i) {
            const double p = logisticOf(group.eta[i] + group.deviation * mode.u);
            mode.residualSum += group.y[i] - p;
            mode.weightSum += p * (1 - p);
            mode.slopeSum += p * (1 - p) * (1 - 2 * p);
        }
        mode.curvature = 1 + group.deviation * group.deviation * mode.weightSum;
        const double slope = group.deviation * mode.residualSum - mode.u;
        (slope > 0 ? low : high) = mode.u;
        double next = mode.u + slope / mode.curvature;
        if (!(next >= low && next <= high))
            next = (low + high) / 2;
        if (std::abs(next - mode.u) <= modeTolerance * (1 + std::abs(next)))
            break;
        mode.u = next;
    }
    return mode;
}

/// Adds to each row's residual its mean over the nodes.
MixedLikelihood::Integral MixedLikelihood::integralOf(
    const Group &group, const Mode &mode, std::span<double> residuals) const
{
    struct NodeValue
    {
        double u = 0;
        double spread = 0; ///< √2 t
        double residualSum = 0;
    };
    std::vector<NodeValue> values;
    std::vector<double> logs;
    std::vector<double> nodeResiduals; // Node after node.
    values.reserve(m_nodes.size());
    logs.reserve(m_nodes.size());
    nodeResiduals.reserve(m_nodes.size() * group.y.size());
    for (const auto &node : m_nodes) {
        const double spread = std::numbers::sqrt2 * node.place;
        NodeValue value{.u = mode.u + spread / std::sqrt(mode.curvature), .spread = spread};
        double density = -value.u * value.u / 2;
        LogOnePlusSum normalizers;
        for (std::size_t i = 0; i < group.y.size(); ++i) {
            const double eta = group.eta[i] + group.deviation * value.u;
            const double e = std::exp(-std::abs(eta));
            const double p = (eta >= 0 ? 1 : e) / (1 + e);
            density += group.y[i] * eta - std::max(eta, 0.0);
            normalizers.add(e);
            nodeResiduals.push_back(group.y[i] - p);
            value.residualSum += nodeResiduals.back();
        }
        density -= normalizers.sum();
        logs.push_back(node.logWeight + node.place * node.place + density);
        values.push_back(value);
    }
    Integral integral;
    const double whole = logSum(logs);
    integral.logValue = whole - (std::log(mode.curvature) + std::log(std::numbers::pi)) / 2;
    for (std::size_t k = 0; k < values.size(); ++k) {
        const double share = std::exp(logs[k] - whole);
        const double slope = group.deviation * values[k].residualSum - values[k].u;
        integral.slope += share * slope;
        integral.spreadSlope += share * slope * values[k].spread;
        integral.deviationSlope += share * values[k].u * values[k].residualSum;
        for (std::size_t i = 0; i < residuals.size(); ++i)
            residuals[i] += share * nodeResiduals[k * residuals.size() + i];
    }
    return integral;
}

/// Adds what each row gives to the gradient by mode and curvature, and returns the gradient in the deviation.
double MixedLikelihood::addGradient(
    const Group &group, const Mode &mode, const Integral &integral, std::span<double> residuals)
{
    const double sigma = group.deviation;
    const double h = mode.curvature;
    // log L depends on h by the spread of the nodes and by the factor 1/√h.
    const double byCurvature = -integral.spreadSlope / (2 * h * std::sqrt(h)) - 1 / (2 * h);
    const double byMode = integral.slope + byCurvature * sigma * sigma * sigma * mode.slopeSum;
    for (std::size_t i = 0; i < group.y.size(); ++i) {
        const double p = logisticOf(group.eta[i] + sigma * mode.u);
        const double weight = p * (1 - p);
        residuals[i] += byCurvature * sigma * sigma * weight * (1 - 2 * p) - byMode * sigma / h * weight;
    }
    const double modeByDeviation = (mode.residualSum - sigma * mode.u * mode.weightSum) / h;
    return integral.deviationSlope + byMode * modeByDeviation
        + byCurvature * (2 * sigma * mode.weightSum + sigma * sigma * mode.slopeSum * mode.u);
}

MixedLikelihood::Value MixedLikelihood::at(std::span<const double> parameters) const
{
    const auto eta = m_rows.predicted(parameters.first(m_rows.terms));
    std::vector<double> residuals(eta.size(), 0.0);
    Value value;
    double byDeviation = 0;
    for (std::size_t g = 0; g < m_rows.groups(); ++g) {
        const auto first = m_rows.starts[g];
        const auto count = m_rows.starts[g + 1] - first;
        const Group group{.eta = std::span(eta).subspan(first, count),
            .y = std::span(m_rows.y).subspan(first, count),
            .deviation = parameters.back()};
        const auto mode = modeOf(group);
        const auto groupResiduals = std::span(residuals).subspan(first, count);
        const auto integral = integralOf(group, mode, groupResiduals);
        value.logLikelihood += integral.logValue;
        byDeviation += addGradient(group, mode, integral, groupResiduals);
    }
    value.gradient = m_rows.summed(residuals);
    value.gradient.push_back(byDeviation);
    return value;
}

SquareMatrix MixedLikelihood::information(std::span<const double> parameters) const
{
    SquareMatrix differences(parameters.size());
    for (std::size_t j = 0; j < parameters.size(); ++j) {
        std::vector<double> place(parameters.begin(), parameters.end());
        const double step = differenceStep * std::max(1.0, std::abs(place[j]));
        place[j] = parameters[j] + step;
        const auto above = at(place).gradient;
        place[j] = parameters[j] - step;
        const auto below = at(place).gradient;
        for (std::size_t i = 0; i < parameters.size(); ++i)
            differences.at(i, j) = (below[i] - above[i]) / (2 * step);
    }
    SquareMatrix symmetric(parameters.size());
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        for (std::size_t j = 0; j < parameters.size(); ++j)
            symmetric.at(i, j) = (differences.at(i, j) + differences.at(j, i)) / 2;
    }
    return symmetric;
}

} // namespace Decayscope
