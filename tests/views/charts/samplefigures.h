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

} // namespace Decayscope::Test
