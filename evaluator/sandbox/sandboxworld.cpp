// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandboxworld.h"

#include <algorithm>

namespace Decayscope {

void SandboxWorld::note(BubblewrapCommand *command, const ResourceUse &now)
{
    running[command] = now;
    const auto all = sum();
    use.memoryBytes = std::max(use.memoryBytes, all.memoryBytes);
    use.processes = std::max(use.processes, all.processes);
    use.diskBytes = std::max(use.diskBytes, disk.bytes());
}

void SandboxWorld::forget(BubblewrapCommand *command)
{
    const auto place = running.find(command);
    if (place == running.end())
        return;
    use.cpuMilliseconds += place->second.cpuMilliseconds;
    running.erase(place);
}

ResourceUse SandboxWorld::sum() const
{
    ResourceUse all;
    for (const auto &[command, now] : running) {
        all.memoryBytes += now.memoryBytes;
        all.processes += now.processes;
        all.cpuMilliseconds += now.cpuMilliseconds;
    }
    return all;
}

ResourceUse SandboxWorld::total() const
{
    auto all = use;
    all.cpuMilliseconds += sum().cpuMilliseconds;
    all.diskBytes = std::max(all.diskBytes, disk.bytes());
    return all;
}

} // namespace Decayscope
