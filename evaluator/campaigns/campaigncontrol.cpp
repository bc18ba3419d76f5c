// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "campaigncontrol.h"

#include <QMutexLocker>

namespace Decayscope {

CampaignControl::CampaignControl(const Progress &asked)
    : m_asked(asked)
{ }

void CampaignControl::take(PlanWish wish)
{
    m_wish = wish;
}

bool CampaignControl::halt(const QString &why)
{
    const QMutexLocker lock(&m_mutex);
    if (m_isHalted.exchange(true))
        return false;
    m_haltedBy = why;
    return true;
}

void CampaignControl::abort(Error error)
{
    const QMutexLocker lock(&m_mutex);
    if (!m_isAborted.exchange(true))
        m_error = std::move(error);
}

bool CampaignControl::mayBegin() const
{
    return m_wish == PlanWish::Run && !m_isHalted && !mustStop();
}

bool CampaignControl::mustStop() const
{
    return m_wish == PlanWish::Stop || m_isAborted || m_asked.isCancelled();
}

QString CampaignControl::haltedBy() const
{
    const QMutexLocker lock(&m_mutex);
    return m_haltedBy;
}

std::optional<Error> CampaignControl::error() const
{
    const QMutexLocker lock(&m_mutex);
    return m_error;
}

} // namespace Decayscope
