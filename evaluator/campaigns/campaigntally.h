// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "campaign.h"

#include <QElapsedTimer>
#include <QMutex>

namespace Decayscope {

/// Counts what becomes of a campaign's runs, and tells it. Thread-safe.
class CampaignTally
{
public:
    CampaignTally(PlanLedger &ledger, const CampaignWatch &watch, const Progress &progress, const PlanStatus &before);

    void finished(const PlanClaim &claim, const RunBundle &bundle, const Spending &spent);
    void failed(const PlanClaim &claim, const Error &error, const Spending &spent);
    void interrupted(const PlanClaim &claim, const QString &sentence, const Spending &spent);

    /// An event of the plan's log, beside those that ledgers write themselves; -1: of the whole plan.
    void note(int run, const QString &sentence);

    [[nodiscard]] CampaignSummary summary(const Result<PlanStatus> &after) const;

private:
    void tell(int run, const QString &sentence);

    PlanLedger &m_ledger;
    const CampaignWatch &m_watch;
    const Progress &m_progress;
    mutable QMutex m_mutex;
    QElapsedTimer m_time;
    CampaignSummary m_summary;
};

/// "run 12 (bash_only, gpt-5, flask-openapi-sqlite, trial 1)", as events name runs.
[[nodiscard]] QString plannedRunName(const PlannedRun &run);

} // namespace Decayscope
