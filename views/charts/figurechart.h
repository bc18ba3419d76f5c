// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figurelayout.h"
#include "shapedrawing.h"

#include <QGraphicsItem>

namespace Decayscope {

class FigureOverlay;
class PanelCurves;

/// A figure as a scene item of a fixed size: grid below, lines and bands by Qt Charts, marks and names above. Shared by
/// the screen and by whoever paints figures elsewhere.
class FigureChart final : public QGraphicsItem
{
public:
    /// `signs` as in FigureLayout.
    FigureChart(FigureSpec spec, const ChartStyle &style, QSizeF size, const std::vector<SeriesSign> &signs = {});
    ~FigureChart() override;

    [[nodiscard]] const FigureSpec &spec() const { return m_spec; }
    [[nodiscard]] const FigureLayout &figureLayout() const { return m_layout; }
    [[nodiscard]] const ShapeDrawing &drawing() const { return *m_drawing; }

    /// The mark that is under the mouse or the keyboard's cursor; its series comes forward.
    void setCursor(std::optional<FigureCursor> cursor);
    [[nodiscard]] std::optional<FigureCursor> cursorPoint() const { return m_cursor; }

    /// The middle of a mark.
    [[nodiscard]] QPointF placeOf(FigureCursor cursor) const;

    [[nodiscard]] QRectF boundingRect() const override { return m_layout.bounds(); }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    const FigureSpec m_spec;
    const FigureLayout m_layout;
    std::unique_ptr<ShapeDrawing> m_drawing;
    std::vector<PanelCurves *> m_curves; ///< Owned by the item, as its children.
    FigureOverlay *m_overlay;
    std::optional<FigureCursor> m_cursor;
};

} // namespace Decayscope
