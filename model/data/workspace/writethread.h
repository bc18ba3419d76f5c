// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <store/writeunit.h>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace Decayscope {

/// The one thread of a workspace that writes. Small writes of the user go before the units of long jobs, and each keeps
/// its place among its like. Destroying it waits until everything that was handed over is done.
class WriteThread
{
public:
    enum class Order : quint8 { Soon, AfterSmallWrites };

    explicit WriteThread(QString path);
    ~WriteThread();

    /// Hands a unit over. `done` is called in the writing thread.
    void post(Order order, WriteUnit unit, std::function<void(Result<>)> done);

    /// Hands a unit over and waits for its end. Not to be called by the writing thread.
    [[nodiscard]] Result<> perform(Order order, const WriteUnit &unit);

private:
    struct Task
    {
        WriteUnit unit;
        std::function<void(Result<>)> done;
    };

    void work();
    [[nodiscard]] std::optional<Task> next();

    const QString m_path;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Task> m_small;
    std::deque<Task> m_long;
    bool m_isEnding = false;
    std::jthread m_thread; ///< Last: it uses all the others.
};

} // namespace Decayscope
