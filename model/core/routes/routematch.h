// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "routemap.h"

namespace Decayscope {

/// The route a request most likely reaches; see RouteMap::handlerOf. `orders` has an entry for each route.
[[nodiscard]] std::optional<HandlerLink> bestRoute(
    const std::vector<Route> &routes, const std::vector<RouteOrder> &orders, const QString &method, const QString &url);

} // namespace Decayscope
