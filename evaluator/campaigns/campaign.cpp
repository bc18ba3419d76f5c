// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "campaign.h"

#include "campaignworker.h"

#include <algorithm>

namespace Decayscope {

namespace {

/// Sandboxed commands end with the thread that started them, so each worker keeps its own until the end.
void letWork(const CampaignParts &parts, int count)
{
    std::vector<std::unique_ptr<QThread>> threads;
    threads.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        threads.emplace_back(QThread::create([&parts] { CampaignWorker(parts).work(); }));
        threads.back()->start();
    }
    for (const auto &thread : threads)
        thread->wait();
}

int threadsFor(const CampaignTools &tools, const PlanStatus &status)
{
    const int wanted = tools.parallel > 0 ? tools.parallel : status.plan.parallel;
    const auto open = std::ssize(status.runs) - status.count(PlannedRunState::Done);
    return std::clamp(wanted, 1, std::max(1, static_cast<int>(open)));
}

} // namespace

Result<CampaignSummary> runCampaign(
    PlanLedger &ledger, const CampaignTools &tools, const CampaignWatch &watch, const Progress &progress)
{
    const auto before = ledger.status();
    if (!before)
        return std::unexpected(before.error());
    CampaignControl control(progress);
    CampaignTally tally(ledger, watch, progress, *before);
    RetryPace pace(tools.pace.firstDelay, tools.pace.longestDelay);
    {
        ClaimKeeper keeper(ledger, control, tools.pace);
        letWork({.ledger = ledger, .tools = tools, .control = control, .keeper = keeper, .tally = tally, .pace = pace},
            threadsFor(tools, *before));
    }
    if (auto error = control.error())
        return std::unexpected(*std::move(error));
    auto summary = tally.summary(ledger.status());
    summary.halted = control.haltedBy();
    summary.isCancelled = control.isCancelled();
    return summary;
}

} // namespace Decayscope
