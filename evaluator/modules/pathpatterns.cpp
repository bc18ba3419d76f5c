// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pathpatterns.h"

namespace Decayscope {

namespace {

/// What `*` stands for in a name; nothing where the pattern does not fit.
std::optional<std::string_view> starOf(std::string_view pattern, std::string_view module)
{
    const auto star = pattern.find('*');
    if (star == std::string_view::npos)
        return pattern == module ? std::optional(std::string_view()) : std::nullopt;
    const auto before = pattern.substr(0, star);
    const auto after = pattern.substr(star + 1);
    if (module.size() < before.size() + after.size() || !module.starts_with(before) || !module.ends_with(after))
        return std::nullopt;
    return module.substr(before.size(), module.size() - before.size() - after.size());
}

} // namespace

std::vector<std::string> aliasedPaths(const std::vector<PathAlias> &aliases, std::string_view module)
{
    const PathAlias *best = nullptr;
    std::string_view bestStar;
    std::size_t bestLength = 0;
    for (const auto &alias : aliases) {
        const auto star = starOf(alias.pattern, module);
        const auto length = alias.pattern.contains('*') ? alias.pattern.find('*') + 1 : module.size() + 2;
        if (star && length > bestLength)
            best = &alias, bestStar = *star, bestLength = length;
    }
    std::vector<std::string> paths;
    for (std::size_t i = 0; best && i < best->targets.size(); ++i) {
        auto path = best->targets[i];
        if (const auto star = path.find('*'); star != std::string::npos)
            path.replace(star, 1, bestStar);
        paths.push_back(std::move(path));
    }
    return paths;
}

} // namespace Decayscope
