// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "turnstrip.h"

#include "hues.h"

#include <widgets/tones.h>

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace Decayscope {

namespace {

constexpr int laneWidth = 10;
constexpr int sideMargin = 6;
constexpr int legendHeight = 18;
constexpr int bottomMargin = 6;
constexpr int markSize = 5;
constexpr int hitWidth = 6;
constexpr std::array laneHues{Hue::Green, Hue::Blue, Hue::Red, Hue::Amber};

int laneCenter(int lane)
{
    return sideMargin + lane * laneWidth + laneWidth / 2;
}

/// Each lane has its own shape: a square, a disc, a triangle.
void paintMark(QPainter &painter, int lane, int y)
{
    const double half = markSize / 2.0;
    const QPointF center(laneCenter(lane), y);
    if (lane == 0)
        painter.drawRect(QRectF(center.x() - half, center.y() - half + 0.5, markSize, markSize - 1));
    else if (lane == 1)
        painter.drawEllipse(center, half, half);
    else
        painter.drawPolygon(QPolygonF{
            center + QPointF(0, -half - 0.5), center + QPointF(half + 0.5, half), center + QPointF(-half - 0.5, half)});
}

} // namespace

QString loopText(const TurnLoop &loop)
{
    return TurnStrip::tr("%1, %n rounds, turns %2 to %3", nullptr, loop.rounds)
        .arg(loop.name.left(120))
        .arg(loop.first + 1)
        .arg(loop.last + 1);
}

TurnStrip::TurnStrip(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Course of the run"));
    setMouseTracking(true);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
}

QSize TurnStrip::sizeHint() const
{
    return {2 * sideMargin + static_cast<int>(laneHues.size()) * laneWidth, 200};
}

void TurnStrip::setCount(int turns)
{
    m_turns = turns;
    m_digest.reset();
    m_hits.clear();
    gather();
}

void TurnStrip::setDigest(std::shared_ptr<const TrajectoryDigest> digest)
{
    if (!digest || std::ssize(digest->turns) != m_turns)
        return;
    m_digest = std::move(digest);
    gather();
}

void TurnStrip::setHits(std::vector<int> turns)
{
    m_hits = std::move(turns);
    update();
}

void TurnStrip::setCurrent(int turn)
{
    m_current = turn;
    update();
}

void TurnStrip::setVisibleTurns(int first, int last)
{
    if (first == m_first && last == m_last)
        return;
    m_first = first;
    m_last = last;
    update();
}

int TurnStrip::placeOf(int turn) const
{
    const int room = std::max(1, height() - legendHeight - bottomMargin);
    return legendHeight + static_cast<int>((2LL * turn + 1) * room / (2LL * std::max(1, m_turns)));
}

int TurnStrip::turnAt(int y) const
{
    const int room = std::max(1, height() - legendHeight - bottomMargin);
    const auto turn = static_cast<qint64>(y - legendHeight) * m_turns / room;
    return m_turns == 0 ? -1 : static_cast<int>(std::clamp<qint64>(turn, 0, m_turns - 1));
}

/// Turns to places, once for each size: a run may have more turns than the screen has lines.
void TurnStrip::gather()
{
    m_counts.fill(0);
    for (auto &marks : m_marks)
        marks.clear();
    const auto add = [this](size_t lane, int turn) {
        const int y = placeOf(turn);
        ++m_counts.at(lane);
        auto &marks = m_marks.at(lane);
        if (marks.empty() || marks.back() != y)
            marks.push_back(y);
    };
    for (int turn = 0; m_digest && turn < m_turns; ++turn) {
        const auto &digest = m_digest->turns[static_cast<size_t>(turn)];
        if (digest.editsFiles)
            add(0, turn);
        if (digest.runsTests)
            add(1, turn);
        if (digest.isError)
            add(2, turn);
    }
    setAccessibleDescription(summary());
    update();
}

QString TurnStrip::summary() const
{
    QStringList words{tr("%n edits", nullptr, m_counts[0]), tr("%n test runs", nullptr, m_counts[1]),
        tr("%n errors", nullptr, m_counts[2])};
    if (m_digest) {
        for (const auto &loop : m_digest->loops)
            words.append(tr("loop: %1").arg(loopText(loop)));
    }
    return words.mid(0, 40).join(u"; ");
}

QString TurnStrip::textAt(int y) const
{
    if (y < legendHeight)
        return tr("Edits, test runs, errors, loops: %1").arg(summary());
    const int turn = turnAt(y);
    if (turn < 0)
        return {};
    auto text = tr("Turn %1").arg(turn + 1);
    if (!m_digest)
        return text;
    const auto &digest = m_digest->turns[static_cast<size_t>(turn)];
    if (!digest.title.isEmpty())
        text.append(u": " % digest.title);
    if (digest.loop >= 0 && digest.loop < static_cast<int>(m_digest->loops.size()))
        text.append(u'\n' % tr("Loop: %1").arg(loopText(m_digest->loops[static_cast<size_t>(digest.loop)])));
    return text;
}

bool TurnStrip::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    QToolTip::showText(help->globalPos(),
        u"<span>" % textAt(help->y()).toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")) % u"</span>", this);
    return true;
}

void TurnStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().base());
    painter.setPen(hairline(palette()));
    painter.drawLine(0, 0, 0, height());
    if (m_first >= 0) {
        const int top = placeOf(m_first);
        painter.fillRect(QRect(1, top - 2, width() - 1, std::max(4, placeOf(m_last) - top + 4)), hoverFill(palette()));
    }
    painter.setPen(QPen(hueText(Hue::Amber, palette()), 1.4));
    for (const int turn : m_hits)
        painter.drawLine(1, placeOf(turn), hitWidth, placeOf(turn));
    paintLanes(painter);
    paintLoops(painter);
    if (m_current >= 0) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.drawLine(1, placeOf(m_current), width(), placeOf(m_current));
    }
}

void TurnStrip::paintLanes(QPainter &painter) const
{
    static const std::array<QString, 4> signs{
        QStringLiteral("\u00b1"), QStringLiteral("\u2713"), QStringLiteral("!"), QStringLiteral("\u21bb")};
    painter.setRenderHint(QPainter::Antialiasing);
    for (int lane = 0; lane < static_cast<int>(signs.size()); ++lane) {
        const auto place = static_cast<size_t>(lane);
        const auto color = hueText(laneHues.at(place), palette());
        painter.setPen(color);
        painter.drawText(
            QRect(laneCenter(lane) - laneWidth, 0, 2 * laneWidth, legendHeight - 2), Qt::AlignCenter, signs.at(place));
        if (lane >= lanes)
            continue;
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        for (const int y : m_marks.at(place))
            paintMark(painter, lane, y);
    }
}

/// A bracket beside each loop.
void TurnStrip::paintLoops(QPainter &painter) const
{
    if (!m_digest)
        return;
    painter.setPen(QPen(hueText(Hue::Amber, palette()), 1.6));
    painter.setBrush(Qt::NoBrush);
    const int x = laneCenter(lanes);
    for (const auto &loop : m_digest->loops) {
        const int top = placeOf(loop.first) - 2;
        const int bottom = placeOf(loop.last) + 2;
        painter.drawPolyline(
            QPolygon({QPoint(x - 2, top), QPoint(x + 3, top), QPoint(x + 3, bottom), QPoint(x - 2, bottom)}));
    }
}

void TurnStrip::resizeEvent(QResizeEvent *)
{
    gather();
}

void TurnStrip::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && m_turns > 0)
        emit turnRequested(turnAt(static_cast<int>(event->position().y())));
}

void TurnStrip::mouseMoveEvent(QMouseEvent *event)
{
    if ((event->buttons() & Qt::LeftButton) && m_turns > 0)
        emit turnRequested(turnAt(static_cast<int>(event->position().y())));
}

} // namespace Decayscope
