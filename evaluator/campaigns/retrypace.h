// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDeadlineTimer>
#include <QMutex>

#include <map>

namespace Decayscope {

/// When something is tried again after failures of the infrastructure. Each failure in a row, of whichever runs,
/// doubles the time before anything new is begun: an endpoint that is away for an hour costs few attempts. A run
/// that failed itself waits as well, while others go first. Thread-safe.
class RetryPace
{
public:
    RetryPace(std::chrono::milliseconds firstDelay, std::chrono::milliseconds longestDelay);

    void fail(int run);
    void succeed();

    [[nodiscard]] std::chrono::milliseconds untilAny() const; ///< Before any run is begun; 0 for at once.
    [[nodiscard]] std::chrono::milliseconds until(int run) const; ///< Before this run is begun again.

private:
    [[nodiscard]] std::chrono::milliseconds delayAfter(int failures) const;

    const std::chrono::milliseconds m_firstDelay;
    const std::chrono::milliseconds m_longestDelay;
    mutable QMutex m_mutex;
    int m_inARow = 0;
    QDeadlineTimer m_any;
    std::map<int, int> m_failures;
    std::map<int, QDeadlineTimer> m_runs;
};

} // namespace Decayscope
