// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shapedrawing.h"

namespace Decayscope {

/// Bars of segments, one bar a category; the share stands inside where it fits.
class StackedDrawing final : public ShapeDrawing
{
public:
    using ShapeDrawing::ShapeDrawing;

    void paintMarks(QPainter &painter, std::optional<FigureCursor> cursor) const override;
    [[nodiscard]] QPainterPath outline(FigureCursor cursor) const override;
    [[nodiscard]] std::optional<FigureCursor> hit(QPointF at, double reach) const override;

private:
    void paintSegments(QPainter &painter, std::size_t series) const;
    void paintShare(QPainter &painter, const QRectF &segment, double share) const;
    [[nodiscard]] QRectF seenSegment(FigureCursor cursor) const; ///< Cut to the panel; may be empty.
};

} // namespace Decayscope
