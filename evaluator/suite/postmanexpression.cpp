// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postmanexpression.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Decayscope {

namespace {

constexpr int deepest = 60;

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
        PostmanNode node = postmanLeaf(PostmanNodeKind::Binary, token().text, token().line);
        next();
        Node right = binary(level + 1);
        if (!right)
            return right;
        node.parts.reserve(2);
        node.parts.push_back(std::move(*left));
        node.parts.push_back(std::move(*right));
        left = postmanBuilt(std::move(node));
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
    PostmanNode node = postmanLeaf(PostmanNodeKind::Unary, word.text, word.line);
    next();
    ++m_depth;
    Node of = unary();
    --m_depth;
    if (!of)
        return of;
    node.parts.push_back(std::move(*of));
    return postmanBuilt(std::move(node));
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
    PostmanNode node = postmanLeaf(PostmanNodeKind::Member, {}, token().line);
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
        return postmanBuilt(std::move(node));
    }
    if (!dotted || token().kind != PostmanTokenKind::Name)
        return postmanUnknown(token().line, u'"' + token().text + u"\" after a dot");
    node.parts.push_back(postmanLiteral(token().text, token().line));
    next();
    return postmanBuilt(std::move(node));
}

PostmanParser::Node PostmanParser::call(PostmanNode what)
{
    PostmanNode node = postmanLeaf(PostmanNodeKind::Call, {}, token().line);
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
    return postmanBuilt(std::move(node));
}

} // namespace Decayscope
