// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "campaignworker.h"

#include "claimmaking.h"

#include <QDir>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Another program may hold the store for long, as an import does: hours of work are not thrown away for that.
template <typename Ask>
auto patiently(const CampaignControl &control, const Ask &ask)
{
    constexpr int attempts = 20;
    auto answer = ask();
    for (int i = 1; i < attempts && !answer && answer.error().kind == ErrorKind::Busy; ++i) {
        if (!control.waitFor(500ms, [&control] { return !control.isCancelled(); }))
            break;
        answer = ask();
    }
    return answer;
}

/// What would befall every other run as well, until a person does something about it.
bool concernsAll(const Error &error)
{
    return error.kind == ErrorKind::Refused || error.kind == ErrorKind::NotFound;
}

} // namespace

CampaignWorker::CampaignWorker(const CampaignParts &parts)
    : m_parts(parts)
{ }

void CampaignWorker::work()
{
    while (mayGoOn()) {
        auto claim = patiently(m_parts.control, [this] { return m_parts.ledger.claim(); });
        if (!claim)
            return m_parts.control.abort(std::move(claim.error()));
        if (!*claim)
            return;
        make(**claim);
    }
}

bool CampaignWorker::mayGoOn()
{
    const auto mayBegin = [this] { return m_parts.control.mayBegin(); };
    if (!m_parts.control.waitFor(m_parts.pace.untilAny(), mayBegin))
        return false;
    auto wish = patiently(m_parts.control, [this] { return m_parts.ledger.wish(); });
    if (!wish) {
        m_parts.control.abort(std::move(wish.error()));
        return false;
    }
    m_parts.control.take(*wish);
    if (m_parts.tools.meter) {
        if (const auto allowed = m_parts.tools.meter->mayGoOn(); !allowed)
            halt(allowed.error().message);
    }
    return m_parts.control.mayBegin();
}

void CampaignWorker::make(const PlanClaim &claim)
{
    const auto work = std::make_shared<ClaimAtWork>(claim);
    m_parts.keeper.add(work);
    if (const auto made = makeAndStore(*work); !made)
        settle(*work, made.error());
    m_parts.keeper.remove(work);
}

Result<> CampaignWorker::makeAndStore(ClaimAtWork &work)
{
    const auto &claim = work.claim();
    const auto delay = m_parts.pace.until(claim.run.number);
    if (delay > 0ms)
        work.enter(PlannedRunState::Agent, u"It waits a little before it is tried again."_s);
    if (!m_parts.control.waitFor(delay, [&] { return m_parts.control.mayBegin() && !work.isLost(); }))
        return cancelled();
    auto made = makeRun(work, m_parts.tools, m_parts.control);
    if (!made)
        return std::unexpected(std::move(made.error()));
    auto stored = patiently(m_parts.control, [&] { return m_parts.ledger.finish(claim, made->bundle, made->spent); });
    if (!stored)
        return stored;
    m_parts.pace.succeed();
    m_parts.tally.finished(claim, made->bundle, made->spent);
    QDir(attemptFolder(m_parts.tools, claim)).removeRecursively();
    return {};
}

/// Whose fault it was decides what becomes of the run: its own attempt, everybody's, or nobody's.
void CampaignWorker::settle(const ClaimAtWork &work, const Error &error)
{
    const auto &claim = work.claim();
    const auto spent = work.standing().spent;
    if (work.isLost())
        return m_parts.tally.interrupted(claim, u"Somebody else has taken it over; this attempt is dropped."_s, spent);
    if (error.kind == ErrorKind::Cancelled || m_parts.control.mustStop())
        return giveBack(work, u"It was interrupted and waits again."_s);
    if (concernsAll(error)) {
        giveBack(work, error.message);
        return halt(error.message);
    }
    m_parts.pace.fail(claim.run.number);
    m_parts.tally.failed(claim, error, spent);
    heed(patiently(m_parts.control, [&] { return m_parts.ledger.fail(claim, error.message, spent); }), work);
}

void CampaignWorker::giveBack(const ClaimAtWork &work, const QString &why)
{
    const auto spent = work.standing().spent;
    m_parts.tally.interrupted(work.claim(), why, spent);
    heed(patiently(m_parts.control, [&] { return m_parts.ledger.giveBack(work.claim(), spent); }), work);
}

/// What cannot be written is a reason to end; that the run is somebody else's by now is none.
void CampaignWorker::heed(const Result<> &result, const ClaimAtWork &work)
{
    if (!result && result.error().kind != ErrorKind::NotFound && !work.isLost())
        m_parts.control.abort(result.error());
}

/// Everybody who runs the plan is told, but one event says it.
void CampaignWorker::halt(const QString &why)
{
    if (!m_parts.control.halt(why))
        return;
    m_parts.tally.note(-1, u"The plan pauses: %1"_s.arg(why));
    if (m_parts.tools.pause)
        m_parts.tools.pause();
}

} // namespace Decayscope
