// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "descriptor.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace Decayscope {

/// What the processes of a sandbox take at one moment.
struct ProcessTotals
{
    qint64 memoryBytes = 0; ///< Resident, swapped, page tables, and what lies in temporary folders in memory.
    int tasks = 0; ///< Processes and threads.
    qint64 cpuMilliseconds = 0; ///< Of ended processes too; never falls.
};

/// Watches a process namespace through its own /proc, so that it costs as much as there is inside, whatever else runs
/// on this system.
class ProcessWatch
{
public:
    /// `first` is the namespace's first process as seen here. False until its own /proc and root are there.
    bool open(int first);
    [[nodiscard]] bool isOpen() const { return m_processes.isOpen(); }

    /// Whether the namespace's first process waits for its second, and that one, a shell, for something else.
    [[nodiscard]] bool isSettled() const;

    [[nodiscard]] ProcessTotals read();

    /// As memoryBytes, but with what several processes share counted once. Takes longer.
    [[nodiscard]] qint64 exactMemory() const;

    /// What open files without a name take on disks. Takes longer.
    [[nodiscard]] qint64 namelessBytes() const;

private:
    struct Account
    {
        qint64 memory = 0;
        int tasks = 0;
        qint64 ticks = 0;
    };

    [[nodiscard]] static std::optional<Account> account(int folder, const QByteArray &process);
    [[nodiscard]] std::vector<Account> accounts() const;
    [[nodiscard]] qint64 memoryFolders() const;

    Descriptor m_first; ///< The first process in the /proc of this system; inside, it is hidden.
    Descriptor m_processes; ///< The namespace's /proc.
    Descriptor m_root;
    qint64 m_ticks = 0;
    qint64 m_lostTicks = 0; ///< Of processes nobody waited for, as last seen.
};

} // namespace Decayscope
