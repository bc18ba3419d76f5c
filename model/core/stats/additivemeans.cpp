// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "additivemeans.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

namespace Decayscope {

namespace {

using Numbers = std::vector<double>;
using Cells = std::span<const DesignCell>;

constexpr std::size_t placeOf(int index)
{
    return static_cast<std::size_t>(index);
}

double dot(const Numbers &a, const Numbers &b)
{
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

/// The equations of row effects once every column's effect is the mean of what rows leave in it.
class RowEquations
{
public:
    RowEquations(Cells cells, int rows, int columns)
        : m_cells(cells)
        , m_rowCounts(placeOf(rows), 0.0)
        , m_columnCounts(placeOf(columns), 0.0)
    {
        for (const auto &cell : cells) {
            ++m_rowCounts[placeOf(cell.row)];
            ++m_columnCounts[placeOf(cell.column)];
        }
    }

    /// Of each column the mean of its cells' values less the rows' effects.
    [[nodiscard]] Numbers columnEffects(const Numbers &rowEffects) const
    {
        Numbers effects(m_columnCounts.size(), 0.0);
        for (const auto &cell : m_cells)
            effects[placeOf(cell.column)] += cell.value - rowEffects[placeOf(cell.row)];
        for (std::size_t i = 0; i < effects.size(); ++i)
            effects[i] /= m_columnCounts[i];
        return effects;
    }

    /// Sums by row of the values less their columns' means.
    [[nodiscard]] Numbers rightSide() const
    {
        const auto means = columnEffects(Numbers(m_rowCounts.size(), 0.0));
        Numbers sums(m_rowCounts.size(), 0.0);
        for (const auto &cell : m_cells)
            sums[placeOf(cell.row)] += cell.value - means[placeOf(cell.column)];
        return sums;
    }

    [[nodiscard]] Numbers times(const Numbers &rows) const
    {
        Numbers means(m_columnCounts.size(), 0.0);
        for (const auto &cell : m_cells)
            means[placeOf(cell.column)] += rows[placeOf(cell.row)] / m_columnCounts[placeOf(cell.column)];
        Numbers product(rows.size(), 0.0);
        for (std::size_t i = 0; i < rows.size(); ++i)
            product[i] = m_rowCounts[i] * rows[i];
        for (const auto &cell : m_cells)
            product[placeOf(cell.row)] -= means[placeOf(cell.column)];
        return product;
    }

private:
    Cells m_cells;
    Numbers m_rowCounts;
    Numbers m_columnCounts;
};

/// Hestenes and Stiefel 1952; exact after as many steps as there are rows, but for rounding.
Numbers solved(const RowEquations &equations)
{
    auto residual = equations.rightSide();
    Numbers solution(residual.size(), 0.0);
    auto direction = residual;
    auto size = dot(residual, residual);
    const auto enough = 1e-30 * size;
    const auto mostSteps = std::min(4 * residual.size(), std::size_t{1000});
    for (std::size_t step = 0; step < mostSteps && size > enough; ++step) {
        const auto product = equations.times(direction);
        const auto curvature = dot(direction, product);
        if (!(curvature > 0))
            break;
        const auto length = size / curvature;
        for (std::size_t i = 0; i < solution.size(); ++i) {
            solution[i] += length * direction[i];
            residual[i] -= length * product[i];
        }
        const auto newSize = dot(residual, residual);
        for (std::size_t i = 0; i < direction.size(); ++i)
            direction[i] = residual[i] + newSize / size * direction[i];
        size = newSize;
    }
    return solution;
}

/// Which rows and columns hang together; columns follow rows in the list.
std::vector<int> componentsOf(Cells cells, int rows, int columns)
{
    std::vector<int> parents(placeOf(rows + columns));
    std::iota(parents.begin(), parents.end(), 0);
    const auto rootOf = [&parents](int node) {
        while (parents[placeOf(node)] != node) {
            parents[placeOf(node)] = parents[placeOf(parents[placeOf(node)])];
            node = parents[placeOf(node)];
        }
        return node;
    };
    for (const auto &cell : cells)
        parents[placeOf(rootOf(cell.row))] = rootOf(rows + cell.column);
    std::vector<int> roots(parents.size());
    for (int node = 0; node < rows + columns; ++node)
        roots[placeOf(node)] = rootOf(node);
    return roots;
}

} // namespace

AdditiveMeans additiveMeans(Cells cells, int rows, int columns)
{
    AdditiveMeans means{.rows = std::vector<std::optional<double>>(placeOf(rows)), .componentOfRow = {}};
    const auto roots = componentsOf(cells, rows, columns);
    std::vector<int> numbers(roots.size(), -1);
    for (int row = 0; row < rows; ++row) {
        auto &number = numbers[placeOf(roots[placeOf(row)])];
        if (number < 0)
            number = means.components++;
        means.componentOfRow.push_back(number);
    }
    if (means.components != 1)
        return means;
    const RowEquations equations(cells, rows, columns);
    const auto rowEffects = solved(equations);
    const auto columnEffects = equations.columnEffects(rowEffects);
    const auto columnMean = std::accumulate(columnEffects.begin(), columnEffects.end(), 0.0) / columns;
    for (int row = 0; row < rows; ++row)
        means.rows[placeOf(row)] = rowEffects[placeOf(row)] + columnMean;
    return means;
}

} // namespace Decayscope
