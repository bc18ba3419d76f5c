// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postmanscript.h"

#include "postmanchecks.h"
#include "postmanmeaning.h"
#include "postmanoperators.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Decayscope {

namespace {

using Kind = PostmanValueKind;
using Done = PostmanReading<>;

constexpr int deepestBlock = 30;

bool isRefusedStatement(const PostmanToken &token)
{
    static const QStringList words{u"for"_s, u"while"_s, u"do"_s, u"switch"_s, u"return"_s, u"throw"_s, u"function"_s,
        u"class"_s, u"import"_s, u"export"_s, u"break"_s, u"continue"_s, u"with"_s, u"debugger"_s};
    return token.kind == PostmanTokenKind::Name && words.contains(token.text);
}

bool isVariableSetter(const QString &name)
{
    static const QStringList names{u"pm.globals.set"_s, u"pm.environment.set"_s, u"pm.collectionVariables.set"_s,
        u"pm.variables.set"_s, u"postman.setGlobalVariable"_s, u"postman.setEnvironmentVariable"_s};
    return names.contains(name);
}

bool isGlobalSetter(const QString &name)
{
    return name.contains(u"lobal");
}

class StatementReader
{
public:
    StatementReader(const std::vector<PostmanToken> &tokens, const QSet<QString> &ownVariables)
        : m_ownVariables(ownVariables)
        , m_parser(tokens, 0, qsizetype(tokens.size()) - 1)
        , m_tokens(tokens)
    { }

    PostmanReading<PostmanScript> script()
    {
        while (!m_parser.isAtEnd()) {
            if (Done done = statement(); !done)
                return std::unexpected(done.error());
        }
        return m_checks.takeScript();
    }

private:
    Done statement()
    {
        const PostmanToken &word = m_parser.token();
        if (m_parser.take(u";"))
            return {};
        if (word.isMark(u"{"))
            return block();
        if (isRefusedStatement(word))
            return postmanUnknown(word.line, u'"' + word.text + u'"');
        if (word.isName(u"var") || word.isName(u"let") || word.isName(u"const"))
            return declaration();
        if (word.isName(u"if"))
            return condition();
        if (word.isName(u"try"))
            return attempt();
        return simpleStatement();
    }

    Done within(qsizetype begin, qsizetype end)
    {
        if (m_depth >= deepestBlock)
            return postmanRefusal(m_parser.token().line, u"is nested more than 30 blocks deep"_s);
        ++m_depth;
        m_names.open();
        PostmanParser outer = std::exchange(m_parser, PostmanParser(m_tokens, begin, end));
        Done done;
        while (done && !m_parser.isAtEnd())
            done = statement();
        m_parser = outer;
        m_names.close();
        --m_depth;
        return done;
    }

    Done block()
    {
        const auto words = m_parser.block();
        if (!words)
            return std::unexpected(words.error());
        return within(words->first, words->second);
    }

    Done body() { return m_parser.token().isMark(u"{") ? block() : nested(); }

    Done nested()
    {
        if (m_depth >= deepestBlock)
            return postmanRefusal(m_parser.token().line, u"is nested more than 30 blocks deep"_s);
        ++m_depth;
        Done done = m_parser.isAtEnd() ? m_parser.expect(u"{") : statement();
        --m_depth;
        return done;
    }

    /// Reads what is done only where something went wrong: it may check and set nothing.
    Done otherwise()
    {
        ++m_otherwise;
        Done done = body();
        --m_otherwise;
        return done;
    }

    Done ended()
    {
        const PostmanToken &word = m_parser.token();
        if (m_parser.isAtEnd() || word.afterLineBreak || word.isMark(u"}") || m_parser.take(u";"))
            return {};
        return m_parser.expect(u";");
    }

    PostmanReading<PostmanValue> value()
    {
        const auto node = m_parser.expression();
        if (!node)
            return std::unexpected(node.error());
        return postmanMeaning(*node, m_names);
    }

    Done declaration()
    {
        m_parser.next();
        do {
            const PostmanToken name = m_parser.token();
            if (name.kind != PostmanTokenKind::Name)
                return postmanUnknown(name.line, u'"' + name.text + u"\" as the name of a variable");
            m_parser.next();
            PostmanValue undefined;
            undefined.kind = Kind::Literal;
            undefined.literal = QJsonValue::Undefined;
            PostmanReading<PostmanValue> given = undefined;
            if (m_parser.take(u"="))
                given = value();
            if (!given)
                return std::unexpected(given.error());
            m_names.declare(name.text, std::move(*given));
        } while (m_parser.take(u","));
        return ended();
    }

    Done condition()
    {
        m_parser.next();
        if (Done opened = m_parser.expect(u"("); !opened)
            return opened;
        const int line = m_parser.token().line;
        const auto asked = value();
        if (!asked)
            return std::unexpected(asked.error());
        if (Done closed = m_parser.expect(u")"); !closed)
            return closed;
        const auto truth = postmanTruth(*asked, line);
        if (!truth)
            return std::unexpected(truth.error());
        const auto isAbsence = [](const PostmanCondition &c) { return c.check.kind == CheckKind::Absent; };
        const bool isPositive = std::ranges::none_of(truth->conditions, isAbsence);
        m_guards += isPositive ? 1 : 0;
        const Done then = isPositive ? body() : otherwise();
        m_guards -= isPositive ? 1 : 0;
        if (!then)
            return then;
        if (!m_parser.token().isName(u"else"))
            return {};
        m_parser.next();
        return otherwise();
    }

    Done attempt()
    {
        m_parser.next();
        if (Done tried = block(); !tried)
            return tried;
        if (m_parser.token().isName(u"catch")) {
            m_parser.next();
            if (m_parser.take(u"(")) {
                m_parser.next();
                if (Done closed = m_parser.expect(u")"); !closed)
                    return closed;
            }
            if (Done caught = otherwise(); !caught)
                return caught;
        }
        if (!m_parser.token().isName(u"finally"))
            return {};
        m_parser.next();
        return block();
    }

    Done simpleStatement()
    {
        const auto node = m_parser.expression();
        if (!node)
            return std::unexpected(node.error());
        Done done = m_parser.take(u"=") ? assignment(*node) : effect(*node);
        return done ? ended() : done;
    }

    Done assignment(const PostmanNode &target)
    {
        auto given = value();
        if (!given)
            return std::unexpected(given.error());
        if (target.kind == PostmanNodeKind::Name) {
            if (m_otherwise == 0 && !m_names.assign(target.text, *given))
                m_names.declare(target.text, std::move(*given));
            return {};
        }
        const bool isTest = target.kind == PostmanNodeKind::Member && target.parts.front().kind == PostmanNodeKind::Name
            && target.parts.front().text == u"tests";
        if (!isTest)
            return postmanUnknown(target.line, u"an assignment to something else than a variable or test"_s);
        const auto name = postmanMeaning(target.parts.back(), m_names);
        if (!name || !name->literal.isString())
            return postmanUnknown(target.line, u"a test's name that is not written out"_s);
        return oldTest(name->literal.toString(), *given, target.line);
    }

    /// tests["name"] = condition;
    Done oldTest(const QString &name, const PostmanValue &given, int line)
    {
        const auto question = postmanTruth(given, line);
        if (!question)
            return std::unexpected(question.error());
        if (m_otherwise > 0)
            return postmanRefusal(line, u"checks something only where a condition does not hold"_s);
        m_names.tests.insert(name, *question);
        return m_checks.set(name, question->conditions, line);
    }

    Done effect(const PostmanNode &node)
    {
        const bool isCall = node.kind == PostmanNodeKind::Call;
        const auto what = isCall ? postmanMeaning(node.parts.front(), m_names) : PostmanReading<PostmanValue>();
        if (!what)
            return std::unexpected(what.error());
        if (what->isOutside(u"pm.test"))
            return test(node);
        if (what->kind == Kind::Outside && isVariableSetter(what->text))
            return capture(node, what->text);
        const auto of = postmanMeaning(node, m_names);
        if (!of)
            return std::unexpected(of.error());
        if (of->kind == Kind::Expectation)
            return expectation(*of, node.line);
        if (of->kind == Kind::Outside)
            return postmanUnknown(node.line, of->text);
        return {}; // A value on its own, such as "use strict", does nothing.
    }

    Done expectation(const PostmanValue &chain, int line)
    {
        if (chain.conditions.empty() || !chain.text.isEmpty())
            return postmanUnknown(line, u"an expectation that does not say what is expected"_s);
        if (!m_inTest)
            return postmanUnknown(line, u"pm.expect outside of a pm.test"_s);
        if (m_otherwise > 0)
            return postmanRefusal(line, u"checks something only where a condition does not hold"_s);
        for (const PostmanCondition &condition : chain.conditions) {
            if (Done added = m_checks.add(m_testName, {condition}, line); !added)
                return added;
        }
        return {};
    }

    /// pm.test("name", function () { … }): its expectations become checks of that name, numbered where they are
    /// several.
    Done test(const PostmanNode &node)
    {
        if (m_inTest || node.parts.size() != 3 || node.parts.back().kind != PostmanNodeKind::Function)
            return postmanUnknown(node.line, u"pm.test in another way than pm.test(\"name\", function () { … })"_s);
        const PostmanNode &function = node.parts.back();
        const auto name = postmanMeaning(node.parts.at(1), m_names);
        if (!name || !name->literal.isString())
            return postmanUnknown(node.line, u"a test's name that is not written out"_s);
        if (!function.text.isEmpty())
            return postmanUnknown(node.line, u"a test with the parameter "_s + function.text);
        m_testName = name->literal.toString();
        const size_t before = m_checks.count();
        m_inTest = true;
        Done done = within(function.begin, function.end);
        m_inTest = false;
        return done ? m_checks.number(before, m_testName, node.line) : done;
    }

    Done capture(const PostmanNode &node, const QString &setter)
    {
        if (node.parts.size() != 3)
            return postmanUnknown(node.line, setter + u" with other than two arguments");
        const auto name = postmanMeaning(node.parts.at(1), m_names);
        const auto from = name ? postmanMeaning(node.parts.at(2), m_names) : name;
        if (!from)
            return std::unexpected(from.error());
        const QString variable = name->literal.toString();
        if (variable.isEmpty() || from->kind != Kind::Place || from->place.isEmpty())
            return postmanUnknown(node.line, setter + u" with something else than a value of the answer");
        if (isGlobalSetter(setter) && m_ownVariables.contains(variable))
            return postmanRefusal(
                node.line, u"sets the global variable %1, which the collection's own hides"_s.arg(variable));
        if (m_otherwise > 0)
            return postmanRefusal(node.line, u"sets %1 only where a condition does not hold"_s.arg(variable));
        m_checks.capture(variable, from->place.join(u'.'), m_guards > 0);
        return {};
    }

    const QSet<QString> &m_ownVariables;
    PostmanScope m_names;
    PostmanParser m_parser;
    const std::vector<PostmanToken> &m_tokens;
    PostmanChecks m_checks;
    QString m_testName;
    bool m_inTest = false;
    int m_otherwise = 0; ///< How many blocks around are for when something is not so.
    int m_guards = 0; ///< How many blocks around are for when something is so.
    int m_depth = 0;
};

} // namespace

PostmanReading<PostmanScript> readPostmanScript(QStringView script, const QSet<QString> &ownVariables)
{
    const auto tokens = postmanTokens(script);
    if (!tokens)
        return std::unexpected(tokens.error());
    return StatementReader(*tokens, ownVariables).script();
}

} // namespace Decayscope
