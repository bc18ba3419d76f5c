// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/progress.h>
#include <base/result.h>
#include <plans/planstatus.h>

#include <QDeadlineTimer>
#include <QMutex>
#include <QThread>

#include <algorithm>
#include <atomic>
#include <optional>

namespace Decayscope {

/// Whether a campaign goes on: what the user wants, and what keeps it from going on. Thread-safe.
class CampaignControl
{
public:
    explicit CampaignControl(const Progress &asked);

    void take(PlanWish wish);
    bool halt(const QString &why); ///< Nothing new is begun; the first reason stays: whether this is the first.
    void abort(Error error); ///< What runs is interrupted; the first error stays.

    [[nodiscard]] bool mayBegin() const; ///< Whether further runs are begun.
    [[nodiscard]] bool mustStop() const; ///< Whether what runs is interrupted.
    [[nodiscard]] bool isCancelled() const { return m_asked.isCancelled(); }

    [[nodiscard]] QString haltedBy() const; ///< Empty where nothing did.
    [[nodiscard]] std::optional<Error> error() const;

    /// Waits as long as `mayWait` says so; false where it did not last that long.
    template <typename MayWait>
    [[nodiscard]] bool waitFor(std::chrono::milliseconds time, const MayWait &mayWait) const;

private:
    const Progress &m_asked;
    std::atomic<PlanWish> m_wish = PlanWish::Run;
    std::atomic<bool> m_isHalted = false;
    std::atomic<bool> m_isAborted = false;
    mutable QMutex m_mutex;
    QString m_haltedBy;
    std::optional<Error> m_error;
};

/// Waits in small pieces, so that nobody waits for who waits.
template <typename MayWait>
bool CampaignControl::waitFor(std::chrono::milliseconds time, const MayWait &mayWait) const
{
    constexpr std::chrono::milliseconds piece{20};
    QDeadlineTimer deadline(time);
    while (!deadline.hasExpired()) {
        if (!mayWait())
            return false;
        QThread::sleep(std::min<std::chrono::nanoseconds>(piece, deadline.remainingTimeAsDuration()));
    }
    return mayWait();
}

} // namespace Decayscope
