// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "regressionrows.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace Decayscope {

namespace {

constexpr double collinearity = 1e-7; ///< Of a column's length: what is left of it when it is explained, as R's lm.

using Column = std::vector<double>;

/// Takes from a column what a direction of length 1 explains.
void remove(Column &column, const Column &direction)
{
    const double share = dotProduct(column, direction);
    for (std::size_t i = 0; i < column.size(); ++i)
        column[i] -= share * direction[i];
}

double lengthOf(const Column &column)
{
    return std::sqrt(dotProduct(column, column));
}

/// Indexes of the columns that those before them do not explain (Gram and Schmidt, twice).
std::vector<std::size_t> independentColumns(const RegressionData &data, std::span<const std::size_t> rows)
{
    std::vector<Column> directions;
    std::vector<std::size_t> kept;
    for (std::size_t j = 0; j < data.columns.size(); ++j) {
        Column column;
        column.reserve(rows.size());
        for (const auto row : rows)
            column.push_back(data.columns[j][row]);
        const double before = lengthOf(column);
        for (int pass = 0; pass < 2; ++pass) {
            for (const auto &direction : directions)
                remove(column, direction);
        }
        const double left = lengthOf(column);
        if (!(left > collinearity * before))
            continue;
        std::ranges::transform(column, column.begin(), [left](double value) { return value / left; });
        directions.push_back(std::move(column));
        kept.push_back(j);
    }
    return kept;
}

bool isFinite(std::span<const double> values)
{
    return std::ranges::all_of(values, [](double value) { return std::isfinite(value); });
}

} // namespace

std::vector<double> RegressionRows::predicted(std::span<const double> coefficients) const
{
    std::vector<double> values(rows(), 0.0);
    for (std::size_t i = 0; i < rows(); ++i)
        values[i] = dotProduct(row(i), coefficients);
    return values;
}

std::vector<double> RegressionRows::summed(std::span<const double> weights) const
{
    std::vector<double> sums(terms, 0.0);
    const double *value = x.data();
    for (std::size_t i = 0; i < rows(); ++i) {
        for (std::size_t j = 0; j < terms; ++j)
            sums[j] += weights[i] * *value++;
    }
    return sums;
}

SquareMatrix RegressionRows::crossed(std::span<const double> weights) const
{
    SquareMatrix products(terms);
    for (std::size_t i = 0; i < rows(); ++i)
        products.addOuter(row(i), weights[i]);
    products.mirrorLower();
    return products;
}

std::optional<QString> regressionFault(const RegressionData &data, OutcomeKind kind)
{
    const auto rows = data.outcome.size();
    const auto isWhole = [rows](const Column &column) { return column.size() == rows && isFinite(column); };
    if (std::ssize(data.columns) != data.terms.size() || data.groups.size() != rows
        || !std::ranges::all_of(data.columns, isWhole) || !isWhole(data.outcome))
        return QStringLiteral("The rows of a regression must all have the same columns of finite numbers.");
    if (rows == 0)
        return QStringLiteral("There are no runs to fit a regression to.");
    if (data.terms.size() > mostRegressionTerms)
        return QStringLiteral(
            "A regression takes at most %1 terms, not %2; a filter that leaves fewer configurations helps.")
            .arg(mostRegressionTerms)
            .arg(data.terms.size());
    if (std::ssize(data.outcome) > mostRegressionValues / std::max(data.terms.size(), qsizetype{1}))
        return QStringLiteral("%1 runs with %2 terms are more than a regression takes here; a filter helps.")
            .arg(rows)
            .arg(data.terms.size());
    const bool isBinary = std::ranges::all_of(data.outcome, [](double y) { return y == 0 || y == 1; });
    if (kind == OutcomeKind::Binary && !isBinary)
        return QStringLiteral("The outcome of a logistic regression must be 0 or 1.");
    return std::nullopt;
}

RegressionRows regressionRows(const RegressionData &data, std::vector<std::size_t> rows)
{
    std::ranges::stable_sort(rows, {}, [&](std::size_t row) { return data.groups[row]; });
    RegressionRows taken;
    taken.termOf = independentColumns(data, rows);
    taken.terms = taken.termOf.size();
    taken.x.reserve(rows.size() * taken.terms);
    taken.y.reserve(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i == 0 || data.groups[rows[i]] != data.groups[rows[i - 1]])
            taken.starts.push_back(i);
        for (const auto term : taken.termOf)
            taken.x.push_back(data.columns[term][rows[i]]);
        taken.y.push_back(data.outcome[rows[i]]);
    }
    taken.starts.push_back(rows.size());
    taken.rowOf = std::move(rows);
    return taken;
}

RegressionRows allRegressionRows(const RegressionData &data)
{
    std::vector<std::size_t> rows(data.outcome.size());
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    return regressionRows(data, std::move(rows));
}

std::optional<QString> sizeFault(const RegressionRows &rows)
{
    if (rows.terms == 0)
        return QStringLiteral("No term of the regression varies.");
    if (rows.groups() < 2)
        return QStringLiteral("A regression with tasks as groups needs runs of at least two tasks.");
    if (rows.rows() <= rows.terms + 1)
        return QStringLiteral("%1 runs are too few for %2 terms.").arg(rows.rows()).arg(rows.terms);
    return std::nullopt;
}

SquareMatrix clusteredCovariance(const RegressionRows &rows, std::span<const double> scores, const SquareMatrix &bread)
{
    SquareMatrix meat(rows.terms);
    for (std::size_t g = 0; g < rows.groups(); ++g) {
        std::vector<double> sum(rows.terms, 0.0);
        for (auto i = rows.starts[g]; i < rows.starts[g + 1]; ++i) {
            const auto row = rows.row(i);
            for (std::size_t j = 0; j < rows.terms; ++j)
                sum[j] += scores[i] * row[j];
        }
        const auto n = static_cast<double>(rows.rows());
        const auto groups = static_cast<double>(rows.groups());
        const auto factor = groups / (groups - 1) * (n - 1) / (n - static_cast<double>(rows.terms));
        meat.addOuter(sum, factor);
    }
    meat.mirrorLower();
    return bread.sandwich(meat);
}

} // namespace Decayscope
