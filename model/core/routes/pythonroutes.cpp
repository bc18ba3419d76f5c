// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pythonroutes.h"

#include "handlers.h"
#include "httpmethods.h"

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

using Kind = Value::Kind;

constexpr qint32 longestList = 32; ///< Tokens of a list of methods.
constexpr std::array<QStringView, 4> routeDecorators{u"route", u"api_route", u"view", u"websocket"};
constexpr std::array<QStringView, 5> mountMethods{
    u"include_router", u"register_blueprint", u"add_subapp", u"mount", u"add_namespace"};

QStringList anyMethod()
{
    return {QStringLiteral("*")};
}

} // namespace

PythonRoutes::PythonRoutes(Evaluator &evaluator)
    : m_evaluator(evaluator)
{
    for (qint32 file = 0; file < evaluator.project().count(); ++file) {
        const auto &code = evaluator.project().file(file);
        if (!code.isPython)
            continue;
        for (std::size_t i = 0; i < code.functions.size(); ++i) {
            for (const auto token : code.functions[i].decorators)
                m_decorated.insert(placeKey(file, token), {Kind::Function, file, static_cast<qint32>(i), -1, {}});
        }
        for (std::size_t i = 0; i < code.classes.size(); ++i) {
            for (const auto token : code.classes[i].decorators)
                m_decorated.insert(placeKey(file, token), {Kind::Class, file, static_cast<qint32>(i), -1, {}});
        }
    }
}

const Argument *PythonRoutes::Call::argument(QStringView name, std::size_t place) const
{
    const auto found = std::ranges::find(named, name, &Argument::name);
    if (found != named.end())
        return &*found;
    return place < plain.size() ? &plain[place] : nullptr;
}

PythonRoutes::Call PythonRoutes::callAt(CallSite site) const
{
    Call call{.site = site, .plain = {}, .named = {}};
    for (auto &argument : m_evaluator.argumentsOf(site.file, site.open))
        (argument.name.isEmpty() ? call.plain : call.named).push_back(argument);
    return call;
}

std::optional<QString> PythonRoutes::textOf(const Call &call, const Argument *argument)
{
    return argument ? m_evaluator.textOf(call.site.file, *argument) : std::nullopt;
}

void PythonRoutes::methodCalled(const Value &base, const QString &name, CallSite site)
{
    if (!m_evaluator.project().file(site.file).isPython)
        return;
    const auto call = callAt(site);
    const auto decorated = m_decorated.constFind(placeKey(site.file, site.start));
    if (decorated == m_decorated.constEnd()) {
        declareCall(base, name, call);
        return;
    }
    const auto *argument = call.argument(u"path", 0);
    const auto path = textOf(call, argument ? argument : call.argument(u"rule", 0));
    const bool isRoute = isHttpVerb(name) || std::ranges::find(routeDecorators, name) != routeDecorators.end();
    if (!path || !isRoute)
        return;
    const bool mayBe = base.is(Kind::Nothing) || base.is(Kind::External);
    const auto &code = m_evaluator.project().file(site.file);
    const auto router = mayBe
        ? m_evaluator.graph().routerAt(
              QStringLiteral("unknown %1 %2").arg(QString::number(site.file), code.at(site.start)), {})
        : m_evaluator.routerOf(base);
    if (router >= 0)
        decorate(router, name, call, *decorated, *path);
}

void PythonRoutes::decorate(
    qint32 router, const QString &name, const Call &call, const Value &target, const QString &path)
{
    if (target.is(Kind::Class)) {
        addClass(router, call.site, path, target);
        return;
    }
    const auto methods = isHttpVerb(name) ? QStringList{name.toUpper()}
                                          : methodsOf(call, call.argument(u"methods", 99), {QStringLiteral("GET")});
    addTarget(router, call.site, methods, path, target);
}

/// Texts of a list, tuple or set; `otherwise` where none is given, any method where they are not known.
QStringList PythonRoutes::methodsOf(const Call &call, const Argument *argument, const QStringList &otherwise)
{
    if (!argument)
        return otherwise;
    const auto &code = m_evaluator.project().file(call.site.file);
    auto [file, first, last] = std::tuple(call.site.file, argument->begin, argument->end);
    const auto value = m_evaluator.valueOf(call.site.file, *argument);
    if (value.is(Kind::Array) || value.is(Kind::Object)) {
        file = value.file;
        first = value.index;
        last = m_evaluator.project().file(file).closerOf(first);
    } else if (!code.is(first, u"(")) {
        return value.is(Kind::Text) ? QStringList{value.text.toUpper()} : anyMethod();
    }
    QStringList methods;
    const auto &list = m_evaluator.project().file(file);
    for (auto i = first + 1; i < std::min(last, first + longestList); ++i) {
        if (list.isText(i))
            methods.append(list.at(i).sliced(1).chopped(1).toString().toUpper());
    }
    return methods.isEmpty() ? anyMethod() : methods;
}

void PythonRoutes::declareCall(const Value &base, const QString &name, const Call &call)
{
    if (base.is(Kind::RouteAt) && name == u"add_route" && call.plain.size() >= 2) {
        const auto method = textOf(call, &call.plain.front());
        addAt(base.index, call, {method.value_or(QStringLiteral("*")).toUpper()}, base.text, call.plain.at(1));
        return;
    }
    const auto router = m_evaluator.routerOf(base);
    if (router < 0)
        return;
    if (std::ranges::find(mountMethods, name) != mountMethods.end()) {
        mountChild(router, name, call);
    } else if (name == u"add_url_rule") {
        const auto *handler = call.argument(u"view_func", 2);
        addHandler(router, call, methodsOf(call, call.argument(u"methods", 99), {QStringLiteral("GET")}),
            call.argument(u"rule", 0), handler);
    } else if (name == u"add_api_route") {
        addHandler(router, call, methodsOf(call, call.argument(u"methods", 99), {QStringLiteral("GET")}),
            call.argument(u"path", 0), call.argument(u"endpoint", 1));
    } else if (name == u"add_routes") {
        addTable(router, call);
    } else if (name == u"add_route") {
        const auto method = textOf(call, call.argument(u"method", 0));
        addHandler(router, call, {method.value_or(QStringLiteral("*")).toUpper()}, call.argument(u"path", 1),
            call.argument(u"handler", 2));
    } else if (name.startsWith(u"add_") && (isHttpVerb(name.sliced(4)) || name == u"add_view")) {
        addHandler(router, call, name == u"add_view" ? anyMethod() : QStringList{name.sliced(4).toUpper()},
            call.argument(u"path", 0), call.argument(u"handler", 1));
    } else if (name == u"run" && base.is(Kind::Router)) {
        m_evaluator.graph().router(router).isServed = true;
    }
}

void PythonRoutes::mountChild(qint32 parent, const QString &name, const Call &call)
{
    const bool pathFirst = name == u"add_subapp" || name == u"mount";
    const auto *childArgument = pathFirst ? call.argument(u"app", 1) : call.argument(u"router", 0);
    const auto *prefixArgument = pathFirst ? call.argument(u"path", 0)
        : name == u"register_blueprint"    ? call.argument(u"url_prefix", 99)
                                           : call.argument(u"prefix", 99);
    if (!childArgument)
        return;
    const auto child = m_evaluator.settled(m_evaluator.valueOf(call.site.file, *childArgument));
    if (!child.is(Kind::Router)) {
        m_evaluator.graph().loseMount();
        return;
    }
    const auto prefix = prefixArgument ? textOf(call, prefixArgument) : std::optional(QString());
    const bool replaces = name == u"register_blueprint" && prefixArgument;
    m_evaluator.graph().mount(parent, child.index, call.site, prefix, replaces);
}

void PythonRoutes::addHandler(
    qint32 router, const Call &call, const QStringList &methods, const Argument *path, const Argument *handler)
{
    const auto text = textOf(call, path);
    if (text && handler)
        addAt(router, call, methods, *text, *handler);
}

/// `handler` may be a function, a class of views, or what its `as_view` gives.
void PythonRoutes::addAt(
    qint32 router, const Call &call, const QStringList &methods, const QString &path, const Argument &handler)
{
    const auto &code = m_evaluator.project().file(call.site.file);
    auto view = handler;
    const auto last = handler.end - 1;
    const auto open = code.is(last, u")") ? code.partners[static_cast<std::size_t>(last)] : -1;
    if (open > handler.begin && code.is(open - 1, u"as_view") && code.is(open - 2, u"."))
        view.end = open - 2;
    auto value = m_evaluator.settled(m_evaluator.valueOf(call.site.file, view));
    if (value.is(Kind::Class)) {
        addClass(router, call.site, path, value);
        return;
    }
    const auto place = handlerOf(m_evaluator, call.site.file, handler);
    for (const auto &method : methods)
        m_evaluator.graph().addRoute(router, call.site,
            {.method = method, .path = path, .file = code.path, .line = code.lineOf(call.site.open), .handler = place});
}

/// aiohttp's `add_routes`: a list of `web.get('/x', handler)`, or a table filled by decorators.
void PythonRoutes::addTable(qint32 router, const Call &call)
{
    if (call.plain.empty())
        return;
    const auto value = m_evaluator.settled(m_evaluator.valueOf(call.site.file, call.plain.front()));
    if (value.is(Kind::Router)) {
        m_evaluator.graph().mount(router, value.index, call.site, QString());
        return;
    }
    if (!value.is(Kind::Array))
        return;
    const auto &code = m_evaluator.project().file(value.file);
    for (const auto &item : m_evaluator.argumentsOf(value.file, value.index)) {
        const auto open = code.is(item.end - 1, u")") ? code.partners[static_cast<std::size_t>(item.end - 1)] : -1;
        if (open <= item.begin)
            continue;
        const auto name = code.at(open - 1).toString();
        const auto route = callAt({value.file, open, item.begin});
        if (name == u"route" && route.plain.size() > 2) {
            const auto method = textOf(route, &route.plain.front()).value_or(QStringLiteral("*")).toUpper();
            addHandler(router, route, {method}, &route.plain.at(1), &route.plain.at(2));
        } else if (isHttpVerb(name) || name == u"view") {
            addHandler(router, route, name == u"view" ? anyMethod() : QStringList{name.toUpper()},
                route.argument(u"path", 0), route.argument(u"handler", 1));
        }
    }
}

void PythonRoutes::addTarget(
    qint32 router, CallSite site, const QStringList &methods, const QString &path, const Value &target)
{
    const auto &code = m_evaluator.project().file(site.file);
    for (const auto &method : methods)
        m_evaluator.graph().addRoute(router, site,
            {.method = method,
                .path = path,
                .file = code.path,
                .line = code.lineOf(site.open),
                .handler = placeOf(m_evaluator, target)});
}

void PythonRoutes::addClass(qint32 router, CallSite site, const QString &path, const Value &classValue)
{
    const auto methods = httpMethodsOf(m_evaluator, classValue);
    for (const auto &[method, function] : methods)
        addTarget(router, site, {method}, path, function);
    if (methods.empty())
        addTarget(router, site, anyMethod(), path, classValue);
}

} // namespace Decayscope
