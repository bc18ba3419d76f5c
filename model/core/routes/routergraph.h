// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "routemap.h"
#include "value.h"

#include <QHash>

namespace Decayscope {

enum class Framework : quint8 { Unknown, Express, Koa, Fastify, Hono, Flask, FastApi, Django, Aiohttp };

/// Where code stands that answers requests.
struct HandlerPlace
{
    QString file; ///< Empty where it could not be found.
    int line = 0;
    QString name;
};

/// A route as a router holds it: its path without prefixes, as written.
struct DeclaredRoute
{
    QString method;
    QString path;
    QString file;
    int line = 0;
    HandlerPlace handler;
};

/// An application or router of a framework, or the parameter that will be one.
struct Router
{
    /// What was declared on it, in the order of the code: a route, or another router under a prefix.
    struct Item
    {
        qint32 file = 0;
        qint32 token = 0;
        qint32 child = -1; ///< -1: a route.
        DeclaredRoute route;
        std::optional<QString> prefix; ///< Of a child; nothing where it is not known.
        bool replacesPrefix = false; ///< The prefix stands instead of the child's own.
    };

    bool isApplication = false; ///< Needs no mounting to be reached.
    bool isServed = false; ///< Something starts it.
    bool isMounted = false;
    Framework framework = Framework::Unknown;
    std::optional<QString> prefix = QString(); ///< Its own; nothing where it is not known.
    std::vector<Item> items;
};

/// The routers of a project and which is mounted in which.
class RouterGraph
{
public:
    /// The router made at a place of the code: always the same for the same key.
    qint32 routerAt(const QString &key, const Router &made);
    [[nodiscard]] Router &router(qint32 index) { return m_routers[static_cast<std::size_t>(index)]; }

    void addRoute(qint32 router, CallSite site, DeclaredRoute route);
    void mount(qint32 parent, qint32 child, CallSite site, std::optional<QString> prefix, bool replacesPrefix = false);
    /// Says that something was mounted that could not be followed.
    void loseMount() { m_hasLostMounts = true; }

    /// All routes with their whole paths, in the order in which the frameworks would try them.
    struct FoundRoute
    {
        Route route;
        Framework framework = Framework::Unknown;
        qint32 origin = 0; ///< Routes of one origin are tried in their order.
        qint32 prefixFile = -1; ///< Where the outermost part of its prefix is given.
    };
    [[nodiscard]] std::vector<FoundRoute> routes();

private:
    struct Visit;

    [[nodiscard]] bool isRoot(const Router &router, qsizetype applications) const;
    void collect(qint32 router, const Visit &visit, std::vector<FoundRoute> &found);
    void addFound(const DeclaredRoute &declared, const Visit &visit, std::vector<FoundRoute> &found) const;

    std::vector<Router> m_routers;
    QHash<QString, qint32> m_places;
    std::vector<qint32> m_way; ///< Routers being collected, outermost first.
    std::size_t m_visits = 0;
    bool m_hasLostMounts = false;
};

} // namespace Decayscope
