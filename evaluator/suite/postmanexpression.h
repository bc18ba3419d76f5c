// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "postmannode.h"

#include <utility>

namespace Decayscope {

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
