// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QGraphicsItem>

namespace Decayscope {

class FigureChart;

/// What lies behind the curves: grid lines, tick texts, categories with counts, axis titles, the zero line.
class FigureGrid final : public QGraphicsItem
{
public:
    explicit FigureGrid(FigureChart *chart);

    void refresh();
    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    void paintLines(QPainter &painter) const;
    void paintValueAxis(QPainter &painter) const;
    void paintCategoryAxis(QPainter &painter) const;
    void paintForestRows(QPainter &painter) const;
    void paintZeroLine(QPainter &painter) const;

    const FigureChart *m_chart;
};

} // namespace Decayscope
