// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postmannode.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Decayscope {

namespace {

constexpr int highest = 200;

} // namespace

PostmanNode postmanLeaf(PostmanNodeKind kind, const QString &text, int line)
{
    PostmanNode node;
    node.kind = kind;
    node.text = text;
    node.line = line;
    return node;
}

PostmanNode postmanLiteral(const QJsonValue &value, int line)
{
    auto node = postmanLeaf(PostmanNodeKind::Literal, {}, line);
    node.literal = value;
    return node;
}

PostmanReading<PostmanNode> postmanBuilt(PostmanNode node)
{
    for (const PostmanNode &part : node.parts)
        node.height = std::max(node.height, part.height + 1);
    if (node.height > highest)
        return postmanRefusal(node.line, u"has an expression of more than %1 steps"_s.arg(highest));
    return node;
}

} // namespace Decayscope
