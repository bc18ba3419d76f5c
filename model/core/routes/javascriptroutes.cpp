// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "javascriptroutes.h"

#include "handlers.h"

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

struct Verb
{
    QStringView name;
    QStringView method;
};

constexpr std::array verbs{Verb{u"get", u"GET"}, Verb{u"post", u"POST"}, Verb{u"put", u"PUT"},
    Verb{u"delete", u"DELETE"}, Verb{u"del", u"DELETE"}, Verb{u"patch", u"PATCH"}, Verb{u"head", u"HEAD"},
    Verb{u"options", u"OPTIONS"}, Verb{u"all", u"*"}};

constexpr std::array<QStringView, 7> startingMethods{
    u"listen", u"fetch", u"callback", u"ready", u"inject", u"start", u"handle"};
constexpr int deepestMountCall = 3;

QString methodOf(const QString &verb)
{
    const auto found = std::ranges::find(verbs, QStringView(verb), &Verb::name);
    return found == verbs.end() ? QString() : found->method.toString();
}

bool looksLikePath(const QString &text)
{
    return text.isEmpty() || text.startsWith(u'/') || text == u"*";
}

} // namespace

void JavaScriptRoutes::methodCalled(const Value &base, const QString &name, CallSite site)
{
    using Kind = Value::Kind;
    if (const auto method = methodOf(name); !method.isEmpty()) {
        declareVerb(base, method, site);
        return;
    }
    if (!base.is(Kind::Router) && !base.is(Kind::Parameter))
        return;
    if (name == u"use")
        use(base, site);
    else if (name == u"on")
        declareOn(base, site);
    else if (name == u"openapi")
        declareOpenApi(base, site);
    else if (name == u"register")
        registerPlugin(base, site);
    else if (name == u"route")
        mountUnder(base, site);
    else if (name == u"prefix" && base.is(Kind::Router)) {
        const auto arguments = m_evaluator.argumentsOf(site.file, site.open);
        if (arguments.size() == 1)
            m_evaluator.graph().router(base.index).prefix = m_evaluator.textOf(site.file, arguments.front());
    } else if (base.is(Kind::Router) && std::ranges::find(startingMethods, name) != startingMethods.end()) {
        m_evaluator.graph().router(base.index).isServed = true;
    }
}

/// `serve(app)`, `createServer(app)`.
void JavaScriptRoutes::called(const Value &callee, CallSite site)
{
    const bool serves
        = callee.is(Value::Kind::External) && (callee.text.endsWith(u"serve") || callee.text.endsWith(u"createServer"));
    if (!serves)
        return;
    for (const auto &argument : m_evaluator.argumentsOf(site.file, site.open)) {
        const auto value = m_evaluator.valueOf(site.file, argument);
        if (value.is(Value::Kind::Router))
            m_evaluator.graph().router(value.index).isServed = true;
    }
}

/// The router a call is made on. What is not known to be one counts where the call can hardly be anything else.
qint32 JavaScriptRoutes::routerFor(const Value &base, CallSite site)
{
    if (base.is(Value::Kind::Router) || base.is(Value::Kind::Parameter))
        return m_evaluator.routerOf(base);
    if (!base.is(Value::Kind::Nothing) && !base.is(Value::Kind::External))
        return -1;
    const auto &code = m_evaluator.project().file(site.file);
    return m_evaluator.graph().routerAt(
        QStringLiteral("unknown %1 %2").arg(QString::number(site.file), code.at(site.start)), {});
}

QStringList JavaScriptRoutes::textsOf(qint32 file, const Argument &argument)
{
    QStringList texts;
    const auto value = m_evaluator.valueOf(file, argument);
    if (value.is(Value::Kind::Array)) {
        for (const auto &item : m_evaluator.argumentsOf(value.file, value.index)) {
            if (const auto text = m_evaluator.textOf(value.file, item))
                texts.append(*text);
        }
    } else if (const auto text = m_evaluator.textOf(file, argument)) {
        texts.append(*text);
    }
    return texts;
}

void JavaScriptRoutes::declareVerb(const Value &base, const QString &method, CallSite site)
{
    const auto arguments = m_evaluator.argumentsOf(site.file, site.open);
    if (arguments.empty())
        return;
    if (base.is(Value::Kind::RouteAt)) {
        add(base.index, site, method, base.text, arguments.back());
        return;
    }
    auto paths = textsOf(site.file, arguments.front());
    // Koa's routes may be named before their path.
    if (arguments.size() > 2 && paths.size() == 1 && !looksLikePath(paths.front()))
        paths = textsOf(site.file, arguments.at(1));
    const bool continues = m_lastStart == site.start && m_lastRouter >= 0 && paths.isEmpty();
    if (continues && base.is(Value::Kind::Router) && isFunctionLike(m_evaluator, site.file, arguments.back())) {
        for (const auto &path : std::as_const(m_lastPaths))
            add(m_lastRouter, site, method, path, arguments.back());
        return;
    }
    const bool isCertain = base.is(Value::Kind::Router);
    const bool arePaths = !paths.isEmpty() && std::ranges::all_of(paths, looksLikePath);
    if (arguments.size() < 2 || !arePaths
        || (!isCertain && !isFunctionLike(m_evaluator, site.file, arguments.back())
            && !base.is(Value::Kind::Parameter)))
        return;
    const auto router = routerFor(base, site);
    if (router < 0)
        return;
    m_lastRouter = router;
    m_lastStart = site.start;
    m_lastPaths = paths;
    for (const auto &path : std::as_const(paths))
        add(router, site, method, path, arguments.back());
}

void JavaScriptRoutes::add(
    qint32 router, CallSite site, const QString &method, const QString &path, const Argument &handler)
{
    auto given = handler;
    const auto value = m_evaluator.valueOf(site.file, handler);
    auto file = site.file;
    if (value.is(Value::Kind::Object)) {
        given = {};
        static_cast<void>(propertyOf(value, u"handler", given));
        file = value.file;
    }
    const auto &code = m_evaluator.project().file(site.file);
    m_evaluator.graph().addRoute(router, site,
        {.method = method,
            .path = path,
            .file = code.path,
            .line = code.lineOf(site.open),
            .handler = handlerOf(m_evaluator, file, given)});
}

/// The value of an object's property, and in `argument` the tokens that give it.
Value JavaScriptRoutes::propertyOf(const Value &object, QStringView name, Argument &argument)
{
    const auto &code = m_evaluator.project().file(object.file);
    const auto close = code.closerOf(object.index);
    for (auto i = object.index + 1; i < close;) {
        const auto end = code.expressionEnd(i, close);
        const auto key = code.is(i, u"async") && code.isWord(i + 1) ? i + 1 : i;
        if (code.at(key) == name) {
            argument = {.begin = code.is(key + 1, u":") ? key + 2 : key, .end = end};
            return m_evaluator.member(object, name.toString());
        }
        i = std::max(i, end) + 1;
    }
    return {};
}

/// Hono's `app.on('GET', '/x', handler)`; either may be a list.
void JavaScriptRoutes::declareOn(const Value &base, CallSite site)
{
    const auto arguments = m_evaluator.argumentsOf(site.file, site.open);
    if (arguments.size() < 3)
        return;
    for (const auto &method : textsOf(site.file, arguments.at(0))) {
        for (const auto &path : textsOf(site.file, arguments.at(1))) {
            if (looksLikePath(path))
                add(m_evaluator.routerOf(base), site, method.toUpper(), path, arguments.back());
        }
    }
}

/// Hono's `app.openapi(createRoute({ method, path }), handler)`.
void JavaScriptRoutes::declareOpenApi(const Value &base, CallSite site)
{
    const auto arguments = m_evaluator.argumentsOf(site.file, site.open);
    if (arguments.size() < 2)
        return;
    // The route is what the call of its maker gets; names are followed to it.
    const auto &code = m_evaluator.project().file(site.file);
    auto begin = arguments.front().begin;
    if (arguments.front().end - begin == 1) {
        const auto &names = code.functions.front().names;
        const auto known = names.constFind(code.at(begin).toString());
        if (known == names.constEnd() || known->kind != Binding::Kind::Value)
            return;
        begin = known->value.begin;
    }
    for (const auto &argument : m_evaluator.argumentsOf(site.file, begin + 1)) {
        const auto object = m_evaluator.valueOf(site.file, argument);
        const auto method = m_evaluator.member(object, QStringLiteral("method"));
        const auto path = m_evaluator.member(object, QStringLiteral("path"));
        if (method.is(Value::Kind::Text) && path.is(Value::Kind::Text))
            add(m_evaluator.routerOf(base), site, method.text.toUpper(), path.text, arguments.at(1));
    }
}

void JavaScriptRoutes::use(const Value &base, CallSite site)
{
    const auto arguments = m_evaluator.argumentsOf(site.file, site.open);
    if (arguments.empty())
        return;
    const auto parent = m_evaluator.routerOf(base);
    const auto first = m_evaluator.valueOf(site.file, arguments.front());
    const auto paths = textsOf(site.file, arguments.front());
    const bool hasUnknownPath = arguments.size() > 1 && paths.isEmpty()
        && (!first.isKnown() || first.is(Value::Kind::External))
        && !isFunctionLike(m_evaluator, site.file, arguments.front());
    std::vector<std::optional<QString>> prefixes(paths.begin(), paths.end());
    if (prefixes.empty())
        prefixes.emplace_back(hasUnknownPath ? std::nullopt : std::optional(QString()));
    for (std::size_t i = paths.isEmpty() ? 0 : 1; i < arguments.size(); ++i) {
        // A middleware in front does not hide a path: `use(auth, router)`.
        const auto &code = m_evaluator.project().file(site.file);
        const bool isMiddlewareFirst = hasUnknownPath && code.at(arguments.front().end - 1) == u")";
        for (const auto &prefix : prefixes)
            mountArgument(parent, site, arguments[i], isMiddlewareFirst ? std::optional(QString()) : prefix, 0);
    }
}

/// Mounts the routers an argument is or holds: `router.routes()`, `mount('/x', router)`, `combine([a, b])`.
void JavaScriptRoutes::mountArgument(
    qint32 parent, CallSite site, const Argument &argument, const std::optional<QString> &prefix, int depth)
{
    const auto value = m_evaluator.settled(m_evaluator.valueOf(site.file, argument));
    if (value.is(Value::Kind::Router)) {
        m_evaluator.graph().mount(parent, value.index, site, prefix);
        return;
    }
    const auto &code = m_evaluator.project().file(site.file);
    const bool isCall = code.is(argument.end - 1, u")");
    const auto open = isCall ? code.partners[static_cast<std::size_t>(argument.end - 1)]
        : value.is(Value::Kind::Array) && value.file == site.file ? value.index
                                                                  : -1;
    if (!value.isKnown() && depth == 0)
        m_evaluator.graph().loseMount();
    if (open < argument.begin || depth >= deepestMountCall || code.functionAt.contains(argument.begin))
        return;
    auto inside = prefix;
    for (const auto &given : m_evaluator.argumentsOf(site.file, open)) {
        const auto text = m_evaluator.textOf(site.file, given);
        if (text && inside && looksLikePath(*text))
            *inside += *text;
        else
            mountArgument(parent, site, given, inside, depth + 1);
    }
}

/// Fastify's `register(plugin, { prefix })`: the plugin's first parameter becomes a router of its own.
void JavaScriptRoutes::registerPlugin(const Value &base, CallSite site)
{
    const auto arguments = m_evaluator.argumentsOf(site.file, site.open);
    if (arguments.empty())
        return;
    auto plugin = m_evaluator.valueOf(site.file, arguments.front());
    if (plugin.is(Value::Kind::Module))
        plugin = m_evaluator.member(plugin, QStringLiteral("default"));
    std::optional<QString> prefix = QString();
    if (arguments.size() > 1) {
        const auto options = m_evaluator.valueOf(site.file, arguments.at(1));
        Argument given;
        const auto found = options.is(Value::Kind::Object) ? propertyOf(options, u"prefix", given) : Value();
        if (given.end > 0)
            prefix = found.is(Value::Kind::Text) ? std::optional(found.text) : m_evaluator.textOf(options.file, given);
    }
    if (plugin.is(Value::Kind::Function)) {
        const auto child = m_evaluator.routerOfParameter(plugin.file, plugin.index, 0);
        m_evaluator.graph().mount(m_evaluator.routerOf(base), child, site, prefix);
    } else if (!plugin.isKnown()) {
        m_evaluator.graph().loseMount();
    }
}

/// Hono's `route('/x', app)`; Fastify's `route({ … })`. With a path alone it is followed by its methods.
void JavaScriptRoutes::mountUnder(const Value &base, CallSite site)
{
    const auto arguments = m_evaluator.argumentsOf(site.file, site.open);
    if (arguments.size() == 1) {
        declareFromObject(base, site, arguments.front());
        return;
    }
    if (arguments.size() != 2)
        return;
    auto value = m_evaluator.settled(m_evaluator.valueOf(site.file, arguments.at(1)));
    if (value.is(Value::Kind::Module))
        value = m_evaluator.member(value, QStringLiteral("default"));
    if (value.is(Value::Kind::Router))
        m_evaluator.graph().mount(
            m_evaluator.routerOf(base), value.index, site, m_evaluator.textOf(site.file, arguments.front()));
    else
        m_evaluator.graph().loseMount();
}

void JavaScriptRoutes::declareFromObject(const Value &base, CallSite site, const Argument &argument)
{
    const auto object = m_evaluator.valueOf(site.file, argument);
    Argument method;
    Argument url;
    Argument handler;
    if (!object.is(Value::Kind::Object))
        return;
    static_cast<void>(propertyOf(object, u"method", method));
    auto path = propertyOf(object, u"url", url);
    if (!path.isKnown())
        path = propertyOf(object, u"path", url);
    static_cast<void>(propertyOf(object, u"handler", handler));
    if (!path.is(Value::Kind::Text))
        return;
    for (const auto &name : textsOf(object.file, method))
        add(m_evaluator.routerOf(base), {object.file, object.index, site.start}, name.toUpper(), path.text, handler);
}

} // namespace Decayscope
