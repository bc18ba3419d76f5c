// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "campaign.h"
#include "campaigncontrol.h"
#include "claimatwork.h"

#include <QElapsedTimer>
#include <QThread>

#include <map>

namespace Decayscope {

/// Tells the ledger how claimed runs go, so that they do not count as dead, and hears what the user wants. Has a thread
/// of its own, so that neither waits for agents.
class ClaimKeeper
{
public:
    ClaimKeeper(PlanLedger &ledger, CampaignControl &control, const CampaignPace &pace);
    ~ClaimKeeper();
    Q_DISABLE_COPY_MOVE(ClaimKeeper)

    void add(const std::shared_ptr<ClaimAtWork> &work);
    void remove(const std::shared_ptr<ClaimAtWork> &work);

private:
    /// What the ledger was told last.
    struct Told
    {
        std::optional<ClaimStanding> standing;
        QElapsedTimer since;
    };

    void keep();
    void hearWish();
    void tellAll();
    void tell(ClaimAtWork &work);
    [[nodiscard]] std::vector<std::shared_ptr<ClaimAtWork>> atWork() const;
    [[nodiscard]] bool isDue(const ClaimAtWork &work, const ClaimStanding &standing) const;

    PlanLedger &m_ledger;
    CampaignControl &m_control;
    const CampaignPace m_pace;
    mutable QMutex m_mutex;
    std::vector<std::shared_ptr<ClaimAtWork>> m_atWork;
    std::map<const ClaimAtWork *, Told> m_told; ///< Of the thread alone.
    std::atomic<bool> m_isEnding = false;
    std::unique_ptr<QThread> m_thread;
};

} // namespace Decayscope
