// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chartview.h"
#include "chartzoom.h"
#include "figurechart.h"

#include <QApplication>
#include <QMouseEvent>
#include <QRubberBand>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace Decayscope {

namespace {

constexpr double reach = 14; ///< How near the mouse must be to a point.

} // namespace

std::optional<FigureCursor> ChartView::markAt(QPoint at) const
{
    return m_chart ? m_chart->drawing().hit(mapToScene(at), reach) : std::nullopt;
}

const SeriesSign *ChartView::nameAt(QPoint at) const
{
    if (!m_chart)
        return nullptr;
    const auto &layout = m_chart->figureLayout();
    for (const auto &place : layout.names()) {
        const auto &sign = layout.signs()[place.sign];
        if (!sign.isReference && place.target().contains(mapToScene(at)))
            return &sign;
    }
    return nullptr;
}

std::size_t ChartView::panelAt(QPointF at) const
{
    const auto &panels = m_chart->figureLayout().panels();
    const auto away = [at](const PanelFrame &frame) {
        const auto from = frame.plot.center() - at;
        return std::hypot(from.x() / frame.plot.width(), from.y() / frame.plot.height());
    };
    return static_cast<std::size_t>(std::distance(panels.begin(), std::ranges::min_element(panels, {}, away)));
}

void ChartView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        m_pressed = event->pos();
}

void ChartView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_pressed && (event->buttons() & Qt::LeftButton))
        dragBand(event->pos());
    else
        hover(event->pos(), event->globalPosition().toPoint());
}

void ChartView::hover(QPoint at, QPoint globalPosition)
{
    const auto *name = nameAt(at);
    const auto hit = name ? std::nullopt : markAt(at);
    viewport()->setCursor(hit || name ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (name) {
        QToolTip::showText(globalPosition,
            name->isHidden ? tr("%1\nClick to show it.").arg(name->name)
                           : tr("%1\nClick to hide it; Shift+H shows all.").arg(name->name),
            this);
        return;
    }
    if (!hit && hasFocus() && !QToolTip::isVisible())
        return; // The keyboard's cursor stays.
    setCursorPoint(hit);
    if (hit)
        showTip(globalPosition);
    else
        QToolTip::hideText();
}

void ChartView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_pressed)
        return;
    if (m_band)
        dropBand();
    else
        click(event->pos());
    m_pressed.reset();
}

void ChartView::click(QPoint at)
{
    if (const auto *name = nameAt(at)) {
        toggle(QString(name->name));
        return;
    }
    if (const auto hit = markAt(at))
        activate(*hit);
}

void ChartView::dragBand(QPoint to)
{
    if (!m_chart || !isZoomable(m_spec))
        return;
    if (!m_band && (to - *m_pressed).manhattanLength() < QApplication::startDragDistance())
        return;
    if (!m_band) {
        m_band = new QRubberBand(QRubberBand::Rectangle, viewport());
        m_band->show();
        QToolTip::hideText();
    }
    m_band->setGeometry(QRect(*m_pressed, to).normalized());
}

void ChartView::dropBand()
{
    const QRectF part = mapToScene(m_band->geometry()).boundingRect();
    delete m_band;
    const auto &frame = m_chart->figureLayout().panels()[panelAt(mapToScene(*m_pressed))];
    const auto &plot = frame.plot;
    // An axis that is hardly dragged along is meant to stay as it is.
    QRectF meant = part;
    constexpr double least = 8;
    if (part.width() < least) {
        meant.setLeft(plot.left());
        meant.setRight(plot.right());
    }
    if (part.height() < least) {
        meant.setTop(plot.top());
        meant.setBottom(plot.bottom());
    }
    if (meant.intersects(plot) && (part.width() >= least || part.height() >= least))
        changeView(framedView(m_view, m_spec, frame, meant), tr("Zoomed in."));
}

void ChartView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (!nameAt(event->pos()) && !markAt(event->pos()))
        showWhole();
}

void ChartView::wheelEvent(QWheelEvent *event)
{
    if (!m_chart || !(event->modifiers() & Qt::ControlModifier) || !isZoomable(m_spec)) {
        event->ignore();
        return;
    }
    constexpr double notch = 120;
    zoom(std::pow(closer, event->angleDelta().y() / notch), mapToScene(event->position().toPoint()));
    event->accept();
}

void ChartView::leaveEvent(QEvent *event)
{
    QGraphicsView::leaveEvent(event);
    if (!hasFocus())
        setCursorPoint({});
}

void ChartView::showTip(QPoint globalPosition)
{
    QToolTip::showText(globalPosition, cursorText(), this);
}

} // namespace Decayscope
