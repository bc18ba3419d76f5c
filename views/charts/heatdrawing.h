// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shapedrawing.h"

#include <QRectF>

namespace Decayscope {

/// Heat maps: a cell a point, coloured by its value, with its text where that fits. A corner is folded where the point
/// is incomplete; a ✓ in a text stands as a mark in the corner; cells without a point are struck through.
class HeatDrawing final : public ShapeDrawing
{
public:
    using ShapeDrawing::ShapeDrawing;

    void paintBehind(QPainter &painter) const override;
    void paintMarks(QPainter &painter, std::optional<FigureCursor> cursor) const override;
    [[nodiscard]] QPainterPath outline(FigureCursor cursor) const override;
    [[nodiscard]] std::optional<FigureCursor> hit(QPointF at, double reach) const override;

    /// Where a point's cell stands, without the gap to its neighbours.
    [[nodiscard]] QRectF cell(FigureCursor cursor) const;
};

} // namespace Decayscope
