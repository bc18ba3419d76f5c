// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QLineF>
#include <QRectF>

class QPainter;

namespace Decayscope {

struct ChartStyle;

/// How a line with a head is drawn.
struct ArrowLook
{
    QColor color;
    double width = 1;
    Qt::PenStyle pattern = Qt::SolidLine;
    bool isOpen = false; ///< The head is an outline.
};

/// Signs that stand in a figure and, smaller, in its key.

/// A cell without a point: a short stroke.
void paintEmptySign(QPainter &painter, const QRectF &cell, const ChartStyle &style);

/// The folded corner of what is incomplete; never large, so that it hides no text.
void paintFold(QPainter &painter, const QRectF &cell, const QColor &color, const ChartStyle &style);

/// A ✓ in the lower right corner, for where all runs succeed.
void paintTick(QPainter &painter, const QRectF &cell, const QColor &color, double width);

/// A line whose head ends at its second point.
void paintArrow(QPainter &painter, const QLineF &line, const ArrowLook &look, const ChartStyle &style);

/// How long and wide an arrow's head is.
[[nodiscard]] double arrowHead(double width, const ChartStyle &style);

} // namespace Decayscope
