// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chartview.h"
#include "chartzoom.h"
#include "figurechart.h"
#include "figurewalk.h"
#include "marknames.h"
#include "shapetraits.h"

#include <QFocusEvent>
#include <QToolTip>

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

constexpr double panStep = 0.15; ///< Of what is seen.

struct Walk
{
    Qt::Key key;
    WalkStep step;
    int right; ///< What it pans with Shift.
    int up;
};

constexpr std::array<Walk, 6> walks{{{Qt::Key_Left, WalkStep::Left, -1, 0}, {Qt::Key_Right, WalkStep::Right, 1, 0},
    {Qt::Key_Up, WalkStep::Up, 0, 1}, {Qt::Key_Down, WalkStep::Down, 0, -1}, {Qt::Key_Home, WalkStep::First, 0, 0},
    {Qt::Key_End, WalkStep::Last, 0, 0}}};

const Walk *walkOf(int key)
{
    const auto found = std::ranges::find(walks, key, [](const Walk &walk) { return static_cast<int>(walk.key); });
    return found == walks.end() ? nullptr : &*found;
}

} // namespace

bool ChartView::event(QEvent *event)
{
    // The chart's own keys walk and zoom instead of scrolling, leaving the view or calling commands of the window.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *pressed = static_cast<QKeyEvent *>(event);
        if (isHandled(pressed->key(), pressed->modifiers() & ~Qt::KeypadModifier)) {
            event->accept();
            return true;
        }
    }
    return QGraphicsView::event(event);
}

void ChartView::keyPressEvent(QKeyEvent *event)
{
    if (!m_chart || !handleKey(event->key(), event->modifiers() & ~Qt::KeypadModifier))
        QGraphicsView::keyPressEvent(event);
}

bool ChartView::isHandled(int key, Qt::KeyboardModifiers modifiers) const
{
    const bool isPlain = modifiers == Qt::NoModifier || modifiers == Qt::ShiftModifier;
    if (!m_chart || !isPlain)
        return false;
    if (key == Qt::Key_Escape)
        return m_view.x || m_view.y || cursorNow();
    const bool isZoom = key == Qt::Key_Plus || key == Qt::Key_Minus || key == Qt::Key_0 || key == Qt::Key_Equal;
    return walkOf(key) || key == Qt::Key_H || (isZoom && isZoomable(m_spec));
}

bool ChartView::handleKey(int key, Qt::KeyboardModifiers modifiers)
{
    const auto cursor = cursorNow();
    if ((key == Qt::Key_Return || key == Qt::Key_Enter) && cursor) {
        activate(*cursor);
        return true;
    }
    return isHandled(key, modifiers) && handleLetters(key, modifiers);
}

bool ChartView::handleLetters(int key, Qt::KeyboardModifiers modifiers)
{
    const bool isShifted = modifiers == Qt::ShiftModifier;
    switch (key) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomAtCursor(closer);
        return true;
    case Qt::Key_Minus:
        zoomAtCursor(1 / closer);
        return true;
    case Qt::Key_0:
        showWhole();
        return true;
    case Qt::Key_H:
        if (isShifted)
            changeView({.hidden = {}, .x = m_view.x, .y = m_view.y}, tr("All series are shown."));
        else
            hideCursorSeries();
        return true;
    case Qt::Key_Escape:
        showWhole();
        setCursorPoint({});
        QToolTip::hideText();
        return true;
    default:
        if (isShifted)
            pan(key);
        else
            walk(key);
        return true;
    }
}

void ChartView::focusOutEvent(QFocusEvent *event)
{
    QGraphicsView::focusOutEvent(event);
    // A tool tip or another window may take the focus for a while; the reader comes back to the same point.
    if (event->reason() != Qt::ActiveWindowFocusReason && event->reason() != Qt::PopupFocusReason)
        setCursorPoint({});
}

void ChartView::walk(int key)
{
    const auto to = walked(*m_chart, cursorNow(), walkOf(key)->step);
    if (!to)
        return;
    setCursorPoint(to);
    showTip(viewport()->mapToGlobal(mapFromScene(m_chart->placeOf(*to))));
}

void ChartView::pan(int key)
{
    const auto *step = walkOf(key);
    const auto cursor = cursorNow();
    const auto &layout = m_chart->figureLayout();
    const auto &frame = cursor ? layout.frameOf(cursor->series) : layout.panels().front();
    changeView(pannedView(m_view, m_spec, frame, step->right * panStep, step->up * panStep), {});
}

void ChartView::zoomAtCursor(double factor)
{
    const auto cursor = cursorNow();
    zoom(factor, cursor ? m_chart->placeOf(*cursor) : m_chart->figureLayout().plot().center());
}

void ChartView::hideCursorSeries()
{
    const auto cursor = cursorNow();
    // Where no legend would bring it back, a series stays.
    if (!cursor || !traitsOf(m_spec.shape).hasNames)
        return;
    const auto to = markNameOf(m_chart->spec(), *cursor);
    toggle(to.series);
    const auto &left = m_chart->spec().series;
    if (cursor->series < left.size() && to.point < left[cursor->series].points.size())
        setCursorPoint(FigureCursor{.series = cursor->series, .point = to.point});
}

} // namespace Decayscope
