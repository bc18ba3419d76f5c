// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <vector>

namespace Decayscope {

/// One route a web framework would serve.
struct Route
{
    QString method; ///< Upper case; "*" for any.
    QString path; ///< Whole, with all prefixes, parameters as `:name`: "/api/articles/:slug".
    QString file;
    int line = 0; ///< 1-based, where the route is declared.
    QString handlerFile; ///< Where its handler is defined; equal to `file` where it stands in the declaration.
    int handlerLine = 0;
    QString handlerName; ///< Empty for anonymous handlers.
    bool hasKnownPrefix = true; ///< False where a prefix could not be followed: `path` may lack its beginning.
    QString prefix; ///< The beginning of `path` that does not stand in the declaration; may be empty.
    QString prefixFile; ///< Where the outermost part of the prefix is given, if it is known.

    bool operator==(const Route &) const = default;
};

/// When a route is tried: those of one origin in their order, unless their framework prefers fixed segments.
struct RouteOrder
{
    int origin = 0; ///< The application or lost router the route belongs to.
    bool prefersFixed = false;
};

/// A request matched to a route, and how.
struct HandlerLink
{
    Route route;
    enum class How : quint8 {
        Exact, ///< Method and whole path match one route.
        BySuffix, ///< The path's end matches one route whose prefix could not be followed.
        ByMethodAnyPrefix ///< Only one route has this shape at all.
    } how
        = How::Exact;

    bool operator==(const HandlerLink &) const = default;
};

/// The routes of a generated project in any of the study's frameworks: Express, Fastify, Koa (koa-router), Hono, Flask,
/// FastAPI, Django, aiohttp. Found by reading the code's tokens, not by running it; routers mounted under prefixes are
/// followed through imports.
class RouteMap
{
public:
    /// Reads the files of a project: path → text.
    [[nodiscard]] static RouteMap of(const std::map<QString, QString> &files);

    [[nodiscard]] const std::vector<Route> &routes() const { return m_routes; }

    /// The route a request most likely reaches; nothing where there is none or several are equally likely. `url` may be
    /// absolute; query and fragment do not count. First declared wins, as in the frameworks, static segments before
    /// parameters where a framework sorts so.
    [[nodiscard]] std::optional<HandlerLink> handlerOf(const QString &method, const QString &url) const;

private:
    std::vector<Route> m_routes;
    std::vector<RouteOrder> m_orders; ///< Of each route.
};

} // namespace Decayscope
