// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stackeddrawing.h"

#include "chartpalette.h"
#include "figurelayout.h"
#include "markdrawing.h"
#include "stackedsegment.h"

#include <QLocale>
#include <QPainter>

namespace Decayscope {

void StackedDrawing::paintMarks(QPainter &painter, std::optional<FigureCursor> cursor) const
{
    painter.setFont(layout().style().tickFont);
    for (std::size_t s = 0; s < layout().spec().series.size(); ++s) {
        painter.setOpacity(recedes(layout(), s, cursor) ? recedingOpacity : 1.0);
        paintSegments(painter, s);
    }
    painter.setOpacity(1.0);
}

void StackedDrawing::paintSegments(QPainter &painter, std::size_t series) const
{
    const auto &drawn = layout().spec().series[series];
    const auto &style = layout().style();
    for (std::size_t i = 0; i < drawn.points.size(); ++i) {
        const auto segment = seenSegment({series, i});
        if (segment.height() <= 0)
            continue;
        painter.setPen(QPen(style.ground, style.hairline));
        painter.setBrush(style.seriesColor(drawn.color));
        painter.drawRect(segment);
        // Colours come again after the palette's end: stripes tell such segments apart.
        if (drawn.color >= chartColorCountOf(style.palette)) {
            QBrush stripes(style.ground, Qt::BDiagPattern);
            stripes.setTransform(QTransform::fromScale(style.unit, style.unit));
            painter.setBrush(stripes);
            painter.drawRect(segment);
        }
        paintShare(painter, segment, drawn.points[i].y);
    }
}

void StackedDrawing::paintShare(QPainter &painter, const QRectF &segment, double share) const
{
    const auto text = QLocale().toString(share, 'f', 0);
    const QFontMetricsF metrics(painter.font());
    if (segment.height() < metrics.height()
        || segment.width() < metrics.horizontalAdvance(text) + layout().style().gap(2))
        return;
    painter.setPen(layout().style().ground);
    painter.drawText(segment, Qt::AlignCenter | Qt::TextDontClip, text);
}

QRectF StackedDrawing::seenSegment(FigureCursor cursor) const
{
    const auto &frame = layout().frameOf(cursor.series);
    return stackedSegment(frame, layout().spec().series[cursor.series].points[cursor.point]).intersected(frame.plot);
}

QPainterPath StackedDrawing::outline(FigureCursor cursor) const
{
    const auto &frame = layout().frameOf(cursor.series);
    QPainterPath path;
    path.addRect(stackedSegment(frame, layout().spec().series[cursor.series].points[cursor.point]));
    return path;
}

std::optional<FigureCursor> StackedDrawing::hit(QPointF at, double) const
{
    const auto &all = layout().spec().series;
    for (std::size_t s = 0; s < all.size(); ++s) {
        for (std::size_t p = 0; p < all[s].points.size(); ++p) {
            if (seenSegment({s, p}).contains(at))
                return FigureCursor{s, p};
        }
    }
    return {};
}

} // namespace Decayscope
