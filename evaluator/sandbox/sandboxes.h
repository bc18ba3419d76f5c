// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox.h"

namespace Decayscope {

/// The sandbox by bubblewrap. Errors: NotFound (bwrap is not installed), Refused (this system lets users make no
/// namespaces); each names what helps.
[[nodiscard]] Result<std::shared_ptr<Sandbox>> bubblewrapSandbox();

/// The sandbox by a container engine, "podman" or "docker". Errors: NotFound, Refused (the engine does not answer).
[[nodiscard]] Result<std::shared_ptr<Sandbox>> containerSandbox(const QString &engine);

} // namespace Decayscope
