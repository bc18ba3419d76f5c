// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "moduletrails.h"
#include "startscript.h"

namespace Decayscope {

/// Files that a file makes the program load without an import of it.
struct LoadedFiles
{
    int line = 0;
    std::string module; ///< As written, or the folder's path with "/*".
    std::vector<int> files;
};

/// What a file of Django names by texts: the settings, their applications, URLs and classes, `include("app.urls")`.
[[nodiscard]] std::vector<int> djangoModules(
    const SourceProject &project, int file, const StartScript &script, const ModuleTrails &trails);

/// The folders a file loads as a whole: by reading their names and requiring each, by Fastify's autoload, by pkgutil.
[[nodiscard]] std::vector<LoadedFiles> loadedFolders(const SourceProject &project, int file);

} // namespace Decayscope
