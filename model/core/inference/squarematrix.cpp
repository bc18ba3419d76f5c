// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "squarematrix.h"

#include <Eigen/Cholesky>
#include <Eigen/Eigenvalues>
#include <cmath>
#include <numeric>

namespace Decayscope {

namespace {

constexpr double nullShare = 1e-10; ///< Of the greatest eigenvalue: below it one counts as 0.

using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

Eigen::Map<const RowMajor> mapOf(const SquareMatrix &matrix)
{
    const auto size = static_cast<Eigen::Index>(matrix.size());
    return {matrix.values().data(), size, size};
}

SquareMatrix copyOf(const Eigen::MatrixXd &matrix)
{
    SquareMatrix copy(static_cast<std::size_t>(matrix.rows()));
    for (std::size_t i = 0; i < copy.size(); ++i) {
        for (std::size_t j = 0; j < copy.size(); ++j)
            copy.at(i, j) = matrix(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j));
    }
    return copy;
}

} // namespace

void SquareMatrix::addOuter(std::span<const double> v, double weight)
{
    for (std::size_t i = 0; i < m_size; ++i) {
        const double scaled = weight * v[i];
        if (scaled == 0)
            continue;
        double *row = &m_values[i * m_size];
        for (std::size_t j = 0; j <= i; ++j)
            row[j] += scaled * v[j];
    }
}

void SquareMatrix::mirrorLower()
{
    for (std::size_t i = 0; i < m_size; ++i) {
        for (std::size_t j = 0; j < i; ++j)
            at(j, i) = at(i, j);
    }
}

std::vector<double> SquareMatrix::times(std::span<const double> v) const
{
    std::vector<double> product(m_size, 0.0);
    for (std::size_t i = 0; i < m_size; ++i)
        product[i] = dotProduct(std::span(m_values).subspan(i * m_size, m_size), v);
    return product;
}

SquareMatrix SquareMatrix::sandwich(const SquareMatrix &meat) const
{
    return copyOf(mapOf(*this) * mapOf(meat) * mapOf(*this));
}

std::optional<PositiveInverse> inverseOf(const SquareMatrix &matrix)
{
    const auto view = mapOf(matrix);
    if (!view.allFinite())
        return std::nullopt;
    const Eigen::LLT<Eigen::MatrixXd> factor(view);
    if (factor.info() != Eigen::Success)
        return std::nullopt;
    const Eigen::MatrixXd inverse = factor.solve(Eigen::MatrixXd::Identity(view.rows(), view.cols()));
    if (!inverse.allFinite())
        return std::nullopt;
    return PositiveInverse{
        .inverse = copyOf(inverse), .logDeterminant = 2 * factor.matrixLLT().diagonal().array().log().sum()};
}

std::vector<double> nullPart(const SquareMatrix &matrix, std::span<const double> v)
{
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(mapOf(matrix));
    const Eigen::Map<const Eigen::VectorXd> whole(v.data(), static_cast<Eigen::Index>(v.size()));
    Eigen::VectorXd part = Eigen::VectorXd::Zero(whole.size());
    const double limit = nullShare * solver.eigenvalues().cwiseAbs().maxCoeff();
    for (Eigen::Index i = 0; i < whole.size(); ++i) {
        if (std::abs(solver.eigenvalues()[i]) <= limit)
            part += solver.eigenvectors().col(i) * solver.eigenvectors().col(i).dot(whole);
    }
    return {part.begin(), part.end()};
}

double dotProduct(std::span<const double> a, std::span<const double> b)
{
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += a[i] * b[i];
    return sum;
}

} // namespace Decayscope
