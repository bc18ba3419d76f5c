// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ansitext.h"
#include "textrows.h"
#include "turnlistarea.h"

#include <QLocale>
#include <QVariantAnimation>

#include <algorithm>

namespace Decayscope {

namespace {

constexpr size_t mostHeld = 48;
constexpr qint64 mostBytes = 24LL * 1024 * 1024;
constexpr int estimatedRows = 12;
constexpr qint64 bytesPerRow = 90;
constexpr qsizetype shownTitle = 160;

} // namespace

TurnLook TurnListArea::makeLook() const
{
    return {font(), palette()};
}

void TurnListArea::setTurns(std::shared_ptr<const TurnSource> turns)
{
    m_scroll->stop();
    m_turns = std::move(turns);
    m_digest.reset();
    m_reader.setSource(m_turns);
    m_held.clear();
    m_folds.clear();
    m_hit.reset();
    m_awaited.reset();
    m_selection = {};
    m_selectedTurn = -1;
    m_anchor = 0;
    m_anchorY = 0;
    m_current = m_turns && m_turns->count() > 0 ? 0 : -1;
    estimateAll();
    place();
    emit currentTurnChanged(m_current);
}

void TurnListArea::setDigest(std::shared_ptr<const TrajectoryDigest> digest)
{
    if (!m_turns || !digest || std::ssize(digest->turns) != m_turns->count())
        return;
    m_digest = std::move(digest);
    forgetLayouts();
    estimateAll();
    place();
}

TurnKind TurnListArea::kindOf(int turn) const
{
    if (m_digest)
        return m_digest->turns[static_cast<size_t>(turn)].kind;
    const auto held = m_held.find(turn);
    if (held != m_held.end() && held->second.shown && !held->second.isRaw)
        return held->second.shown->kind;
    return likelyKind(m_turns->outline(turn).role);
}

bool TurnListArea::isTurnShown(int turn) const
{
    return turn == m_current || isShown(m_groups, kindOf(turn));
}

QString TurnListArea::nameOf(int turn) const
{
    QString title;
    if (m_digest)
        title = m_digest->turns[static_cast<size_t>(turn)].title;
    else if (const auto held = m_held.find(turn); held != m_held.end() && held->second.shown)
        title = titleOf(*held->second.shown);
    const auto kind = wordOf(kindOf(turn));
    return title.isEmpty() ? tr("%1, %2").arg(turn + 1).arg(kind) : tr("%1, %2: %3").arg(turn + 1).arg(kind, title);
}

int TurnListArea::estimatedHeight(int turn) const
{
    if (!isTurnShown(turn))
        return 0;
    qint64 rows = m_turns->outline(turn).length / bytesPerRow + 1;
    if (m_digest)
        rows = std::min<qint64>(rows, m_digest->turns[static_cast<size_t>(turn)].lines + 1);
    return m_look.headHeight + static_cast<int>(std::clamp<qint64>(rows, 1, estimatedRows)) * m_look.lineHeight
        + m_look.lineHeight;
}

/// Heights of turns that are laid out stay.
void TurnListArea::estimateAll()
{
    const int turns = m_turns ? m_turns->count() : 0;
    std::vector<int> heights;
    heights.reserve(static_cast<size_t>(turns));
    for (int turn = 0; turn < turns; ++turn)
        heights.push_back(estimatedHeight(turn));
    m_heights.assign(std::move(heights));
    for (const auto &[turn, held] : m_held) {
        if (held.layout && isTurnShown(turn))
            m_heights.set(turn, held.layout->height());
    }
}

TurnLayout &TurnListArea::laidOut(int turn)
{
    auto &held = m_held[turn];
    if (held.layout)
        return *held.layout;
    const auto &fold = m_folds[turn];
    if (!held.shown || held.isRaw != fold.isRaw) {
        held.shown = m_reader.read(turn, fold.isRaw);
        held.isRaw = fold.isRaw;
    }
    std::vector<TurnBlock> blocks;
    if (held.shown)
        blocks = blocksOf({.turn = *held.shown,
            .fold = fold,
            .isOpenByDefault = m_isOpenByDefault,
            .groups = m_groups,
            .page = [this, turn](int part, const PartFold &page) { return m_reader.page(turn, part, page); }});
    else
        blocks.push_back(
            {.text = tr("Reading %1\u2026").arg(locale().formattedDataSize(m_turns->outline(turn).length))});
    const auto head = headOf(turn, held.shown ? *held.shown : ShownTurn{}, !blocks.empty());
    held.layout = std::make_unique<TurnLayout>(head, std::move(blocks), m_look, viewport()->width());
    applyMarks(turn, *held.layout);
    m_heights.set(turn, isTurnShown(turn) ? held.layout->height() : 0);
    return *held.layout;
}

/// Seconds since the last turn before with a known time; only with a digest, as other turns are not read for it.
std::optional<double> TurnListArea::secondsBefore(int turn, const std::optional<qint64> &time) const
{
    if (!m_digest || !time || turn == 0)
        return std::nullopt;
    const auto &before = m_digest->turns[static_cast<size_t>(turn) - 1].time;
    if (!before || *time < *before)
        return std::nullopt;
    return static_cast<double>(*time - *before) / 1000.0;
}

TurnHead TurnListArea::headOf(int turn, const ShownTurn &shown, bool hasBody) const
{
    TurnHead head{.turn = turn, .kind = kindOf(turn), .returnCode = shown.returnCode};
    QStringList names;
    const auto addName = [&names](const QString &name) {
        if (!name.isEmpty() && !names.contains(name) && names.size() < 3)
            names.append(name);
    };
    for (const auto &part : shown.parts) {
        if (part.kind == PartKind::Command && part.tool != u"bash" && part.tool != u"execute_bash"
            && part.tool != u"terminal")
            addName(part.tool);
        head.isError = head.isError || part.isError;
    }
    head.title = names.join(u", ");
    if (m_digest)
        head.returnCode = m_digest->turns[static_cast<size_t>(turn)].returnCode;
    if (!hasBody)
        head.title = m_digest ? m_digest->turns[static_cast<size_t>(turn)].title : titleOf(shown);
    if (head.title.isEmpty() && head.kind == TurnKind::Other)
        head.title = shown.name.left(shownTitle);
    if (m_digest) {
        const int loop = m_digest->turns[static_cast<size_t>(turn)].loop;
        if (loop >= 0 && loop < static_cast<int>(m_digest->loops.size()))
            head.loop = m_digest->loops[static_cast<size_t>(loop)].name;
    }
    if (!m_groups.metadata)
        return head;
    QStringList meta;
    if (const auto seconds = secondsBefore(turn, shown.time))
        meta.append(u'+' % shortDuration(*seconds));
    else if (shown.seconds)
        meta.append(shortDuration(*shown.seconds));
    if (shown.tokens)
        meta.append(tr("%1 in, %2 out").arg(shortCount(shown.tokens->input), shortCount(shown.tokens->output)));
    if (shown.cost)
        meta.append(shortCost(*shown.cost));
    head.meta = meta.join(u" \u00b7 ");
    return head;
}

void TurnListArea::forget(int turn)
{
    m_held.erase(turn);
}

/// What was read stays; it is laid out anew.
void TurnListArea::forgetLayouts()
{
    for (auto &[turn, held] : m_held)
        held.layout.reset();
    m_selection = {};
}

/// Those farthest from what is visible go first.
void TurnListArea::evict()
{
    if (m_rows.empty())
        return;
    const auto distance = [this](int turn) {
        return turn < firstVisible() ? firstVisible() - turn : std::max(0, turn - lastVisible());
    };
    auto [number, bytes] = held();
    std::vector<int> far;
    for (const auto &[turn, held] : m_held) {
        if (distance(turn) > 0)
            far.push_back(turn);
    }
    std::ranges::sort(far, std::greater(), distance);
    for (const int turn : far) {
        if (static_cast<size_t>(number) <= mostHeld && bytes <= mostBytes)
            return;
        const auto &gone = m_held.at(turn);
        bytes -= (gone.layout ? gone.layout->bytes() : 0) + (gone.shown ? gone.shown->bytes() : 0);
        --number;
        forget(turn);
    }
}

std::pair<int, qint64> TurnListArea::held() const
{
    qint64 bytes = 0;
    for (const auto &[turn, held] : m_held)
        bytes += (held.layout ? held.layout->bytes() : 0) + (held.shown ? held.shown->bytes() : 0);
    return {static_cast<int>(m_held.size()), bytes};
}

void TurnListArea::applyMarks(int turn, TurnLayout &layout) const
{
    TurnLayout::Marks marks{.current = m_hit, .words = m_words};
    const auto held = m_held.find(turn);
    if (m_finder && held != m_held.end() && held->second.shown && !held->second.isRaw) {
        marks.hits = m_finder->hitsIn(turn);
        for (const auto &hit : marks.hits) {
            const auto &parts = held->second.shown->parts;
            if (hit.part >= static_cast<int>(parts.size()) || marks.texts.size() > 200)
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

void TurnListArea::showHit(const TurnHit &hit)
{
    if (hit.turn < 0 || hit.turn >= count())
        return;
    m_hit = hit;
    auto &fold = m_folds[hit.turn];
    fold.isRaw = false;
    if (hit.turn != m_current)
        makeCurrent(hit.turn);
    laidOut(hit.turn);
    const auto shown = m_held[hit.turn].shown;
    if (!shown || m_held[hit.turn].isRaw) {
        if (shown)
            forget(hit.turn);
        m_awaited = hit;
        bringIntoView(hit.turn);
        return;
    }
    if (hit.part < static_cast<int>(shown->parts.size())) {
        const auto &part = shown->parts[static_cast<size_t>(hit.part)];
        fold.showsAll = fold.showsAll || !isShown(m_groups, part.kind, shown->role);
        if (isLong(part, shown->role) && hit.row >= headRows(part, shown->role) && !laidOut(hit.turn).rectOf(hit))
            fold.parts[hit.part] = {.isOpen = true, .first = hit.row < rowsPerPage - 40 ? 0 : hit.row - 20};
        m_held[hit.turn].layout.reset();
    }
    const auto rect = laidOut(hit.turn).rectOf(hit);
    if (!rect) {
        m_awaited = hit;
        bringIntoView(hit.turn);
        return;
    }
    const auto row = visualRect(hit.turn);
    const int top = static_cast<int>(rect->top());
    const bool isVisible = !row.isEmpty() && row.top() + top >= m_look.lineHeight
        && row.top() + static_cast<int>(rect->bottom()) <= viewport()->height() - m_look.lineHeight;
    jumpTo(hit.turn, isVisible ? row.top() : std::min(viewport()->height() / 8, viewport()->height() / 3 - top));
}

QStringList TurnListArea::visibleTexts() const
{
    QStringList texts;
    for (const auto &row : m_rows) {
        const auto held = m_held.find(row.turn);
        if (held != m_held.end() && held->second.layout)
            texts.append(held->second.layout->visibleTexts());
    }
    return texts;
}

} // namespace Decayscope
