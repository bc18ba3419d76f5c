// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "markdrawing.h"

#include "figurelayout.h"
#include "markers.h"
#include "shapetraits.h"

#include <widgets/spacing.h>

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace Decayscope {

namespace {

constexpr int diamond = 3; ///< The marker of references.
constexpr double aside = 9; ///< Of references beside the point they belong to, in pixels.

/// The ends of an interval along its axis, cut to the panel; none outside it.
std::optional<QLineF> intervalLine(const PanelFrame &frame, bool isLevel, double low, double high, double across)
{
    const auto &axis = isLevel ? frame.x : frame.y;
    const auto &other = isLevel ? frame.y : frame.x;
    if (!(high >= axis.low) || !(low <= axis.high) || !(across >= other.low) || !(across <= other.high))
        return {};
    const double from = std::clamp(low, axis.low, axis.high);
    const double to = std::clamp(high, axis.low, axis.high);
    return isLevel ? QLineF(frame.position(from, across), frame.position(to, across))
                   : QLineF(frame.position(across, from), frame.position(across, to));
}

} // namespace

bool recedes(const FigureLayout &layout, std::size_t series, std::optional<FigureCursor> cursor)
{
    const auto &all = layout.spec().series;
    return cursor && cursor->series != series && all[cursor->series].name != all[series].name;
}

void MarkDrawing::paintMarks(QPainter &painter, std::optional<FigureCursor> cursor) const
{
    for (const auto &reference : layout().spec().references)
        paintReference(painter, reference);
    const auto count = layout().spec().series.size();
    for (std::size_t s = 0; s < count; ++s) {
        painter.setOpacity(recedes(layout(), s, cursor) ? recedingOpacity : 1.0);
        paintBars(painter, s);
    }
    for (std::size_t s = 0; s < count; ++s) {
        painter.setOpacity(recedes(layout(), s, cursor) ? recedingOpacity : 1.0);
        paintMarkers(painter, s);
    }
    painter.setOpacity(1.0);
}

void MarkDrawing::paintBars(QPainter &painter, std::size_t series) const
{
    const auto &drawn = layout().spec().series[series];
    const auto &style = layout().style();
    if (!hasBars(layout().spec(), drawn, style.intervals))
        return;
    const bool isLevel = layout().spec().shape == FigureShape::Forest;
    const double width = isLevel ? style.lineWidth : std::max(style.hairline, style.lineWidth * 0.7);
    painter.setPen(QPen(style.seriesColor(drawn.color), width, Qt::SolidLine, Qt::FlatCap));
    for (const auto &point : drawn.points) {
        if (!point.low || !point.high)
            continue;
        const double across = (isLevel ? point.y : point.x) + layout().seriesOffset(series);
        if (const auto line = intervalLine(layout().frameOf(series), isLevel, *point.low, *point.high, across))
            painter.drawLine(*line);
    }
}

void MarkDrawing::paintMarkers(QPainter &painter, std::size_t series) const
{
    const auto &drawn = layout().spec().series[series];
    const auto &style = layout().style();
    const auto shape = markerPath(drawn.marker, style.markerRadius);
    const auto color = style.seriesColor(drawn.color);
    for (std::size_t i = 0; i < drawn.points.size(); ++i) {
        const bool hollow = drawn.points[i].hollow;
        // A curve needs no markers; what is not joined would be lost without, and hollow ones say something.
        if (!isSeen({series, i}) || (!style.markers && drawn.joined && !hollow))
            continue;
        // A thin ring in the ground's colour keeps markers apart where curves meet.
        painter.setPen(QPen(hollow ? color : style.ground, hollow ? style.lineWidth * 0.8 : style.lineWidth * 0.5));
        painter.setBrush(hollow ? style.ground : color);
        painter.drawPath(shape.translated(layout().position({series, i})));
    }
}

void MarkDrawing::paintReference(QPainter &painter, const FigureReference &reference) const
{
    const auto &spec = layout().spec();
    const auto &style = layout().style();
    const bool isLevel = spec.shape == FigureShape::Forest;
    const auto owner = std::ranges::find(spec.series, reference.series, &FigureSeries::name);
    const auto index = static_cast<std::size_t>(std::distance(spec.series.begin(), owner));
    const auto &frame = owner == spec.series.end() ? layout().panels().front() : layout().frameOf(index);
    const auto at = frame.position(reference.x, reference.y);
    if (!frame.plot.adjusted(-1, -1, 1, 1).contains(at))
        return;
    // Beside the point it refers to, so that neither hides the other.
    const double away = style.gap(aside);
    const auto shift = isLevel ? QPointF(0, away) : QPointF(reference.x > 0 ? away : -away, 0);
    painter.setPen(QPen(isLevel ? style.muted : style.seriesColor(reference.color), style.lineWidth * 0.6));
    if (reference.low && reference.high) {
        if (const auto line
            = intervalLine(frame, isLevel, *reference.low, *reference.high, isLevel ? reference.y : reference.x))
            painter.drawLine(line->translated(shift));
    }
    painter.setBrush(style.ground);
    painter.drawPath(markerPath(diamond, style.markerRadius * 1.1).translated(at + shift));
}

bool MarkDrawing::isSeen(FigureCursor cursor) const
{
    return layout().frameOf(cursor.series).plot.adjusted(-1, -1, 1, 1).contains(layout().position(cursor));
}

QPainterPath MarkDrawing::outline(FigureCursor cursor) const
{
    const auto &style = layout().style();
    const double radius = style.markerRadius + style.gap(Spacing::tight);
    QPainterPath path;
    path.addEllipse(layout().position(cursor), radius, radius);
    return path;
}

std::optional<FigureCursor> MarkDrawing::hit(QPointF at, double reach) const
{
    const auto &all = layout().spec().series;
    std::optional<FigureCursor> found;
    double best = reach;
    for (std::size_t s = 0; s < all.size(); ++s) {
        for (std::size_t p = 0; p < all[s].points.size(); ++p) {
            const auto away = layout().position({s, p}) - at;
            const double distance = std::hypot(away.x(), away.y());
            if (distance <= best && isSeen({s, p})) {
                best = distance;
                found = {s, p};
            }
        }
    }
    return found;
}

} // namespace Decayscope
