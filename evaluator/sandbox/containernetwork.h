// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "descriptor.h"

#include <base/result.h>

#include <memory>

namespace Decayscope {

/// The network of a running container, held open. Reached as root, or where the engine works without root.
class ContainerNetwork
{
public:
    /// Errors: Refused (the container belongs to another user), naming what helps.
    [[nodiscard]] static Result<std::shared_ptr<const ContainerNetwork>> ofProcess(int process);

    /// Leads the calling process, which must have been forked for it, inside. Does only what is allowed between fork
    /// and exec. False where the system refused.
    [[nodiscard]] bool enter() const noexcept;

    /// As SandboxSession::listenInside().
    [[nodiscard]] Result<int> listenInside(int port) const;

private:
    ContainerNetwork() = default;

    Descriptor m_user; ///< Not open where the container has no users of its own.
    Descriptor m_network;
};

} // namespace Decayscope
