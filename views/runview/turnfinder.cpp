// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "turnfinder.h"

#include "ansitext.h"
#include "textrows.h"
#include "turntext.h"

#include <jobs/runjob.h>

#include <QMutex>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <utility>

namespace Decayscope {

namespace {

constexpr size_t mostHits = 100'000;
constexpr size_t mostHitsInRow = 200;
constexpr int mostStrained = 20;
constexpr int pollMilliseconds = 15;

} // namespace

/// What both threads know of one search.
struct TurnFinder::Task
{
    Task(std::shared_ptr<const TurnSource> source, const FindQuery &query, int fromTurn)
        : turns(std::move(source))
        , matcher(query)
        , from(fromTurn)
    { }

    const std::shared_ptr<const TurnSource> turns;
    const TurnMatcher matcher;
    const int from;
    std::atomic_bool isCancelled = false;

    QMutex mutex; ///< Of what follows.
    std::vector<TurnHit> fresh;
    QString problem;
    bool isDone = false;

    size_t found = 0; ///< The searching thread's.
    int strained = 0;

    [[nodiscard]] bool isOver() const { return isCancelled || found >= mostHits || strained >= mostStrained; }

    void searchTurn(int turn)
    {
        if (!matcher.mayBeIn(turns->raw(turn)))
            return;
        const auto content = turns->turn(turn);
        std::vector<TurnHit> hits;
        for (int part = 0; part < static_cast<int>(content.parts.size()) && !isOver(); ++part)
            searchPart(turn, part, shownText(content.parts[static_cast<size_t>(part)]), hits);
        if (hits.empty())
            return;
        const QMutexLocker lock(&mutex);
        fresh.insert(fresh.end(), hits.begin(), hits.end());
    }

    void searchPart(int turn, int part, const QString &text, std::vector<TurnHit> &hits)
    {
        std::vector<RowMatch> matches;
        qint64 number = 0;
        for (qsizetype at = 0; at < text.size() && !isOver(); ++number) {
            const auto row = rowAt(text, at);
            at = row.next;
            matches.clear();
            if (!matcher.find(withoutAnsi(row.text), std::min(mostHitsInRow, mostHits - found), matches))
                ++strained;
            for (const auto &match : matches)
                hits.push_back({.turn = turn,
                    .part = part,
                    .row = number,
                    .column = static_cast<int>(match.offset),
                    .length = static_cast<int>(match.length)});
            found += matches.size();
        }
    }
};

TurnFinder::TurnFinder(QObject *parent)
    : QObject(parent)
    , m_poll(new QTimer(this))
{
    m_poll->setInterval(pollMilliseconds);
    connect(m_poll, &QTimer::timeout, this, &TurnFinder::collect);
}

TurnFinder::~TurnFinder()
{
    stop();
}

void TurnFinder::start(std::shared_ptr<const TurnSource> turns, const FindQuery &query, int fromTurn)
{
    stop();
    m_later.clear();
    m_earlier.clear();
    m_problem.clear();
    m_from = std::max(0, fromTurn);
    if (turns && !query.pattern.isEmpty()) {
        auto task = std::make_shared<Task>(std::move(turns), query, m_from);
        m_problem = task->matcher.problem();
        if (m_problem.isEmpty()) {
            m_task = task;
            m_poll->start();
            const auto job = runJob(QThreadPool::globalInstance(), [task](const Progress &) -> Result<bool> {
                search(*task);
                return true;
            });
        }
    }
    emit changed();
}

void TurnFinder::stop()
{
    if (m_task)
        m_task->isCancelled = true;
    m_task.reset();
    m_poll->stop();
}

/// Runs in the pool.
void TurnFinder::search(Task &task)
{
    const int count = task.turns->count();
    for (int i = 0; i < count && !task.isOver(); ++i)
        task.searchTurn((std::min(task.from, count - 1) + i) % count);
    const QMutexLocker lock(&task.mutex);
    if (task.strained >= mostStrained)
        task.problem = tr("This expression needs too many steps; the search stopped early.");
    else if (task.found >= mostHits)
        task.problem = tr("There are more hits than can be shown; the search stopped early.");
    task.isDone = true;
}

void TurnFinder::collect()
{
    std::vector<TurnHit> fresh;
    bool isDone = false;
    {
        const QMutexLocker lock(&m_task->mutex);
        fresh.swap(m_task->fresh);
        isDone = m_task->isDone;
        m_problem = m_task->problem;
    }
    for (const auto &hit : fresh)
        (hit.turn >= m_from ? m_later : m_earlier).push_back(hit);
    if (isDone)
        stop();
    if (isDone || !fresh.empty())
        emit changed();
}

int TurnFinder::count() const
{
    return static_cast<int>(m_earlier.size() + m_later.size());
}

const TurnHit &TurnFinder::hit(int index) const
{
    const auto place = static_cast<size_t>(index);
    return place < m_earlier.size() ? m_earlier[place] : m_later[place - m_earlier.size()];
}

int TurnFinder::indexFrom(const TurnHit &hit) const
{
    const auto place
        = [&hit](const std::vector<TurnHit> &hits) { return std::ranges::lower_bound(hits, hit) - hits.begin(); };
    if (const auto early = place(m_earlier); early < std::ssize(m_earlier))
        return static_cast<int>(early);
    return static_cast<int>(std::ssize(m_earlier) + place(m_later));
}

std::vector<TurnHit> TurnFinder::hitsIn(int turn) const
{
    const auto &hits = turn >= m_from ? m_later : m_earlier;
    const auto range = std::ranges::equal_range(hits, turn, {}, &TurnHit::turn);
    return {range.begin(), range.end()};
}

std::vector<int> TurnFinder::turns() const
{
    std::vector<int> turns;
    for (const auto *hits : {&m_earlier, &m_later}) {
        for (const auto &hit : *hits) {
            if (turns.empty() || turns.back() != hit.turn)
                turns.push_back(hit.turn);
        }
    }
    return turns;
}

} // namespace Decayscope
