// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "projectpath.h"

namespace Decayscope {

namespace {

/// Adds the components of a path to another; false where they climb above its top.
bool addComponents(std::string &path, std::string_view components)
{
    while (!components.empty()) {
        const auto slash = components.find('/');
        const auto name = components.substr(0, slash);
        components = slash == std::string_view::npos ? std::string_view() : components.substr(slash + 1);
        if (name.empty() || name == ".")
            continue;
        if (name != "..") {
            path = joinedFolder(path, name);
            continue;
        }
        if (path.empty())
            return false;
        path.resize(parentFolder(path).size());
    }
    return true;
}

} // namespace

std::string_view parentFolder(std::string_view path)
{
    const auto slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

std::string_view lastComponent(std::string_view path)
{
    const auto slash = path.rfind('/');
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string joinedFolder(std::string_view folder, std::string_view name)
{
    std::string path;
    path.reserve(folder.size() + name.size() + 1);
    path.append(folder);
    if (!folder.empty() && !name.empty())
        path += '/';
    return path.append(name);
}

std::optional<std::string> pathIn(std::string_view folder, std::string_view relative)
{
    constexpr std::size_t longest = 4096;
    if (relative.size() > longest)
        return std::nullopt;
    std::string path(relative.starts_with('/') ? std::string_view() : folder);
    return addComponents(path, relative) ? std::optional(std::move(path)) : std::nullopt;
}

bool isBelow(std::string_view path, std::string_view folder)
{
    return folder.empty() || (path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/'));
}

} // namespace Decayscope
