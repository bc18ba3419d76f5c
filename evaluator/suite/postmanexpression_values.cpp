// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postmanexpression.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Decayscope {

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
        return postmanLiteral(word.text, line);
    case PostmanTokenKind::Number:
        return postmanLiteral(word.number, line);
    case PostmanTokenKind::Name:
        if (const qsizetype place = constants.indexOf(word.text); place >= 0)
            return postmanLiteral(values.at(size_t(place)), line);
        return postmanLeaf(PostmanNodeKind::Name, word.text, line);
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
    PostmanNode node = postmanLeaf(PostmanNodeKind::Array, {}, token().line);
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
    return postmanBuilt(std::move(node));
}

PostmanParser::Node PostmanParser::object()
{
    PostmanNode node = postmanLeaf(PostmanNodeKind::Object, {}, token().line);
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
    return postmanBuilt(std::move(node));
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
    PostmanNode node = postmanLeaf(PostmanNodeKind::Function, {}, token().line);
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
