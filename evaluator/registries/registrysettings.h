// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registrymirror.h"

#include <QProcessEnvironment>

namespace Decayscope {

/// Paths of the routes at the mirror, without the slash before them. npm has the root: its clients put the path of a
/// package directly behind the host when they follow a lock file.
inline constexpr QLatin1StringView pypiPath("_pypi/");
inline constexpr QLatin1StringView pypiFilesPath("_files/");
inline constexpr QLatin1StringView nodePath("_node/");

/// The registries as npm, pip and uv would take them from an environment, a home folder and the system's own folder of
/// settings ("/etc"), with the user's tokens for them. Settings that cannot be read or name no address in the web count
/// as absent.
[[nodiscard]] std::vector<RegistryRoute> registryRoutes(
    const QProcessEnvironment &environment, const QString &home, const QString &systemFolder);

} // namespace Decayscope
