// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postmanexpression.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Decayscope {

namespace {

constexpr int deepest = 60;
constexpr int highest = 200;

// By binding strength, the weakest first.
const std::array<QStringList, 7> &operatorLevels()
{
    static const std::array<QStringList, 7> levels{QStringList{u"??"_s}, QStringList{u"||"_s}, QStringList{u"&&"_s},
        QStringList{u"==="_s, u"!=="_s, u"=="_s, u"!="_s},
        QStringList{u">="_s, u"<="_s, u">"_s, u"<"_s, u"in"_s, u"instanceof"_s}, QStringList{u"+"_s, u"-"_s},
        QStringList{u"*"_s, u"/"_s, u"%"_s}};
    return levels;
}

bool isRefusedWord(const PostmanToken &token)
{
    static const QStringList words{u"new"_s, u"await"_s, u"async"_s, u"yield"_s, u"delete"_s, u"void"_s, u"class"_s,
        u"this"_s, u"super"_s, u"import"_s, u"eval"_s};
    return token.kind == PostmanTokenKind::Name && words.contains(token.text);
}

PostmanReading<PostmanNode> built(PostmanNode node)
{
    for (const PostmanNode &part : node.parts)
        node.height = std::max(node.height, part.height + 1);
    if (node.height > highest)
        return postmanRefusal(node.line, u"has an expression of more than %1 steps"_s.arg(highest));
    return node;
}

PostmanNode leaf(PostmanNodeKind kind, const QString &text, const QJsonValue &literal, int line)
{
    PostmanNode node;
    node.kind = kind;
    node.text = text;
    node.literal = literal;
    node.line = line;
    return node;
}

PostmanNode literalNode(const QJsonValue &value, int line)
{
    return leaf(PostmanNodeKind::Literal, {}, value, line);
}

} // namespace

PostmanParser::PostmanParser(const std::vector<PostmanToken> &tokens, qsizetype position, qsizetype end)
    : m_tokens(&tokens)
    , m_position(position)
    , m_end(end)
{
    m_endToken.line = tokens.empty() ? 1 : tokens.at(size_t(std::min(end, qsizetype(tokens.size()) - 1))).line;
    m_endToken.afterLineBreak = true;
}

const PostmanToken &PostmanParser::token(qsizetype ahead) const
{
    return m_position + ahead < m_end ? m_tokens->at(size_t(m_position + ahead)) : m_endToken;
}

bool PostmanParser::take(QStringView mark)
{
    if (!token().isMark(mark))
        return false;
    next();
    return true;
}

PostmanReading<> PostmanParser::expect(QStringView mark)
{
    if (take(mark))
        return {};
    const QString found = isAtEnd() ? u"its end"_s : u'"' + token().text.left(40) + u'"';
    return postmanRefusal(token().line, u"has %1 where this program reads only \"%2\""_s.arg(found, mark.toString()));
}

PostmanReading<> PostmanParser::closing(QChar open, QChar close)
{
    int depth = 1;
    const int line = token().line;
    for (; !isAtEnd(); next()) {
        depth += token().isMark(QStringView(&open, 1)) ? 1 : 0;
        depth -= token().isMark(QStringView(&close, 1)) ? 1 : 0;
        if (depth == 0)
            return {};
    }
    return postmanRefusal(line, u"has a \"%1\" without its \"%2\""_s.arg(open, close));
}

PostmanReading<std::pair<qsizetype, qsizetype>> PostmanParser::block()
{
    if (auto opened = expect(u"{"); !opened)
        return std::unexpected(opened.error());
    const qsizetype begin = m_position;
    if (auto closed = closing(u'{', u'}'); !closed)
        return std::unexpected(closed.error());
    const qsizetype end = m_position;
    next();
    return std::pair(begin, end);
}

PostmanParser::Node PostmanParser::expression()
{
    if (m_depth >= deepest)
        return postmanRefusal(token().line, u"is nested more than %1 levels deep"_s.arg(deepest));
    ++m_depth;
    Node node = isArrowNext() ? function(true) : binary(0);
    --m_depth;
    if (node && token().isMark(u"?"))
        return postmanUnknown(token().line, u"a choice by \"? :\""_s);
    return node;
}

PostmanParser::Node PostmanParser::binary(int level)
{
    if (level == int(operatorLevels().size()))
        return unary();
    Node left = binary(level + 1);
    const QStringList &operators = operatorLevels().at(size_t(level));
    while (left && token().kind != PostmanTokenKind::Text && operators.contains(token().text)) {
        PostmanNode node = leaf(PostmanNodeKind::Binary, token().text, {}, token().line);
        next();
        Node right = binary(level + 1);
        if (!right)
            return right;
        node.parts.reserve(2);
        node.parts.push_back(std::move(*left));
        node.parts.push_back(std::move(*right));
        left = built(std::move(node));
    }
    return left;
}

PostmanParser::Node PostmanParser::unary()
{
    const PostmanToken &word = token();
    if (isRefusedWord(word))
        return postmanUnknown(word.line, u'"' + word.text + u'"');
    if (!word.isMark(u"!") && !word.isMark(u"-") && !word.isName(u"typeof"))
        return postfix();
    if (m_depth >= deepest)
        return postmanRefusal(word.line, u"is nested more than %1 levels deep"_s.arg(deepest));
    PostmanNode node = leaf(PostmanNodeKind::Unary, word.text, {}, word.line);
    next();
    ++m_depth;
    Node of = unary();
    --m_depth;
    if (!of)
        return of;
    node.parts.push_back(std::move(*of));
    return built(std::move(node));
}

PostmanParser::Node PostmanParser::postfix()
{
    Node node = primary();
    while (node) {
        if (token().isMark(u".") || token().isMark(u"?.") || token().isMark(u"["))
            node = member(std::move(*node));
        else if (token().isMark(u"("))
            node = call(std::move(*node));
        else
            break;
    }
    return node;
}

PostmanParser::Node PostmanParser::member(PostmanNode what)
{
    PostmanNode node = leaf(PostmanNodeKind::Member, {}, {}, token().line);
    const bool dotted = take(u".") || take(u"?.");
    node.parts.reserve(2);
    node.parts.push_back(std::move(what));
    if (take(u"[")) {
        Node which = expression();
        if (!which)
            return which;
        node.parts.push_back(std::move(*which));
        if (auto closed = expect(u"]"); !closed)
            return std::unexpected(closed.error());
        return built(std::move(node));
    }
    if (!dotted || token().kind != PostmanTokenKind::Name)
        return postmanUnknown(token().line, u'"' + token().text + u"\" after a dot");
    node.parts.push_back(literalNode(token().text, token().line));
    next();
    return built(std::move(node));
}

PostmanParser::Node PostmanParser::call(PostmanNode what)
{
    PostmanNode node = leaf(PostmanNodeKind::Call, {}, {}, token().line);
    next();
    node.parts.push_back(std::move(what));
    while (!token().isMark(u")")) {
        Node argument = expression();
        if (!argument)
            return argument;
        node.parts.push_back(std::move(*argument));
        if (!take(u","))
            break;
    }
    if (auto closed = expect(u")"); !closed)
        return std::unexpected(closed.error());
    return built(std::move(node));
}

PostmanParser::Node PostmanParser::primary()
{
    const PostmanToken &word = token();
    if (word.isMark(u"("))
        return parenthesis();
    if (word.isMark(u"["))
        return array();
    if (word.isMark(u"{"))
        return object();
    if (word.isName(u"function"))
        return function(false);
    static const QStringList constants{u"true"_s, u"false"_s, u"null"_s, u"undefined"_s};
    static const std::array<QJsonValue, 4> values{true, false, QJsonValue::Null, QJsonValue::Undefined};
    const int line = word.line;
    next();
    switch (word.kind) {
    case PostmanTokenKind::Text:
        return literalNode(word.text, line);
    case PostmanTokenKind::Number:
        return literalNode(word.number, line);
    case PostmanTokenKind::Name:
        if (const qsizetype place = constants.indexOf(word.text); place >= 0)
            return literalNode(values.at(size_t(place)), line);
        return leaf(PostmanNodeKind::Name, word.text, {}, line);
    case PostmanTokenKind::Mark:
        return postmanUnknown(line, u'"' + word.text + u"\" at this place");
    case PostmanTokenKind::End:
        break;
    }
    return postmanRefusal(line, u"ends in the middle of a statement"_s);
}

PostmanParser::Node PostmanParser::parenthesis()
{
    next();
    Node node = expression();
    if (!node)
        return node;
    if (auto closed = expect(u")"); !closed)
        return std::unexpected(closed.error());
    return node;
}

PostmanParser::Node PostmanParser::array()
{
    PostmanNode node = leaf(PostmanNodeKind::Array, {}, {}, token().line);
    next();
    while (!token().isMark(u"]")) {
        Node element = expression();
        if (!element)
            return element;
        node.parts.push_back(std::move(*element));
        if (!take(u","))
            break;
    }
    if (auto closed = expect(u"]"); !closed)
        return std::unexpected(closed.error());
    return built(std::move(node));
}

PostmanParser::Node PostmanParser::object()
{
    PostmanNode node = leaf(PostmanNodeKind::Object, {}, {}, token().line);
    next();
    while (!token().isMark(u"}")) {
        if (token().kind == PostmanTokenKind::Mark || isAtEnd())
            return postmanUnknown(token().line, u'"' + token().text + u"\" in an object");
        node.keys.append(token().text);
        next();
        if (auto colon = expect(u":"); !colon)
            return std::unexpected(colon.error());
        Node value = expression();
        if (!value)
            return value;
        node.parts.push_back(std::move(*value));
        if (!take(u","))
            break;
    }
    if (auto closed = expect(u"}"); !closed)
        return std::unexpected(closed.error());
    return built(std::move(node));
}

bool PostmanParser::isArrowNext() const
{
    if (token().kind == PostmanTokenKind::Name && token(1).isMark(u"=>"))
        return true;
    if (!token().isMark(u"("))
        return false;
    // Parameters are names and commas; anything else is a parenthesis.
    qsizetype ahead = 1;
    while (token(ahead).kind == PostmanTokenKind::Name || token(ahead).isMark(u","))
        ++ahead;
    return token(ahead).isMark(u")") && token(ahead + 1).isMark(u"=>");
}

PostmanParser::Node PostmanParser::function(bool isArrow)
{
    PostmanNode node = leaf(PostmanNodeKind::Function, {}, {}, token().line);
    if (!isArrow)
        next();
    if (!isArrow && token().kind == PostmanTokenKind::Name)
        next();
    QStringList parameters;
    for (; !isAtEnd() && !token().isMark(u"=>") && !token().isMark(u"{"); next()) {
        if (token().kind != PostmanTokenKind::Mark)
            parameters.append(token().text);
    }
    node.text = parameters.join(u", "_s);
    if (isArrow)
        next();
    node.isExpressionBody = isArrow && !token().isMark(u"{");
    if (node.isExpressionBody) {
        node.begin = m_position;
        if (Node body = expression(); !body)
            return body;
        node.end = m_position;
        return node;
    }
    auto words = block();
    if (!words)
        return std::unexpected(words.error());
    std::tie(node.begin, node.end) = *words;
    return node;
}

} // namespace Decayscope
