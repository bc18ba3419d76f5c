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
constexpr qsizetype longestName = 80;
constexpr qsizetype mostNames = 3;
constexpr double leastSeconds = 0.05; ///< What rounds to nothing is left out.
constexpr double leastCost = 0.0005;

const QStringList shells{QStringLiteral("bash"), QStringLiteral("execute_bash"), QStringLiteral("terminal")};

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

/// What the body does not say: tools that are not the shell; all of a turn without a body.
QString TurnListArea::headTitle(int turn, const ShownTurn &shown, bool hasBody) const
{
    if (!hasBody)
        return m_digest ? m_digest->turns[static_cast<size_t>(turn)].title : titleOf(shown);
    QStringList names;
    for (const auto &part : shown.parts) {
        const bool isShell = part.tool.isEmpty() || shells.contains(part.tool);
        if (part.kind == PartKind::Command && !isShell && !names.contains(part.tool) && names.size() < mostNames)
            names.append(part.tool.left(longestName));
    }
    return names.isEmpty() && kindOf(turn) == TurnKind::Other ? shown.name.left(longestName) : names.join(u", ");
}

QStringList TurnListArea::headMeta(int turn, const ShownTurn &shown) const
{
    QStringList meta;
    const auto since = secondsBefore(turn, shown.time);
    if (since && *since >= leastSeconds)
        meta.append(u'+' % shortDuration(*since));
    else if (!since && shown.seconds)
        meta.append(shortDuration(*shown.seconds));
    if (shown.tokens)
        meta.append(tr("%1 in, %2 out").arg(shortCount(shown.tokens->input), shortCount(shown.tokens->output)));
    if (shown.cost && *shown.cost >= leastCost)
        meta.append(shortCost(*shown.cost));
    return meta;
}

TurnHead TurnListArea::headOf(int turn, const ShownTurn &shown, bool hasBody) const
{
    TurnHead head{.turn = turn, .kind = kindOf(turn), .returnCode = shown.returnCode};
    head.title = headTitle(turn, shown, hasBody);
    if (m_groups.metadata)
        head.meta = headMeta(turn, shown).join(u" \u00b7 ");
    if (!m_digest)
        return head;
    const auto &digest = m_digest->turns[static_cast<size_t>(turn)];
    head.returnCode = digest.returnCode;
    head.isInLoop = digest.loop >= 0;
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
