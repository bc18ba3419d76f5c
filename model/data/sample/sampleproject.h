// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sampleplan.h"
#include "sampletext.h"

#include <QStringList>

namespace Decayscope {

/// Where a made-up project keeps its rows. With an ORM, Memory stands for an address from the environment.
enum class Backing : quint8 { Memory, Sqlite, Postgres };

/// What kind of project a sample run is to have written.
struct SampleProject
{
    bool isPython = false;
    QByteArray framework; ///< "flask".
    Backing backing = Backing::Memory;
    bool usesOrm = false;
    bool writesSql = false; ///< One statement by hand beside the ORM, which only reading the code shows.
    bool isLayered = false; ///< In the folders of a Clean Architecture.
    bool isBreached = false; ///< The storage layer imports a service.
    QByteArray feature; ///< The only module to be written of a feature task; empty for whole projects.
    bool starts = true; ///< Else its entry point imports a module that nobody wrote.
};

[[nodiscard]] SampleProject sampleProject(const SampleRun &run);

/// The folder of a layer in a project: "routes", "handlers", "services", "storage" or "models" with its path, such as
/// "app/repositories".
[[nodiscard]] QByteArray layerFolder(const SampleProject &project, QByteArrayView layer);

} // namespace Decayscope
