// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <modules/modulegraph.h>

namespace Decayscope {

/// What a name of an outside package is for, as far as layers are concerned.
enum class NameUse : quint8 {
    None,
    HttpRouter, ///< Makes something routes are registered on, or is its type.
    HttpRegistration, ///< A function that makes a route.
    HttpView, ///< Base of classes that answer requests.
    HttpExchange, ///< Type of requests or contexts, or a maker of responses.
    HttpGuard, ///< Base of middleware.
    HttpClient, ///< Asks other servers.
    Connection, ///< Opens connections, or makes engines and pools.
    Session, ///< Type or maker of an ORM's sessions.
    Query, ///< Makes a query.
    Table, ///< Base of tables, or a maker of them.
    Data ///< Base or decorator of classes that hold data.
};

/// By package and the last component of the name.
[[nodiscard]] NameUse nameUseOf(const ModuleGraph::Origin &origin);

/// Whether a package is an ORM or a driver: a file that imports it may work with stored data.
[[nodiscard]] bool isStoragePackage(std::string_view package);

/// Whether a package is a web framework.
[[nodiscard]] bool isWebPackage(std::string_view package);

/// "app.router" of "app.router.get"; empty where there is no dot.
[[nodiscard]] std::string_view receiverOf(std::string_view dotted);

} // namespace Decayscope
