// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <sandbox/sandbox.h>

#include <QProcessEnvironment>

namespace Decayscope {

/// What a set-up needs that may use the network of this system: its proxies and certificates.
struct NetworkSettings
{
    std::map<QString, QString> environment;
    std::vector<SandboxBind> binds; ///< Certificate files that are named in it, read-only at their own paths.

    bool operator==(const NetworkSettings &) const = default;
};

/// The settings of a user's environment: proxies with the names they are not for, and certificates of their own.
/// Nothing else of the environment, and no registry's password; one that stands in a proxy's address is needed to use
/// it, and goes along.
[[nodiscard]] NetworkSettings networkSettings(const QProcessEnvironment &environment);

} // namespace Decayscope
