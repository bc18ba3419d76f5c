// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "routergraph.h"

#include "pathpattern.h"

#include <algorithm>
#include <tuple>

namespace Decayscope {

namespace {

constexpr std::size_t mostRoutes = 10'000;
constexpr std::size_t mostVisits = 50'000; ///< Of routers, each once for every way that leads to it.
constexpr std::size_t mostItems = 50'000;
constexpr std::size_t deepestMount = 24;

} // namespace

/// What is known on the way from the outermost router.
struct RouterGraph::Visit
{
    QString prefix;
    bool isKnown = true;
    std::optional<QString> instead; ///< Of the next router's own prefix.
    Framework framework = Framework::Unknown;
    qint32 origin = 0;
    qint32 prefixFile = -1;
};

qint32 RouterGraph::routerAt(const QString &key, const Router &made)
{
    const auto known = m_places.constFind(key);
    if (known != m_places.constEnd())
        return *known;
    const auto index = static_cast<qint32>(m_routers.size());
    m_routers.push_back(made);
    m_places.insert(key, index);
    return index;
}

void RouterGraph::addRoute(qint32 index, CallSite site, DeclaredRoute route)
{
    auto &items = router(index).items;
    if (items.size() < mostItems)
        items.push_back({.file = site.file, .token = site.open, .route = std::move(route), .prefix = QString()});
}

void RouterGraph::mount(qint32 parent, qint32 child, CallSite site, std::optional<QString> prefix, bool replacesPrefix)
{
    auto &items = router(parent).items;
    if (parent == child || items.size() >= mostItems)
        return;
    items.push_back({.file = site.file,
        .token = site.open,
        .child = child,
        .route = {},
        .prefix = std::move(prefix),
        .replacesPrefix = replacesPrefix});
    router(child).isMounted = true;
}

/// An application nobody mounts is the outermost, unless one of several that may have been mounted where it could not
/// be seen.
bool RouterGraph::isRoot(const Router &router, qsizetype applications) const
{
    return router.isApplication && (router.isServed || applications == 1 || !m_hasLostMounts);
}

std::vector<RouterGraph::FoundRoute> RouterGraph::routes()
{
    for (auto &router : m_routers) {
        std::ranges::stable_sort(
            router.items, {}, [](const Router::Item &item) { return std::tuple(item.file, item.token); });
    }
    const auto isOutermost = [](const Router &router) { return router.isApplication && !router.isMounted; };
    const auto applications = std::ranges::count_if(m_routers, isOutermost);
    std::vector<FoundRoute> found;
    for (std::size_t i = 0; i < m_routers.size(); ++i) {
        if (m_routers[i].isMounted)
            continue;
        const auto index = static_cast<qint32>(i);
        collect(index, {.isKnown = isRoot(m_routers[i], applications), .origin = index}, found);
    }
    return found;
}

void RouterGraph::collect(qint32 index, const Visit &visit, std::vector<FoundRoute> &found)
{
    if (++m_visits > mostVisits || m_way.size() >= deepestMount || std::ranges::find(m_way, index) != m_way.end())
        return;
    m_way.push_back(index);
    const auto &router = m_routers[static_cast<std::size_t>(index)];
    auto here = visit;
    here.instead.reset();
    here.framework = router.framework == Framework::Unknown ? visit.framework : router.framework;
    const auto own = visit.instead ? visit.instead : router.prefix;
    here.isKnown = visit.isKnown && own.has_value();
    here.prefix = own ? joinedPath(visit.prefix, *own) : QString();
    for (const auto &item : router.items) {
        if (found.size() >= mostRoutes)
            break;
        if (item.child < 0) {
            addFound(item.route, here, found);
            continue;
        }
        auto below = here;
        below.isKnown = here.isKnown && item.prefix;
        if (item.replacesPrefix && item.prefix)
            below.instead = item.prefix;
        else
            below.prefix = item.prefix ? joinedPath(here.prefix, *item.prefix) : QString();
        if (below.prefixFile < 0 && item.prefix && segmentsOfPath(*item.prefix).size() > 0)
            below.prefixFile = item.file;
        collect(item.child, below, found);
    }
    m_way.pop_back();
}

void RouterGraph::addFound(const DeclaredRoute &declared, const Visit &visit, std::vector<FoundRoute> &found) const
{
    const auto path = plainPath(joinedPath(visit.prefix, declared.path));
    found.push_back({.route = {.method = declared.method,
                         .path = path.isEmpty() ? QStringLiteral("/") : path,
                         .file = declared.file,
                         .line = declared.line,
                         .handlerFile = declared.handler.file,
                         .handlerLine = declared.handler.line,
                         .handlerName = declared.handler.name,
                         .hasKnownPrefix = visit.isKnown,
                         .prefix = plainPath(visit.prefix),
                         .prefixFile = {}},
        .framework = visit.framework,
        .origin = visit.origin,
        .prefixFile = visit.prefixFile});
}

} // namespace Decayscope
