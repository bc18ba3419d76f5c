// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QGraphicsItem>

namespace Decayscope {

class FigureChart;

/// What stands above the curves: marks, names with their leaders and samples, and the cursor.
class FigureOverlay final : public QGraphicsItem
{
public:
    explicit FigureOverlay(FigureChart *chart);

    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    void paintCursor(QPainter &painter) const;

    const FigureChart *m_chart;
};

} // namespace Decayscope
