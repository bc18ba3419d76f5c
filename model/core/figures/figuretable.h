// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figurespec.h"

namespace Decayscope {

/// The data-table twin of a figure of any shape: a row a point, node or edge, in the figure's order, then a row a
/// reference mark; unrounded. Columns a figure has no use for are left out. The keys, always in this order:
///
/// - panel: the panel's title, of small multiples
/// - series: the series' name, of all but heat maps
/// - category, mean: a category and its value, of curves, dots, slopes and forests; of stacked bars the share
/// - row, column, value: both categories and what the colour says, of heat maps
/// - element, a, delta: of lattices, a node "AS" with its A% or an edge "S → AS" with its difference
/// - point, x, y: what a point of a scatter is, and its values
/// - low, high: the interval of the value, of scatters that of y; x_low, x_high: of x
/// - n: units averaged; empty for references
/// - note: "incomplete" or "reference"
///
/// Rows keep their RunFilter; that of a reference accepts no run.
[[nodiscard]] TableSpec tableOfFigure(const FigureSpec &figure);

} // namespace Decayscope
