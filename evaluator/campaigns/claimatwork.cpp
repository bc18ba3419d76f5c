// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "claimatwork.h"

#include <QMutexLocker>

namespace Decayscope {

ClaimAtWork::ClaimAtWork(PlanClaim claim)
    : m_claim(std::move(claim))
{ }

void ClaimAtWork::enter(PlannedRunState state, const QString &message)
{
    const QMutexLocker lock(&m_mutex);
    m_standing.state = state;
    m_standing.message = message;
}

void ClaimAtWork::say(const QString &message)
{
    const QMutexLocker lock(&m_mutex);
    m_standing.message = message;
}

void ClaimAtWork::takeTurn(int turns, const Spending &spent, const QString &message)
{
    const QMutexLocker lock(&m_mutex);
    m_standing.turns = turns;
    m_standing.spent = spent;
    m_standing.message = message;
}

ClaimStanding ClaimAtWork::standing() const
{
    const QMutexLocker lock(&m_mutex);
    return m_standing;
}

} // namespace Decayscope
