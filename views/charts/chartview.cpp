// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chartview.h"

#include "chartzoom.h"
#include "figurechart.h"
#include "figurewalk.h"
#include "marknames.h"

#include <widgets/spacing.h>

#include <QAccessible>
#include <QGraphicsScene>
#include <QPainter>
#include <QRubberBand>
#include <QToolTip>

#include <algorithm>

namespace Decayscope {

ChartView::ChartView(QWidget *parent)
    : QGraphicsView(parent)
    , m_overlay(new StateOverlay(this))
{
    setScene(new QGraphicsScene(this));
    scene()->setItemIndexMethod(QGraphicsScene::NoIndex);
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
    if (spec.name != m_spec.name)
        m_view = {};
    m_spec = spec;
    setAccessibleName(spec.title.isEmpty() ? tr("Chart") : spec.title);
    setAccessibleDescription(spec.summary);
    m_overlay->setState(ViewState::ready());
    rebuild();
}

void ChartView::setView(const FigureView &view)
{
    if (view == m_view)
        return;
    m_view = view;
    rebuild();
}

QString ChartView::cursorText() const
{
    const auto cursor = cursorNow();
    if (!cursor)
        return {};
    const auto &spec = m_chart->spec();
    return markTitle(spec, *cursor) % u'\n' % spec.series[cursor->series].points[cursor->point].detail;
}

QPoint ChartView::placeOf(std::size_t series, std::size_t point) const
{
    if (!m_chart)
        return {};
    const auto cursor = markNamed(m_chart->spec(), markNameOf(m_spec, {series, point}));
    return cursor ? mapFromScene(m_chart->placeOf(*cursor)) : QPoint();
}

QPoint ChartView::placeOfName(const QString &series) const
{
    if (!m_chart)
        return {};
    const auto &layout = m_chart->figureLayout();
    const auto found = std::ranges::find_if(
        layout.names(), [&](const NamePlace &place) { return layout.signs()[place.sign].name == series; });
    return found == layout.names().end() ? QPoint() : mapFromScene(found->target().center());
}

void ChartView::rebuild()
{
    const auto cursor = cursorNow();
    const auto name = cursor ? std::optional(markNameOf(m_chart->spec(), *cursor)) : std::nullopt;
    scene()->clear();
    const QSizeF size = viewport()->size();
    scene()->setSceneRect(QRectF({}, size));
    m_chart = new FigureChart(
        seenFigure(m_spec, m_view), ChartStyle::of(palette(), font()), size, signsOf(m_spec, m_view.hidden));
    scene()->addItem(m_chart);
    if (name)
        m_chart->setCursor(markNamed(m_chart->spec(), *name));
}

std::optional<FigureCursor> ChartView::cursorNow() const
{
    return m_chart ? m_chart->cursorPoint() : std::nullopt;
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

void ChartView::drawForeground(QPainter *painter, const QRectF &)
{
    if (!m_chart)
        return;
    if (m_view.x || m_view.y)
        paintHint(*painter);
    if (!hasFocus())
        return;
    painter->setPen(QPen(palette().color(QPalette::Highlight), 1));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(sceneRect().adjusted(0.5, 0.5, -1.5, -1.5));
}

void ChartView::paintHint(QPainter &painter) const
{
    const auto &style = m_chart->figureLayout().style();
    const auto text = tr("Zoomed · Esc shows all");
    painter.setFont(style.font);
    const QFontMetricsF metrics(style.font);
    const QSizeF size(metrics.horizontalAdvance(text) + Spacing::wide, metrics.height() + Spacing::tight);
    const QRectF box(QPointF(sceneRect().right() - size.width() - Spacing::tight, Spacing::tight), size);
    painter.setPen(QPen(style.focus, 1));
    painter.setBrush(style.ground);
    painter.drawRoundedRect(box, Spacing::radius, Spacing::radius);
    painter.setPen(style.text);
    painter.drawText(box, Qt::AlignCenter, text);
}

void ChartView::zoom(double factor, QPointF about)
{
    const auto &frame = m_chart->figureLayout().panels()[panelAt(about)];
    changeView(zoomedView(m_view, m_spec, frame, about, factor), factor < 1 ? tr("Zoomed in.") : tr("Zoomed out."));
}

void ChartView::showWhole()
{
    changeView({.hidden = m_view.hidden, .x = {}, .y = {}}, tr("The whole figure is shown."));
}

void ChartView::toggle(const QString &series)
{
    auto view = m_view;
    const bool wasHidden = view.hidden.removeAll(series) > 0;
    if (!wasHidden)
        view.hidden << series;
    changeView(view, wasHidden ? tr("%1 is shown.").arg(series) : tr("%1 is hidden.").arg(series));
}

void ChartView::changeView(const FigureView &view, const QString &said)
{
    if (view == m_view)
        return;
    QToolTip::hideText();
    setView(view);
    say(said);
    emit viewChanged(m_view);
}

void ChartView::setCursorPoint(std::optional<FigureCursor> cursor)
{
    if (!m_chart || m_chart->cursorPoint() == cursor)
        return;
    m_chart->setCursor(cursor);
    say(cursorText());
}

void ChartView::say(const QString &words)
{
    if (words.isEmpty())
        return;
    setAccessibleDescription(words);
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

void ChartView::activate(FigureCursor cursor)
{
    QToolTip::hideText();
    const auto &spec = m_chart->spec();
    // The receiver may show another figure at once.
    const auto runs = spec.series[cursor.series].points[cursor.point].runs;
    emit pointActivated(runs, markTitle(spec, cursor));
}

} // namespace Decayscope
