// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sampleproject.h"

namespace Decayscope {

/// Templates of the Python projects: what all frameworks share, by the role of the file.
[[nodiscard]] QByteArray pythonShared(QByteArrayView role);

/// The file of that name in the storage layer that talks to the database.
[[nodiscard]] QByteArray pythonGateway(const SampleProject &project);

/// Route files and entry point in the framework of the project.
[[nodiscard]] QByteArray pythonRoutes(const SampleProject &project, QByteArrayView module);
[[nodiscard]] QByteArray pythonRouteTable(); ///< Django's urls.py.
[[nodiscard]] QByteArray pythonEntry(const SampleProject &project);
[[nodiscard]] QByteArray pythonRequirements(const SampleProject &project);

} // namespace Decayscope
