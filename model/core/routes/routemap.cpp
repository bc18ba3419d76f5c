// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "routemap.h"

#include "djangoroutes.h"
#include "handlers.h"
#include "javascriptroutes.h"
#include "pathpattern.h"
#include "pythonroutes.h"
#include "routematch.h"

namespace Decayscope {

namespace {

void readDeclarations(Evaluator &evaluator)
{
    JavaScriptRoutes javaScript(evaluator);
    PythonRoutes python(evaluator);
    for (qint32 file = 0; file < evaluator.project().count(); ++file) {
        if (evaluator.project().file(file).isPython)
            walkCalls(evaluator, file, python);
        else
            walkCalls(evaluator, file, javaScript);
    }
    readDjangoRoutes(evaluator);
}

/// Joins the parameters that act as routers to the routers that callers pass for them. More parameters may turn up on
/// the way.
void joinParameters(Evaluator &evaluator)
{
    for (std::size_t i = 0; i < evaluator.routerParameters().size(); ++i) {
        const auto parameter = evaluator.routerParameters()[i];
        const auto child
            = evaluator.routerOfParameter(parameter.file, parameter.index, parameter.number, parameter.text);
        for (const auto &site : evaluator.callSitesOf(parameter.file, parameter.index)) {
            const auto passed = evaluator.passedAt(parameter, site);
            const auto parent = evaluator.routerOf(passed);
            if (parent >= 0)
                evaluator.graph().mount(parent, child, site, QString());
        }
    }
}

} // namespace

RouteMap RouteMap::of(const std::map<QString, QString> &files)
{
    const Project project(files);
    RouterGraph graph;
    Evaluator evaluator(project, graph);
    collectCallSites(evaluator);
    readDeclarations(evaluator);
    joinParameters(evaluator);
    RouteMap map;
    for (auto &found : graph.routes()) {
        const bool sorts = found.framework == Framework::Fastify || found.framework == Framework::Flask;
        if (found.prefixFile >= 0)
            found.route.prefixFile = project.file(found.prefixFile).path;
        map.m_routes.push_back(std::move(found.route));
        map.m_orders.push_back({.origin = found.origin, .prefersFixed = sorts});
    }
    return map;
}

std::optional<HandlerLink> RouteMap::handlerOf(const QString &method, const QString &url) const
{
    return bestRoute(m_routes, m_orders, method, url);
}

} // namespace Decayscope
