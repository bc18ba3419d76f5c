// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <figures/figurespec.h>

#include <QRectF>

class QPainter;

namespace Decayscope {

struct ChartStyle;

/// How much room the key of a scale wants across the direction of its colours, in the style's units.
[[nodiscard]] double colorBarThickness(
    const FigureColorScale &scale, const ChartStyle &style, Qt::Orientation along = Qt::Horizontal);

/// How the key of a scale is drawn.
struct ColorBarLook
{
    bool isUpright = false;
    bool asLines = false; ///< In the colours lines have: ColorScale::lineColor.
};

/// The key of a scale inside `rect`: title, colours, ticks.
void paintColorBar(QPainter &painter, const QRectF &rect, const FigureColorScale &scale, const ChartStyle &style,
    ColorBarLook look = {});

} // namespace Decayscope
