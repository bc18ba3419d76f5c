// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "latticedrawing.h"

#include "colorkey.h"
#include "colorscale.h"
#include "figurelayout.h"
#include "keysigns.h"
#include "markdrawing.h"

#include <widgets/spacing.h>

#include <QPainter>
#include <QPainterPathStroker>

#include <algorithm>
#include <cmath>

namespace Decayscope {

namespace {

/// Whether an arrow steps back: the cursor is on another constraint, or on a node it does not touch.
bool stepsBack(const FigureLayout &layout, const LatticePlaces &places, const LatticeArrow &arrow,
    std::optional<FigureCursor> cursor)
{
    if (!cursor || arrow.cursor == *cursor)
        return false;
    if (const auto *box = places.boxOf(*cursor))
        return box->panel == arrow.panel && !LatticePlaces::touches(arrow, *box);
    const auto isSeveral = std::ranges::any_of(places.arrows(), [&](const LatticeArrow &other) {
        return layout.spec().series[other.cursor.series].name != layout.spec().series[cursor->series].name;
    });
    return isSeveral && recedes(layout, arrow.cursor.series, cursor);
}

double distanceTo(const QLineF &line, QPointF at)
{
    const auto along = line.p2() - line.p1();
    const double squared = QPointF::dotProduct(along, along);
    const double share = squared > 0 ? std::clamp(QPointF::dotProduct(at - line.p1(), along) / squared, 0.0, 1.0) : 0;
    const auto away = at - line.pointAt(share);
    return std::hypot(away.x(), away.y());
}

const FigurePoint &pointOf(const FigureLayout &layout, FigureCursor cursor)
{
    return layout.spec().series[cursor.series].points[cursor.point];
}

} // namespace

LatticeDrawing::LatticeDrawing(const FigureLayout &layout)
    : ShapeDrawing(layout)
    , m_places(layout)
{ }

void LatticeDrawing::paintBehind(QPainter &painter) const
{
    paintColorKey(painter, layout().colorBar(), layout().spec(), layout().style());
}

void LatticeDrawing::paintMarks(QPainter &painter, std::optional<FigureCursor> cursor) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, true);
    paintArrows(painter, cursor);
    for (const auto &box : m_places.boxes())
        paintBox(painter, box);
    painter.restore();
}

void LatticeDrawing::paintArrows(QPainter &painter, std::optional<FigureCursor> cursor) const
{
    const auto &style = layout().style();
    const ColorScale scale(layout().spec().color, style.onDark);
    for (const auto &arrow : m_places.arrows()) {
        painter.setOpacity(stepsBack(layout(), m_places, arrow, cursor) ? recedingOpacity : 1.0);
        const auto &series = layout().spec().series[arrow.cursor.series];
        paintArrow(painter, arrow.line,
            {.color = scale.lineColor(arrow.value),
                .width = m_places.widthOf(arrow.value),
                .pattern = style.linePattern(series.line),
                .isOpen = arrow.value > 0},
            style);
    }
    painter.setFont(m_places.edgeFont());
    for (const auto &arrow : m_places.arrows()) {
        painter.setOpacity(stepsBack(layout(), m_places, arrow, cursor) ? recedingOpacity : 1.0);
        paintArrowText(painter, arrow);
    }
    painter.setOpacity(1.0);
}

void LatticeDrawing::paintArrowText(QPainter &painter, const LatticeArrow &arrow) const
{
    if (!arrow.text)
        return;
    const auto &style = layout().style();
    painter.fillRect(*arrow.text, style.ground);
    painter.setPen(style.text);
    const QFontMetricsF metrics(m_places.edgeFont());
    const auto &text = pointOf(layout(), arrow.cursor).text;
    const auto centre = arrow.text->center();
    painter.drawText(
        QPointF(centre.x() - metrics.horizontalAdvance(text) / 2, centre.y() + metrics.capHeight() / 2), text);
}

void LatticeDrawing::paintBox(QPainter &painter, const LatticeBox &box) const
{
    const auto &style = layout().style();
    const auto &point = pointOf(layout(), box.cursor);
    const ColorScale scale(layout().spec().nodeColor, style.onDark);
    const auto area = point.value ? scale.color(*point.value) : style.ground;
    const double radius = std::min(style.gap(Spacing::radius), box.rect.height() / 4);
    painter.setPen(QPen(style.muted, style.hairline, point.value ? Qt::SolidLine : Qt::DotLine));
    painter.setBrush(area);
    painter.drawRoundedRect(box.rect, radius, radius);
    const auto ink = textColorOn(area, style);
    if (point.hollow)
        paintFold(painter, box.rect.adjusted(radius, style.hairline, -radius, 0), ink, style);
    const auto lines = m_places.wordsOf(point.text);
    const auto shown = lines.size();
    painter.setPen(ink);
    const QFontMetricsF metrics(m_places.nodeFont());
    const double top = box.rect.center().y() - static_cast<double>(shown) * metrics.height() / 2;
    for (qsizetype i = 0; i < shown; ++i) {
        auto font = m_places.nodeFont();
        font.setBold(i == 0 && shown > 1);
        painter.setFont(font);
        painter.drawText(QRectF(box.rect.left(), top + static_cast<double>(i) * metrics.height(), box.rect.width(),
                             metrics.height()),
            Qt::AlignCenter | Qt::TextDontClip, lines[i]);
    }
}

QPainterPath LatticeDrawing::outline(FigureCursor cursor) const
{
    const auto &style = layout().style();
    QPainterPath path;
    if (const auto *box = m_places.boxOf(cursor)) {
        const double radius = style.gap(Spacing::radius);
        path.addRoundedRect(box->rect.adjusted(-radius / 2, -radius / 2, radius / 2, radius / 2), radius, radius);
    } else if (const auto *arrow = m_places.arrowOf(cursor)) {
        QPainterPath line(arrow->line.p1());
        line.lineTo(arrow->line.p2());
        QPainterPathStroker stroker;
        stroker.setWidth(arrowHead(m_places.widthOf(arrow->value), style) + style.gap(Spacing::tight));
        stroker.setCapStyle(Qt::RoundCap);
        path = stroker.createStroke(line);
    }
    return path;
}

std::optional<FigureCursor> LatticeDrawing::hit(QPointF at, double reach) const
{
    for (const auto &box : m_places.boxes()) {
        if (box.rect.contains(at))
            return box.cursor;
    }
    std::optional<FigureCursor> found;
    double best = reach;
    for (const auto &arrow : m_places.arrows()) {
        if (arrow.text && arrow.text->contains(at))
            return arrow.cursor;
        const double distance = distanceTo(arrow.line, at);
        if (distance <= best) {
            best = distance;
            found = arrow.cursor;
        }
    }
    return found;
}

} // namespace Decayscope
