// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "claimkeeper.h"

#include <QMutexLocker>

#include <algorithm>

namespace Decayscope {

ClaimKeeper::ClaimKeeper(PlanLedger &ledger, CampaignControl &control, const CampaignPace &pace)
    : m_ledger(ledger)
    , m_control(control)
    , m_pace(pace)
    , m_thread(QThread::create([this] { keep(); }))
{
    m_thread->start();
}

ClaimKeeper::~ClaimKeeper()
{
    m_isEnding = true;
    m_thread->wait();
}

void ClaimKeeper::add(const std::shared_ptr<ClaimAtWork> &work)
{
    const QMutexLocker lock(&m_mutex);
    m_atWork.push_back(work);
}

void ClaimKeeper::remove(const std::shared_ptr<ClaimAtWork> &work)
{
    const QMutexLocker lock(&m_mutex);
    std::erase(m_atWork, work);
}

void ClaimKeeper::keep()
{
    do {
        hearWish();
        tellAll();
    } while (m_control.waitFor(m_pace.look, [this] { return !m_isEnding; }));
}

/// A ledger that cannot be asked just now is asked again; who must write to it finds out whether it lasts.
void ClaimKeeper::hearWish()
{
    if (const auto wish = m_ledger.wish())
        m_control.take(*wish);
}

void ClaimKeeper::tellAll()
{
    const auto works = atWork();
    std::erase_if(m_told, [&works](const auto &told) {
        return std::ranges::none_of(works, [&told](const auto &work) { return work.get() == told.first; });
    });
    for (const auto &work : works)
        tell(*work);
}

void ClaimKeeper::tell(ClaimAtWork &work)
{
    const auto standing = work.standing();
    if (work.isLost() || !isDue(work, standing))
        return;
    const auto told = m_ledger.tell(work.claim(), standing.state, standing.turns, standing.spent, standing.message);
    if (!told && told.error().kind == ErrorKind::NotFound)
        return work.lose();
    if (!told)
        return;
    auto &last = m_told[&work];
    last.standing = standing;
    last.since.start();
}

std::vector<std::shared_ptr<ClaimAtWork>> ClaimKeeper::atWork() const
{
    const QMutexLocker lock(&m_mutex);
    return m_atWork;
}

bool ClaimKeeper::isDue(const ClaimAtWork &work, const ClaimStanding &standing) const
{
    const auto last = m_told.find(&work);
    return last == m_told.end() || last->second.standing != standing
        || last->second.since.durationElapsed() >= m_pace.heartbeat;
}

} // namespace Decayscope
