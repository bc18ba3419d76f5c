// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <figures/figurespec.h>

namespace Decayscope::Test {

/// Decay curves of `count` configurations that fall at different speeds; the second has a hollow marker.
[[nodiscard]] FigureSpec curves(int count);

/// Five marginal effects with intervals.
[[nodiscard]] FigureSpec forest();

/// Four bars of ten segments, one of them without height in the second bar.
[[nodiscard]] FigureSpec stacked();

/// Eight frameworks in no order, three configurations beside each other.
[[nodiscard]] FigureSpec dots();

/// What `count` configurations lose from L0 to L3.
[[nodiscard]] FigureSpec slope(int count);

/// A panel for each of `count` configurations with two curves, strict and raw.
[[nodiscard]] FigureSpec smallMultiples(int count);

/// Tokens from hundreds to millions on a logarithmic axis.
[[nodiscard]] FigureSpec tokens();

/// Tasks by configurations.
[[nodiscard]] FigureSpec heat(int rows, int columns);

/// Values on both axes.
[[nodiscard]] FigureSpec scatter();

} // namespace Decayscope::Test
