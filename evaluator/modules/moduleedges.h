// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "modulegraph.h"
#include "moduletrails.h"

namespace Decayscope {

/// All imports of a project, followed.
struct ModuleEdges
{
    std::vector<ModuleEdge> edges; ///< By file and line.
    std::vector<PackageImport> packages; ///< By file and line.
    std::vector<std::vector<int>> runs; ///< For each file those that run because of it, types left out.
};

[[nodiscard]] ModuleEdges moduleEdgesOf(const SourceProject &project, ModuleTrails &trails);

} // namespace Decayscope
