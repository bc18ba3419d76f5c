// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "expressionreader.h"

#include "literals.h"

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

constexpr qint32 longestGenerics = 60;

/// What may stand before an expression without changing what it is.
constexpr std::array<QStringView, 3> passedWords{u"await", u"yield", u"void"};
/// Methods of routers that give the router again; parameters that have them may be routers.
constexpr std::array<QStringView, 16> routerMethods{u"get", u"post", u"put", u"delete", u"del", u"patch", u"all",
    u"use", u"routes", u"middleware", u"prefix", u"register", u"head", u"options", u"on", u"param"};

/// Methods that give something else.
constexpr std::array<QStringView, 5> endingMethods{u"allowedMethods", u"listen", u"callback", u"fetch", u"request"};

template <std::size_t N>
bool isOneOf(QStringView word, const std::array<QStringView, N> &words)
{
    return std::ranges::find(words, word) != words.end();
}

} // namespace

ExpressionReader::ExpressionReader(Evaluator &evaluator, qint32 file, qint32 begin, qint32 end, CallListener *listener)
    : m_evaluator(evaluator)
    , m_code(evaluator.project().file(file))
    , m_file(file)
    , m_start(begin)
    , m_at(begin)
    , m_end(std::min(end, m_code.count()))
    , m_listener(listener)
{ }

Value ExpressionReader::read()
{
    auto value = readChain();
    while (m_at < m_end && m_evaluator.spend()) {
        const auto sign = m_code.at(m_at);
        if (sign == u"as" || sign == u"satisfies" || sign == u"!")
            return value;
        ++m_at;
        if (sign == u"||" || sign == u"??" || sign == u"or") {
            if (value.isKnown() && !value.is(Value::Kind::External) && !value.is(Value::Kind::Parameter))
                return value;
            value = readChain();
        } else if (sign == u"+" && value.is(Value::Kind::Text)) {
            const auto next = readChain();
            if (!next.is(Value::Kind::Text))
                return {};
            value.text += next.text;
        } else {
            return {};
        }
    }
    return value;
}

Value ExpressionReader::readChain()
{
    auto value = readFirst();
    for (bool goesOn = true; goesOn && m_at < m_end && m_evaluator.spend();)
        value = readLink(value, goesOn);
    return value;
}

Value ExpressionReader::readFirst()
{
    while (m_at < m_end && isOneOf(m_code.at(m_at), passedWords))
        ++m_at;
    if (const auto function = m_code.functionAt.constFind(m_at); function != m_code.functionAt.constEnd())
        return readDefinition(*function);
    if (const auto found = m_code.classAt.constFind(m_at); found != m_code.classAt.constEnd()) {
        m_at = m_code.classes[static_cast<std::size_t>(*found)].body.end + 1;
        return {.kind = Value::Kind::Class, .file = m_file, .index = *found};
    }
    if (m_at >= m_end)
        return {};
    if (m_code.isText(m_at))
        return readText();
    if (m_code.isWord(m_at))
        return readWord();
    const auto open = m_at;
    const auto close = m_code.closerOf(open);
    const bool isBrace = m_code.is(open, u"{");
    if (isBrace || m_code.is(open, u"[") || m_code.is(open, u"("))
        m_at = close + 1;
    else
        m_at = m_end;
    if (m_code.is(open, u"("))
        return m_evaluator.valueOf(m_file, open + 1, close);
    if (!isBrace && !m_code.is(open, u"["))
        return {};
    return {.kind = isBrace ? Value::Kind::Object : Value::Kind::Array, .file = m_file, .index = open};
}

Value ExpressionReader::readDefinition(qint32 function)
{
    const auto &body = m_code.functions[static_cast<std::size_t>(function)].body;
    m_at = std::max(m_at + 1, m_code.is(body.begin, u"{") ? body.end + 1 : body.end);
    return {.kind = Value::Kind::Function, .file = m_file, .index = function};
}

/// Texts side by side are one in Python.
Value ExpressionReader::readText()
{
    const auto named = [this](QStringView name) -> std::optional<QString> {
        const auto parts = name.split(u'.');
        auto value = m_evaluator.nameAt(m_file, parts.front().toString(), m_start);
        for (const auto part : parts.sliced(1))
            value = m_evaluator.member(value, part.toString());
        return value.is(Value::Kind::Text) ? std::optional(value.text) : std::nullopt;
    };
    Value whole{.kind = Value::Kind::Text};
    do {
        const auto text = literalText(m_code.at(m_at++), m_code.isPython, named);
        if (!text)
            whole.kind = Value::Kind::Nothing;
        whole.text += text.value_or(QString());
    } while (m_code.isPython && m_at < m_end && m_code.isText(m_at));
    return whole.isKnown() ? whole : Value();
}

Value ExpressionReader::readWord()
{
    const auto word = m_code.at(m_at);
    if (word == u"new" && !m_code.isPython)
        return readNew();
    if ((word == u"require" || word == u"import") && m_code.is(m_at + 1, u"(") && !m_code.isPython)
        return readRequire();
    const auto token = m_at++;
    if (word == u"this" || (word == u"self" && m_code.isPython))
        return self();
    const auto name = word.toString();
    // A property set from outside: `controller.create = …`.
    if (m_code.is(m_at, u".") && m_code.isWord(m_at + 1)) {
        const QString qualified = name + u'.' + m_code.at(m_at + 1);
        if (m_code.functions.front().names.contains(qualified)) {
            m_at += 2;
            return m_evaluator.nameAt(m_file, qualified, 0);
        }
    }
    return m_evaluator.nameAt(m_file, name, token);
}

Value ExpressionReader::self() const
{
    auto scope = m_code.scopeAt(m_start);
    while (scope > 0) {
        const auto &function = m_code.functions[static_cast<std::size_t>(scope)];
        if (function.owner >= 0)
            return {.kind = Value::Kind::Instance, .file = m_file, .index = function.owner};
        scope = function.parent;
    }
    return {};
}

Value ExpressionReader::readNew()
{
    ++m_at;
    Value callee;
    if (m_code.is(m_at, u"(")) {
        callee = m_evaluator.valueOf(m_file, m_at + 1, m_code.closerOf(m_at));
        m_at = m_code.closerOf(m_at) + 1;
    } else if (m_code.isWord(m_at) && !m_code.is(m_at, u"new")) {
        callee = readWord();
        while (m_code.is(m_at, u".") && m_code.isWord(m_at + 1)) {
            callee = m_evaluator.member(callee, m_code.at(m_at + 1).toString());
            m_at += 2;
        }
    }
    skipGenerics();
    const CallSite site{m_file, m_code.is(m_at, u"(") ? m_at : -1, m_start};
    if (site.open < 0)
        return m_evaluator.made(callee, {m_file, m_at - 1, m_start});
    m_at = m_code.closerOf(m_at) + 1;
    if (m_listener)
        m_listener->called(callee, site);
    return m_evaluator.made(callee, site);
}

Value ExpressionReader::readRequire()
{
    const auto text = m_at + 2;
    m_at = m_code.closerOf(m_at + 1) + 1;
    const auto module = m_code.isText(text) ? literalText(m_code.at(text), false) : std::nullopt;
    return module ? m_evaluator.imported(m_file, *module, QStringLiteral("=")) : Value();
}

void ExpressionReader::skipGenerics()
{
    if (m_code.isPython || !m_code.is(m_at, u"<"))
        return;
    const auto limit = std::min(m_at + longestGenerics, m_end);
    for (auto i = m_at + 1; i < limit; ++i) {
        if (m_code.is(i, u">") && m_code.is(i + 1, u"(")) {
            m_at = i + 1;
            return;
        }
        if (m_code.is(i, u";") || m_code.is(i, u")"))
            return;
    }
}

Value ExpressionReader::readLink(const Value &base, bool &goesOn)
{
    if (m_code.is(m_at, u"!") && m_code.is(m_at + 1, u"."))
        ++m_at;
    if ((m_code.is(m_at, u".") || m_code.is(m_at, u"?.")) && m_code.isWord(m_at + 1))
        return readMember(base);
    skipGenerics();
    if (m_code.is(m_at, u"(") && m_at > m_start)
        return readCall(base);
    if (m_code.is(m_at, u"[") && m_at > m_start) {
        const auto open = m_at;
        m_at = m_code.closerOf(open) + 1;
        const auto key = m_evaluator.valueOf(m_file, open + 1, m_at - 1);
        return key.is(Value::Kind::Text) ? m_evaluator.member(base, key.text) : Value();
    }
    goesOn = false;
    return base;
}

Value ExpressionReader::readMember(const Value &base)
{
    const auto name = m_code.at(m_at + 1).toString();
    m_at += 2;
    skipGenerics();
    if (!m_code.is(m_at, u"("))
        return m_evaluator.member(base, name);
    const CallSite site{m_file, m_at, m_start};
    m_at = m_code.closerOf(m_at) + 1;
    if (m_listener)
        m_listener->methodCalled(base, name, site);
    return valueOfMethodCall(base, name, site);
}

Value ExpressionReader::readCall(const Value &callee)
{
    const CallSite site{m_file, m_at, m_start};
    m_at = m_code.closerOf(m_at) + 1;
    if (m_listener)
        m_listener->called(callee, site);
    return m_evaluator.made(callee, site);
}

Value ExpressionReader::valueOfMethodCall(const Value &base, const QString &name, CallSite site)
{
    using Kind = Value::Kind;
    const bool isRouter = base.is(Kind::Router) || base.is(Kind::Parameter);
    if (base.is(Kind::RouteAt))
        return base;
    if (isRouter && isOneOf(name, endingMethods))
        return {};
    if (isRouter && (name == u"route" || name == u"add_resource")) {
        const auto arguments = m_evaluator.argumentsOf(m_file, site.open);
        const auto path = arguments.empty() ? std::nullopt : m_evaluator.textOf(m_file, arguments.front());
        if (arguments.size() == 1 && path)
            return {.kind = Kind::RouteAt, .index = m_evaluator.routerOf(base), .text = *path};
    }
    if (base.is(Kind::Router) && name == u"basePath") {
        const auto arguments = m_evaluator.argumentsOf(m_file, site.open);
        const auto prefix = arguments.empty() ? std::nullopt : m_evaluator.textOf(m_file, arguments.front());
        auto &graph = m_evaluator.graph();
        const auto key = QStringLiteral("base %1 %2").arg(m_file).arg(site.open);
        const auto framework = graph.router(base.index).framework;
        const auto derived = graph.routerAt(key, {.framework = framework});
        if (!graph.router(derived).isMounted)
            graph.mount(base.index, derived, site, prefix);
        return {.kind = Kind::Router, .index = derived};
    }
    if (base.is(Kind::Router) || (base.is(Kind::Parameter) && isOneOf(name, routerMethods)))
        return base;
    if (name == u"bind" && (base.is(Kind::Function) || base.is(Kind::Parameter)))
        return base;
    const auto called = m_evaluator.member(base, name);
    if (m_listener && !base.is(Kind::Parameter))
        m_listener->called(called, site);
    return m_evaluator.made(called, site);
}

} // namespace Decayscope
