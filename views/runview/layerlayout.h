// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/layergraph.h>

#include <QPainterPath>
#include <QRectF>

#include <vector>

namespace Decayscope {

/// Where the layers and imports of a project are drawn.
struct LayerLayout
{
    struct Box
    {
        int node = 0; ///< Index into the graph's nodes.
        QRectF rect;
    };
    struct Arrow
    {
        int edge = 0; ///< Index into the graph's edges.
        QPainterPath path;
        QPointF label; ///< The middle of its number.
    };

    std::vector<Box> boxes; ///< Highest rank first.
    std::vector<Arrow> arrows; ///< Offending ones last, to be drawn on top.
};

/// Lays the graph out in rows, one a rank, in an area so wide. Imports down to the next row go straight, further ones
/// pass at the right, those that go up at the left. Edges to nodes that do not exist are left out; so is what is
/// beyond sixty layers.
[[nodiscard]] LayerLayout layerLayout(const LayerGraph &graph, qreal width, qreal boxHeight);

/// How high the drawing gets.
[[nodiscard]] qreal layerHeight(const LayerGraph &graph, qreal boxHeight);

} // namespace Decayscope
