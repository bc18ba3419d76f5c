// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ansitext.h"
#include "textrows.h"
#include "turnlistarea.h"

#include <algorithm>

namespace Decayscope {

namespace {

constexpr size_t mostRearranged = 200;
constexpr qint64 rowsBefore = 20;

} // namespace

void TurnListArea::applyMarks(int turn, TurnLayout &layout) const
{
    TurnLayout::Marks marks{.current = m_hit, .words = m_words};
    const auto held = m_held.find(turn);
    if (m_finder && held != m_held.end() && held->second.shown && !held->second.isRaw) {
        marks.hits = m_finder->hitsIn(turn);
        for (const auto &hit : marks.hits) {
            const auto &parts = held->second.shown->parts;
            if (hit.part >= static_cast<int>(parts.size()) || marks.texts.size() > mostRearranged)
                break;
            const auto &text = parts[static_cast<size_t>(hit.part)].text;
            const auto start = rowStart(text, hit.row);
            const auto row = start < text.size() ? withoutAnsi(rowAt(text, start).text) : QString();
            marks.texts.push_back(row.mid(hit.column, hit.length));
        }
    }
    layout.setMarks(marks);
}

void TurnListArea::setHits(const TurnFinder *finder, const std::optional<TurnHit> &current)
{
    m_finder = finder;
    m_hit = current;
    for (auto &[turn, held] : m_held) {
        if (held.layout)
            applyMarks(turn, *held.layout);
    }
    viewport()->update();
}

void TurnListArea::setWords(const QStringList &words)
{
    m_words = words;
    setHits(m_finder, m_hit);
}

/// Brings a hit into view. What is still being read is shown once it is there.
void TurnListArea::showHit(const TurnHit &hit)
{
    if (hit.turn < 0 || hit.turn >= count())
        return;
    m_hit = hit;
    if (std::exchange(m_folds[hit.turn].isRaw, false))
        forget(hit.turn);
    if (hit.turn != m_current)
        makeCurrent(hit.turn);
    laidOut(hit.turn);
    if (m_held[hit.turn].shown)
        openAround(hit);
    const auto rect = laidOut(hit.turn).rectOf(hit);
    if (!rect) {
        m_awaited = hit;
        bringIntoView(hit.turn);
        return;
    }
    const auto row = visualRect(hit.turn);
    const int top = static_cast<int>(rect->top());
    const bool isVisible = !row.isEmpty() && row.top() + top >= m_look.lineHeight
        && row.top() + static_cast<int>(rect->bottom()) <= bodyHeight() - m_look.lineHeight;
    jumpTo(hit.turn, isVisible ? row.top() : std::min(bodyHeight() / 8, bodyHeight() / 3 - top));
}

/// Unfolds what hides a hit.
void TurnListArea::openAround(const TurnHit &hit)
{
    auto &held = m_held[hit.turn];
    if (hit.part >= static_cast<int>(held.shown->parts.size()))
        return;
    const auto role = held.shown->role;
    const auto &part = held.shown->parts[static_cast<size_t>(hit.part)];
    auto &fold = m_folds[hit.turn];
    fold.showsAll = fold.showsAll || !isShown(m_groups, part.kind, role);
    if (isLong(part, role) && hit.row >= headRows(part, role) && !laidOut(hit.turn).rectOf(hit))
        fold.parts[hit.part]
            = {.isOpen = true, .first = hit.row < rowsPerPage - 2 * rowsBefore ? 0 : hit.row - rowsBefore};
    held.layout.reset();
}

} // namespace Decayscope
