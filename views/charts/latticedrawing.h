// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "latticeplaces.h"
#include "shapedrawing.h"

namespace Decayscope {

/// Constraint lattices: a variant is a box coloured by its value, a constraint added an arrow coloured by the
/// difference it makes, the wider the greater; its head is open where the difference is above 0.
class LatticeDrawing final : public ShapeDrawing
{
public:
    explicit LatticeDrawing(const FigureLayout &layout);

    void paintBehind(QPainter &painter) const override;
    void paintMarks(QPainter &painter, std::optional<FigureCursor> cursor) const override;
    [[nodiscard]] QPainterPath outline(FigureCursor cursor) const override;
    [[nodiscard]] std::optional<FigureCursor> hit(QPointF at, double reach) const override;

private:
    void paintArrows(QPainter &painter, std::optional<FigureCursor> cursor) const;
    void paintArrowText(QPainter &painter, const LatticeArrow &arrow) const;
    void paintBox(QPainter &painter, const LatticeBox &box) const;

    const LatticePlaces m_places; ///< Finding room for texts takes too long for every move of the mouse.
};

} // namespace Decayscope
