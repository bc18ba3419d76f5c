// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace Decayscope {

/// A name for paths as manifests write it, with at most one `*`, and the paths it stands for.
struct PathAlias
{
    std::string pattern; ///< "@app/*", "#db"
    std::vector<std::string> targets; ///< Below the project, in the order they are tried.

    bool operator==(const PathAlias &) const = default;
};

/// The paths a module name stands for by the alias that fits it best: an exact one, else that with the longest text
/// before its `*`. Empty where none fits. Time is linear in the number of aliases.
[[nodiscard]] std::vector<std::string> aliasedPaths(const std::vector<PathAlias> &aliases, std::string_view module);

} // namespace Decayscope
