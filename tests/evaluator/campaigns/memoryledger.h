// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <plans/planledger.h>

#include <QMutex>
#include <QStringList>

#include <functional>
#include <map>

namespace Decayscope::Test {

/// A ledger that forgets everything with the test, and keeps the rules of the lasting ones: attempts are fenced by
/// their number, and a run is stored once.
class MemoryLedger final : public PlanLedger
{
public:
    explicit MemoryLedger(CampaignPlan plan);

    Result<std::optional<PlanClaim>> claim() override;
    Result<> tell(const PlanClaim &claim, PlannedRunState state, int turns, const Spending &spent,
        const QString &message) override;
    Result<> finish(const PlanClaim &claim, RunBundle bundle, const Spending &spent) override;
    Result<> fail(const PlanClaim &claim, const QString &sentence, const Spending &spent) override;
    Result<> giveBack(const PlanClaim &claim, const Spending &spent) override;
    Result<PlanWish> wish() override;
    Result<> note(int run, const QString &sentence) override;
    Result<PlanStatus> status() override;

    void setWish(PlanWish wish);
    void takeAway(int run); ///< Somebody else has it from now on.

    [[nodiscard]] QStringList stored() const; ///< Model, task and trial of every run that was stored, sorted.
    [[nodiscard]] QStringList events() const;

private:
    [[nodiscard]] PlannedRunStatus *held(const PlanClaim &claim); ///< Null where another has it.
    void endAttempt(PlannedRunStatus &run, PlannedRunState state, const Spending &spent);

    mutable QMutex m_mutex;
    PlanStatus m_status;
    QStringList m_stored;
    QStringList m_events;
};

} // namespace Decayscope::Test
