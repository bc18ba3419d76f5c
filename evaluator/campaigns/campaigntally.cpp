// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "campaigntally.h"

#include <QMutexLocker>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

QString scoreOf(const RunBundle &bundle)
{
    int passed = 0;
    int total = 0;
    for (const auto &request : bundle.requests) {
        passed += request.passed;
        total += request.passed + request.failed;
    }
    return u"%1 of %2 assertions passed"_s.arg(passed).arg(total);
}

} // namespace

CampaignTally::CampaignTally(
    PlanLedger &ledger, const CampaignWatch &watch, const Progress &progress, const PlanStatus &before)
    : m_ledger(ledger)
    , m_watch(watch)
    , m_progress(progress)
{
    m_time.start();
    m_summary.planned = static_cast<int>(std::ssize(before.runs));
    m_summary.skipped = before.count(PlannedRunState::Done);
    m_progress.report({.done = m_summary.skipped, .total = m_summary.planned, .what = {}});
}

void CampaignTally::finished(const PlanClaim &claim, const RunBundle &bundle, const Spending &spent)
{
    const QMutexLocker lock(&m_mutex);
    ++m_summary.done;
    if (bundle.termination != Termination::Submitted)
        ++m_summary.agentFailures;
    m_summary.spent += spent;
    const QString what
        = plannedRunName(claim.run) % u": "_s % terminationName(bundle.termination) % u", "_s % scoreOf(bundle) % u'.';
    tell(claim.run.number, what);
    m_progress.report({.done = m_summary.skipped + m_summary.done, .total = m_summary.planned, .what = what});
}

void CampaignTally::failed(const PlanClaim &claim, const Error &error, const Spending &spent)
{
    const QMutexLocker lock(&m_mutex);
    ++m_summary.infrastructureFailures;
    m_summary.spent += spent;
    tell(
        claim.run.number, u"%1, attempt %2: %3"_s.arg(plannedRunName(claim.run)).arg(claim.attempt).arg(error.message));
}

void CampaignTally::interrupted(const PlanClaim &claim, const QString &sentence, const Spending &spent)
{
    const QMutexLocker lock(&m_mutex);
    ++m_summary.interruptions;
    m_summary.spent += spent;
    tell(claim.run.number, u"%1: %2"_s.arg(plannedRunName(claim.run), sentence));
}

void CampaignTally::note(int run, const QString &sentence)
{
    const QMutexLocker lock(&m_mutex);
    // What happened has happened, whether or not its line can be kept.
    [[maybe_unused]] const auto noted = m_ledger.note(run, sentence);
    tell(run, sentence);
}

CampaignSummary CampaignTally::summary(const Result<PlanStatus> &after) const
{
    const QMutexLocker lock(&m_mutex);
    auto summary = m_summary;
    summary.milliseconds = m_time.elapsed();
    if (!after)
        return summary;
    summary.failed = after->count(PlannedRunState::Failed);
    summary.waiting = summary.planned - summary.failed - after->count(PlannedRunState::Done);
    return summary;
}

void CampaignTally::tell(int run, const QString &sentence)
{
    if (m_watch.event)
        m_watch.event(run, sentence);
}

QString plannedRunName(const PlannedRun &run)
{
    const auto configuration = run.configuration.configuration();
    return u"run %1 (%2, %3, %4, trial %5)"_s.arg(run.number)
        .arg(configuration.scaffold, configuration.model, run.task.name)
        .arg(run.trial);
}

} // namespace Decayscope
