// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Decayscope {

// For forked processes that make a socket in another network and hand it back. All but receiveDescriptor() do only what
// is allowed after a fork.

/// Sends an open descriptor over a socket; with -1, the error that was the reason.
void sendDescriptor(int wire, int descriptor, int error) noexcept;

/// What sendDescriptor() sent: the descriptor, or -1 with the error.
[[nodiscard]] int receiveDescriptor(int wire, int &error);

/// A socket that listens on the loopback of the network this process is in; -1 with errno.
[[nodiscard]] int listenOnLoopback(int port) noexcept;

} // namespace Decayscope
