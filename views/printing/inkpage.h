// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QBrush>
#include <QFont>
#include <QImage>
#include <QPainterPath>
#include <QPen>
#include <QPolygonF>
#include <QSizeF>

#include <vector>

namespace Decayscope {

enum class InkKind : quint8 {
    Shape, ///< A path that is filled, outlined or both.
    Text, ///< `path` holds the outlines of its glyphs.
    Picture ///< `picture` fills `box`.
};

/// One thing that was painted on a page. Places, widths and sizes are in points from the page's upper left corner.
struct InkMark
{
    InkKind kind = InkKind::Shape;
    QPainterPath path;
    QPen pen; ///< Qt::NoPen: not outlined. A width of 0 is the thinnest line the device has.
    QBrush brush;
    double opacity = 1; ///< On top of the colours' own.
    QPainterPath clip; ///< Empty: not clipped.
    QString text;
    QFont font; ///< As painted; its size counts in the painter's units.
    double textSize = 0; ///< Points.
    QPolygonF box; ///< Of texts and pictures: the four corners, slanted where the text is.
    QImage picture;

    /// What is seen of it: with the outline's width and within the clip.
    [[nodiscard]] QRectF extent() const;
};

/// A page as it was painted, from the first mark to the last.
struct InkPage
{
    QSizeF size; ///< Points.
    std::vector<InkMark> marks;
};

} // namespace Decayscope
