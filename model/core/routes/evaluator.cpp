// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evaluator.h"

#include "expressionreader.h"

#include <algorithm>

namespace Decayscope {

namespace {

constexpr int deepestValue = 40;
constexpr qint64 mostEffort = 500'000; ///< Expressions and links looked at in all; a large backend takes a tenth of it.
constexpr int deepestScope = 64;
constexpr std::size_t mostArguments = 64;
constexpr std::size_t mostCallSites = 8;
constexpr std::size_t longestLineage = 8;

} // namespace

class Evaluator::Step
{
public:
    explicit Step(Evaluator &evaluator)
        : m_evaluator(evaluator)
    {
        ++m_evaluator.m_depth;
        static_cast<void>(m_evaluator.spend());
    }
    ~Step() { --m_evaluator.m_depth; }
    Q_DISABLE_COPY_MOVE(Step)

    [[nodiscard]] bool isTooFar() const
    {
        return m_evaluator.m_depth > deepestValue || m_evaluator.m_effort > mostEffort;
    }

private:
    Evaluator &m_evaluator;
};

Evaluator::Evaluator(const Project &project, RouterGraph &graph)
    : m_project(project)
    , m_graph(graph)
{ }

/// Whether there is effort left for one more step.
bool Evaluator::spend()
{
    return ++m_effort <= mostEffort;
}

Value Evaluator::valueOf(qint32 file, qint32 begin, qint32 end)
{
    const Step step(*this);
    if (begin >= end || step.isTooFar())
        return {};
    const auto key = placeKey(file, begin);
    const auto known = m_known.constFind(key);
    if (known != m_known.constEnd())
        return *known;
    if (m_inProgress.contains(key))
        return {};
    m_inProgress.insert(key);
    auto value = ExpressionReader(*this, file, begin, end).read();
    m_inProgress.remove(key);
    // What was cut off by a cycle or by depth may be known when asked from elsewhere.
    if (value.isKnown() || m_depth == 1)
        m_known.insert(key, value);
    return value;
}

Value Evaluator::valueOf(qint32 file, const Argument &argument)
{
    return valueOf(file, argument.begin, argument.end);
}

void Evaluator::walk(qint32 file, qint32 begin, CallListener &listener)
{
    if (!spend())
        return;
    static_cast<void>(ExpressionReader(*this, file, begin, m_project.file(file).count(), &listener).readChain());
}

std::vector<Argument> Evaluator::argumentsOf(qint32 file, qint32 open) const
{
    const auto &code = m_project.file(file);
    std::vector<Argument> arguments;
    if (!code.is(open, u"(") && !code.is(open, u"["))
        return arguments;
    const auto close = code.closerOf(open);
    for (auto i = open + 1; i < close && arguments.size() < mostArguments;) {
        Argument argument{.begin = i, .end = code.expressionEnd(i, close)};
        if (code.is(i, u"...") || code.is(i, u"*") || code.is(i, u"**")) {
            argument.isSpread = true;
            ++argument.begin;
        } else if (code.isPython && code.isWord(i) && code.is(i + 1, u"=")) {
            argument.name = code.at(i).toString();
            argument.begin += 2;
        }
        i = std::max(argument.end, i) + 1;
        if (argument.begin < argument.end)
            arguments.push_back(std::move(argument));
    }
    return arguments;
}

std::optional<QString> Evaluator::textOf(qint32 file, const Argument &argument)
{
    auto value = valueOf(file, argument);
    if (value.is(Value::Kind::Parameter))
        value = passedFor(value);
    return value.is(Value::Kind::Text) ? std::optional(value.text) : std::nullopt;
}

Value Evaluator::nameAt(qint32 file, const QString &name, qint32 token)
{
    const auto &code = m_project.file(file);
    auto scope = code.scopeAt(token);
    for (int i = 0; i < deepestScope && scope >= 0; ++i) {
        const auto &function = code.functions[static_cast<std::size_t>(scope)];
        const auto found = function.names.constFind(name);
        if (found != function.names.constEnd())
            return valueOfBinding(file, *found);
        scope = function.parent;
    }
    if (code.isPython) {
        for (const auto &module : code.passedOn) {
            const auto value = imported(file, module, name);
            if (value.isKnown() && !value.is(Value::Kind::External))
                return value;
        }
    }
    return {.kind = Value::Kind::External, .text = name};
}

Value Evaluator::valueOfBinding(qint32 file, const Binding &binding)
{
    using Kind = Binding::Kind;
    const Step step(*this);
    if (step.isTooFar())
        return {};
    switch (binding.kind) {
    case Kind::Value:
        return valueOf(file, binding.value.begin, binding.value.end);
    case Kind::Part:
        return member(valueOf(file, binding.value.begin, binding.value.end), binding.name);
    case Kind::Function:
        return {.kind = Value::Kind::Function, .file = file, .index = binding.index};
    case Kind::Class:
        return {.kind = Value::Kind::Class, .file = file, .index = binding.index};
    case Kind::Import:
        return imported(file, binding.module, binding.name);
    case Kind::Parameter:
        return {.kind = Value::Kind::Parameter,
            .file = file,
            .index = binding.scope,
            .number = binding.index,
            .text = binding.name};
    }
    return {};
}

/// `name` of a module: empty for the module itself, "=" for what `require` gives.
Value Evaluator::imported(qint32 file, const QString &module, const QString &name)
{
    const auto target = m_project.moduleOf(file, module);
    // A package's own `from . import x` means a file beside it.
    const bool isItself = target == file && !name.isEmpty();
    if (target >= 0 && !isItself) {
        if (name.isEmpty())
            return {.kind = Value::Kind::Module, .file = target};
        return name == u"=" ? moduleValue(target) : exportOf(target, name);
    }
    if (m_project.file(file).isPython && !name.isEmpty()) {
        const auto below
            = m_project.moduleOf(file, module.endsWith(u'.') ? module + name : QString(module + u'.' + name));
        if (below >= 0)
            return {.kind = Value::Kind::Module, .file = below};
    }
    if (m_project.isOwnModule(file, module))
        return {};
    const bool isWhole = name.isEmpty() || name == u"=" || (name == u"default" && !m_project.file(file).isPython);
    return {.kind = Value::Kind::External, .text = isWhole ? module : QString(module + u'.' + name)};
}

/// What `require` of a file gives.
Value Evaluator::moduleValue(qint32 file)
{
    const auto &code = m_project.file(file);
    const auto whole = code.exports.constFind(QStringLiteral("="));
    const auto value = whole == code.exports.constEnd() ? Value() : valueOfBinding(file, *whole);
    return value.isKnown() && !value.is(Value::Kind::External) ? value
                                                               : Value{.kind = Value::Kind::Module, .file = file};
}

Value Evaluator::exportOf(qint32 file, const QString &name)
{
    const Step step(*this);
    if (step.isTooFar())
        return {};
    const auto &code = m_project.file(file);
    const auto &names = code.isPython ? code.functions.front().names : code.exports;
    const auto found = names.constFind(name);
    if (found != names.constEnd())
        return valueOfBinding(file, *found);
    Value value;
    if (!code.isPython && code.exports.contains(QStringLiteral("=")))
        value = name == u"default" ? moduleValue(file) : member(moduleValue(file), name);
    else if (!code.isPython && name == u"default")
        value = {.kind = Value::Kind::Module, .file = file};
    if (code.isPython && !value.isKnown()) {
        const auto below = m_project.moduleOf(file, u'.' + name);
        if (below >= 0 && code.path.endsWith(u"__init__.py"))
            value = {.kind = Value::Kind::Module, .file = below};
    }
    for (qsizetype i = 0; i < code.passedOn.size() && !value.isKnown(); ++i) {
        value = imported(file, code.passedOn.at(i), name);
        if (value.is(Value::Kind::External))
            value = {};
    }
    return value;
}

Value Evaluator::member(const Value &base, const QString &name)
{
    using Kind = Value::Kind;
    const Step step(*this);
    if (step.isTooFar())
        return {};
    Value value;
    if (base.is(Kind::Module))
        value = exportOf(base.file, name);
    else if (base.is(Kind::Object))
        value = property(base, name);
    else if (base.is(Kind::Instance) || base.is(Kind::Class))
        value = classMember(base, name);
    else if (base.is(Kind::External))
        value = {.kind = Kind::External, .text = base.text + u'.' + name};
    else if (base.is(Kind::Router) && (name == u"router" || name == u"routes"))
        value = base;
    else if (base.is(Kind::Parameter)) {
        value = base;
        value.text += (base.text.isEmpty() ? QString() : QStringLiteral(".")) + name;
    }
    return value.text.size() > 512 ? Value() : value;
}

Value Evaluator::property(const Value &object, const QString &name)
{
    const auto &code = m_project.file(object.file);
    const auto close = code.closerOf(object.index);
    Value spread;
    for (auto i = object.index + 1; i < close;) {
        const auto end = code.expressionEnd(i, close);
        ++m_effort;
        if (code.is(i, u"...") && !spread.isKnown())
            spread = member(valueOf(object.file, i + 1, end), name);
        auto key = i;
        while (code.isWord(key + 1) && key + 1 < end && (code.is(key, u"async") || code.is(key, u"get")))
            ++key;
        const auto isKey = code.isText(key) ? code.at(key).sliced(1).chopped(1) == name : code.at(key) == name;
        if (isKey) {
            const auto method = code.functionAt.constFind(key);
            if (code.is(key + 1, u":"))
                return valueOf(object.file, key + 2, end);
            if (method != code.functionAt.constEnd())
                return {.kind = Value::Kind::Function, .file = object.file, .index = *method};
            if (key + 1 >= end)
                return nameAt(object.file, name, key);
        }
        i = std::max(end, i) + 1;
    }
    return spread;
}

Value Evaluator::classMember(const Value &classValue, const QString &name)
{
    for (const auto &ancestor : lineageOf(classValue)) {
        const auto &found = classOf(ancestor);
        if (const auto method = found.methods.constFind(name); method != found.methods.constEnd())
            return {.kind = Value::Kind::Function, .file = ancestor.file, .index = *method};
        if (const auto field = found.fields.constFind(name); field != found.fields.constEnd())
            return valueOfBinding(ancestor.file, *field);
    }
    return {};
}

std::vector<Value> Evaluator::lineageOf(const Value &classValue)
{
    std::vector<Value> lineage{classValue};
    for (std::size_t i = 0; i < lineage.size() && lineage.size() < longestLineage; ++i) {
        const auto [file, bases] = std::pair(lineage[i].file, classOf(lineage[i]).bases);
        const auto &code = m_project.file(file);
        for (auto at = bases.begin; at < bases.end && lineage.size() < longestLineage;) {
            const auto end = code.expressionEnd(at, bases.end);
            const auto base = valueOf(file, at, end);
            if (base.is(Value::Kind::Class) && std::ranges::find(lineage, base) == lineage.end())
                lineage.push_back(base);
            at = std::max(end, at) + 1;
        }
    }
    return lineage;
}

const CodeFunction &Evaluator::functionOf(const Value &value) const
{
    return m_project.file(value.file).functions[static_cast<std::size_t>(value.index)];
}

const CodeClass &Evaluator::classOf(const Value &value) const
{
    return m_project.file(value.file).classes[static_cast<std::size_t>(value.index)];
}

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
