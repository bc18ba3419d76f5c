// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "logisticcurve.h"

#include <algorithm>
#include <array>
#include <variant>

namespace Decayscope {

namespace {

constexpr int mostSteps = 100;
constexpr int mostHalvings = 40;
constexpr double steady = 1e-18; ///< Of gᵀH⁻¹g, twice what a step can still gain.

/// Linear predictors at which a row counts as running away, one after the other: a certificate is asked for at each.
constexpr std::array alarms{18.0, 24.0, 30.0};

constexpr double runningShare = 0.5; ///< Newton's steps move a separated row by about 1.
constexpr double backwards = -1e-6; ///< What a direction may move a row against its outcome, for rounding.

/// Where Newton's method has come to.
struct NewtonState
{
    std::vector<double> coefficients;
    std::vector<double> direction; ///< Of the last step.
    double logLikelihood = 0;
    bool converged = false;
    bool isRunaway = false;
};

double logLikelihoodOf(const RegressionRows &rows, std::span<const double> eta)
{
    double sum = 0;
    for (std::size_t i = 0; i < eta.size(); ++i)
        sum += rows.y[i] * eta[i] - softPlus(eta[i]);
    return sum;
}

double signOf(double y)
{
    return y > 0.5 ? 1.0 : -1.0;
}

bool runsAway(const RegressionRows &rows, std::span<const double> eta, double alarm)
{
    for (std::size_t i = 0; i < eta.size(); ++i) {
        if (signOf(rows.y[i]) * eta[i] > alarm)
            return true;
    }
    return false;
}

struct ScoreAndWeights
{
    std::vector<double> residuals;
    std::vector<double> weights;
};

ScoreAndWeights scoreAt(const RegressionRows &rows, std::span<const double> eta)
{
    ScoreAndWeights score{.residuals = std::vector<double>(eta.size()), .weights = std::vector<double>(eta.size())};
    for (std::size_t i = 0; i < eta.size(); ++i) {
        const double p = logisticOf(eta[i]);
        score.residuals[i] = rows.y[i] - p;
        score.weights[i] = p * logisticOf(-eta[i]);
    }
    return score;
}

/// Moves along the direction, half as far as long as the likelihood falls. False where no length helps.
bool moved(NewtonState &state, const RegressionRows &rows)
{
    double length = 1;
    for (int i = 0; i < mostHalvings; ++i, length /= 2) {
        auto next = state.coefficients;
        for (std::size_t j = 0; j < next.size(); ++j)
            next[j] += length * state.direction[j];
        const auto likelihood = logLikelihoodOf(rows, rows.predicted(next));
        if (likelihood >= state.logLikelihood - 1e-12 * std::abs(state.logLikelihood)) {
            state.coefficients = std::move(next);
            state.logLikelihood = likelihood;
            return true;
        }
    }
    return false;
}

NewtonState newton(const RegressionRows &rows, double alarm)
{
    NewtonState state{.coefficients = std::vector<double>(rows.terms, 0.0), .direction = {}};
    state.logLikelihood = logLikelihoodOf(rows, std::vector<double>(rows.rows(), 0.0));
    for (int step = 0; step < mostSteps; ++step) {
        const auto eta = rows.predicted(state.coefficients);
        state.isRunaway = step > 0 && runsAway(rows, eta, alarm);
        if (state.isRunaway)
            return state;
        const auto [residuals, weights] = scoreAt(rows, eta);
        const auto information = inverseOf(rows.crossed(weights));
        if (!information)
            return state;
        const auto gradient = rows.summed(residuals);
        state.direction = information->inverse.times(gradient);
        const double gain = dotProduct(gradient, state.direction);
        const bool hasMoved = moved(state, rows);
        state.converged = gain < steady;
        if (state.converged || !hasMoved)
            return state;
    }
    return state;
}

/// How far a direction moves each row towards its outcome.
std::vector<double> towardsOutcome(const RegressionRows &rows, std::span<const double> direction)
{
    auto moves = rows.predicted(direction);
    for (std::size_t i = 0; i < moves.size(); ++i)
        moves[i] *= signOf(rows.y[i]);
    return moves;
}

/// The rows that are separated by the way Newton's method runs, in proof: a direction that moves them towards their
/// outcome, none of them against it, and does not move the others at all. Empty without proof.
std::vector<char> separatedRows(const RegressionRows &rows, std::span<const double> direction)
{
    const auto moves = towardsOutcome(rows, direction);
    std::vector<double> others(moves.size());
    std::ranges::transform(moves, others.begin(), [](double move) { return move > runningShare ? 0.0 : 1.0; });
    const auto proof = towardsOutcome(rows, nullPart(rows.crossed(others), direction));
    if (std::ranges::any_of(proof, [](double move) { return !(move >= backwards); }))
        return {};
    std::vector<char> separated(moves.size());
    std::ranges::transform(proof, separated.begin(), [](double move) { return move > runningShare / 2; });
    return std::ranges::contains(separated, char{1}) ? separated : std::vector<char>();
}

std::vector<std::size_t> withoutThese(const RegressionRows &rows, const std::vector<char> &separated)
{
    std::vector<std::size_t> rest;
    for (std::size_t i = 0; i < separated.size(); ++i) {
        if (separated[i] == 0)
            rest.push_back(rows.rowOf[i]);
    }
    std::ranges::sort(rest);
    return rest;
}

std::optional<QString> outcomeFault(const RegressionRows &rows)
{
    const auto successes = std::ranges::count(rows.y, 1.0);
    if (successes == 0)
        return QStringLiteral("No run succeeds, so that no term can say anything of success.");
    if (successes == std::ssize(rows.y))
        return QStringLiteral("Every run succeeds, so that no term can say anything of success.");
    return sizeFault(rows);
}

bool hasBothOutcomes(const RegressionRows &rows)
{
    return std::ranges::contains(rows.y, 0.0) && std::ranges::contains(rows.y, 1.0);
}

LogisticCurve curveAt(RegressionRows rows, NewtonState state)
{
    const auto [residuals, weights] = scoreAt(rows, rows.predicted(state.coefficients));
    auto information = inverseOf(rows.crossed(weights));
    const auto terms = rows.terms;
    const bool isWhole = information.has_value();
    return {.rows = std::move(rows),
        .coefficients = std::move(state.coefficients),
        .residuals = residuals,
        .inverseInformation = isWhole ? std::move(information->inverse) : SquareMatrix(terms),
        .logLikelihood = state.logLikelihood,
        .converged = state.converged && isWhole};
}

/// What is left when separated rows are taken away, or the fit where there are none.
std::variant<LogisticCurve, std::vector<std::size_t>> fittedOrRest(RegressionRows rows)
{
    NewtonState state{.coefficients = {}, .direction = {}};
    for (const auto alarm : alarms) {
        state = newton(rows, alarm);
        if (!state.isRunaway)
            break;
        if (const auto separated = separatedRows(rows, state.direction); !separated.empty())
            return withoutThese(rows, separated);
    }
    return curveAt(std::move(rows), std::move(state));
}

} // namespace

Result<LogisticCurve> logisticCurve(const RegressionData &data)
{
    if (const auto fault = regressionFault(data, OutcomeKind::Binary))
        return failure(ErrorKind::InvalidInput, *fault);
    auto rows = allRegressionRows(data);
    if (const auto fault = outcomeFault(rows))
        return failure(ErrorKind::InvalidInput, *fault);
    // Every round takes away a term at least.
    for (std::size_t round = 0; round <= data.columns.size(); ++round) {
        auto outcome = fittedOrRest(std::move(rows));
        if (auto *curve = std::get_if<LogisticCurve>(&outcome))
            return std::move(*curve);
        rows = regressionRows(data, std::get<std::vector<std::size_t>>(std::move(outcome)));
        if (!hasBothOutcomes(rows))
            return failure(ErrorKind::InvalidInput,
                QStringLiteral("The terms together tell the outcome of every run for certain (complete separation), so "
                               "that no finite estimates exist. Fewer terms or more runs help."));
        if (const auto fault = sizeFault(rows))
            return failure(ErrorKind::InvalidInput, *fault);
    }
    return failure(ErrorKind::Internal, QStringLiteral("The regression found no end to separated runs."));
}

} // namespace Decayscope
