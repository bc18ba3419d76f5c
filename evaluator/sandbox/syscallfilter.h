// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace Decayscope {

/// The system calls refused inside a sandbox, as the program of a seccomp filter; empty on processors it is not written
/// for.
///
/// Refused is what no server needs and what reaches far into the kernel, beyond the namespaces, or past the watcher:
/// key rings, mounts and further namespaces, tracing of the kernel, memory that belongs to no process, sockets other
/// than those of the internet and of this system, and typing into terminals.
[[nodiscard]] QByteArray syscallFilter();

} // namespace Decayscope
