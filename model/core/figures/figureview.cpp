// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figureview.h"

namespace Decayscope {

namespace {

void cut(FigureAxis &axis, const std::optional<AxisRange> &range)
{
    const bool isValueAxis = axis.categories.isEmpty();
    if (!range || !isValueAxis || !(range->minimum < range->maximum) || (axis.logarithmic && range->minimum <= 0))
        return;
    axis.minimum = range->minimum;
    axis.maximum = range->maximum;
}

} // namespace

FigureSpec seenFigure(FigureSpec figure, const FigureView &view)
{
    std::erase_if(figure.series, [&](const FigureSeries &series) { return view.hidden.contains(series.name); });
    std::erase_if(
        figure.references, [&](const FigureReference &reference) { return view.hidden.contains(reference.series); });
    cut(figure.x, view.x);
    cut(figure.y, view.y);
    return figure;
}

} // namespace Decayscope
