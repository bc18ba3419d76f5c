// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "turnlistarea.h"

#include <QScrollBar>
#include <QStyle>
#include <QTimer>
#include <QVariantAnimation>

#include <algorithm>

namespace Decayscope {

namespace {

constexpr qint64 longestBar = 1'000'000'000;
constexpr int aheadTurns = 2;
constexpr int scrollMilliseconds = 110;

} // namespace

TurnListArea::TurnListArea(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_look(makeLook())
    , m_scroll(new QVariantAnimation(this))
    , m_ahead(new QTimer(this))
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Turns"));
    viewport()->setMouseTracking(true);
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setAutoFillBackground(true);
    // Queued: a job may be done before anybody listens, in the midst of laying out.
    connect(&m_reader, &TurnReader::ready, this, &TurnListArea::takeTurn, Qt::QueuedConnection);
    connect(m_scroll, &QVariantAnimation::valueChanged, this, [this](const QVariant &value) {
        const int now = value.toInt();
        scrollBy(now - m_scrolled);
        m_scrolled = now;
    });
    m_ahead->setSingleShot(true);
    connect(m_ahead, &QTimer::timeout, this, [this] {
        for (int turn = std::max(0, firstVisible() - 1); turn < std::min(count(), lastVisible() + 1 + aheadTurns);
            ++turn) {
            if (isTurnShown(turn))
                laidOut(turn);
        }
        place();
    });
}

TurnListArea::~TurnListArea() = default;

/// A turn or page that was asked for has been read.
void TurnListArea::takeTurn(int turn)
{
    forget(turn);
    place();
    const auto hit = std::exchange(m_awaited, {});
    if (hit && hit->turn == m_current)
        showHit(*hit);
}

int TurnListArea::bodyHeight() const
{
    return viewport()->height();
}

/// The next turn with a height in that direction; -1 beyond the ends.
int TurnListArea::neighbour(int turn, int step) const
{
    const auto before = m_heights.before(turn);
    if (step < 0)
        return before == 0 ? -1 : m_heights.rowAt(before - 1);
    const auto behind = before + m_heights.at(turn);
    return behind >= m_heights.total() ? -1 : m_heights.rowAt(behind);
}

/// Lays out what is visible, starting at the anchor.
void TurnListArea::place()
{
    if (m_isPlacing)
        return;
    m_isPlacing = true;
    m_rows.clear();
    if (m_heights.total() > 0) {
        if (m_heights.at(m_anchor) == 0) {
            const int next = neighbour(m_anchor, 1);
            m_anchor = next >= 0 ? next : neighbour(m_anchor, -1);
        }
        placeFrom(m_anchor, m_anchorY);
        if (!m_rows.empty()) {
            const auto &last = m_rows.back();
            const int gap = bodyHeight() - last.y - m_heights.at(last.turn);
            if (gap > 0)
                placeFrom(last.turn, last.y + gap);
        }
        settleAnchor();
    }
    updateScrollBar();
    evict();
    m_isPlacing = false;
    viewport()->update();
    emit visibleChanged();
}

/// Puts the turn at `y`, others above it up to the top edge and below it down to the bottom edge.
void TurnListArea::placeFrom(int turn, int y)
{
    laidOut(turn);
    while (y > 0) {
        const int above = neighbour(turn, -1);
        if (above < 0)
            break;
        turn = above;
        laidOut(turn);
        y -= m_heights.at(turn);
    }
    y = std::min(y, 0);
    m_rows.clear();
    while (turn >= 0 && y < bodyHeight()) {
        laidOut(turn);
        const int height = m_heights.at(turn);
        if (y + height > 0)
            m_rows.push_back({.turn = turn, .y = y});
        y += height;
        const int below = neighbour(turn, 1);
        if (below < 0 && m_rows.empty())
            m_rows.push_back({.turn = turn, .y = y - height});
        turn = below;
    }
}

/// The current turn holds still where it is visible, else the first one that begins in the viewport.
void TurnListArea::settleAnchor()
{
    if (m_rows.empty())
        return;
    auto chosen = std::ranges::find(m_rows, m_current, &Row::turn);
    if (chosen == m_rows.end() || chosen->y < 0)
        chosen = std::ranges::find_if(m_rows, [](const Row &row) { return row.y >= 0; });
    if (chosen == m_rows.end())
        chosen = m_rows.begin();
    m_anchor = chosen->turn;
    m_anchorY = chosen->y;
}

void TurnListArea::updateScrollBar()
{
    auto *bar = verticalScrollBar();
    const QSignalBlocker blocker(bar);
    const auto total = m_heights.total();
    m_barScale = total / longestBar + 1;
    const auto range = std::max<qint64>(0, total - bodyHeight()) / m_barScale;
    bar->setRange(0, static_cast<int>(range));
    bar->setPageStep(std::max(1, static_cast<int>(bodyHeight() / m_barScale)));
    bar->setSingleStep(m_look.lineHeight);
    const auto top = m_rows.empty() ? 0 : m_heights.before(m_rows.front().turn) - m_rows.front().y;
    bar->setValue(static_cast<int>(top / m_barScale));
}

/// The scroll bar was moved.
void TurnListArea::scrollContentsBy(int, int)
{
    if (m_isPlacing || count() == 0)
        return;
    const auto top = verticalScrollBar()->value() * m_barScale;
    const auto now = m_rows.empty() ? 0 : m_heights.before(m_rows.front().turn) - m_rows.front().y;
    scrollBy(top - now);
}

void TurnListArea::scrollBy(qint64 pixels)
{
    if (count() == 0 || m_rows.empty())
        return;
    if (std::abs(pixels) <= 2LL * bodyHeight()) {
        m_anchorY -= static_cast<int>(pixels);
    } else {
        const auto top = m_heights.before(m_rows.front().turn) - m_rows.front().y;
        const auto goal = std::clamp<qint64>(top + pixels, 0, std::max<qint64>(0, m_heights.total() - bodyHeight()));
        m_anchor = m_heights.rowAt(goal);
        m_anchorY = static_cast<int>(m_heights.before(m_anchor) - goal);
    }
    place();
    m_ahead->start(0);
}

void TurnListArea::scrollCalmlyBy(int pixels)
{
    const int left = m_scroll->state() == QAbstractAnimation::Running ? m_scroll->endValue().toInt() - m_scrolled : 0;
    m_scroll->stop();
    if (style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) <= 0) {
        scrollBy(pixels + left);
        return;
    }
    m_scrolled = 0;
    m_scroll->setDuration(scrollMilliseconds);
    m_scroll->setEasingCurve(QEasingCurve::OutQuad);
    m_scroll->setStartValue(0);
    m_scroll->setEndValue(pixels + left);
    m_scroll->start();
}

void TurnListArea::jumpTo(int turn, int y)
{
    m_scroll->stop();
    m_anchor = turn;
    m_anchorY = y;
    place();
    m_ahead->start(0);
}

/// Scrolls no further than is needed; turns far away are put near the top.
void TurnListArea::bringIntoView(int turn)
{
    m_scroll->stop();
    laidOut(turn);
    const auto row = std::ranges::find(m_rows, turn, &Row::turn);
    const int height = m_heights.at(turn);
    if (row != m_rows.end()) {
        const int over = row->y + height - bodyHeight();
        if (row->y < 0)
            jumpTo(turn, 0);
        else if (over > 0)
            jumpTo(turn, std::max(0, row->y - over));
        else
            place();
        return;
    }
    const bool isBelow = !m_rows.empty() && turn == neighbour(m_rows.back().turn, 1);
    jumpTo(turn, isBelow ? std::max(0, bodyHeight() - height) : bodyHeight() / 8);
}

int TurnListArea::firstVisible() const
{
    return m_rows.empty() ? -1 : m_rows.front().turn;
}

int TurnListArea::lastVisible() const
{
    return m_rows.empty() ? -1 : m_rows.back().turn;
}

QRect TurnListArea::visualRect(int turn) const
{
    const auto row = std::ranges::find(m_rows, turn, &Row::turn);
    return row == m_rows.end() ? QRect() : QRect(0, row->y, viewport()->width(), m_heights.at(turn));
}

int TurnListArea::turnAt(const QPoint &point) const
{
    for (const auto &row : m_rows) {
        if (point.y() >= row.y && point.y() < row.y + m_heights.at(row.turn))
            return row.turn;
    }
    return -1;
}

} // namespace Decayscope
