// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandboxnamespace.h"

#include <QList>

namespace Decayscope {

/// What it takes to start bubblewrap.
struct LaunchSpec
{
    QByteArray program; ///< bubblewrap's path.
    QList<QByteArray> options;
    QList<QByteArray> command;
    QByteArray input;
    SandboxNetwork network = SandboxNetwork::Own;
    SandboxLimits limits;
    int processGroup = -1; ///< Open file that takes the process into its control group; -1 for none.
};

/// A started bubblewrap.
struct LaunchedProcess
{
    int process = -1;
    Descriptor handle; ///< Readable once it ended.
    Descriptor output; ///< Both streams; does not block.
    Descriptor status; ///< What bubblewrap tells of the command; does not block.
    Descriptor gate; ///< The command waits for a line here; it ends where the gate is closed without one.
    Descriptor gateEnd; ///< The gate's other side: writing to a command that was killed is no broken pipe then.
};

/// What the command is called while it waits at the gate.
inline constexpr char gateName[] = "decayscope";

/// Starts bubblewrap inside a session's namespaces. It ends when the calling thread does. Errors: NotFound, Internal.
///
/// The command waits at a gate, because bubblewrap's first process ends with bubblewrap only after its world is made:
/// were this program killed before, the command would go on alone.
[[nodiscard]] Result<LaunchedProcess> launchBubblewrap(const SandboxNamespace &space, const LaunchSpec &spec);

} // namespace Decayscope
