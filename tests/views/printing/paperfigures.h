// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <figures/figurespec.h>
#include <publishing/figurelook.h>

namespace Decayscope::Test {

/// Curves over four levels; colours, markers and lines count up together.
[[nodiscard]] FigureSpec printedCurves(int count);

/// A forest of five rows; names are not all ASCII.
[[nodiscard]] FigureSpec printedForest();

/// Three stacked bars of four categories each.
[[nodiscard]] FigureSpec printedStack();

/// A heat map of so many rows and columns.
[[nodiscard]] FigureSpec printedHeat(int rows, int columns);

/// A look for a paper in a Times-like font, of NeurIPS' width.
[[nodiscard]] FigureLook paperLook();

} // namespace Decayscope::Test
