// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "turnreader.h"

#include "rawtext.h"

#include <jobs/runjob.h>

#include <algorithm>

namespace Decayscope {

namespace {

constexpr qint64 readAtOnce = qint64{192} * 1024;
constexpr size_t mostLargeHeld = 12;
constexpr size_t mostPagesHeld = 6;

ShownTurn readTurn(const TurnSource &source, int turn, bool raw)
{
    if (!raw)
        return shownTurn(source.turn(turn));
    ShownTurn shown;
    shown.role = source.outline(turn).role;
    shown.kind = likelyKind(shown.role);
    shown.parts.push_back(rawPart(rawText(source.raw(turn))));
    return shown;
}

QString textOfPart(const TurnSource &source, int turn, int part)
{
    if (part < 0)
        return rawText(source.raw(turn));
    const auto content = source.turn(turn);
    return part < static_cast<int>(content.parts.size()) ? shownText(content.parts[static_cast<size_t>(part)])
                                                         : QString();
}

} // namespace

void TurnReader::setSource(std::shared_ptr<const TurnSource> source)
{
    m_source = std::move(source);
    m_large.clear();
    m_pages.clear();
    m_asked.clear();
    ++m_generation;
}

std::shared_ptr<const ShownTurn> TurnReader::read(int turn, bool raw)
{
    if (m_source->outline(turn).length <= readAtOnce)
        return std::make_shared<const ShownTurn>(readTurn(*m_source, turn, raw));
    const auto known
        = std::ranges::find_if(m_large, [&](const Large &large) { return large.turn == turn && large.raw == raw; });
    if (known != m_large.end())
        return known->shown;
    const auto key = QStringLiteral("%1 %2").arg(turn).arg(raw);
    if (!m_asked.insert(key).second)
        return nullptr;
    auto job = runJob(QThreadPool::globalInstance(),
        [source = m_source, turn, raw](const Progress &) -> Result<std::shared_ptr<const ShownTurn>> {
            return std::make_shared<const ShownTurn>(readTurn(*source, turn, raw));
        });
    job.then(
        this, [this, turn, raw, key, generation = m_generation](const Result<std::shared_ptr<const ShownTurn>> &shown) {
            if (generation != m_generation || !shown)
                return;
            m_asked.erase(key);
            m_large.push_front({.turn = turn, .raw = raw, .shown = *shown});
            if (m_large.size() > mostLargeHeld)
                m_large.pop_back();
            emit ready(turn);
        });
    return nullptr;
}

std::optional<QString> TurnReader::page(int turn, int part, const PartFold &fold)
{
    const auto known = std::ranges::find_if(
        m_pages, [&](const Page &page) { return page.turn == turn && page.part == part && page.fold == fold; });
    if (known != m_pages.end())
        return known->text;
    const auto key = QStringLiteral("%1 %2 %3 %4").arg(turn).arg(part).arg(fold.first).arg(fold.pages);
    if (!m_asked.insert(key).second)
        return std::nullopt;
    auto job = runJob(
        QThreadPool::globalInstance(), [source = m_source, turn, part, fold](const Progress &) -> Result<QString> {
            return pageOf(textOfPart(*source, turn, part), fold);
        });
    job.then(this, [this, turn, part, fold, key, generation = m_generation](const Result<QString> &text) {
        if (generation != m_generation || !text)
            return;
        m_asked.erase(key);
        m_pages.push_front({.turn = turn, .part = part, .fold = fold, .text = *text});
        if (m_pages.size() > mostPagesHeld)
            m_pages.pop_back();
        emit ready(turn);
    });
    return std::nullopt;
}

QString TurnReader::partText(int turn, int part) const
{
    return textOfPart(*m_source, turn, part);
}

} // namespace Decayscope
