// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figureoverlay.h"

#include "chartpalette.h"
#include "figurechart.h"
#include "markers.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace Decayscope {

namespace {

constexpr double receding = 0.35;

} // namespace

FigureOverlay::FigureOverlay(FigureChart *chart)
    : QGraphicsItem(chart)
    , m_chart(chart)
{
    setZValue(100);
}

void FigureOverlay::refresh()
{
    prepareGeometryChange();
    update();
}

QRectF FigureOverlay::boundingRect() const
{
    return {QPointF(), m_chart->size()};
}

void FigureOverlay::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    const auto &spec = m_chart->spec();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(m_chart->style().font);
    paintReferences(*painter);
    const bool stacked = spec.shape == FigureShape::Stacked;
    for (std::size_t i = 0; i < spec.series.size(); ++i) {
        if (stacked)
            paintSegments(*painter, i);
        else
            paintBars(*painter, i);
    }
    for (std::size_t i = 0; i < spec.series.size() && !stacked; ++i)
        paintMarkers(*painter, i);
    paintLabels(*painter);
    paintCursor(*painter);
}

void FigureOverlay::paintBars(QPainter &painter, std::size_t series) const
{
    const auto &spec = m_chart->spec();
    const auto &layout = m_chart->figureLayout();
    const auto &drawn = spec.series[series];
    const bool forest = spec.shape == FigureShape::Forest;
    if (drawn.joined && !forest)
        return;
    painter.setPen(
        QPen(m_chart->style().seriesColor(drawn.color), m_chart->style().lineWidth, Qt::SolidLine, Qt::FlatCap));
    const double offset = forest ? layout.seriesOffset(series) : 0;
    for (const auto &point : drawn.points) {
        if (!point.low || !point.high)
            continue;
        const auto &axis = forest ? spec.x : spec.y;
        const double low = std::clamp(*point.low, axis.minimum, axis.maximum);
        const double high = std::clamp(*point.high, axis.minimum, axis.maximum);
        painter.drawLine(forest ? layout.position(low, point.y + offset) : layout.position(point.x, low),
            forest ? layout.position(high, point.y + offset) : layout.position(point.x, high));
    }
}

void FigureOverlay::paintSegments(QPainter &painter, std::size_t series) const
{
    const auto &drawn = m_chart->spec().series[series];
    const auto &style = m_chart->style();
    painter.setOpacity(recedes(series) ? receding : 1.0);
    for (std::size_t i = 0; i < drawn.points.size(); ++i) {
        const auto segment = m_chart->figureLayout().segment({series, i});
        if (segment.height() <= 0)
            continue;
        painter.setPen(QPen(style.ground, 1));
        painter.setBrush(style.seriesColor(drawn.color));
        painter.drawRect(segment);
        // Colours come again after the palette's end: stripes tell such segments apart.
        if (drawn.color >= chartColorCount) {
            painter.setBrush(QBrush(style.ground, Qt::BDiagPattern));
            painter.drawRect(segment);
        }
        paintSegmentText(painter, segment, drawn.points[i].y);
    }
    painter.setOpacity(1.0);
}

void FigureOverlay::paintSegmentText(QPainter &painter, const QRectF &segment, double share) const
{
    const auto text = QLocale().toString(share, 'f', 0);
    const QFontMetricsF metrics(painter.font());
    if (segment.height() < metrics.height() || segment.width() < metrics.horizontalAdvance(text) + 2)
        return;
    painter.setPen(m_chart->style().ground);
    painter.drawText(segment, Qt::AlignCenter, text);
}

void FigureOverlay::paintMarkers(QPainter &painter, std::size_t series) const
{
    const auto &drawn = m_chart->spec().series[series];
    const auto &style = m_chart->style();
    const auto shape = markerPath(drawn.marker, style.markerRadius);
    const auto color = style.seriesColor(drawn.color);
    painter.setOpacity(recedes(series) ? receding : 1.0);
    for (std::size_t i = 0; i < drawn.points.size(); ++i) {
        const bool hollow = drawn.points[i].hollow;
        // A thin ring in the ground's colour keeps markers apart where curves meet.
        painter.setPen(QPen(hollow ? color : style.ground, hollow ? 1.6 : 1.0));
        painter.setBrush(hollow ? style.ground : color);
        painter.drawPath(shape.translated(m_chart->figureLayout().position({series, i})));
    }
    painter.setOpacity(1.0);
}

void FigureOverlay::paintReferences(QPainter &painter) const
{
    const auto &spec = m_chart->spec();
    const auto &layout = m_chart->figureLayout();
    const auto &style = m_chart->style();
    const bool forest = spec.shape == FigureShape::Forest;
    const auto diamond = markerPath(3, style.markerRadius * 1.1);
    constexpr double aside = 9; // Beside the point it refers to, so that neither hides the other.
    for (const auto &reference : spec.references) {
        const auto color = forest ? style.muted : style.seriesColor(reference.color);
        const auto shift = forest ? QPointF(0, aside) : QPointF(reference.x > 0 ? aside : -aside, 0);
        painter.setPen(QPen(color, 1.2));
        if (reference.low && reference.high) {
            painter.drawLine(
                (forest ? layout.position(*reference.low, reference.y) : layout.position(reference.x, *reference.low))
                    + shift,
                (forest ? layout.position(*reference.high, reference.y) : layout.position(reference.x, *reference.high))
                    + shift);
        }
        painter.setBrush(style.ground);
        painter.drawPath(diamond.translated(layout.position(reference.x, reference.y) + shift));
    }
}

void FigureOverlay::paintLabels(QPainter &painter) const
{
    const auto &style = m_chart->style();
    for (const auto &label : m_chart->figureLayout().labels()) {
        const auto color = style.seriesColor(m_chart->spec().series[label.series].color);
        painter.setOpacity(recedes(label.series) ? receding : 1.0);
        const QPointF end(label.rect.left() - 3, label.rect.center().y());
        painter.setPen(QPen(color, 0.8));
        const bool stacked = m_chart->spec().shape == FigureShape::Stacked;
        painter.drawLine(label.anchor + QPointF(stacked ? 1 : style.markerRadius + 2, 0), end);
        painter.setPen(color);
        painter.drawText(label.rect, Qt::AlignLeft | Qt::AlignVCenter, label.text);
    }
    painter.setOpacity(1.0);
}

void FigureOverlay::paintCursor(QPainter &painter) const
{
    const auto cursor = m_chart->cursorPoint();
    if (!cursor)
        return;
    painter.setPen(QPen(m_chart->style().text, 1.4));
    painter.setBrush(Qt::NoBrush);
    if (m_chart->spec().shape == FigureShape::Stacked) {
        painter.drawRect(m_chart->figureLayout().segment(*cursor));
        return;
    }
    const double radius = m_chart->style().markerRadius + 4;
    painter.drawEllipse(m_chart->figureLayout().position(*cursor), radius, radius);
}

bool FigureOverlay::recedes(std::size_t series) const
{
    const auto cursor = m_chart->cursorPoint();
    return cursor && cursor->series != series && m_chart->spec().shape != FigureShape::Forest;
}

} // namespace Decayscope
