// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chartview.h"

#include "figurechart.h"

#include <QAccessible>
#include <QFocusEvent>
#include <QGraphicsScene>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace Decayscope {

namespace {

constexpr double reach = 14; ///< How near the mouse must be to a point.

std::size_t stepped(std::size_t from, int by, std::size_t count)
{
    const auto last = static_cast<qint64>(count) - 1;
    return static_cast<std::size_t>(std::clamp(static_cast<qint64>(from) + by, qint64{0}, last));
}

} // namespace

ChartView::ChartView(QWidget *parent)
    : QGraphicsView(parent)
    , m_overlay(new StateOverlay(this))
{
    setScene(new QGraphicsScene(this));
    setFrameShape(QFrame::NoFrame);
    setBackgroundRole(QPalette::Base);
    setRenderHint(QPainter::Antialiasing);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    setMinimumSize(240, 160);
    setAccessibleName(tr("Chart"));
    viewport()->setAccessibleName(tr("Chart"));
}

ChartView::~ChartView() = default;

void ChartView::setFigure(const FigureSpec &spec)
{
    m_spec = spec;
    setAccessibleName(spec.title.isEmpty() ? tr("Chart") : spec.title);
    setAccessibleDescription(spec.summary);
    m_overlay->setState(ViewState::ready());
    rebuild();
}

QString ChartView::cursorText() const
{
    const auto cursor = m_chart ? m_chart->cursorPoint() : std::nullopt;
    return cursor ? QString(titleOf(*cursor) % u'\n' % m_spec.series[cursor->series].points[cursor->point].detail)
                  : QString();
}

QPoint ChartView::placeOf(std::size_t series, std::size_t point) const
{
    return m_chart ? mapFromScene(m_chart->placeOf({series, point})) : QPoint();
}

void ChartView::rebuild()
{
    const auto cursor = m_chart ? m_chart->cursorPoint() : std::nullopt;
    scene()->clear();
    const QSizeF size = viewport()->size();
    scene()->setSceneRect(QRectF({}, size));
    m_chart = new FigureChart(m_spec, ChartStyle::of(palette(), font()), size);
    scene()->addItem(m_chart);
    if (cursor && cursor->series < m_spec.series.size() && cursor->point < m_spec.series[cursor->series].points.size())
        m_chart->setCursor(cursor);
}

bool ChartView::event(QEvent *event)
{
    // The arrow keys walk over the points instead of scrolling or leaving the view.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto key = static_cast<QKeyEvent *>(event)->key();
        if (key >= Qt::Key_Left && key <= Qt::Key_Down
            && static_cast<QKeyEvent *>(event)->modifiers() == Qt::NoModifier) {
            event->accept();
            return true;
        }
    }
    return QGraphicsView::event(event);
}

void ChartView::changeEvent(QEvent *event)
{
    QGraphicsView::changeEvent(event);
    if (m_chart && (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange))
        rebuild();
}

void ChartView::resizeEvent(QResizeEvent *event)
{
    QGraphicsView::resizeEvent(event);
    if (m_chart)
        rebuild();
}

void ChartView::mouseMoveEvent(QMouseEvent *event)
{
    const auto hit = m_chart ? m_chart->drawing().hit(mapToScene(event->pos()), reach) : std::nullopt;
    if (!hit && hasFocus() && !QToolTip::isVisible())
        return; // The keyboard's cursor stays.
    setCursorPoint(hit);
    viewport()->setCursor(hit ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (hit)
        showTip(event->globalPosition().toPoint());
    else
        QToolTip::hideText();
}

void ChartView::mouseReleaseEvent(QMouseEvent *event)
{
    const auto hit = m_chart ? m_chart->drawing().hit(mapToScene(event->pos()), reach) : std::nullopt;
    if (hit && event->button() == Qt::LeftButton)
        activate(*hit);
}

void ChartView::leaveEvent(QEvent *event)
{
    QGraphicsView::leaveEvent(event);
    if (!hasFocus())
        setCursorPoint({});
}

void ChartView::keyPressEvent(QKeyEvent *event)
{
    const auto cursor = m_chart ? m_chart->cursorPoint() : std::nullopt;
    switch (event->key()) {
    case Qt::Key_Left:
        moveCursor(0, -1);
        return;
    case Qt::Key_Right:
        moveCursor(0, 1);
        return;
    case Qt::Key_Up:
        moveCursor(-1, 0);
        return;
    case Qt::Key_Down:
        moveCursor(1, 0);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (cursor)
            activate(*cursor);
        return;
    case Qt::Key_Escape:
        setCursorPoint({});
        QToolTip::hideText();
        return;
    default:
        QGraphicsView::keyPressEvent(event);
    }
}

void ChartView::focusOutEvent(QFocusEvent *event)
{
    QGraphicsView::focusOutEvent(event);
    // A tool tip or another window may take the focus for a while; the reader comes back to the same point.
    if (event->reason() != Qt::ActiveWindowFocusReason && event->reason() != Qt::PopupFocusReason)
        setCursorPoint({});
}

void ChartView::drawForeground(QPainter *painter, const QRectF &)
{
    if (!hasFocus() || !m_chart)
        return;
    painter->setPen(QPen(palette().color(QPalette::Highlight), 1));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(sceneRect().adjusted(0.5, 0.5, -1.5, -1.5));
}

void ChartView::moveCursor(int series, int point)
{
    if (!m_chart || m_spec.series.empty())
        return;
    const auto from = m_chart->cursorPoint();
    FigureCursor to = from.value_or(FigureCursor{});
    if (from) {
        to.series = stepped(to.series, series, m_spec.series.size());
        to.point = stepped(to.point, point, m_spec.series[to.series].points.size());
    }
    if (m_spec.series[to.series].points.empty())
        return;
    setCursorPoint(to);
    showTip(viewport()->mapToGlobal(mapFromScene(m_chart->placeOf(to))));
}

void ChartView::setCursorPoint(std::optional<FigureCursor> cursor)
{
    if (!m_chart || m_chart->cursorPoint() == cursor)
        return;
    m_chart->setCursor(cursor);
    if (!cursor)
        return;
    setAccessibleDescription(cursorText());
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

void ChartView::activate(FigureCursor cursor)
{
    QToolTip::hideText();
    emit pointActivated(m_spec.series[cursor.series].points[cursor.point].runs, titleOf(cursor));
}

void ChartView::showTip(QPoint globalPosition)
{
    QToolTip::showText(globalPosition, cursorText(), this);
}

QString ChartView::titleOf(FigureCursor cursor) const
{
    const auto &series = m_spec.series[cursor.series];
    const auto &point = series.points[cursor.point];
    const bool forest = m_spec.shape == FigureShape::Forest;
    const auto category = (forest ? m_spec.y : m_spec.x).categories.value(qRound(forest ? point.y : point.x));
    QStringList words{series.name, category};
    words.removeAll(QString());
    return words.join(u" · ");
}

} // namespace Decayscope
