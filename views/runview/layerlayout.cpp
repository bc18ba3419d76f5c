// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layerlayout.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>

namespace Decayscope {

namespace {

constexpr int mostBoxes = 60;
constexpr qreal sideShare = 0.2; ///< Of the width, kept free at each side for arrows.

using Rows = std::map<int, std::vector<int>, std::greater<>>;

Rows rowsOf(const LayerGraph &graph)
{
    Rows rows;
    const auto count = std::min<int>(static_cast<int>(graph.nodes.size()), mostBoxes);
    for (int node = 0; node < count; ++node)
        rows[graph.nodes[static_cast<size_t>(node)].rank].push_back(node);
    return rows;
}

struct Place
{
    QRectF rect;
    int row = -1; ///< Below 0: not shown.
};

std::vector<Place> placesOf(const LayerGraph &graph, qreal width, qreal boxHeight)
{
    std::vector<Place> places(graph.nodes.size());
    const auto side = width * sideShare;
    qreal top = boxHeight / 2;
    int row = 0;
    for (const auto &[rank, nodes] : rowsOf(graph)) {
        const auto slot = (width - 2 * side) / static_cast<qreal>(nodes.size());
        const auto boxWidth = std::min(slot * 0.92, boxHeight * 7);
        auto left = side;
        for (const auto node : nodes) {
            places[static_cast<size_t>(node)] = {{left + (slot - boxWidth) / 2, top, boxWidth, boxHeight}, row};
            left += slot;
        }
        top += boxHeight * 2;
        ++row;
    }
    return places;
}

/// A curve that leaves and meets the boxes at one side, farther out the more rows it passes.
QPainterPath detour(const Place &from, const Place &to, bool atLeft, qreal width, int shift)
{
    const auto edgeOf = [atLeft](const QRectF &rect) { return atLeft ? rect.left() : rect.right(); };
    const auto rows = std::abs(from.row - to.row);
    const auto reach = std::min(width * sideShare * 0.95, width * 0.05 * (rows + 1)) * (atLeft ? -1 : 1) * 4 / 3;
    const auto offset = (shift % 5) * from.rect.height() / 12;
    const QPointF start(edgeOf(from.rect), from.rect.center().y() + (to.row > from.row ? offset : -offset));
    const QPointF end(edgeOf(to.rect), to.rect.center().y() + (to.row > from.row ? -offset : offset));
    QPainterPath path(start);
    path.cubicTo(start + QPointF(reach, 0), end + QPointF(reach, 0), end);
    return path;
}

QPainterPath straight(const Place &from, const Place &to)
{
    QPainterPath path(QPointF(from.rect.center().x(), from.rect.bottom()));
    path.lineTo(to.rect.center().x(), to.rect.top());
    return path;
}

} // namespace

LayerLayout layerLayout(const LayerGraph &graph, qreal width, qreal boxHeight)
{
    LayerLayout layout;
    const auto places = placesOf(graph, width, boxHeight);
    for (int node = 0; node < std::ssize(places); ++node) {
        if (places[static_cast<size_t>(node)].row >= 0)
            layout.boxes.push_back({node, places[static_cast<size_t>(node)].rect});
    }
    const auto count = static_cast<int>(places.size());
    for (int edge = 0; edge < std::ssize(graph.edges); ++edge) {
        const auto &[fromNode, toNode, imports, isOffending, file, line] = graph.edges[static_cast<size_t>(edge)];
        if (fromNode < 0 || toNode < 0 || fromNode >= count || toNode >= count || fromNode == toNode)
            continue;
        const auto &from = places[static_cast<size_t>(fromNode)];
        const auto &to = places[static_cast<size_t>(toNode)];
        if (from.row < 0 || to.row < 0)
            continue;
        const auto isNext = to.row == from.row + 1 && !isOffending;
        const auto path = isNext ? straight(from, to)
                                 : detour(from, to, isOffending, width, static_cast<int>(layout.arrows.size()));
        layout.arrows.push_back({edge, path, path.pointAtPercent(0.5)});
    }
    std::ranges::stable_partition(layout.arrows, [&graph](const LayerLayout::Arrow &arrow) {
        return !graph.edges[static_cast<size_t>(arrow.edge)].isOffending;
    });
    return layout;
}

qreal layerHeight(const LayerGraph &graph, qreal boxHeight)
{
    return boxHeight * static_cast<qreal>(2 * rowsOf(graph).size());
}

} // namespace Decayscope
