// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <span>
#include <vector>

namespace Decayscope {

/// One value of a two-way table whose cells need not all be there.
struct DesignCell
{
    int row = 0; ///< From 0.
    int column = 0;
    double value = 0;
};

/// A two-way table fitted by row + column effects.
struct AdditiveMeans
{
    /// Of each row the mean over all columns of its fitted values, also in columns where the row has no cell; absent
    /// where a column cannot be compared with the row.
    std::vector<std::optional<double>> rows;
    std::vector<int> componentOfRow; ///< Rows of one number are linked by columns they share; from 0.
    int components = 0; ///< More than one: the design is not connected.
};

/// Least squares of value = row + column on the cells that are there; every row and column from 0 to rows − 1 and
/// columns − 1 must have one. In R: predict(lm(value ~ row + column), all cells), averaged by row. The normal
/// equations, with columns eliminated, are solved by conjugate gradients.
[[nodiscard]] AdditiveMeans additiveMeans(std::span<const DesignCell> cells, int rows, int columns);

} // namespace Decayscope
