// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "planstatus.h"

#include <base/result.h>
#include <domain/runbundle.h>

namespace Decayscope {

/// A run that was taken, to be finished, failed or given back by whoever took it.
struct PlanClaim
{
    PlannedRun run;
    int attempt = 1; ///< From 1.
    RunKey key; ///< What the run is called.
    QString worker; ///< Who took it.

    bool operator==(const PlanClaim &) const = default;
};

/// The states of a plan's runs, kept somewhere that outlives this program: in a store, or in a folder of run bundles.
/// Every call is durable when it returns. Thread-safe.
class PlanLedger
{
public:
    virtual ~PlanLedger() = default;

    /// The next run to be made, now taken by this worker; nothing where none waits. Runs whose worker died wait again.
    [[nodiscard]] virtual Result<std::optional<PlanClaim>> claim() = 0;

    /// Says that a run goes on; several times a minute, else it counts as dead. Errors: NotFound where somebody else
    /// has it by now: its work is to be dropped.
    [[nodiscard]] virtual Result<> tell(
        const PlanClaim &claim, PlannedRunState state, int turns, const Spending &spent, const QString &message)
        = 0;

    /// Stores the run and ends its claim, both or neither. Errors: NotFound as above; what keeps a store from being
    /// written.
    [[nodiscard]] virtual Result<> finish(const PlanClaim &claim, RunBundle bundle, const Spending &spent) = 0;

    /// The infrastructure failed: the run waits for another attempt, or has failed where it had as many as it may.
    [[nodiscard]] virtual Result<> fail(const PlanClaim &claim, const QString &sentence, const Spending &spent) = 0;

    /// Paused or cancelled: the run waits again.
    [[nodiscard]] virtual Result<> giveBack(const PlanClaim &claim, const Spending &spent) = 0;

    /// What the user wants by now.
    [[nodiscard]] virtual Result<PlanWish> wish() = 0;

    [[nodiscard]] virtual Result<> note(int run, const QString &sentence) = 0; ///< An event; -1: of the whole plan.

    /// How all of it stands.
    [[nodiscard]] virtual Result<PlanStatus> status() = 0;
};

} // namespace Decayscope
