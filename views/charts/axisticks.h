// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "axisscale.h"

#include <figures/tablespec.h>

#include <vector>

namespace Decayscope {

/// A round step that cuts `span` into at most `most` parts.
[[nodiscard]] double roundStep(double span, int most);

/// Round values along an axis from low to high, about `most` of them at most; 1-2-5 on a logarithmic one.
[[nodiscard]] std::vector<double> axisTicks(const AxisScale &scale, int most);

/// A tick in words: as many decimals as its neighbours need, points with their sign, large numbers with k, M or G.
[[nodiscard]] QString tickText(double value, const std::vector<double> &ticks, CellKind kind);

/// A value beside a mark: one decimal for shares and points, three for coefficients and p-values.
[[nodiscard]] QString valueText(double value, CellKind kind);

} // namespace Decayscope
