// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <jobs/runjob.h>

#include <QObject>

#include <type_traits>
#include <utility>

namespace Decayscope {

/// Runs work in a pool of which only the newest answer counts: a newer request cancels the older, and an older answer
/// that still comes is dropped. Lives in the object that takes the answers.
class LatestJob
{
public:
    LatestJob(QThreadPool *pool, QObject *owner)
        : m_pool(pool)
        , m_owner(owner)
    { }
    ~LatestJob() { m_running.cancel(); }
    Q_DISABLE_COPY_MOVE(LatestJob)

    /// `work(const Progress &) -> Result<T>` in the pool; `done(const Result<T> &)` in the owner's thread.
    template <typename Work, typename Done>
    void start(Work work, Done done)
    {
        using Answer = std::invoke_result_t<Work, const Progress &>;
        m_running.cancel();
        auto future = runJob(m_pool, std::move(work));
        m_running = QFuture<void>(future);
        m_isRunning = true;
        // Queued, so that no answer comes while it is still being asked for.
        future.then(m_owner, [this, ticket = ++m_newest, done = std::move(done)](const Answer &answer) {
            QMetaObject::invokeMethod(
                m_owner, [this, ticket, done, answer] { take(ticket, done, answer); }, Qt::QueuedConnection);
        });
    }

    /// Asks the running work to stop; its answer is dropped.
    void cancel()
    {
        m_running.cancel();
        ++m_newest;
        m_isRunning = false;
    }

    /// Whether the newest answer is still to come.
    [[nodiscard]] bool isRunning() const { return m_isRunning; }

private:
    template <typename Done, typename Answer>
    void take(quint64 ticket, const Done &done, const Answer &answer)
    {
        if (ticket != m_newest)
            return;
        m_isRunning = false;
        done(answer);
    }

    QThreadPool *m_pool;
    QObject *m_owner;
    QFuture<void> m_running;
    quint64 m_newest = 0;
    bool m_isRunning = false;
};

} // namespace Decayscope
