// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layerhttp.h"

#include "layerwords.h"

#include <modules/dottednames.h>

#include <algorithm>
#include <array>
#include <span>

namespace Decayscope {

namespace {

using Words = std::span<const std::string_view>;

bool isIn(std::string_view word, Words words)
{
    return std::ranges::find(words, word) != words.end();
}

constexpr auto verbs = std::to_array<std::string_view>({"get", "post", "put", "patch", "delete", "del", "head",
    "options", "all", "route", "api_route", "websocket", "view"});

constexpr auto addingVerbs = std::to_array<std::string_view>({"add_get", "add_post", "add_put", "add_patch",
    "add_delete", "add_route", "add_view", "add_url_rule", "add_api_route", "add_resource", "add_head"});

constexpr auto wiringVerbs = std::to_array<std::string_view>({"include_router", "register_blueprint", "add_routes",
    "add_subapp", "add_namespace", "register_api", "mount", "use", "register", "include", "routes"});

constexpr auto routerEnds = std::to_array<std::string_view>(
    {"app", "router", "routes", "server", "fastify", "api", "bp", "blueprint", "instance"});

constexpr auto responseNames = std::to_array<std::string_view>({"res", "_res", "response", "reply", "rep", "_reply"});
constexpr auto requestNames = std::to_array<std::string_view>({"req", "_req", "request", "_request"});

/// What handlers call on a context of Koa or Hono.
constexpr auto contextMethods = std::to_array<std::string_view>({"json", "text", "body", "header", "status", "throw"});
constexpr auto contextNames = std::to_array<std::string_view>({"c", "ctx", "context"});

/// What handlers of Koa assign their answer to.
constexpr auto answeringTargets
    = std::to_array<std::string_view>({"ctx.body", "ctx.status", "context.body", "ctx.response.body"});

bool isPath(const SourceValue &value)
{
    const auto text
        = value.kind == SourceValueKind::Joined && !value.items.empty() ? value.items.front().text : value.text;
    if (value.kind == SourceValueKind::Joined)
        return text.starts_with('/');
    return value.kind == SourceValueKind::Text && (text.empty() || text.starts_with('/') || text.starts_with('*'));
}

bool isFirstPath(const CallFact &call)
{
    return !call.call.items.empty() && isPath(call.call.items.front());
}

/// `router.route("/x").get(handler)`
bool isChainedRoute(const CallFact &call)
{
    return lastMember(call.on) == "route" && isIn(lastMember(call.call.text), verbs);
}

/// `path("articles/", include("articles.urls"))`
bool isGivenInclude(const CallFact &call)
{
    return std::ranges::any_of(call.call.items, [](const SourceValue &item) { return item.text == "include"; });
}

bool isOption(const SourceValue &value, std::string_view key)
{
    return value.kind == SourceValueKind::Map && value.entry(key) != nullptr;
}

HttpRole roleOfUse(NameUse use)
{
    if (use == NameUse::HttpRegistration || use == NameUse::HttpView)
        return HttpRole::Registers;
    if (use == NameUse::HttpExchange)
        return HttpRole::Handles;
    return use == NameUse::HttpGuard ? HttpRole::Guards : HttpRole::None;
}

} // namespace

HttpReader::HttpReader(const ModuleGraph &graph, int file)
    : m_graph(graph)
    , m_file(file)
    , m_isPython(graph.project().files[static_cast<std::size_t>(file)].facts.language == SourceLanguage::Python)
{
    const auto &facts = graph.project().files[static_cast<std::size_t>(file)].facts;
    const auto packages = graph.packagesOf(file);
    m_isWeb = std::ranges::any_of(packages, [](const PackageImport &package) { return isWebPackage(package.package); });
    for (const auto &call : facts.calls) {
        const auto use = call.result.empty() ? NameUse::None : useOf(call.call.text);
        if (use == NameUse::HttpRouter)
            m_routers.insert(call.result);
        else if (use == NameUse::HttpClient)
            m_clients.insert(call.result);
    }
    for (const auto &function : facts.functions) {
        for (std::size_t i = 0; i < std::min(function.parameters.size(), function.parameterTypes.size()); ++i) {
            if (useOf(function.parameterTypes[i]) == NameUse::HttpRouter)
                m_routers.insert(function.parameters[i]);
        }
    }
}

NameUse HttpReader::useOf(std::string_view name) const
{
    const auto origin = name.empty() ? std::nullopt : m_graph.originOf(m_file, name);
    return origin ? nameUseOf(*origin) : NameUse::None;
}

bool HttpReader::isRouter(std::string_view receiver) const
{
    if (m_routers.contains(receiver))
        return true;
    const auto word = lowered(lastMember(receiver));
    return std::ranges::any_of(routerEnds, [&](std::string_view end) { return word.ends_with(end); });
}

bool HttpReader::isClient(std::string_view receiver) const
{
    return m_clients.contains(receiver) || useOf(receiver) == NameUse::HttpClient;
}

HttpRole HttpReader::roleOf(const CallFact &call) const
{
    const auto role = call.on.empty() ? roleOfUse(useOf(call.call.text)) : HttpRole::None;
    if (role == HttpRole::Registers && isGivenInclude(call))
        return HttpRole::Wires;
    if (role != HttpRole::None)
        return role;
    return m_isPython ? roleOfPython(call) : roleOfJavaScript(call);
}

HttpRole HttpReader::roleOfPython(const CallFact &call) const
{
    const auto method = lastMember(call.call.text);
    const auto receiver = receiverOf(call.call.text);
    if (receiver.empty())
        return HttpRole::None;
    if (call.isDecorator && isIn(method, verbs) && (isFirstPath(call) || m_routers.contains(receiver))
        && (isRouter(receiver) || m_isWeb))
        return HttpRole::Registers;
    if (isIn(method, addingVerbs))
        return HttpRole::Registers;
    if (isIn(method, wiringVerbs) && isRouter(receiver))
        return HttpRole::Wires;
    const bool isPlain = isIn(method, verbs) && isFirstPath(call) && call.call.items.size() > 1;
    if (isPlain && !isClient(receiver) && (receiver == "web" || isRouter(receiver)))
        return HttpRole::Registers;
    return roleOfUse(useOf(receiver)) == HttpRole::Handles ? HttpRole::Handles : HttpRole::None;
}

HttpRole HttpReader::roleOfJavaScript(const CallFact &call) const
{
    const auto method = lastMember(call.call.text);
    const auto receiver = receiverOf(call.call.text);
    if (isChainedRoute(call))
        return HttpRole::Registers;
    if (receiver.empty())
        return HttpRole::None;
    const bool isRoute = isFirstPath(call) && call.call.items.size() > 1;
    if (method == "route" && isRoute && isRouter(receiver))
        return HttpRole::Wires;
    if (isIn(method, verbs) && isRouter(receiver) && !isClient(receiver)
        && (isRoute || (!call.call.items.empty() && isOption(call.call.items.front(), "method"))))
        return HttpRole::Registers;
    if (isIn(method, verbs) && isRoute && m_routers.contains(receiver))
        return HttpRole::Registers;
    if (isIn(method, wiringVerbs) && isRouter(receiver))
        return HttpRole::Wires;
    if (isIn(method, contextMethods) && isIn(receiver, contextNames))
        return HttpRole::Handles;
    return HttpRole::None;
}

HttpRole HttpReader::roleOf(const AssignmentFact &assignment) const
{
    return !m_isPython && isIn(assignment.target, answeringTargets) ? HttpRole::Handles : HttpRole::None;
}

HttpRole HttpReader::roleOf(const FunctionFact &function) const
{
    for (const auto &type : function.parameterTypes) {
        if (useOf(type) == NameUse::HttpExchange)
            return HttpRole::Handles;
    }
    const auto &names = function.parameters;
    if (m_isPython || names.size() < 2)
        return HttpRole::None;
    if (names.size() == 4 && isIn(names[1], requestNames))
        return HttpRole::Guards;
    return isIn(names[0], requestNames) && isIn(names[1], responseNames) ? HttpRole::Handles : HttpRole::None;
}

HttpRole HttpReader::roleOf(const ClassFact &type) const
{
    for (const auto *names : {&type.bases, &type.decorators}) {
        for (const auto &name : *names) {
            const auto role = roleOfUse(useOf(name));
            if (role != HttpRole::None)
                return role;
        }
    }
    return HttpRole::None;
}

} // namespace Decayscope
