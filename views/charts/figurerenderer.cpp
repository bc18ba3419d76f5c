// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figurerenderer.h"

#include "figurechart.h"

#include <QGraphicsScene>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace Decayscope {

namespace {

/// Fonts have whole sizes: on paper they are set so many units high at least, and scaled down exactly.
constexpr double fineText = 120;

double finenessOf(const ChartStyle &style)
{
    const double smallest = std::min(style.textSize, style.tickSize);
    return style.onPaper && smallest > 0 ? std::max(1.0, std::ceil(fineText / smallest)) : 1.0;
}

} // namespace

void renderFigure(QPainter &painter, const QRectF &rect, const FigureSpec &spec, const ChartStyle &style)
{
    const double fineness = finenessOf(style);
    const QRectF source(QPointF(), rect.size() * fineness);
    QGraphicsScene scene;
    scene.setItemIndexMethod(QGraphicsScene::NoIndex);
    scene.setSceneRect(source);
    scene.addItem(new FigureChart(spec, fineness > 1 ? style.finer(fineness) : style, source.size()));
    painter.fillRect(rect, style.ground);
    painter.setRenderHint(QPainter::Antialiasing);
    scene.render(&painter, rect, source);
}

} // namespace Decayscope
