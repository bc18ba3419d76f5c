// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scatterlabels.h"

#include "figurelayout.h"

#include <QFontMetricsF>

#include <algorithm>
#include <array>
#include <limits>
#include <optional>

namespace Decayscope {

namespace {

/// Directions from a marker in the order in which they are tried: corners first, because intervals are upright and
/// level.
constexpr std::array<QPointF, 8> sides{{{1, -1}, {-1, -1}, {1, 1}, {-1, 1}, {1, 0}, {-1, 0}, {0, -1}, {0, 1}}};

constexpr std::size_t mostPoints = 1500; ///< Of more than that nobody reads texts, and finding room takes long.

std::size_t pointCount(const FigureSpec &spec)
{
    std::size_t count = 0;
    for (const auto &series : spec.series)
        count += series.points.size();
    return count;
}

/// The crosses of intervals, as far as they are drawn.
std::vector<QRectF> intervalsOf(const FigureLayout &layout)
{
    std::vector<QRectF> lines;
    if (layout.style().intervals == IntervalDrawing::Hidden)
        return lines;
    for (std::size_t s = 0; s < layout.spec().series.size(); ++s) {
        const auto &frame = layout.frameOf(s);
        for (const auto &point : layout.spec().series[s].points) {
            if (point.low && point.high)
                lines.push_back(
                    QRectF(frame.position(point.x, *point.low), frame.position(point.x, *point.high)).normalized());
            if (point.xLow && point.xHigh)
                lines.push_back(
                    QRectF(frame.position(*point.xLow, point.y), frame.position(*point.xHigh, point.y)).normalized());
        }
    }
    return lines;
}

/// Whether two rectangles meet, of which one may be a line without an area.
bool meet(const QRectF &line, const QRectF &rect)
{
    return line.left() < rect.right() && line.right() > rect.left() && line.top() < rect.bottom()
        && line.bottom() > rect.top();
}

std::vector<QRectF> markersOf(const FigureLayout &layout)
{
    const double radius = layout.style().markerRadius * 1.15;
    std::vector<QRectF> rects;
    for (std::size_t s = 0; s < layout.spec().series.size(); ++s) {
        for (std::size_t p = 0; p < layout.spec().series[s].points.size(); ++p) {
            const auto at = layout.position({.series = s, .point = p});
            rects.emplace_back(at - QPointF(radius, radius), QSizeF(2 * radius, 2 * radius));
        }
    }
    return rects;
}

QRectF beside(QPointF at, QPointF side, QSizeF size, double distance)
{
    const QPointF centre(
        at.x() + side.x() * (distance + size.width() / 2), at.y() + side.y() * (distance + size.height() / 2));
    return {centre.x() - size.width() / 2, centre.y() - size.height() / 2, size.width(), size.height()};
}

/// Finds room for one text after the other.
class LabelPlacer
{
public:
    explicit LabelPlacer(const FigureLayout &layout)
        : m_markers(markersOf(layout))
        , m_intervals(intervalsOf(layout))
        , m_distance(layout.style().markerRadius * 0.8 + layout.style().gap(2))
    { }

    /// The place beside `at` inside `plot` that hides no marker and no text, and the fewest intervals; it is taken.
    std::optional<QRectF> take(QPointF at, QSizeF size, const QRectF &plot)
    {
        std::optional<QRectF> best;
        auto least = std::numeric_limits<std::ptrdiff_t>::max();
        for (const auto side : sides) {
            const auto rect = beside(at, side, size, m_distance);
            if (!plot.contains(rect) || !isFree(rect))
                continue;
            const auto crossed
                = std::ranges::count_if(m_intervals, [&rect](const QRectF &line) { return meet(line, rect); });
            if (crossed < least) {
                least = crossed;
                best = rect;
            }
        }
        if (best)
            m_taken.push_back(*best);
        return best;
    }

private:
    [[nodiscard]] bool isFree(const QRectF &rect) const
    {
        const auto meets = [&rect](const QRectF &other) { return other.intersects(rect); };
        return std::ranges::none_of(m_markers, meets) && std::ranges::none_of(m_taken, meets);
    }

    std::vector<QRectF> m_markers;
    std::vector<QRectF> m_intervals;
    std::vector<QRectF> m_taken;
    double m_distance;
};

} // namespace

std::vector<PointLabel> pointLabels(const FigureLayout &layout)
{
    std::vector<PointLabel> labels;
    if (pointCount(layout.spec()) > mostPoints)
        return labels;
    const QFontMetricsF metrics(layout.style().tickFont);
    LabelPlacer placer(layout);
    for (std::size_t s = 0; s < layout.spec().series.size(); ++s) {
        const auto &points = layout.spec().series[s].points;
        const auto &plot = layout.frameOf(s).plot;
        for (std::size_t p = 0; p < points.size(); ++p) {
            const auto at = layout.position({.series = s, .point = p});
            if (points[p].text.isEmpty() || !plot.contains(at))
                continue;
            const QSizeF size(metrics.horizontalAdvance(points[p].text), metrics.capHeight() * 1.25);
            if (const auto rect = placer.take(at, size, plot))
                labels.push_back({.cursor = {.series = s, .point = p}, .text = points[p].text, .rect = *rect});
        }
    }
    return labels;
}

} // namespace Decayscope
