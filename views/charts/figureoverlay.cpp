// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figureoverlay.h"

#include "figurechart.h"
#include "namepainting.h"

#include <QPainter>

namespace Decayscope {

FigureOverlay::FigureOverlay(FigureChart *chart)
    : QGraphicsItem(chart)
    , m_chart(chart)
{
    setZValue(100);
}

QRectF FigureOverlay::boundingRect() const
{
    return m_chart->boundingRect();
}

void FigureOverlay::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(m_chart->figureLayout().style().font);
    m_chart->drawing().paintMarks(*painter, m_chart->cursorPoint());
    paintNames(*painter, m_chart->figureLayout(), m_chart->cursorPoint());
    paintCursor(*painter);
}

void FigureOverlay::paintCursor(QPainter &painter) const
{
    const auto cursor = m_chart->cursorPoint();
    if (!cursor)
        return;
    const auto &style = m_chart->figureLayout().style();
    const auto outline = m_chart->drawing().outline(*cursor);
    // A ring of the ground's colour keeps the cursor seen on any colour.
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(style.ground, style.gap(3.4)));
    painter.drawPath(outline);
    painter.setPen(QPen(style.text, style.gap(1.4)));
    painter.drawPath(outline);
}

} // namespace Decayscope
