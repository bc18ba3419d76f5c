// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QGraphicsItem>

namespace Decayscope {

class FigureChart;

/// What stands above the curves and Qt Charts has no element for: interval bars, markers full and hollow, reference
/// marks, direct labels with leaders, and the cursor.
class FigureOverlay final : public QGraphicsItem
{
public:
    explicit FigureOverlay(FigureChart *chart);

    void refresh();
    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    void paintBars(QPainter &painter, std::size_t series) const;
    void paintMarkers(QPainter &painter, std::size_t series) const;
    void paintSegments(QPainter &painter, std::size_t series) const;
    void paintSegmentText(QPainter &painter, const QRectF &segment, double share) const;
    void paintReferences(QPainter &painter) const;
    void paintLabels(QPainter &painter) const;
    void paintCursor(QPainter &painter) const;

    [[nodiscard]] bool recedes(std::size_t series) const;

    const FigureChart *m_chart;
};

} // namespace Decayscope
