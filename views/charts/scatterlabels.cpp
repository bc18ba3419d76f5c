// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scatterlabels.h"

#include "figurelayout.h"

#include <QFontMetricsF>

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

/// Directions from a marker in the order in which they are tried: right, left, above, below, then corners.
constexpr std::array<QPointF, 8> sides{
    {{1, 0}, {-1, 0}, {0, -1}, {0, 1}, {0.8, -0.8}, {0.8, 0.8}, {-0.8, -0.8}, {-0.8, 0.8}}};

constexpr std::size_t mostLabels = 400; ///< More than that nobody reads, and finding room takes long.

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

} // namespace

std::vector<PointLabel> pointLabels(const FigureLayout &layout)
{
    const QFontMetricsF metrics(layout.style().tickFont);
    const auto markers = markersOf(layout);
    std::vector<PointLabel> labels;
    const auto isFree = [&](const QRectF &rect) {
        const auto meets = [&rect](const QRectF &other) { return other.intersects(rect); };
        return std::ranges::none_of(markers, meets)
            && std::ranges::none_of(labels, [&](const PointLabel &label) { return meets(label.rect); });
    };
    for (std::size_t s = 0; s < layout.spec().series.size(); ++s) {
        const auto &points = layout.spec().series[s].points;
        const auto &plot = layout.frameOf(s).plot;
        for (std::size_t p = 0; p < points.size(); ++p) {
            if (points[p].text.isEmpty() || labels.size() >= mostLabels)
                continue;
            const auto at = layout.position({.series = s, .point = p});
            const QSizeF size(metrics.horizontalAdvance(points[p].text), metrics.capHeight() * 1.3);
            for (const auto side : sides) {
                const auto rect = beside(at, side, size, layout.style().markerRadius + layout.style().gap(2));
                if (plot.contains(at) && plot.contains(rect) && isFree(rect)) {
                    labels.push_back({.cursor = {.series = s, .point = p}, .text = points[p].text, .rect = rect});
                    break;
                }
            }
        }
    }
    return labels;
}

} // namespace Decayscope
