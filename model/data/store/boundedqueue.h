// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTypes>

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace Decayscope {

/// A queue between threads that is bounded by the bytes it holds, so that fast readers do not fill the memory. One item
/// is let in however large it is.
template <typename T>
class BoundedQueue
{
public:
    explicit BoundedQueue(qint64 maxBytes)
        : m_maxBytes(maxBytes)
    { }

    /// Waits for room. False when the queue was closed: the item is dropped.
    bool push(T item, qint64 bytes)
    {
        std::unique_lock lock(m_mutex);
        m_room.wait(lock, [&] { return m_isClosed || m_items.empty() || m_bytes + bytes <= m_maxBytes; });
        if (m_isClosed)
            return false;
        m_items.emplace_back(std::move(item), bytes);
        m_bytes += bytes;
        m_content.notify_one();
        return true;
    }

    /// The next item, or nothing where none comes within the time.
    std::optional<T> pop(std::chrono::milliseconds patience)
    {
        std::unique_lock lock(m_mutex);
        m_content.wait_for(lock, patience, [this] { return m_isClosed || !m_items.empty(); });
        if (m_items.empty())
            return std::nullopt;
        auto [item, bytes] = std::move(m_items.front());
        m_items.pop_front();
        m_bytes -= bytes;
        m_room.notify_all();
        return std::optional<T>(std::move(item));
    }

    /// Nothing more comes in; what is there may still be taken.
    void close()
    {
        const std::lock_guard lock(m_mutex);
        m_isClosed = true;
        m_room.notify_all();
        m_content.notify_all();
    }

    /// Whether it is closed and empty.
    [[nodiscard]] bool isDrained() const
    {
        const std::lock_guard lock(m_mutex);
        return m_isClosed && m_items.empty();
    }

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_room;
    std::condition_variable m_content;
    std::deque<std::pair<T, qint64>> m_items;
    qint64 m_bytes = 0;
    const qint64 m_maxBytes;
    bool m_isClosed = false;
};

} // namespace Decayscope
