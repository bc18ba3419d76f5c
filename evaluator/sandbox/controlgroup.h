// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "descriptor.h"
#include "sandbox.h"

namespace Decayscope {

/// A control group of the kernel's for one session, where this system lets its users make some: it holds memory and
/// processes to their limits without delay. Where it does not, the watcher alone does.
class ControlGroup
{
public:
    /// Made beside the group of this program, below the nearest group above it that may be written to and passes memory
    /// and processes on. Null where there is none. `own` names this program's group, `root` is the folder of all.
    [[nodiscard]] static std::unique_ptr<ControlGroup> make(const SandboxLimits &limits,
        const QString &root = QStringLiteral("/sys/fs/cgroup"),
        const QString &own = QStringLiteral("/proc/self/cgroup"));
    ~ControlGroup();
    ControlGroup(const ControlGroup &) = delete;
    ControlGroup &operator=(const ControlGroup &) = delete;

    [[nodiscard]] const QString &path() const { return m_path; }

    /// A process that writes "0" here is in the group.
    [[nodiscard]] int entrance() const { return m_entrance.get(); }

    [[nodiscard]] int kills() const; ///< Processes the kernel has killed for want of memory.

private:
    ControlGroup() = default;

    QString m_path;
    Descriptor m_entrance;
};

} // namespace Decayscope
