// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evaluator.h"

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

/// A class or function of a framework that makes an application or router. Names count where the module is not known.
struct Maker
{
    QStringView name; ///< The last part of its name.
    QStringView moduleHint; ///< Part of the name before; empty for any.
    Framework framework = Framework::Unknown;
    bool isApplication = false;
    QStringView prefix; ///< The argument with its prefix.
};

constexpr std::array makers{
    Maker{u"express", {}, Framework::Express, true, {}},
    Maker{u"Router", u"koa", Framework::Koa, false, u"prefix"},
    Maker{u"KoaRouter", {}, Framework::Koa, false, u"prefix"},
    Maker{u"koa-router", {}, Framework::Koa, false, u"prefix"},
    Maker{u"@koa/router", {}, Framework::Koa, false, u"prefix"},
    Maker{u"Router", {}, Framework::Express, false, u"prefix"},
    Maker{u"koa", {}, Framework::Koa, true, {}},
    Maker{u"Koa", {}, Framework::Koa, true, {}},
    Maker{u"fastify", {}, Framework::Fastify, true, {}},
    Maker{u"Fastify", {}, Framework::Fastify, true, {}},
    Maker{u"Hono", {}, Framework::Hono, true, {}},
    Maker{u"OpenAPIHono", {}, Framework::Hono, true, {}},
    Maker{u"Flask", {}, Framework::Flask, true, {}},
    Maker{u"APIFlask", {}, Framework::Flask, true, {}},
    Maker{u"OpenAPI", u"flask", Framework::Flask, true, {}},
    Maker{u"Blueprint", {}, Framework::Flask, false, u"url_prefix"},
    Maker{u"APIBlueprint", {}, Framework::Flask, false, u"url_prefix"},
    Maker{u"FastAPI", {}, Framework::FastApi, true, {}},
    Maker{u"APIRouter", {}, Framework::FastApi, false, u"prefix"},
    Maker{u"Application", u"web", Framework::Aiohttp, true, {}},
    Maker{u"Application", u"aiohttp", Framework::Aiohttp, true, {}},
    Maker{u"RouteTableDef", {}, Framework::Aiohttp, false, {}},
};

} // namespace

Value Evaluator::made(const Value &callee, CallSite site)
{
    using Kind = Value::Kind;
    if (callee.is(Kind::External) && callee.text.startsWith(u"fastify-plugin")) {
        const auto arguments = argumentsOf(site.file, site.open);
        return arguments.empty() ? Value() : valueOf(site.file, arguments.front());
    }
    if (callee.is(Kind::External))
        return madeRouter(callee.text, site);
    if (callee.is(Kind::Function))
        return returnedBy(callee);
    if (callee.is(Kind::Class))
        return {.kind = Kind::Instance, .file = callee.file, .index = callee.index};
    if (callee.is(Kind::Module)) {
        const auto function = exportOf(callee.file, QStringLiteral("default"));
        return function.is(Kind::Module) ? Value() : made(function, site);
    }
    return {};
}

Value Evaluator::madeRouter(const QString &external, CallSite site)
{
    const auto dot = external.lastIndexOf(u'.');
    const auto name = QStringView(external).sliced(dot + 1);
    const auto module = dot < 0 ? QStringView() : QStringView(external).first(dot);
    const auto maker = std::ranges::find_if(makers, [name, module](const Maker &row) {
        return row.name == name && (row.moduleHint.isEmpty() || module.contains(row.moduleHint));
    });
    if (maker == makers.end())
        return {};
    const auto key = QStringLiteral("made %1 %2").arg(site.file).arg(site.open);
    Router router{.isApplication = maker->isApplication, .framework = maker->framework};
    if (!maker->prefix.isEmpty())
        router.prefix = prefixIn(site, maker->prefix);
    return {.kind = Value::Kind::Router, .index = m_graph.routerAt(key, router)};
}

/// The prefix among a call's arguments: a keyword argument, or a property of an object. Empty where there is none,
/// nothing where it is not known.
std::optional<QString> Evaluator::prefixIn(CallSite site, QStringView key)
{
    for (const auto &argument : argumentsOf(site.file, site.open)) {
        if (argument.name == key)
            return textOf(site.file, argument);
        if (!argument.name.isEmpty() || m_project.file(site.file).isPython)
            continue;
        const auto value = valueOf(site.file, argument);
        if (!value.is(Value::Kind::Object))
            continue;
        const auto &code = m_project.file(value.file);
        const auto close = code.closerOf(value.index);
        for (auto i = value.index + 1; i < close; i = code.expressionEnd(i, close) + 1) {
            if (code.at(i) != key)
                continue;
            auto prefix = property(value, key.toString());
            if (prefix.is(Value::Kind::Parameter))
                prefix = passedFor(prefix);
            return prefix.is(Value::Kind::Text) ? std::optional(prefix.text) : std::nullopt;
        }
    }
    return QString();
}

/// The first thing a function returns that is known.
Value Evaluator::returnedBy(const Value &function)
{
    const auto &code = m_project.file(function.file);
    const auto &declared = functionOf(function);
    const auto limit = std::min(declared.body.end, code.count());
    constexpr std::size_t mostReturns = 16;
    for (std::size_t i = 0; i < std::min(declared.returns.size(), mostReturns); ++i) {
        const auto begin = declared.returns[i];
        auto value = valueOf(function.file, begin, code.expressionEnd(begin, limit));
        if (value.isKnown() && !value.is(Value::Kind::External) && !value.is(Value::Kind::Parameter))
            return value;
    }
    return {};
}

} // namespace Decayscope
