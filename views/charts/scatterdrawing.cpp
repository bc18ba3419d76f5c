// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scatterdrawing.h"

#include "figurelayout.h"
#include "scatterlabels.h"
#include "shapetraits.h"

#include <QPainter>

#include <algorithm>

namespace Decayscope {

void ScatterDrawing::paintBehind(QPainter &painter) const
{
    if (!layout().spec().diagonal)
        return;
    for (std::size_t i = 0; i < layout().panels().size(); ++i)
        paintDiagonal(painter, i);
}

void ScatterDrawing::paintDiagonal(QPainter &painter, std::size_t panel) const
{
    const auto &frame = layout().panels()[panel];
    const double low = std::max(frame.x.low, frame.y.low);
    const double high = std::min(frame.x.high, frame.y.high);
    if (!(low < high))
        return;
    const auto &style = layout().style();
    painter.setPen(QPen(style.muted, style.hairline, Qt::DashLine, Qt::FlatCap));
    // On a logarithmic axis equal values do not stand on a straight line.
    const int steps = frame.x.isLogarithmic == frame.y.isLogarithmic ? 1 : 64;
    QPolygonF line;
    for (int i = 0; i <= steps; ++i) {
        const double value = low + (high - low) * i / steps;
        line << frame.position(value, value);
    }
    painter.drawPolyline(line);
}

void ScatterDrawing::paintMarks(QPainter &painter, std::optional<FigureCursor> cursor) const
{
    for (std::size_t s = 0; s < layout().spec().series.size(); ++s) {
        painter.setOpacity(recedes(layout(), s, cursor) ? recedingOpacity : 1.0);
        paintPath(painter, s);
        paintLevelIntervals(painter, s);
    }
    MarkDrawing::paintMarks(painter, cursor);
    paintTexts(painter, cursor);
    painter.setOpacity(1.0);
}

void ScatterDrawing::paintPath(QPainter &painter, std::size_t series) const
{
    const auto &drawn = layout().spec().series[series];
    if (!drawn.joined || drawn.points.size() < 2)
        return;
    const auto &style = layout().style();
    QPolygonF line;
    for (std::size_t p = 0; p < drawn.points.size(); ++p)
        line << layout().position({.series = series, .point = p});
    painter.save();
    painter.setClipRect(layout().frameOf(series).plot, Qt::IntersectClip);
    painter.setPen(QPen(style.seriesColor(drawn.color), std::max(style.hairline, style.lineWidth * 0.6),
        style.linePattern(drawn.line), Qt::FlatCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(line);
    painter.restore();
}

void ScatterDrawing::paintLevelIntervals(QPainter &painter, std::size_t series) const
{
    const auto &drawn = layout().spec().series[series];
    const auto &style = layout().style();
    if (!hasBars(layout().spec(), drawn, style.intervals))
        return;
    const auto &frame = layout().frameOf(series);
    painter.setPen(QPen(
        style.seriesColor(drawn.color), std::max(style.hairline, style.lineWidth * 0.7), Qt::SolidLine, Qt::FlatCap));
    for (const auto &point : drawn.points) {
        if (!point.xLow || !point.xHigh || !(point.y >= frame.y.low) || !(point.y <= frame.y.high))
            continue;
        const double from = std::clamp(*point.xLow, frame.x.low, frame.x.high);
        const double to = std::clamp(*point.xHigh, frame.x.low, frame.x.high);
        if (from < to)
            painter.drawLine(frame.position(from, point.y), frame.position(to, point.y));
    }
}

void ScatterDrawing::paintTexts(QPainter &painter, std::optional<FigureCursor> cursor) const
{
    const auto &style = layout().style();
    painter.setFont(style.tickFont);
    painter.setPen(style.text);
    for (const auto &label : pointLabels(layout())) {
        painter.setOpacity(recedes(layout(), label.cursor.series, cursor) ? recedingOpacity : 1.0);
        painter.drawText(label.rect, Qt::AlignCenter | Qt::TextDontClip, label.text);
    }
}

} // namespace Decayscope
