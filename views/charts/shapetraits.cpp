// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shapetraits.h"

#include <array>
#include <cmath>

namespace Decayscope {

namespace {

constexpr double curvesMargin = 0.12;
constexpr double manyCurvesMargin = 0.3; ///< In small multiples, so that names of neighbours do not meet.
constexpr std::size_t calmSlopes = 5; ///< More of them cannot show their intervals, too.

/// In the order of FigureShape.
constexpr std::array<ShapeTraits, 8> shapes{{
    {.xMargin = curvesMargin, .spread = 0.24, .hasDirectNames = true},
    {.yMargin = 0.6, .spread = 0.7, .aspect = 1.5, .rowsDownwards = true},
    {.xMargin = 0.55, .hasDirectNames = true},
    {.xMargin = 0.55, .spread = 0.72},
    {.xMargin = 0.02, .spread = 0, .aspect = 0.8, .hasDirectNames = true, .hasValueTicks = false},
    {.aspect = 1},
    {.xMargin = 0.5, .yMargin = 0.5, .rowsDownwards = true, .hasNames = false, .hasColorScale = true},
    {.xMargin = 0.5,
        .yMargin = 0.5,
        .aspect = 1.2,
        .rowsDownwards = true,
        .hasNames = false,
        .hasColorScale = true,
        .hasValueTicks = false},
}};

AxisScale scaleOf(const FigureAxis &axis, double margin, bool isPlaces)
{
    if (!axis.categories.isEmpty())
        return {.low = -margin, .high = static_cast<double>(axis.categories.size()) - 1 + margin};
    AxisScale scale{.low = axis.minimum, .high = axis.maximum};
    if (isPlaces)
        scale = {.low = axis.minimum - margin, .high = axis.maximum + margin};
    const double span = scale.high - scale.low;
    if (!std::isfinite(span) || !(span > 0))
        scale = {.low = std::isfinite(axis.minimum) ? axis.minimum : 0,
            .high = std::isfinite(axis.minimum) ? axis.minimum + 1 : 1};
    scale.isLogarithmic = axis.logarithmic && scale.low > 0;
    return scale;
}

} // namespace

const ShapeTraits &traitsOf(FigureShape shape)
{
    return shapes[static_cast<std::size_t>(shape)];
}

bool isValueAxis(const FigureSpec &spec, const FigureAxis &axis)
{
    return axis.categories.isEmpty() && traitsOf(spec.shape).hasValueTicks;
}

AxisScale xScaleOf(const FigureSpec &spec)
{
    const bool isMany = spec.shape == FigureShape::Curves && spec.panels.size() > 1;
    const double margin = isMany ? manyCurvesMargin : traitsOf(spec.shape).xMargin;
    auto scale = scaleOf(spec.x, margin, spec.shape == FigureShape::Lattice);
    // A single category stands in the middle of a panel.
    if (!(scale.high > scale.low))
        scale = {.low = -0.5, .high = 0.5};
    return scale;
}

AxisScale yScaleOf(const FigureSpec &spec)
{
    return scaleOf(spec.y, traitsOf(spec.shape).yMargin, spec.shape == FigureShape::Lattice);
}

bool hasBand(const FigureSpec &spec, const FigureSeries &series, IntervalDrawing intervals)
{
    return series.joined && spec.shape == FigureShape::Curves
        && (intervals == IntervalDrawing::AsShape || intervals == IntervalDrawing::Band
            || intervals == IntervalDrawing::Both);
}

bool hasBars(const FigureSpec &spec, const FigureSeries &series, IntervalDrawing intervals)
{
    switch (intervals) {
    case IntervalDrawing::Hidden:
        return false;
    case IntervalDrawing::Bars:
    case IntervalDrawing::Both:
        return true;
    case IntervalDrawing::AsShape:
    case IntervalDrawing::Band:
        break;
    }
    if (spec.shape == FigureShape::Slope)
        return spec.series.size() <= calmSlopes;
    return spec.shape != FigureShape::Curves || !series.joined;
}

} // namespace Decayscope
