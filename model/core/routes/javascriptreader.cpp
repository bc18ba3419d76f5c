// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "codefile.h"
#include "javascriptstatements.h"

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

/// Words before a bracket and a block that are no methods.
constexpr std::array<QStringView, 9> blockWords{
    u"if", u"for", u"while", u"switch", u"catch", u"function", u"with", u"return", u"await"};
constexpr qint32 longestType = 60; ///< Tokens of a return type.

/// Walks over the tokens of a file once and keeps a stack of the functions and classes they stand in.
class JavaScriptReader
{
public:
    explicit JavaScriptReader(CodeFile &file)
        : m_file(file)
        , m_statements(file)
    { }

    void read()
    {
        for (qint32 i = 0; i < m_file.count() && !m_file.isOverfull; ++i) {
            closeScopes(i);
            openScope(i);
            m_file.scopes[static_cast<std::size_t>(i)] = currentFunction();
            if (m_file.token(i).kind == TokenKind::Word)
                readWord(i);
            else if (m_file.is(i, u"("))
                readArrow(i, i, m_file.closerOf(i));
            countDepth(i);
        }
        while (!m_open.empty())
            close(m_file.count());
    }

private:
    struct Scope
    {
        qint32 function = -1; ///< Else a class.
        qint32 classIndex = -1;
        qint32 end = -1; ///< -1: an expression, which ends where its depth does.
        qint32 depth = 0;
    };

    [[nodiscard]] qint32 currentFunction() const { return m_functions.empty() ? 0 : m_functions.back(); }
    [[nodiscard]] qint32 currentClass() const { return m_open.empty() ? -1 : m_open.back().classIndex; }

    void openScope(qint32 i)
    {
        const auto pending = m_pending.constFind(i);
        if (pending == m_pending.constEnd())
            return;
        auto scope = *pending;
        m_pending.erase(pending);
        scope.depth = m_depth;
        if (scope.function >= 0)
            m_functions.push_back(scope.function);
        m_open.push_back(scope);
    }

    void closeScopes(qint32 i)
    {
        while (!m_open.empty()) {
            const auto &scope = m_open.back();
            if (scope.end >= 0 ? i < scope.end : !endsExpressionAt(i, scope))
                return;
            close(i);
        }
    }

    [[nodiscard]] bool endsExpressionAt(qint32 i, const Scope &scope) const
    {
        if (m_depth < scope.depth)
            return true;
        if (m_depth > scope.depth)
            return false;
        const auto &function = m_file.functions[static_cast<std::size_t>(scope.function)];
        const auto text = m_file.at(i);
        return text == u"," || text == u";" || text == u")" || text == u"]" || text == u"}"
            || (i > function.body.begin && m_file.breaksStatement(i));
    }

    void close(qint32 i)
    {
        const auto scope = m_open.back();
        m_open.pop_back();
        if (scope.function < 0)
            return;
        m_functions.pop_back();
        if (scope.end < 0)
            m_file.functions[static_cast<std::size_t>(scope.function)].body.end = i;
    }

    void countDepth(qint32 i)
    {
        const auto partner = m_file.partners[static_cast<std::size_t>(i)];
        if (partner >= 0)
            m_depth += partner > i ? 1 : -1;
    }

    void readWord(qint32 i)
    {
        const auto word = m_file.at(i);
        if (m_file.is(i - 1, u".") || m_file.is(i - 1, u"?."))
            return;
        if (word == u"function")
            readFunction(i);
        else if (word == u"class")
            readClass(i);
        else if (word == u"return" && !m_file.breaksStatement(i + 1))
            m_file.functions[static_cast<std::size_t>(currentFunction())].returns.push_back(i + 1);
        else if (m_file.is(i + 1, u"=>"))
            addFunction(startOf(i), {}, {i, i + 1}, i + 2, false);
        else if (m_file.is(i + 1, u"(") && isMethod(i))
            readMethod(i);
        else
            m_statements.read(i, currentFunction(), currentClass());
    }

    /// `async` belongs to the function behind it.
    [[nodiscard]] qint32 startOf(qint32 i) const { return m_file.is(i - 1, u"async") ? i - 1 : i; }

    void readFunction(qint32 i)
    {
        auto next = i + 1;
        if (m_file.is(next, u"*"))
            ++next;
        const auto name = m_file.isWord(next) ? m_file.at(next++).toString() : QString();
        const auto parameters = afterGenerics(next);
        if (!m_file.is(parameters, u"("))
            return;
        const auto close = m_file.closerOf(parameters);
        const auto body = bodyAfter(close + 1, u"{");
        if (body < 0)
            return;
        const auto start = startOf(i);
        const auto index = addFunction(start, name, {parameters + 1, close}, body, false);
        if (!name.isEmpty() && m_statements.beginsStatement(start))
            m_statements.declare(currentFunction(), name, {.kind = Binding::Kind::Function, .index = index}, start);
        else if (m_file.is(start - 1, u"default"))
            m_statements.exportDefault({.kind = Binding::Kind::Function, .index = index});
    }

    [[nodiscard]] qint32 afterGenerics(qint32 i) const
    {
        if (!m_file.is(i, u"<"))
            return i;
        for (auto end = i + 1; end < i + longestType; ++end) {
            if (m_file.is(end, u">") && m_file.is(end + 1, u"("))
                return end + 1;
        }
        return i;
    }

    /// Where the sign that opens a body stands, behind a return type if there is one; -1 where there is no body.
    [[nodiscard]] qint32 bodyAfter(qint32 i, QStringView sign) const
    {
        if (m_file.is(i, sign))
            return i;
        if (!m_file.is(i, u":"))
            return -1;
        const auto limit = std::min(i + longestType, m_file.count());
        for (auto at = i + 1; at < limit; ++at) {
            if (m_file.is(at, sign) && !m_file.is(at - 1, u":") && !m_file.is(at - 1, u"|") && !m_file.is(at - 1, u"<"))
                return at;
            if (m_file.is(at, u";") || m_file.is(at, u"=") || m_file.is(at, u")") || m_file.is(at, u"}"))
                return -1;
            if (m_file.is(at, u"{") || m_file.is(at, u"(") || m_file.is(at, u"["))
                at = m_file.closerOf(at);
        }
        return -1;
    }

    void readArrow(qint32 i, qint32 open, qint32 close)
    {
        const auto arrow = close < m_file.count() ? bodyAfter(close + 1, u"=>") : -1;
        if (arrow >= 0)
            addFunction(startOf(i), {}, {open + 1, close}, arrow + 1, false);
    }

    [[nodiscard]] bool isMethod(qint32 i) const
    {
        const auto word = m_file.at(i);
        const auto before = m_file.at(i - 1);
        constexpr std::array<QStringView, 8> signs{
            u"{", u",", u"async", u"*", u"static", u"public", u"private", u"get"};
        const bool isPlaced = std::ranges::find(signs, before) != signs.end()
            || (currentClass() >= 0 && (before == u"}" || before == u";" || m_file.breaksStatement(i)));
        return isPlaced && std::ranges::find(blockWords, word) == blockWords.end()
            && bodyAfter(m_file.closerOf(i + 1) + 1, u"{") >= 0;
    }

    void readMethod(qint32 i)
    {
        const auto close = m_file.closerOf(i + 1);
        const auto name = m_file.at(i).toString();
        const auto index = addFunction(i, name, {i + 2, close}, bodyAfter(close + 1, u"{"), true);
        const auto owner = m_file.functions[static_cast<std::size_t>(index)].owner;
        if (owner < 0)
            return;
        auto &methods = m_file.classes[static_cast<std::size_t>(owner)];
        methods.methods.insert(name, index);
        methods.methodOrder.emplace_back(name, index);
    }

    void readClass(qint32 i)
    {
        const auto hasName = m_file.isWord(i + 1) && !m_file.is(i + 1, u"extends");
        auto open = i + (hasName ? 2 : 1);
        const auto limit = std::min(open + longestType, m_file.count());
        const auto bases = open + 1;
        while (open < limit && !m_file.is(open, u"{"))
            ++open;
        if (!m_file.is(open, u"{"))
            return;
        const auto index = static_cast<qint32>(m_file.classes.size());
        const auto name = hasName ? m_file.at(i + 1).toString() : QString();
        m_file.classes.push_back({.name = name,
            .line = m_file.lineOf(i),
            .scope = currentFunction(),
            .bases = {bases, std::max(bases, open)},
            .body = {open, m_file.closerOf(open)}});
        m_file.classAt.insert(i, index);
        m_pending.insert(open, {.classIndex = index, .end = m_file.closerOf(open)});
        if (!name.isEmpty())
            m_statements.declare(currentFunction(), name, {.kind = Binding::Kind::Class, .index = index}, i);
        if (m_file.is(i - 1, u"default"))
            m_statements.exportDefault({.kind = Binding::Kind::Class, .index = index});
    }

    /// `body` is the opening brace or the first token of an expression.
    qint32 addFunction(qint32 start, const QString &name, CodeRange parameters, qint32 body, bool isMethod)
    {
        const bool isBlock = m_file.is(body, u"{");
        const auto index = static_cast<qint32>(m_file.functions.size());
        CodeFunction function{.name = name, .line = m_file.lineOf(start), .parent = currentFunction()};
        function.owner = isMethod || m_statements.isField(start, currentClass()) ? currentClass() : -1;
        function.parameters = parameters;
        function.body = {body, isBlock ? m_file.closerOf(body) : body};
        if (!isBlock)
            function.returns.push_back(body);
        m_file.functions.push_back(std::move(function));
        m_file.isOverfull = m_file.functions.size() > mostFunctions;
        m_file.functionAt.insert(start, index);
        m_statements.declareParameters(index);
        m_pending.insert(body, {.function = index, .end = isBlock ? m_file.closerOf(body) : -1});
        return index;
    }

    CodeFile &m_file;
    JavaScriptStatements m_statements;
    std::vector<Scope> m_open;
    std::vector<qint32> m_functions;
    QHash<qint32, Scope> m_pending; ///< By the token with which they begin.
    qint32 m_depth = 0;
};

} // namespace

void readJavaScript(CodeFile &file)
{
    JavaScriptReader(file).read();
}

} // namespace Decayscope
