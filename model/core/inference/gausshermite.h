// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

namespace Decayscope {

struct QuadratureNode
{
    double place = 0;
    double logWeight = 0;
};

/// Nodes of Gauss–Hermite quadrature, ∫ f(t) e^(−t²) dt ≈ Σ w f(t), from the eigenvectors of the Jacobi matrix (Golub
/// and Welsch 1969); `count` ≥ 1, in ascending places that are symmetric around 0.
[[nodiscard]] std::vector<QuadratureNode> gaussHermiteNodes(int count);

} // namespace Decayscope
