// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figurelayout.h"
#include "latticeplaces.h"

#include <widgets/tones.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace Decayscope {

namespace {

/// How much of a line a rectangle on it covers.
double covered(const QLineF &line, QSizeF size)
{
    const double length = line.length();
    const double across = std::abs(line.dx()) > 0 ? size.width() * length / std::abs(line.dx()) : length;
    const double down = std::abs(line.dy()) > 0 ? size.height() * length / std::abs(line.dy()) : length;
    return std::min(across, down);
}

/// Whether a line passes through a rectangle.
bool crosses(const QLineF &line, const QRectF &rect)
{
    if (rect.contains(line.p1()) || rect.contains(line.p2()))
        return true;
    const std::array sides{QLineF(rect.topLeft(), rect.topRight()), QLineF(rect.topRight(), rect.bottomRight()),
        QLineF(rect.bottomRight(), rect.bottomLeft()), QLineF(rect.bottomLeft(), rect.topLeft())};
    return std::ranges::any_of(
        sides, [&line](const QLineF &side) { return line.intersects(side) == QLineF::BoundedIntersection; });
}

} // namespace

/// At the largest size at which nearly all texts find room; few of many would only puzzle.
void LatticePlaces::chooseTexts()
{
    constexpr double nearlyAll = 0.85;
    const auto &series = m_layout.spec().series;
    const auto wanted = std::ranges::count_if(m_arrows, [&series](const LatticeArrow &arrow) {
        return !series[arrow.cursor.series].points[arrow.cursor.point].text.isEmpty();
    });
    std::size_t placed = 0;
    for (const double factor : fontFactors) {
        placed = placeTexts(scaledFont(m_layout.style().tickFont, factor));
        if (placed == static_cast<std::size_t>(wanted))
            return;
    }
    if (static_cast<double>(placed) >= nearlyAll * static_cast<double>(wanted))
        return;
    for (auto &arrow : m_arrows)
        arrow.text.reset();
}

std::size_t LatticePlaces::placeTexts(const QFont &font)
{
    m_edgeFont = font;
    const auto &series = m_layout.spec().series;
    const QFontMetricsF metrics(font);
    std::size_t placed = 0;
    for (auto &arrow : m_arrows)
        arrow.text.reset();
    for (auto &arrow : m_arrows) {
        const auto &text = series[arrow.cursor.series].points[arrow.cursor.point].text;
        const QSizeF size(metrics.horizontalAdvance(text) + metrics.height() * 0.2, metrics.ascent() * 1.02);
        // The head and both ends must stay in sight.
        if (text.isEmpty() || covered(arrow.line, size) > arrow.line.length() * 0.5)
            continue;
        arrow.text = textPlace(arrow, size);
        placed += arrow.text ? 1U : 0U;
    }
    return placed;
}

/// The place along an edge that covers no box and no other text, crosses the fewest other edges and keeps away from
/// other texts.
std::optional<QRectF> LatticePlaces::textPlace(const LatticeArrow &arrow, QSizeF size) const
{
    constexpr std::array shares{0.44, 0.52, 0.36, 0.6, 0.29, 0.67, 0.23, 0.73, 0.18};
    const auto &plot = m_layout.frameOf(arrow.cursor.series).plot;
    const auto meetsText = [&](const QRectF &rect) {
        return std::ranges::count_if(m_arrows,
            [&](const LatticeArrow &other) { return &other != &arrow && other.text && other.text->intersects(rect); });
    };
    std::optional<QRectF> best;
    auto least = std::numeric_limits<std::ptrdiff_t>::max();
    for (const double share : shares) {
        const auto centre = arrow.line.pointAt(share);
        const QRectF rect(centre - QPointF(size.width() / 2, size.height() / 2), size);
        const auto isUnder
            = [&](const LatticeBox &box) { return box.panel == arrow.panel && box.rect.intersects(rect); };
        if (!plot.contains(rect) || std::ranges::any_of(m_boxes, isUnder) || meetsText(rect) > 0)
            continue;
        const auto crossed = std::ranges::count_if(m_arrows, [&](const LatticeArrow &other) {
            return &other != &arrow && other.panel == arrow.panel && crosses(other.line, rect);
        });
        const double near = size.height() * 1.2;
        const auto cost = 2 * crossed + meetsText(rect.adjusted(-near, -near, near, near));
        if (cost < least) {
            least = cost;
            best = rect;
        }
    }
    return best;
}

} // namespace Decayscope
