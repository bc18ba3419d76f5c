// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "layerstorage.h"

namespace Decayscope {

/// A place in a file that speaks for a layer.
struct ContentSign
{
    std::string what; ///< As code names it: "router.get", "psycopg2.connect", "class User".
    int line = 0;

    bool operator==(const ContentSign &) const = default;
};

/// What the code of one file does, as far as it tells its layer. Each sign is the first of its kind in the file.
struct LayerContent
{
    std::optional<ContentSign> registers; ///< HTTP routes.
    std::optional<ContentSign> handles; ///< Requests: written against the framework's request and response.
    std::optional<ContentSign> guards; ///< Requests of others: middleware.
    std::optional<ContentSign> wires; ///< Routers into an app.
    std::optional<ContentSign> queries; ///< Reads or writes stored data.
    std::optional<ContentSign> sends; ///< A text of SQL that reads or writes data.
    std::optional<ContentSign> connects; ///< To a database.
    std::optional<ContentSign> declares; ///< Data: tables of an ORM, or classes and types of nothing but data.
    std::optional<ContentSign> works; ///< A function or class that does something.
    std::optional<ContentSign> takesStorage; ///< A parameter that is a repository by its name or type.
    bool declaresTables = false; ///< With an ORM.
    bool isPassingOn = false; ///< Nothing but imports and names given on.

    bool operator==(const LayerContent &) const = default;
};

/// Reads the content of a file, in time linear in its facts and imports.
[[nodiscard]] LayerContent layerContentOf(const ModuleGraph &graph, int file, const StorageFiles &files);

} // namespace Decayscope
