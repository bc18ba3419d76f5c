// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figurerenderer.h"

#include "figurechart.h"

#include <QGraphicsScene>
#include <QPainter>

namespace Decayscope {

void renderFigure(QPainter &painter, const QRectF &rect, const FigureSpec &spec, const ChartStyle &style)
{
    QGraphicsScene scene;
    auto *chart = new FigureChart(spec, style); // Owned by the scene.
    scene.addItem(chart);
    chart->layOut(rect.size());
    const QRectF source({}, rect.size());
    scene.setSceneRect(source);
    painter.fillRect(rect, style.ground);
    painter.setRenderHint(QPainter::Antialiasing);
    scene.render(&painter, rect, source);
}

} // namespace Decayscope
