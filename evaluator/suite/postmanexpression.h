// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "postmantokens.h"

#include <QJsonValue>
#include <QStringList>

#include <utility>

namespace Decayscope {

enum class PostmanNodeKind : quint8 {
    Name, ///< `text`
    Literal, ///< `literal`; undefined for `undefined`
    Array, ///< parts: the elements
    Object, ///< parts: the values, each with its key in `keys`
    Member, ///< parts: what, and which member (a Literal where it is written with a dot)
    Call, ///< parts: what, then the arguments
    Unary, ///< `text` the operator; parts: one
    Binary, ///< `text` the operator; parts: two
    Function ///< The words [begin, end) are its body; `text` its parameters as written.
};

/// An expression of a script as a tree, at most 200 levels high.
struct PostmanNode
{
    PostmanNodeKind kind = PostmanNodeKind::Literal;
    QString text;
    QJsonValue literal;
    QStringList keys;
    std::vector<PostmanNode> parts;
    qsizetype begin = 0;
    qsizetype end = 0;
    bool isExpressionBody = false; ///< An arrow function without braces.
    int line = 0;
    int height = 1;
};

/// Reads expressions from the words of a script: the part of JavaScript that test scripts are written in.
class PostmanParser
{
public:
    /// Reads from `position` on and never beyond `end`. The words must outlive it and end with an End.
    PostmanParser(const std::vector<PostmanToken> &tokens, qsizetype position, qsizetype end);

    [[nodiscard]] PostmanReading<PostmanNode> expression();

    [[nodiscard]] const PostmanToken &token(qsizetype ahead = 0) const;
    [[nodiscard]] bool isAtEnd() const { return m_position >= m_end; }
    [[nodiscard]] qsizetype position() const { return m_position; }
    void moveTo(qsizetype position) { m_position = position; }
    void next() { ++m_position; }

    /// Takes a mark if it is the next word.
    bool take(QStringView mark);
    [[nodiscard]] PostmanReading<> expect(QStringView mark);

    /// With a `{` next: the words between it and its `}`, which are passed.
    [[nodiscard]] PostmanReading<std::pair<qsizetype, qsizetype>> block();

private:
    using Node = PostmanReading<PostmanNode>;

    Node binary(int level);
    Node unary();
    Node postfix();
    Node primary();
    Node member(PostmanNode what);
    Node call(PostmanNode what);
    Node array();
    Node object();
    Node parenthesis();
    Node function(bool isArrow);
    [[nodiscard]] bool isArrowNext() const;
    PostmanReading<> closing(QChar open, QChar close);

    const std::vector<PostmanToken> *m_tokens;
    PostmanToken m_endToken;
    qsizetype m_position;
    qsizetype m_end;
    int m_depth = 0;
};

} // namespace Decayscope
