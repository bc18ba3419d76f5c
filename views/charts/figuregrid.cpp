// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figuregrid.h"

#include "figurechart.h"

#include <widgets/spacing.h>

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace Decayscope {

namespace {

QString tickText(double value, double step, bool sign)
{
    const int decimals = step >= 1 ? 0 : static_cast<int>(std::ceil(-std::log10(step)));
    const auto text = QLocale().toString(std::abs(value) < step * 1e-6 ? 0.0 : std::abs(value), 'f', decimals);
    if (value < -step * 1e-6)
        return QString(u'−' % text);
    return sign && value > step * 1e-6 ? QString(u'+' % text) : text;
}

QRectF around(QPointF centre, double width, double height)
{
    return {centre.x() - width / 2, centre.y() - height / 2, width, height};
}

} // namespace

FigureGrid::FigureGrid(FigureChart *chart)
    : QGraphicsItem(chart)
    , m_chart(chart)
{
    setZValue(-100);
    setFlag(ItemStacksBehindParent);
}

void FigureGrid::refresh()
{
    prepareGeometryChange();
    update();
}

QRectF FigureGrid::boundingRect() const
{
    return {QPointF(), m_chart->size()};
}

void FigureGrid::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    painter->setFont(m_chart->style().font);
    paintLines(*painter);
    paintZeroLine(*painter);
    paintValueAxis(*painter);
    if (m_chart->spec().shape == FigureShape::Forest)
        paintForestRows(*painter);
    else
        paintCategoryAxis(*painter);
}

void FigureGrid::paintLines(QPainter &painter) const
{
    const auto &layout = m_chart->figureLayout();
    const bool forest = m_chart->spec().shape == FigureShape::Forest;
    const auto plot = layout.plot();
    painter.setPen(QPen(m_chart->style().grid, 1));
    for (const double tick : layout.valueTicks()) {
        const auto at
            = forest ? std::round(layout.position(tick, 0).x()) + 0.5 : std::round(layout.position(0, tick).y()) + 0.5;
        if (forest)
            painter.drawLine(QPointF(at, plot.top()), QPointF(at, plot.bottom()));
        else
            painter.drawLine(QPointF(plot.left(), at), QPointF(plot.right(), at));
    }
}

void FigureGrid::paintValueAxis(QPainter &painter) const
{
    const auto &spec = m_chart->spec();
    const auto &layout = m_chart->figureLayout();
    const bool forest = spec.shape == FigureShape::Forest;
    const auto plot = layout.plot();
    const double line = QFontMetricsF(painter.font()).height();
    painter.setPen(m_chart->style().muted);
    for (const double tick : layout.valueTicks()) {
        const auto text = tickText(tick, layout.valueStep(), spec.x.minimum < 0 && forest);
        if (forest)
            painter.drawText(
                around({layout.position(tick, 0).x(), plot.bottom() + Spacing::tight + line / 2}, 80, line),
                Qt::AlignCenter, text);
        else
            painter.drawText(QRectF(0, layout.position(0, tick).y() - line / 2, plot.left() - Spacing::normal, line),
                Qt::AlignRight | Qt::AlignVCenter, text);
    }
    if (forest)
        painter.drawText(QRectF(plot.left(), plot.bottom() + Spacing::tight * 2 + line, plot.width(), line),
            Qt::AlignCenter, spec.x.title);
    else
        painter.drawText(QRectF(0, 0, m_chart->size().width(), line), Qt::AlignLeft | Qt::AlignTop, spec.y.title);
}

void FigureGrid::paintCategoryAxis(QPainter &painter) const
{
    const auto &axis = m_chart->spec().x;
    const auto &layout = m_chart->figureLayout();
    const double line = QFontMetricsF(painter.font()).height();
    const double width = layout.position(1, 0).x() - layout.position(0, 0).x();
    const QFontMetricsF metrics(painter.font());
    const auto shown = [&](const QString &text) { return metrics.elidedText(text, Qt::ElideRight, width); };
    double y = layout.plot().bottom() + Spacing::normal + line / 2;
    for (qsizetype i = 0; i < axis.categories.size(); ++i) {
        const double x = layout.position(static_cast<double>(i), 0).x();
        painter.setPen(m_chart->style().text);
        painter.drawText(around({x, y}, width, line), Qt::AlignCenter, shown(axis.categories[i]));
        painter.setPen(m_chart->style().muted);
        painter.drawText(around({x, y + line}, width, line), Qt::AlignCenter, shown(axis.subLabels.value(i)));
    }
    y += axis.subLabels.isEmpty() ? line : 2 * line;
    painter.setPen(m_chart->style().muted);
    painter.drawText(around({layout.plot().center().x(), y + Spacing::tight}, layout.plot().width(), line),
        Qt::AlignCenter, axis.title);
}

void FigureGrid::paintForestRows(QPainter &painter) const
{
    const auto &axis = m_chart->spec().y;
    const auto &layout = m_chart->figureLayout();
    const auto plot = layout.plot();
    const QFontMetricsF metrics(painter.font());
    for (qsizetype i = 0; i < axis.categories.size(); ++i) {
        const double y = layout.position(0, static_cast<double>(i)).y();
        const QRectF left(0, y - metrics.height() / 2, plot.left() - Spacing::normal, metrics.height());
        painter.setPen(m_chart->style().text);
        painter.drawText(left, Qt::AlignLeft | Qt::AlignVCenter,
            metrics.elidedText(axis.categories[i], Qt::ElideRight, left.width()));
        painter.setPen(m_chart->style().muted);
        const QRectF right(plot.right() + Spacing::normal, left.y(),
            m_chart->size().width() - plot.right() - Spacing::normal, left.height());
        painter.drawText(right, Qt::AlignLeft | Qt::AlignVCenter, axis.subLabels.value(i));
    }
}

void FigureGrid::paintZeroLine(QPainter &painter) const
{
    const auto &spec = m_chart->spec();
    const auto &layout = m_chart->figureLayout();
    painter.setPen(QPen(m_chart->style().muted, 1));
    if (spec.x.zeroLine) {
        const double x = layout.position(0, 0).x();
        painter.drawLine(QPointF(x, layout.plot().top()), QPointF(x, layout.plot().bottom()));
    }
    if (spec.y.zeroLine) {
        const double y = layout.position(0, 0).y();
        painter.drawLine(QPointF(layout.plot().left(), y), QPointF(layout.plot().right(), y));
    }
}

} // namespace Decayscope
