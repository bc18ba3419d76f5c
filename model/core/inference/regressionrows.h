// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "regression.h"
#include "squarematrix.h"

namespace Decayscope {

/// The rows and columns of a regression that count: the rows group by group, the columns independent of each other.
struct RegressionRows
{
    std::size_t terms = 0; ///< Columns that count.
    std::vector<double> x; ///< Row after row.
    std::vector<double> y;
    std::vector<std::size_t> starts; ///< The first row of each group, and one beyond the last row.
    std::vector<std::size_t> rowOf; ///< In the data.
    std::vector<std::size_t> termOf; ///< In the data, ascending.

    [[nodiscard]] std::size_t rows() const { return y.size(); }
    [[nodiscard]] std::size_t groups() const { return starts.size() - 1; }
    [[nodiscard]] std::span<const double> row(std::size_t i) const { return std::span(x).subspan(i * terms, terms); }

    /// X β
    [[nodiscard]] std::vector<double> predicted(std::span<const double> coefficients) const;

    /// Xᵀ v
    [[nodiscard]] std::vector<double> summed(std::span<const double> weights) const;

    /// Xᵀ diag(w) X
    [[nodiscard]] SquareMatrix crossed(std::span<const double> weights) const;
};

enum class OutcomeKind : quint8 { Binary, Number };

/// Why data cannot be taken, or nothing.
[[nodiscard]] std::optional<QString> regressionFault(const RegressionData &data, OutcomeKind kind);

/// The rows of the data with these indexes, with the columns that no earlier ones explain.
[[nodiscard]] RegressionRows regressionRows(const RegressionData &data, std::vector<std::size_t> rows);
[[nodiscard]] RegressionRows allRegressionRows(const RegressionData &data);

/// Why so many rows, terms or groups cannot be fitted, or nothing.
[[nodiscard]] std::optional<QString> sizeFault(const RegressionRows &rows);

/// Coefficients of RegressionRows::termOf with their covariance.
struct Coefficients
{
    std::vector<double> values;
    SquareMatrix covariance;
    std::vector<std::optional<int>> degrees; ///< Of t; without: z.
};

/// A fit that tells the terms of the data, those without estimate too, and the rows left out.
[[nodiscard]] RegressionFit fitOf(
    const RegressionData &data, const RegressionRows &rows, const Coefficients &coefficients);

/// Cluster-robust covariance: `scores` are what each row adds to the score's weight, `bread` the inverse information.
[[nodiscard]] SquareMatrix clusteredCovariance(
    const RegressionRows &rows, std::span<const double> scores, const SquareMatrix &bread);

/// Half the upper tail of χ² with 1 degree at twice a gain of log-likelihood; 1 for no gain.
[[nodiscard]] double boundaryPValue(double gain);

} // namespace Decayscope
