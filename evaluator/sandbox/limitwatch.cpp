// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "limitwatch.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace Decayscope {

namespace {

/// A folder of that many entries is a weapon, whatever their size.
constexpr qint64 mostEntries = 1500000;

} // namespace

LimitWatch::LimitWatch(SandboxWorld &world, BubblewrapCommand *command, SandboxLimits limits)
    : m_world(world)
    , m_command(command)
    , m_limits(limits)
    , m_start(Clock::now())
    , m_next(m_start)
    , m_nextWalk(m_start + 500ms)
    , m_walkStart(m_start)
    , m_crowdedSince(m_start)
{ }

bool LimitWatch::isAtGate(int first)
{
    return first > 0 && (m_processes.isOpen() || m_processes.open(first)) && m_processes.isSettled();
}

std::optional<CommandEnding> LimitWatch::look(int first, Clock::time_point now)
{
    if (now - m_start > m_limits.wall)
        return CommandEnding::TooLong;
    if (now < m_next)
        return {};
    m_next = now + 5ms;
    if (first <= 0 || (!m_processes.isOpen() && !m_processes.open(first)))
        return {};
    const auto totals = m_processes.read();
    m_use.memoryBytes = std::max(m_use.memoryBytes, totals.memoryBytes);
    m_use.processes = std::max(m_use.processes, totals.tasks);
    m_use.cpuMilliseconds = std::max(m_use.cpuMilliseconds, totals.cpuMilliseconds);
    m_world.note(m_command, {totals.memoryBytes, totals.tasks, m_use.cpuMilliseconds, 0});
    const auto ending = judge(totals, now);
    // However many processes there are, looking takes a tenth of the time.
    const auto after = Clock::now();
    m_next = after + std::max<Clock::duration>(50ms, (after - now) * 9);
    return ending;
}

std::optional<CommandEnding> LimitWatch::judge(const ProcessTotals &totals, Clock::time_point now)
{
    if (isTooMuchMemory(totals))
        return CommandEnding::OutOfMemory;
    if (areTooManyTasks(totals, now))
        return CommandEnding::TooManyProcesses;
    if (std::chrono::milliseconds(totals.cpuMilliseconds) > m_limits.cpu)
        return CommandEnding::TooMuchCpu;
    if (isTooMuchDisk(now))
        return CommandEnding::TooMuchDisk;
    return {};
}

bool LimitWatch::isLargest(qint64 ResourceUse::*what, qint64 own) const
{
    return std::ranges::none_of(
        m_world.running, [&](const auto &entry) { return entry.first != m_command && entry.second.*what > own; });
}

bool LimitWatch::isTooMuchMemory(const ProcessTotals &totals) const
{
    const bool isOwn = totals.memoryBytes > m_limits.memoryBytes;
    const bool isAll = m_world.sum().memoryBytes > m_world.spec.limits.memoryBytes
        && isLargest(&ResourceUse::memoryBytes, totals.memoryBytes);
    if (!isOwn && !isAll)
        return false;
    // What processes share was counted for each of them.
    const auto shared = totals.memoryBytes - std::min(m_processes.exactMemory(), totals.memoryBytes);
    return totals.memoryBytes - shared > m_limits.memoryBytes
        || m_world.sum().memoryBytes - shared > m_world.spec.limits.memoryBytes;
}

bool LimitWatch::areTooManyTasks(const ProcessTotals &totals, Clock::time_point now)
{
    // The kernel lets no more start; a few of the session's are not seen inside.
    constexpr int unseen = 8;
    const auto all = m_world.sum().processes;
    const bool isCrowded = totals.tasks + unseen >= m_limits.processes
        || (all + unseen >= m_world.spec.limits.processes && totals.tasks > all / 2);
    if (!isCrowded || !m_isCrowded)
        m_crowdedSince = now;
    m_isCrowded = isCrowded;
    return isCrowded && now - m_crowdedSince > 1s;
}

bool LimitWatch::isTooMuchDisk(Clock::time_point now)
{
    auto &disk = m_world.disk;
    const auto filled = disk.filled();
    const bool isUrgent = filled > m_limits.diskBytes;
    if (now < m_nextWalk && !isUrgent)
        return false;
    const bool isDone = disk.step(isUrgent ? 50ms : 5ms);
    if (isDone) {
        const auto taken = Clock::now() - m_walkStart;
        m_nextWalk = Clock::now() + std::clamp<Clock::duration>(taken * 10, 500ms, 10s);
        m_walkStart = m_nextWalk;
    }
    m_use.diskBytes = std::max(m_use.diskBytes, disk.bytes());
    if (disk.bytes() > m_limits.diskBytes || disk.entries() > mostEntries)
        return true;
    // Much is gone, and more may lie where the walk does not come, or in files without a name.
    const auto hidden = filled - disk.bytes();
    return isDone && isUrgent
        && (disk.isBlind() || hidden > 2 * m_limits.diskBytes
            || m_processes.namelessBytes() + disk.bytes() > m_limits.diskBytes);
}

void LimitWatch::close()
{
    if (m_world.disk.step(100ms) || m_world.disk.bytes() > m_use.diskBytes)
        m_use.diskBytes = std::max(m_use.diskBytes, m_world.disk.bytes());
    m_world.use.diskBytes = std::max(m_world.use.diskBytes, m_use.diskBytes);
}

} // namespace Decayscope
