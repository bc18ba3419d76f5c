// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "descriptor.h"
#include "sandbox.h"

namespace Decayscope {

/// The user inside every sandbox.
inline constexpr int sandboxUser = 1000;

/// Who the sandbox's user is outside: this process's user, or one without any rights where this process is root.
[[nodiscard]] int sandboxOuterUser();

/// A user namespace with one user in it and a network namespace with nothing but a loopback. Held by open descriptors
/// alone: they vanish with this object, or with the program.
class SandboxNamespace
{
public:
    /// Errors: Refused, naming what helps.
    [[nodiscard]] static Result<std::shared_ptr<const SandboxNamespace>> make();

    /// Leads the calling process, which must have been forked for it, inside and makes it the sandbox's user. Does only
    /// what is allowed between fork and exec. False where the system refused.
    [[nodiscard]] bool enter(SandboxNetwork network) const noexcept;

    /// As SandboxSession::networkEntrance(). Where it fails, the process ends with exit status 127.
    [[nodiscard]] static std::function<void()> entrance(std::shared_ptr<const SandboxNamespace> space);

    /// As SandboxSession::listenInside().
    [[nodiscard]] Result<int> listenInside(int port) const;

private:
    SandboxNamespace() = default;
    [[nodiscard]] bool join(SandboxNetwork network) const noexcept;

    Descriptor m_user;
    Descriptor m_network;
    bool m_isRoot = false;
    bool m_seesProgram = true; ///< Whether the sandbox's user may run this program's neighbours on disk.
};

} // namespace Decayscope
