// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keysigns.h"

#include "chartstyle.h"

#include <QPainter>

#include <algorithm>

namespace Decayscope {

namespace {

/// Dashes of equal length however wide the line is; Qt counts them in widths.
QPen patternedPen(const ArrowLook &look, const ChartStyle &style)
{
    QPen pen(look.color, look.width, look.pattern, Qt::FlatCap);
    if (look.pattern == Qt::SolidLine || look.pattern == Qt::NoPen || !(look.width > 0))
        return pen;
    auto dashes = pen.dashPattern();
    for (auto &dash : dashes)
        dash *= std::max(style.lineWidth, style.gap(1.4)) / look.width;
    pen.setDashPattern(dashes);
    return pen;
}

} // namespace

void paintEmptySign(QPainter &painter, const QRectF &cell, const ChartStyle &style)
{
    const double part = std::min(cell.width(), cell.height()) * 0.3;
    const auto centre = cell.center();
    painter.setPen(QPen(style.muted, style.hairline, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(centre + QPointF(-part, part), centre + QPointF(part, -part));
}

void paintFold(QPainter &painter, const QRectF &cell, const QColor &color, const ChartStyle &style)
{
    const double side = std::min(cell.width(), cell.height());
    const double size = std::min(side * 0.7, std::clamp(side * 0.3, style.gap(3), style.gap(6)));
    const auto corner = cell.topRight();
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawConvexPolygon(QPolygonF{corner, corner - QPointF(size, 0), corner + QPointF(0, size)});
}

void paintTick(QPainter &painter, const QRectF &cell, const QColor &color, double width)
{
    const double size = std::min(cell.width(), cell.height()) * 0.16;
    const auto centre = cell.bottomRight() - QPointF(size * 1.5, size * 1.5);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF{
        centre + QPointF(-size, 0), centre + QPointF(-size * 0.25, size * 0.7), centre + QPointF(size, -size)});
}

double arrowHead(double width, const ChartStyle &style)
{
    return width * 1.6 + style.gap(3.5);
}

void paintArrow(QPainter &painter, const QLineF &line, const ArrowLook &look, const ChartStyle &style)
{
    const double length = line.length();
    if (!(length > 0))
        return;
    const double head = std::min(arrowHead(look.width, style), length * 0.4);
    const auto along = (line.p2() - line.p1()) / length;
    const QPointF across(-along.y(), along.x());
    const auto neck = line.p2() - along * head;
    painter.setPen(patternedPen(look, style));
    painter.setBrush(Qt::NoBrush);
    painter.drawLine(line.p1(), neck);
    const double outline = std::max(style.hairline, std::min(look.width, head * 0.16));
    // Outlines grow by half their width on every side, their tip by more.
    const double inset = look.isOpen ? outline : 0;
    painter.setPen(
        look.isOpen ? QPen(look.color, outline, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin) : QPen(Qt::NoPen));
    painter.setBrush(look.isOpen ? style.ground : look.color);
    const double half = head * 0.42 - inset / 2;
    painter.drawConvexPolygon(QPolygonF{line.p2() - along * inset, neck + across * half, neck - across * half});
}

} // namespace Decayscope
