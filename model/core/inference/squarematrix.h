// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <span>
#include <vector>

namespace Decayscope {

/// A symmetric matrix, all of it stored.
class SquareMatrix
{
public:
    explicit SquareMatrix(std::size_t size)
        : m_size(size)
        , m_values(size * size, 0.0)
    { }

    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] double &at(std::size_t row, std::size_t column) { return m_values[row * m_size + column]; }
    [[nodiscard]] double at(std::size_t row, std::size_t column) const { return m_values[row * m_size + column]; }
    [[nodiscard]] const std::vector<double> &values() const { return m_values; }

    /// Adds weight · v vᵀ to the lower triangle.
    void addOuter(std::span<const double> v, double weight);
    void mirrorLower(); ///< Makes the upper triangle as the lower one.

    [[nodiscard]] std::vector<double> times(std::span<const double> v) const;
    [[nodiscard]] SquareMatrix sandwich(const SquareMatrix &meat) const; ///< this · meat · this

private:
    std::size_t m_size = 0;
    std::vector<double> m_values;
};

/// A positive definite matrix taken apart.
struct PositiveInverse
{
    SquareMatrix inverse;
    double logDeterminant = 0; ///< Of the matrix, not of its inverse.
};

/// Nothing where the matrix is not positive definite to working precision.
[[nodiscard]] std::optional<PositiveInverse> inverseOf(const SquareMatrix &matrix);

/// The part of a vector that a positive semidefinite matrix takes to 0.
[[nodiscard]] std::vector<double> nullPart(const SquareMatrix &matrix, std::span<const double> v);

[[nodiscard]] double dotProduct(std::span<const double> a, std::span<const double> b);

} // namespace Decayscope
