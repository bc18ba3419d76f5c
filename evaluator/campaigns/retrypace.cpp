// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "retrypace.h"

#include <QMutexLocker>

#include <algorithm>

namespace Decayscope {

namespace {

using std::chrono::milliseconds;

/// Runs of other models fail as well, now and then; only what goes on is taken for an outage.
constexpr int failuresOfAnOutage = 3;

milliseconds remaining(const QDeadlineTimer &timer)
{
    return std::chrono::ceil<milliseconds>(timer.remainingTimeAsDuration());
}

} // namespace

RetryPace::RetryPace(milliseconds firstDelay, milliseconds longestDelay)
    : m_firstDelay(firstDelay)
    , m_longestDelay(longestDelay)
{ }

void RetryPace::fail(int run)
{
    const QMutexLocker lock(&m_mutex);
    m_runs[run] = QDeadlineTimer(delayAfter(++m_failures[run]));
    if (++m_inARow >= failuresOfAnOutage)
        m_any = QDeadlineTimer(delayAfter(m_inARow - failuresOfAnOutage + 1));
}

void RetryPace::succeed()
{
    const QMutexLocker lock(&m_mutex);
    m_inARow = 0;
    m_any = {};
}

milliseconds RetryPace::untilAny() const
{
    const QMutexLocker lock(&m_mutex);
    return remaining(m_any);
}

milliseconds RetryPace::until(int run) const
{
    const QMutexLocker lock(&m_mutex);
    const auto found = m_runs.find(run);
    return found == m_runs.end() ? milliseconds(0) : remaining(found->second);
}

milliseconds RetryPace::delayAfter(int failures) const
{
    constexpr int mostDoublings = 20;
    const auto delay = m_firstDelay * (1LL << std::clamp(failures - 1, 0, mostDoublings));
    return std::min<milliseconds>(delay, m_longestDelay);
}

} // namespace Decayscope
