// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "postmantokens.h"

#include <QJsonValue>
#include <QStringList>

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

[[nodiscard]] PostmanNode postmanLeaf(PostmanNodeKind kind, const QString &text, int line);
[[nodiscard]] PostmanNode postmanLiteral(const QJsonValue &value, int line);

/// A node with all its parts, its height counted. Refuses what is too high.
[[nodiscard]] PostmanReading<PostmanNode> postmanBuilt(PostmanNode node);

} // namespace Decayscope
