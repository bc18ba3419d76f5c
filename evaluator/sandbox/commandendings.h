// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox.h"

namespace Decayscope {

/// What the ending of a command is called towards people, a sentence. `reason` belongs to NotStarted.
[[nodiscard]] QString commandEndingText(
    CommandEnding ending, const CommandSpec &command, const SandboxLimits &limits, const QString &reason = {});

/// How a command ended by itself, from an exit status as shells have it: 128 and the number for a signal.
struct OwnEnding
{
    CommandEnding ending = CommandEnding::Exited;
    std::optional<int> exitCode;
    QString message;
};
[[nodiscard]] OwnEnding ownEnding(int status, const CommandSpec &command, const SandboxLimits &limits);

} // namespace Decayscope
