// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "moduletrails.h"
#include "startscript.h"

namespace Decayscope {

/// The files that a start script names.
struct StartFiles
{
    std::vector<int> files; ///< Indexes into SourceProject::files, each once.
    bool isComplete = true; ///< False where a server is started from a file that is not found.
};

[[nodiscard]] StartFiles startFilesOf(
    const SourceProject &project, const StartScript &script, const ModuleTrails &trails);

} // namespace Decayscope
