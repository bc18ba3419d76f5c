// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "writethread.h"

#include <future>
#include <memory>
#include <optional>

namespace Decayscope {

WriteThread::WriteThread(QString path)
    : m_path(std::move(path))
    , m_thread([this] { work(); })
{ }

WriteThread::~WriteThread()
{
    const std::lock_guard lock(m_mutex);
    m_isEnding = true;
    m_wake.notify_one();
}

void WriteThread::post(Order order, WriteUnit unit, std::function<void(Result<>)> done)
{
    const std::lock_guard lock(m_mutex);
    (order == Order::Soon ? m_small : m_long).push_back({std::move(unit), std::move(done)});
    m_wake.notify_one();
}

Result<> WriteThread::perform(Order order, const WriteUnit &unit)
{
    // Shared, for the writing thread may still be inside set_value() when the answer is here.
    const auto promise = std::make_shared<std::promise<Result<>>>();
    auto answer = promise->get_future();
    post(order, unit, [promise](Result<> result) { promise->set_value(std::move(result)); });
    return answer.get();
}

std::optional<WriteThread::Task> WriteThread::next()
{
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, [this] { return m_isEnding || !m_small.empty() || !m_long.empty(); });
    auto &queue = m_small.empty() ? m_long : m_small;
    if (queue.empty())
        return std::nullopt;
    auto task = std::move(queue.front());
    queue.pop_front();
    return task;
}

void WriteThread::work()
{
    // Opened with the first unit, and again with the next one if that failed.
    std::optional<Connection> connection;
    while (auto task = next()) {
        if (!connection) {
            auto opened = Connection::open(m_path, OpenMode::ReadWrite);
            if (!opened) {
                task->done(std::unexpected(std::move(opened.error())));
                continue;
            }
            connection.emplace(std::move(*opened));
        }
        task->done(task->unit(*connection));
    }
}

} // namespace Decayscope
