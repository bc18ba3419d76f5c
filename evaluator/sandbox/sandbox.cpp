// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox.h"

#include <utility>

namespace Decayscope {

Result<CommandReport> runCommand(SandboxSession &session, const CommandSpec &command, const Progress &progress,
    std::function<void(QByteArrayView)> watch)
{
    auto running = session.start(command, std::move(watch));
    if (!running)
        return std::unexpected(std::move(running.error()));
    while (!(*running)->wait(std::chrono::hours(1), progress)) {
        if (progress.isCancelled()) {
            (*running)->stop();
            return cancelled();
        }
    }
    return (*running)->report();
}

} // namespace Decayscope
