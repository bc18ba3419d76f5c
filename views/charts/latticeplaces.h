// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figurecursor.h"

#include <QFont>
#include <QLineF>
#include <QRectF>
#include <QStringList>

#include <array>
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

    /// What is written in a node: its name and value in two lines or one, its name, or nothing; as all of them fit.
    [[nodiscard]] QStringList wordsOf(const QString &text) const;

    /// How wide an edge is drawn: wider for greater values.
    [[nodiscard]] double widthOf(double value) const;

private:
    enum class Words : quint8 { Lines, Line, Name, None };

    /// Texts may be smaller than the tick font, but never by more than a quarter.
    static constexpr std::array fontFactors{1.0, 0.92, 0.84, 0.76};

    /// The distances of neighbours in a panel, in the painter's units.
    struct Grid
    {
        double across = 0;
        double down = 0;
    };

    [[nodiscard]] static QStringList wordsAs(Words words, const QString &text);
    [[nodiscard]] Grid grid() const;
    void chooseNodes(const Grid &grid);
    [[nodiscard]] std::optional<QSizeF> boxSize(const QFont &font, Words words, QSizeF most) const;
    void placeBoxes();
    void placeArrows();
    void spreadPorts(bool atEnd);
    std::size_t placeTexts(const QFont &font);
    void chooseTexts();
    [[nodiscard]] std::optional<QRectF> textPlace(const LatticeArrow &arrow, QSizeF size) const;
    [[nodiscard]] std::optional<std::size_t> boxAt(int panel, QPointF centre) const;

    const FigureLayout &m_layout;
    bool m_isUpright = true; ///< Constraints grow downwards, else to the right.
    double m_greatest = 0; ///< Of the values of edges, without sign.
    QSizeF m_boxSize;
    Words m_words = Words::None;
    double m_widest = 1; ///< Of edges.
    QFont m_nodeFont;
    QFont m_edgeFont;
    std::vector<LatticeBox> m_boxes;
    std::vector<LatticeArrow> m_arrows;
};

} // namespace Decayscope
