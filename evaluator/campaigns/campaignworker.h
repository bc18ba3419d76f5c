// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "campaigntally.h"
#include "claimkeeper.h"
#include "retrypace.h"

namespace Decayscope {

/// What the threads of a campaign share.
struct CampaignParts
{
    PlanLedger &ledger;
    const CampaignTools &tools;
    CampaignControl &control;
    ClaimKeeper &keeper;
    CampaignTally &tally;
    RetryPace &pace;
};

/// One of a campaign's threads: takes a run, makes it, stores it, takes the next.
class CampaignWorker
{
public:
    explicit CampaignWorker(const CampaignParts &parts);

    /// Until no run waits or nothing may be begun.
    void work();

private:
    [[nodiscard]] bool mayGoOn();
    void make(const PlanClaim &claim);
    [[nodiscard]] Result<> makeAndStore(ClaimAtWork &work);
    void settle(const ClaimAtWork &work, const Error &error);
    void giveBack(const ClaimAtWork &work, const QString &why);
    void halt(const QString &why);
    void heed(const Result<> &result, const ClaimAtWork &work);

    const CampaignParts &m_parts;
};

} // namespace Decayscope
