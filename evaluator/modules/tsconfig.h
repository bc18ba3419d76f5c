// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pathpatterns.h"
#include "sourceproject.h"

namespace Decayscope {

/// What a tsconfig.json or jsconfig.json says about where modules lie. Paths are below the project.
struct TsConfig
{
    std::optional<std::string> baseUrl;
    std::vector<PathAlias> paths;
    std::string rootFolder; ///< Of sources; "src" below the config's folder where it is not said.
    std::string outFolder; ///< Of what is compiled; "dist" below the config's folder where it is not said.
};

/// The configs of a project by the folders they hold for, `extends` and `references` followed.
[[nodiscard]] std::map<std::string, TsConfig, std::less<>> tsConfigsOf(const SourceProject &project);

} // namespace Decayscope
