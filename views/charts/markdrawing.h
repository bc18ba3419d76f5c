// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figurecursor.h"
#include "shapedrawing.h"

namespace Decayscope {

struct FigureReference;

/// Points with markers, interval bars and reference marks: curves, forests, dots and slopes, which differ in where the
/// layout puts them.
class MarkDrawing : public ShapeDrawing
{
public:
    using ShapeDrawing::ShapeDrawing;

    void paintMarks(QPainter &painter, std::optional<FigureCursor> cursor) const override;
    [[nodiscard]] QPainterPath outline(FigureCursor cursor) const override;
    [[nodiscard]] std::optional<FigureCursor> hit(QPointF at, double reach) const override;

private:
    void paintBars(QPainter &painter, std::size_t series) const;
    void paintMarkers(QPainter &painter, std::size_t series) const;
    void paintReference(QPainter &painter, const FigureReference &reference) const;

    /// Whether a mark stands inside its panel: a zoomed figure hides those outside.
    [[nodiscard]] bool isSeen(FigureCursor cursor) const;
};

/// Whether a series steps back because the cursor is on another one.
[[nodiscard]] bool recedes(const FigureLayout &layout, std::size_t series, std::optional<FigureCursor> cursor);

/// How opaque what steps back is.
inline constexpr double recedingOpacity = 0.35;

} // namespace Decayscope
