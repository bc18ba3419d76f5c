// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "namepainting.h"

#include "chartpalette.h"
#include "figurelayout.h"
#include "markdrawing.h"
#include "markers.h"

#include <widgets/spacing.h>

#include <QPainter>

namespace Decayscope {

namespace {

constexpr int diamond = 3; ///< The marker of references.

bool isBehind(const FigureLayout &layout, const SeriesSign &sign, std::optional<FigureCursor> cursor)
{
    return cursor && !sign.isReference && layout.spec().series[cursor->series].name != sign.name;
}

QColor colorOf(const ChartStyle &style, const SeriesSign &sign)
{
    return sign.isReference || sign.isHidden ? style.muted : style.seriesColor(sign.color);
}

void paintBox(QPainter &painter, const ChartStyle &style, const SeriesSign &sign, const QRectF &sample)
{
    const double side = std::min(sample.height() * 0.62, style.gap(Spacing::wide));
    const QRectF box(sample.right() - side, sample.center().y() - side / 2, side, side);
    painter.setPen(QPen(colorOf(style, sign), style.hairline));
    painter.setBrush(sign.isHidden ? style.ground : colorOf(style, sign));
    painter.drawRect(box);
    if (sign.color >= chartColorCountOf(style.palette) && !sign.isHidden) {
        QBrush stripes(style.ground, Qt::BDiagPattern);
        stripes.setTransform(QTransform::fromScale(style.unit, style.unit));
        painter.fillRect(box, stripes);
    }
}

void paintLine(QPainter &painter, const ChartStyle &style, const SeriesSign &sign, const QRectF &sample, bool isMarked)
{
    const auto color = colorOf(style, sign);
    const auto middle = sample.center();
    if (sign.isJoined && !sign.isReference) {
        painter.setPen(QPen(color, style.lineWidth, style.linePattern(sign.line), Qt::FlatCap));
        painter.drawLine(QPointF(sample.left(), middle.y()), QPointF(sample.right(), middle.y()));
    }
    if (!isMarked)
        return;
    const bool isHollow = sign.isHidden || sign.isReference;
    painter.setPen(QPen(isHollow ? color : style.ground, style.lineWidth * 0.5));
    painter.setBrush(isHollow ? style.ground : color);
    painter.drawPath(markerPath(sign.isReference ? diamond : sign.marker, style.markerRadius).translated(middle));
}

void paintLeader(QPainter &painter, const FigureLayout &layout, const NamePlace &place)
{
    const auto &style = layout.style();
    const double side = place.isLeftOfMark ? -1 : 1;
    const double away = layout.spec().shape == FigureShape::Stacked ? style.gap(1) : style.markerRadius + style.gap(2);
    const double textSide = place.isLeftOfMark ? place.rect.right() : place.rect.left();
    const QPointF end(textSide - side * style.gap(3), place.rect.center().y());
    const auto begin = *place.anchor + QPointF(side * away, 0);
    painter.setPen(QPen(colorOf(style, layout.signs()[place.sign]), std::max(style.hairline, style.lineWidth * 0.4)));
    if ((end.x() - begin.x()) * side > 0)
        painter.drawLine(begin, end);
}

void paintText(QPainter &painter, const FigureLayout &layout, const NamePlace &place)
{
    const auto &style = layout.style();
    const auto &sign = layout.signs()[place.sign];
    auto font = place.sample ? style.tickFont : style.font;
    font.setStrikeOut(sign.isHidden);
    painter.setFont(font);
    painter.setPen(place.sample && !sign.isHidden ? style.text : colorOf(style, sign));
    const int side = place.isLeftOfMark ? Qt::AlignRight : Qt::AlignLeft;
    painter.drawText(place.rect, side | Qt::AlignVCenter | Qt::TextDontClip, place.text);
}

} // namespace

void paintNames(QPainter &painter, const FigureLayout &layout, std::optional<FigureCursor> cursor)
{
    const auto &style = layout.style();
    const bool isStacked = layout.spec().shape == FigureShape::Stacked;
    for (const auto &place : layout.names()) {
        const auto &sign = layout.signs()[place.sign];
        painter.setOpacity(isBehind(layout, sign, cursor) ? recedingOpacity : 1.0);
        if (place.anchor)
            paintLeader(painter, layout, place);
        if (place.sample && isStacked && !sign.isReference)
            paintBox(painter, style, sign, *place.sample);
        else if (place.sample)
            paintLine(painter, style, sign, *place.sample, style.markers || !sign.isJoined || sign.isReference);
        paintText(painter, layout, place);
    }
    painter.setOpacity(1.0);
}

} // namespace Decayscope
