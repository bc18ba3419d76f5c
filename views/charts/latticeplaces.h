// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figurecursor.h"

#include <QFont>
#include <QLineF>
#include <QRectF>

#include <optional>
#include <vector>

namespace Decayscope {

class FigureLayout;

/// A node's box and the words in it.
struct LatticeBox
{
    FigureCursor cursor;
    int panel = 0;
    QRectF rect;
};

/// An edge between the sides of two boxes.
struct LatticeArrow
{
    FigureCursor cursor;
    int panel = 0;
    QLineF line; ///< From fewer constraints to more.
    double value = 0;
    std::optional<QRectF> text; ///< Where its value is written; nothing where there is no room.
};

/// Where everything of a lattice stands; pure arithmetic over a layout.
class LatticePlaces
{
public:
    explicit LatticePlaces(const FigureLayout &layout);

    [[nodiscard]] const std::vector<LatticeBox> &boxes() const { return m_boxes; }
    [[nodiscard]] const std::vector<LatticeArrow> &arrows() const { return m_arrows; }
    [[nodiscard]] const LatticeBox *boxOf(FigureCursor cursor) const; ///< Null for an edge.
    [[nodiscard]] const LatticeArrow *arrowOf(FigureCursor cursor) const; ///< Null for a node.

    /// Whether an edge begins or ends at a node.
    [[nodiscard]] static bool touches(const LatticeArrow &arrow, const LatticeBox &box);

    [[nodiscard]] const QFont &nodeFont() const { return m_nodeFont; }
    [[nodiscard]] const QFont &edgeFont() const { return m_edgeFont; }
    [[nodiscard]] int linesOfNodes() const { return m_lines; } ///< How many lines of a node's text fit.

    /// How wide an edge is drawn: wider for greater values.
    [[nodiscard]] double widthOf(double value) const;

private:
    /// The distances of neighbours in a panel, in the painter's units.
    struct Grid
    {
        double across = 0;
        double down = 0;
    };

    [[nodiscard]] Grid grid() const;
    void chooseNodes(const Grid &grid);
    void placeBoxes();
    void placeArrows();
    void spreadPorts(bool atEnd);
    void placeTexts(const Grid &grid);
    [[nodiscard]] std::optional<QRectF> textPlace(const LatticeArrow &arrow, QSizeF size) const;
    [[nodiscard]] std::optional<std::size_t> boxAt(int panel, QPointF centre) const;

    const FigureLayout &m_layout;
    bool m_isUpright = true; ///< Constraints grow downwards, else to the right.
    double m_greatest = 0; ///< Of the values of edges, without sign.
    QSizeF m_boxSize;
    int m_lines = 0;
    QFont m_nodeFont;
    QFont m_edgeFont;
    std::vector<LatticeBox> m_boxes;
    std::vector<LatticeArrow> m_arrows;
};

} // namespace Decayscope
