// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sampleproject.h"

namespace Decayscope {

/// Templates of the Node projects: what all frameworks share, by the role of the file.
[[nodiscard]] QByteArray nodeShared(QByteArrayView role);

/// The file of that name in the storage layer that talks to the database.
[[nodiscard]] QByteArray nodeGateway(const SampleProject &project);

[[nodiscard]] QByteArray nodePackage(const SampleProject &project);

/// Route files and entry point in the framework of the project.
[[nodiscard]] QByteArray nodeRoutes(const SampleProject &project, QByteArrayView module);
[[nodiscard]] QByteArray nodeRouteTable(const SampleProject &project); ///< Of Express, whose handlers stand apart.
[[nodiscard]] QByteArray nodeEntry(const SampleProject &project);

} // namespace Decayscope
