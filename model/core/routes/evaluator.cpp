// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evaluator.h"

#include "evaluatorstep.h"
#include "expressionreader.h"

#include <algorithm>

namespace Decayscope {

namespace {

constexpr qint64 mostEffort = 500'000; ///< Expressions and links looked at in all; a large backend takes a tenth of it.
constexpr int deepestScope = 64;
constexpr std::size_t mostArguments = 64;

} // namespace

Evaluator::Evaluator(const Project &project, RouterGraph &graph)
    : m_project(project)
    , m_graph(graph)
{ }

/// Whether there is effort left for one more step.
bool Evaluator::spend()
{
    return ++m_effort <= mostEffort;
}

bool Evaluator::hasEffortLeft() const
{
    return m_effort <= mostEffort;
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

const CodeFunction &Evaluator::functionOf(const Value &value) const
{
    return m_project.file(value.file).functions[static_cast<std::size_t>(value.index)];
}

const CodeClass &Evaluator::classOf(const Value &value) const
{
    return m_project.file(value.file).classes[static_cast<std::size_t>(value.index)];
}

} // namespace Decayscope
