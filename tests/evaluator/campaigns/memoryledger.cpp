// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "memoryledger.h"

#include <QMutexLocker>

#include <algorithm>

namespace Decayscope::Test {

using namespace Qt::StringLiterals;

MemoryLedger::MemoryLedger(CampaignPlan plan)
{
    for (const auto &run : plannedRuns(plan))
        m_status.runs.push_back({.run = run});
    m_status.plan = std::move(plan);
}

Result<std::optional<PlanClaim>> MemoryLedger::claim()
{
    const QMutexLocker lock(&m_mutex);
    // Runs that were tried before wait behind those that were not.
    PlannedRunStatus *next = nullptr;
    for (auto &run : m_status.runs) {
        if (run.state == PlannedRunState::Waiting && (!next || run.attempts < next->attempts))
            next = &run;
    }
    if (!next)
        return std::optional<PlanClaim>();
    next->state = PlannedRunState::Agent;
    ++next->attempts;
    const auto &run = next->run;
    return PlanClaim{.run = run,
        .attempt = next->attempts,
        .key = {.runtime = run.task.runtime,
            .configuration = run.configuration.configuration(),
            .task = run.task.name,
            .date = u"2026-01-01"_s,
            .trial = run.trial},
        .worker = u"test"_s};
}

PlannedRunStatus *MemoryLedger::held(const PlanClaim &claim)
{
    auto &run = m_status.runs[static_cast<std::size_t>(claim.run.number)];
    const bool isAtWork = run.state == PlannedRunState::Agent || run.state == PlannedRunState::Evaluating;
    return isAtWork && run.attempts == claim.attempt ? &run : nullptr;
}

void MemoryLedger::endAttempt(PlannedRunStatus &run, PlannedRunState state, const Spending &spent)
{
    run.state = state;
    run.spent += spent;
    m_status.spent += spent;
}

Result<> MemoryLedger::tell(
    const PlanClaim &claim, PlannedRunState state, int turns, const Spending &, const QString &message)
{
    const QMutexLocker lock(&m_mutex);
    auto *run = held(claim);
    if (!run)
        return failure(ErrorKind::NotFound, u"Somebody else has it."_s);
    run->state = state;
    run->turns = turns;
    run->message = message;
    return {};
}

Result<> MemoryLedger::finish(const PlanClaim &claim, RunBundle bundle, const Spending &spent)
{
    const QMutexLocker lock(&m_mutex);
    auto *run = held(claim);
    if (!run)
        return failure(ErrorKind::NotFound, u"Somebody else has it."_s);
    endAttempt(*run, PlannedRunState::Done, spent);
    run->termination = bundle.termination;
    m_stored << u"%1 %2 %3"_s.arg(claim.key.configuration.model, claim.key.task).arg(claim.key.trial);
    return {};
}

Result<> MemoryLedger::fail(const PlanClaim &claim, const QString &sentence, const Spending &spent)
{
    const QMutexLocker lock(&m_mutex);
    auto *run = held(claim);
    if (!run)
        return failure(ErrorKind::NotFound, u"Somebody else has it."_s);
    ++run->infrastructureFailures;
    run->message = sentence;
    const bool isOver = run->infrastructureFailures > m_status.plan.retries;
    endAttempt(*run, isOver ? PlannedRunState::Failed : PlannedRunState::Waiting, spent);
    return {};
}

Result<> MemoryLedger::giveBack(const PlanClaim &claim, const Spending &spent)
{
    const QMutexLocker lock(&m_mutex);
    auto *run = held(claim);
    if (!run)
        return failure(ErrorKind::NotFound, u"Somebody else has it."_s);
    ++run->interruptions;
    endAttempt(*run, PlannedRunState::Waiting, spent);
    return {};
}

Result<PlanWish> MemoryLedger::wish()
{
    const QMutexLocker lock(&m_mutex);
    return m_status.wish;
}

Result<> MemoryLedger::note(int, const QString &sentence)
{
    const QMutexLocker lock(&m_mutex);
    m_events << sentence;
    return {};
}

Result<PlanStatus> MemoryLedger::status()
{
    const QMutexLocker lock(&m_mutex);
    return m_status;
}

void MemoryLedger::setWish(PlanWish wish)
{
    const QMutexLocker lock(&m_mutex);
    m_status.wish = wish;
}

void MemoryLedger::takeAway(int run)
{
    const QMutexLocker lock(&m_mutex);
    ++m_status.runs[static_cast<std::size_t>(run)].attempts;
}

QStringList MemoryLedger::stored() const
{
    const QMutexLocker lock(&m_mutex);
    auto sorted = m_stored;
    sorted.sort();
    return sorted;
}

QStringList MemoryLedger::events() const
{
    const QMutexLocker lock(&m_mutex);
    return m_events;
}

} // namespace Decayscope::Test
