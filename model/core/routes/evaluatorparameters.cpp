// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evaluator.h"
#include "evaluatorstep.h"

#include <algorithm>

namespace Decayscope {

namespace {

constexpr std::size_t mostCallSites = 8;

} // namespace

void Evaluator::addCallSite(const Value &function, CallSite site)
{
    auto &sites = m_callSites[placeKey(function.file, function.index)];
    const auto isSame = [site](const CallSite &known) { return known.file == site.file && known.open == site.open; };
    if (sites.size() < mostCallSites && std::ranges::none_of(sites, isSame))
        sites.push_back(site);
}

const std::vector<CallSite> &Evaluator::callSitesOf(qint32 file, qint32 function) const
{
    static const std::vector<CallSite> none;
    const auto found = m_callSites.constFind(placeKey(file, function));
    return found == m_callSites.constEnd() ? none : *found;
}

Value Evaluator::passedAt(const Value &parameter, CallSite site)
{
    const auto arguments = argumentsOf(site.file, site.open);
    const auto &code = m_project.file(parameter.file);
    Value value;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const auto &argument = arguments[i];
        if (argument.isSpread)
            return {};
        if (argument.name.isEmpty() ? static_cast<qint32>(i) == parameter.number : false)
            value = valueOf(site.file, argument);
        if (argument.name.isEmpty())
            continue;
        const auto &names = code.functions[static_cast<std::size_t>(parameter.index)].names;
        const auto binding = names.constFind(argument.name);
        if (binding != names.constEnd() && binding->kind == Binding::Kind::Parameter
            && binding->index == parameter.number)
            value = valueOf(site.file, argument);
    }
    if (parameter.text.isEmpty())
        return value;
    for (const auto part : QStringView(parameter.text).split(u'.'))
        value = member(value, part.toString());
    return value;
}

Value Evaluator::passedFor(const Value &parameter)
{
    const Step step(*this);
    if (step.isTooFar())
        return {};
    Value agreed;
    for (const auto &site : callSitesOf(parameter.file, parameter.index)) {
        auto value = passedAt(parameter, site);
        if (value.is(Value::Kind::Parameter))
            value = passedFor(value);
        if (!value.isKnown() || (agreed.isKnown() && !(agreed == value))) {
            agreed = {};
            break;
        }
        agreed = value;
    }
    return agreed;
}

qint32 Evaluator::routerOf(const Value &value)
{
    if (value.is(Value::Kind::Router))
        return value.index;
    return value.is(Value::Kind::Parameter) ? routerOfParameter(value.file, value.index, value.number, value.text) : -1;
}

/// aiohttp's applications are their routers.
qint32 Evaluator::routerOfParameter(qint32 file, qint32 function, qint32 number, const QString &property)
{
    auto name = property;
    if (name == u"router" || name.endsWith(u".router"))
        name.chop(name == u"router" ? 6 : 7);
    const auto key = QStringLiteral("parameter %1 %2 %3 %4").arg(file).arg(function).arg(number).arg(name);
    if (!m_knownParameters.contains(key)) {
        m_knownParameters.insert(key);
        m_routerParameters.push_back(
            {.kind = Value::Kind::Parameter, .file = file, .index = function, .number = number, .text = name});
    }
    return m_graph.routerAt(key, {});
}

} // namespace Decayscope
