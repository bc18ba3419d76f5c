// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "processwatch.h"
#include "sandboxworld.h"

#include <chrono>

namespace Decayscope {

/// Looks at a running command from time to time and says when it has gone too far.
class LimitWatch
{
public:
    using Clock = std::chrono::steady_clock;

    LimitWatch(SandboxWorld &world, BubblewrapCommand *command, SandboxLimits limits);

    /// `first` is the command's first process, once it is known. Gives the limit that was passed, if any.
    [[nodiscard]] std::optional<CommandEnding> look(int first, Clock::time_point now);

    /// Whether the command waits at its gate, and may pass it with the watch open.
    [[nodiscard]] bool isAtGate(int first);

    /// Takes a last look at the disk, at most a tenth of a second long.
    void close();

    [[nodiscard]] Clock::time_point nextLook() const { return m_next; }
    [[nodiscard]] const ResourceUse &use() const { return m_use; } ///< Peaks of this command.

private:
    [[nodiscard]] std::optional<CommandEnding> judge(const ProcessTotals &totals, Clock::time_point now);
    [[nodiscard]] bool isTooMuchMemory(const ProcessTotals &totals) const;
    [[nodiscard]] bool areTooManyTasks(const ProcessTotals &totals, Clock::time_point now);
    [[nodiscard]] bool isTooMuchDisk(Clock::time_point now);
    [[nodiscard]] bool isLargest(qint64 ResourceUse::*what, qint64 own) const;

    SandboxWorld &m_world;
    BubblewrapCommand *m_command;
    SandboxLimits m_limits;
    ProcessWatch m_processes;
    ResourceUse m_use;
    Clock::time_point m_start;
    Clock::time_point m_next;
    Clock::time_point m_nextWalk;
    Clock::time_point m_walkStart;
    Clock::time_point m_crowdedSince; ///< Since when the number of processes is at its limit.
    bool m_isCrowded = false;
};

} // namespace Decayscope
