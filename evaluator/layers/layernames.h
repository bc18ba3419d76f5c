// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/layer.h>

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace Decayscope {

/// What the name of a file says about its layer, or about being none.
struct NamedLayer
{
    Layer layer = Layer::Routes;
    std::string word; ///< As the path has it: "usecases", "user_service.py".
    bool isWeak = false; ///< A directory such as api: files in it that name another layer are of that one.

    bool operator==(const NamedLayer &) const = default;
};

/// Which directories of a project are named for a layer. Those that only hold other layers, such as the `application`
/// of application/routes and application/models, are none.
class LayerDirectories
{
public:
    /// Takes the paths of all files whose layers will be asked for. Time is linear in their lengths.
    explicit LayerDirectories(const std::vector<std::string_view> &paths);

    /// The layer of a file by the innermost of its directories that names one.
    [[nodiscard]] std::optional<NamedLayer> layerOf(std::string_view path) const;

private:
    std::set<std::string, std::less<>> m_umbrellas; ///< Paths of directories that name a layer and are none.
};

/// The layer in a file's own name: user_service.py, articles.controller.js, userRepository.ts, models.py.
[[nodiscard]] std::optional<NamedLayer> layerOfFileName(std::string_view path);

/// What a file is that belongs to no layer, whatever its code looks like.
enum class SupportRole : quint8 {
    None,
    Root, ///< Puts the parts together and starts the server: main, app, server, container.
    Settings,
    DatabaseSetUp, ///< Engine, session, pool, first tables.
    Guard, ///< Middleware, authentication, errors of HTTP.
    Helper ///< Small things that all layers use.
};

/// By the file's name, or else by the innermost of its directories that says so.
[[nodiscard]] SupportRole supportRoleOf(std::string_view path);

/// The directory of a path; empty for files at the top.
[[nodiscard]] std::string_view directoryOf(std::string_view path);

} // namespace Decayscope
