// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postmanstatements.h"

#include "postmanmeaning.h"
#include "postmanoperators.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Decayscope {

namespace {

constexpr int deepestBlock = 30;

bool isRefusedStatement(const PostmanToken &token)
{
    static const QStringList words{u"for"_s, u"while"_s, u"do"_s, u"switch"_s, u"return"_s, u"throw"_s, u"function"_s,
        u"class"_s, u"import"_s, u"export"_s, u"break"_s, u"continue"_s, u"with"_s, u"debugger"_s};
    return token.kind == PostmanTokenKind::Name && words.contains(token.text);
}

} // namespace

PostmanStatements::PostmanStatements(const std::vector<PostmanToken> &tokens, const QSet<QString> &ownVariables)
    : m_ownVariables(ownVariables)
    , m_parser(tokens, 0, qsizetype(tokens.size()) - 1)
    , m_tokens(tokens)
{ }

PostmanReading<PostmanScript> PostmanStatements::script()
{
    while (!m_parser.isAtEnd()) {
        if (PostmanReading<> done = statement(); !done)
            return std::unexpected(done.error());
    }
    return m_checks.takeScript();
}

PostmanReading<> PostmanStatements::statement()
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

PostmanReading<> PostmanStatements::within(qsizetype begin, qsizetype end)
{
    if (m_depth >= deepestBlock)
        return postmanRefusal(m_parser.token().line, u"is nested more than 30 blocks deep"_s);
    ++m_depth;
    m_names.open();
    PostmanParser outer = std::exchange(m_parser, PostmanParser(m_tokens, begin, end));
    PostmanReading<> done;
    while (done && !m_parser.isAtEnd())
        done = statement();
    m_parser = outer;
    m_names.close();
    --m_depth;
    return done;
}

PostmanReading<> PostmanStatements::block()
{
    const auto words = m_parser.block();
    if (!words)
        return std::unexpected(words.error());
    return within(words->first, words->second);
}

PostmanReading<> PostmanStatements::body()
{
    return m_parser.token().isMark(u"{") ? block() : nested();
}

PostmanReading<> PostmanStatements::nested()
{
    if (m_depth >= deepestBlock)
        return postmanRefusal(m_parser.token().line, u"is nested more than 30 blocks deep"_s);
    ++m_depth;
    PostmanReading<> done = m_parser.isAtEnd() ? m_parser.expect(u"{") : statement();
    --m_depth;
    return done;
}

PostmanReading<> PostmanStatements::otherwise()
{
    ++m_otherwise;
    PostmanReading<> done = body();
    --m_otherwise;
    return done;
}

PostmanReading<> PostmanStatements::ended()
{
    const PostmanToken &word = m_parser.token();
    if (m_parser.isAtEnd() || word.afterLineBreak || word.isMark(u"}") || m_parser.take(u";"))
        return {};
    return m_parser.expect(u";");
}

PostmanReading<PostmanValue> PostmanStatements::value()
{
    const auto node = m_parser.expression();
    if (!node)
        return std::unexpected(node.error());
    return postmanMeaning(*node, m_names);
}

PostmanReading<> PostmanStatements::declaration()
{
    m_parser.next();
    do {
        const PostmanToken name = m_parser.token();
        if (name.kind != PostmanTokenKind::Name)
            return postmanUnknown(name.line, u'"' + name.text + u"\" as the name of a variable");
        m_parser.next();
        PostmanValue undefined;
        undefined.kind = PostmanValueKind::Literal;
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

PostmanReading<> PostmanStatements::condition()
{
    m_parser.next();
    if (PostmanReading<> opened = m_parser.expect(u"("); !opened)
        return opened;
    const int line = m_parser.token().line;
    const auto asked = value();
    if (!asked)
        return std::unexpected(asked.error());
    if (PostmanReading<> closed = m_parser.expect(u")"); !closed)
        return closed;
    const auto truth = postmanTruth(*asked, line);
    if (!truth)
        return std::unexpected(truth.error());
    const auto isAbsence = [](const PostmanCondition &c) { return c.check.kind == CheckKind::Absent; };
    const bool isPositive = std::ranges::none_of(truth->conditions, isAbsence);
    m_guards += isPositive ? 1 : 0;
    const PostmanReading<> then = isPositive ? body() : otherwise();
    m_guards -= isPositive ? 1 : 0;
    if (!then)
        return then;
    if (!m_parser.token().isName(u"else"))
        return {};
    m_parser.next();
    return otherwise();
}

PostmanReading<> PostmanStatements::attempt()
{
    m_parser.next();
    if (PostmanReading<> tried = block(); !tried)
        return tried;
    if (m_parser.token().isName(u"catch")) {
        m_parser.next();
        if (m_parser.take(u"(")) {
            m_parser.next();
            if (PostmanReading<> closed = m_parser.expect(u")"); !closed)
                return closed;
        }
        if (PostmanReading<> caught = otherwise(); !caught)
            return caught;
    }
    if (!m_parser.token().isName(u"finally"))
        return {};
    m_parser.next();
    return block();
}

PostmanReading<> PostmanStatements::simpleStatement()
{
    const auto node = m_parser.expression();
    if (!node)
        return std::unexpected(node.error());
    PostmanReading<> done = m_parser.take(u"=") ? assignment(*node) : effect(*node);
    return done ? ended() : done;
}

} // namespace Decayscope
