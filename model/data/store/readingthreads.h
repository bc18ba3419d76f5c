// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importwriter.h"

#include <atomic>
#include <functional>
#include <thread>
#include <vector>

namespace Decayscope {

/// Threads that prepare runs for a queue; the last one to end closes it.
class ReadingThreads
{
public:
    /// Each thread does `work` once.
    ReadingThreads(int count, const std::function<void()> &work, RunQueue &queue)
        : m_queue(queue)
        , m_running(count)
    {
        m_threads.reserve(static_cast<std::size_t>(count));
        for (int i = 0; i < count; ++i)
            m_threads.emplace_back([this, work] {
                work();
                if (--m_running == 0)
                    m_queue.close();
            });
    }

    ~ReadingThreads() { m_queue.close(); } // The threads, declared last, end and are joined first.

    ReadingThreads(const ReadingThreads &) = delete;
    ReadingThreads &operator=(const ReadingThreads &) = delete;

private:
    RunQueue &m_queue;
    std::atomic<int> m_running;
    std::vector<std::jthread> m_threads;
};

} // namespace Decayscope
