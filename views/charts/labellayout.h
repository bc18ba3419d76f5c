// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <span>
#include <vector>

namespace Decayscope {

/// Moves labels of one height apart so that none overlap, each as near to its wanted centre as the others allow, all
/// between `top` and `bottom` where they fit. Returns the centres in the order of `wanted`.
[[nodiscard]] std::vector<double> spreadLabels(
    std::span<const double> wanted, double height, double top, double bottom);

} // namespace Decayscope
