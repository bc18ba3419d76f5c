// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "axisscale.h"

#include <figures/figurespec.h>
#include <publishing/figurelook.h>

namespace Decayscope {

/// What layout and axes must know of a shape; one row of a table.
struct ShapeTraits
{
    double xMargin = 0; ///< Beyond the first and last category, in categories.
    double yMargin = 0;
    double spread = 0; ///< How far series of one category are moved apart in all, in categories.
    double aspect = 1.3; ///< Of small multiples: width by height.
    bool rowsDownwards = false;
    bool hasDirectNames = false; ///< Names stand beside the marks where they fit.
    bool hasNames = true; ///< A legend tells series apart; else colours are values.
    bool hasColorScale = false;
    bool hasValueTicks = true; ///< Else values stand at the marks, or positions mean nothing.
};

[[nodiscard]] const ShapeTraits &traitsOf(FigureShape shape);

/// Whether an axis has values to be read, not categories or mere places.
[[nodiscard]] bool isValueAxis(const FigureSpec &spec, const FigureAxis &axis);

/// The ranges the panels of a figure share; a category axis runs a little beyond its first and last category.
[[nodiscard]] AxisScale xScaleOf(const FigureSpec &spec);
[[nodiscard]] AxisScale yScaleOf(const FigureSpec &spec);

/// Whether intervals of a series are drawn as a band, as bars, or both; as the style wants and the series can.
[[nodiscard]] bool hasBand(const FigureSpec &spec, const FigureSeries &series, IntervalDrawing intervals);
[[nodiscard]] bool hasBars(const FigureSpec &spec, const FigureSeries &series, IntervalDrawing intervals);

} // namespace Decayscope
