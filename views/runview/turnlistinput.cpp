// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ansitext.h"
#include "turnlistarea.h"

#include <QAccessible>
#include <QClipboard>
#include <QDrag>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyleHints>
#include <QVariantAnimation>

#include <algorithm>

namespace Decayscope {

namespace {

constexpr int linesPerStep = 3;
constexpr int unitsPerWheelStep = 120;

} // namespace

void TurnListArea::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    for (const auto &row : m_rows) {
        const auto held = m_held.find(row.turn);
        if (held == m_held.end() || !held->second.layout)
            continue;
        painter.save();
        painter.translate(0, row.y);
        held->second.layout->paint(painter, QRectF(event->rect()).translated(0, -row.y),
            {.isCurrent = row.turn == m_current,
                .hasFocus = hasFocus(),
                .selection = row.turn == m_selectedTurn ? m_selection : TurnSelection{}});
        painter.restore();
    }
    if (m_rows.empty()) {
        painter.setPen(m_look.muted);
        painter.drawText(viewport()->rect(), Qt::AlignCenter,
            count() == 0 ? tr("This run has no turns.") : tr("All turns are hidden."));
    }
}

void TurnListArea::resizeEvent(QResizeEvent *event)
{
    if (event->oldSize().width() != event->size().width())
        forgetLayouts();
    place();
}

void TurnListArea::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() != QEvent::FontChange && event->type() != QEvent::PaletteChange)
        return;
    auto look = makeLook();
    if (look == m_look)
        return;
    m_look = std::move(look);
    forgetLayouts();
    place();
}

/// Selects without scrolling. A hidden turn is shown while it is current.
void TurnListArea::makeCurrent(int turn)
{
    const int before = m_current;
    m_current = turn;
    if (before >= 0 && before < count() && !isTurnShown(before))
        m_heights.set(before, 0);
    if (m_heights.at(turn) == 0)
        laidOut(turn);
    if (m_heights.at(turn) == 0)
        m_heights.set(turn, laidOut(turn).height());
    if (before == turn)
        return;
    if (m_selectedTurn != turn)
        m_selection = {};
    viewport()->update();
    QAccessibleEvent focused(this, QAccessible::Focus);
    focused.setChild(turn);
    QAccessible::updateAccessibility(&focused);
    emit currentTurnChanged(turn);
}

void TurnListArea::setCurrentTurn(int turn)
{
    if (count() == 0)
        return;
    makeCurrent(std::clamp(turn, 0, count() - 1));
    bringIntoView(m_current);
}

void TurnListArea::step(int step)
{
    if (m_current < 0)
        return;
    const int next = neighbour(m_current, step);
    if (next >= 0)
        setCurrentTurn(next);
}

void TurnListArea::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        return;
    }
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::ShiftModifier)) {
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    const int page = viewport()->height() - 2 * m_look.lineHeight;
    switch (event->key()) {
    case Qt::Key_Down:
        return moveDown();
    case Qt::Key_Up:
        return moveUp();
    case Qt::Key_PageDown:
        return scrollCalmlyBy(page);
    case Qt::Key_PageUp:
        return scrollCalmlyBy(-page);
    case Qt::Key_Home:
        return setCurrentTurn(0);
    case Qt::Key_End:
        return setCurrentTurn(count() - 1);
    case Qt::Key_Space:
        return toggleFold();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return followMainLink();
    default:
        event->ignore();
    }
}

/// Reads on: through a turn that is taller than the viewport, then to the next one.
void TurnListArea::moveDown()
{
    const auto rect = visualRect(m_current);
    if (!rect.isEmpty() && rect.bottom() >= viewport()->height())
        scrollCalmlyBy(linesPerStep * m_look.lineHeight);
    else
        step(1);
}

void TurnListArea::moveUp()
{
    const auto rect = visualRect(m_current);
    if (!rect.isEmpty() && rect.top() < 0)
        scrollCalmlyBy(-std::min(linesPerStep * m_look.lineHeight, -rect.top()));
    else
        step(-1);
}

void TurnListArea::wheelEvent(QWheelEvent *event)
{
    if (!event->pixelDelta().isNull()) {
        m_scroll->stop();
        scrollBy(-event->pixelDelta().y());
    } else {
        scrollCalmlyBy(-event->angleDelta().y() * linesPerStep * m_look.lineHeight / unitsPerWheelStep);
    }
    event->accept();
}

TurnLink TurnListArea::linkAt(const QPoint &point) const
{
    const int turn = turnAt(point);
    const auto held = m_held.find(turn);
    if (turn < 0 || held == m_held.end() || !held->second.layout)
        return {};
    return held->second.layout->linkAt(point - visualRect(turn).topLeft());
}

void TurnListArea::mousePressEvent(QMouseEvent *event)
{
    const auto point = event->position().toPoint();
    const int turn = turnAt(point);
    if (turn < 0)
        return;
    makeCurrent(turn);
    if (event->button() != Qt::LeftButton)
        return;
    m_pressedLink = linkAt(point);
    m_pressedAt = point;
    m_selectedTurn = turn;
    m_pressed = laidOut(turn).placeAt(point - visualRect(turn).topLeft());
    m_selection = {.from = m_pressed, .to = m_pressed};
    viewport()->update();
}

void TurnListArea::selectTo(const QPoint &point)
{
    const auto rect = visualRect(m_selectedTurn);
    if (rect.isEmpty() || m_pressed.block < 0)
        return;
    const auto place = laidOut(m_selectedTurn).placeAt(point - rect.topLeft());
    if (place.block < 0)
        return;
    const auto ends = std::minmax(m_pressed, place);
    m_selection = {.from = ends.first, .to = ends.second};
    viewport()->update(rect);
}

/// A turn is dragged by its first line, such as to the evidence of a label.
void TurnListArea::dragTurn()
{
    if (m_selectedTurn < 0)
        return;
    auto *mime = new QMimeData;
    mime->setText(nameOf(m_selectedTurn));
    auto *drag = new QDrag(this);
    drag->setMimeData(mime);
    m_pressedLink = {};
    drag->exec(Qt::CopyAction);
}

void TurnListArea::mouseMoveEvent(QMouseEvent *event)
{
    const auto point = event->position().toPoint();
    if (event->buttons() & Qt::LeftButton) {
        const auto way = (point - m_pressedAt).manhattanLength();
        if (m_pressed.block < 0 && way >= QGuiApplication::styleHints()->startDragDistance())
            dragTurn();
        else
            selectTo(point);
        return;
    }
    viewport()->setCursor(linkAt(point).kind != TurnLink::Kind::None ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void TurnListArea::mouseReleaseEvent(QMouseEvent *event)
{
    const auto pressed = std::exchange(m_pressedLink, {});
    if (event->button() == Qt::LeftButton && m_selection.isEmpty() && pressed.kind != TurnLink::Kind::None
        && linkAt(event->position().toPoint()) == pressed)
        follow(pressed);
}

void TurnListArea::mouseDoubleClickEvent(QMouseEvent *event)
{
    const auto point = event->position().toPoint();
    const int turn = turnAt(point);
    if (turn < 0 || event->button() != Qt::LeftButton)
        return;
    auto &layout = laidOut(turn);
    m_selectedTurn = turn;
    m_selection = layout.wordAt(layout.placeAt(point - visualRect(turn).topLeft()));
    m_pressed = m_selection.from;
    viewport()->update();
}

QString TurnListArea::selectedText() const
{
    const auto held = m_held.find(m_selectedTurn);
    if (m_selection.isEmpty() || held == m_held.end() || !held->second.layout)
        return {};
    return held->second.layout->text(m_selection);
}

void TurnListArea::copySelection()
{
    const auto selected = selectedText();
    if (!selected.isEmpty()) {
        QGuiApplication::clipboard()->setText(selected);
        emit copied(tr("Copied the selected text."));
    } else if (m_current >= 0) {
        QStringList texts;
        for (const auto &part : m_turns->turn(m_current).parts)
            texts.append(withoutAnsi(part.text));
        QGuiApplication::clipboard()->setText(texts.join(u'\n'));
        emit copied(tr("Copied turn %1.").arg(m_current + 1));
    }
}

void TurnListArea::copyParts(PartKind kind)
{
    if (m_current < 0)
        return;
    const auto text = withoutAnsi(m_turns->turn(m_current).textOf(kind));
    if (text.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(text);
    emit copied(kind == PartKind::Command ? tr("Copied the command.") : tr("Copied the output."));
}

void TurnListArea::contextMenuEvent(QContextMenuEvent *event)
{
    if (m_current < 0)
        return;
    const auto shown = m_held[m_current].shown;
    const auto has = [&shown](PartKind kind) {
        return shown && std::ranges::any_of(shown->parts, [kind](const ShownPart &part) { return part.kind == kind; });
    };
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("&Copy"), this, &TurnListArea::copySelection);
    menu->addAction(tr("Copy c&ommand"), this, [this] { copyParts(PartKind::Command); })
        ->setEnabled(has(PartKind::Command));
    menu->addAction(tr("Copy o&utput"), this, [this] { copyParts(PartKind::Output); })
        ->setEnabled(has(PartKind::Output));
    menu->addAction(tr("Copy &link to turn"), this, [this] { emit linkCopyRequested(m_current); });
    menu->addSeparator();
    menu->addAction(tr("&Fold or unfold"), this, &TurnListArea::toggleFold);
    auto *raw = menu->addAction(tr("&Raw form"), this, &TurnListArea::toggleRaw);
    raw->setCheckable(true);
    raw->setChecked(m_folds[m_current].isRaw);
    menu->popup(event->globalPos());
}

void TurnListArea::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void TurnListArea::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace Decayscope
