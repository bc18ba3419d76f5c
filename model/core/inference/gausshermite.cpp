// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gausshermite.h"

#include <Eigen/Eigenvalues>
#include <cmath>
#include <numbers>

namespace Decayscope {

std::vector<QuadratureNode> gaussHermiteNodes(int count)
{
    const Eigen::VectorXd diagonal = Eigen::VectorXd::Zero(count);
    Eigen::VectorXd beside(count - 1);
    for (Eigen::Index i = 0; i < beside.size(); ++i)
        beside[i] = std::sqrt(static_cast<double>(i + 1) / 2);
    Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver;
    solver.computeFromTridiagonal(diagonal, beside);
    const double logWhole = std::log(std::numbers::pi) / 2;
    std::vector<QuadratureNode> nodes;
    nodes.reserve(static_cast<std::size_t>(count));
    for (Eigen::Index i = 0; i < count; ++i) {
        // Of a place and its mirror image one size, so that both halves weigh the same to the last bit.
        const double size = (solver.eigenvalues()[count - 1 - i] - solver.eigenvalues()[i]) / 2;
        const double logFirst = 2 * std::log(std::abs(solver.eigenvectors()(0, i)));
        const double logMirrored = 2 * std::log(std::abs(solver.eigenvectors()(0, count - 1 - i)));
        nodes.push_back({.place = -size, .logWeight = logWhole + (logFirst + logMirrored) / 2});
    }
    return nodes;
}

} // namespace Decayscope
