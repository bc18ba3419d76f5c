// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPainterPath>

#include <memory>
#include <optional>

class QPainter;

namespace Decayscope {

class FigureLayout;
struct FigureCursor;

/// How the marks of one shape of figure are drawn and found; one row of a table of shapes. It holds no state: all it
/// knows stands in the layout, which gives spec, style and panels and outlives it.
class ShapeDrawing
{
public:
    explicit ShapeDrawing(const FigureLayout &layout)
        : m_layout(layout)
    { }
    virtual ~ShapeDrawing() = default;
    Q_DISABLE_COPY_MOVE(ShapeDrawing)

    /// What lies under curves and marks, beyond the grid that all shapes share.
    virtual void paintBehind(QPainter &painter) const { Q_UNUSED(painter) }

    /// All marks with their intervals and texts; series other than the cursor's step back where there is one.
    virtual void paintMarks(QPainter &painter, std::optional<FigureCursor> cursor) const = 0;

    /// Around a mark, in the layout's units: where it is found by the mouse and ringed by the cursor.
    [[nodiscard]] virtual QPainterPath outline(FigureCursor cursor) const = 0;

    /// The mark that is meant by a place: the one that holds it, or the nearest within reach.
    [[nodiscard]] virtual std::optional<FigureCursor> hit(QPointF at, double reach) const = 0;

protected:
    [[nodiscard]] const FigureLayout &layout() const { return m_layout; }

private:
    const FigureLayout &m_layout;
};

/// The drawing of the layout's shape. Never null.
[[nodiscard]] std::unique_ptr<ShapeDrawing> makeShapeDrawing(const FigureLayout &layout);

} // namespace Decayscope
