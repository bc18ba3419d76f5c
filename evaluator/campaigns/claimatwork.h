// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <plans/planledger.h>

#include <QMutex>

#include <atomic>

namespace Decayscope {

/// How far a claimed run is.
struct ClaimStanding
{
    PlannedRunState state = PlannedRunState::Agent;
    int turns = 0;
    Spending spent;
    QString message;

    bool operator==(const ClaimStanding &) const = default;
};

/// A claimed run at work, as the thread that makes it and the one that tells of it see it. Thread-safe.
class ClaimAtWork
{
public:
    explicit ClaimAtWork(PlanClaim claim);

    [[nodiscard]] const PlanClaim &claim() const { return m_claim; }

    void enter(PlannedRunState state, const QString &message);
    void say(const QString &message);
    void takeTurn(int turns, const Spending &spent, const QString &message);
    [[nodiscard]] ClaimStanding standing() const;

    /// Somebody else has the run by now.
    void lose() { m_isLost = true; }
    [[nodiscard]] bool isLost() const { return m_isLost; }

private:
    const PlanClaim m_claim;
    mutable QMutex m_mutex;
    ClaimStanding m_standing;
    std::atomic<bool> m_isLost = false;
};

} // namespace Decayscope
