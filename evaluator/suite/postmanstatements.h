// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "postmanchecks.h"
#include "postmanexpression.h"
#include "postmanscope.h"

namespace Decayscope {

/// Reads the statements of a test script one after the other, and gathers what they check and set.
class PostmanStatements
{
public:
    /// Both must outlive it; the words end with an End.
    PostmanStatements(const std::vector<PostmanToken> &tokens, const QSet<QString> &ownVariables);
    Q_DISABLE_COPY_MOVE(PostmanStatements)

    [[nodiscard]] PostmanReading<PostmanScript> script();

private:
    PostmanReading<> statement();
    PostmanReading<> within(qsizetype begin, qsizetype end);
    PostmanReading<> block();
    PostmanReading<> body();
    PostmanReading<> nested();
    PostmanReading<> otherwise(); ///< What is done only where something went wrong: it may check and set nothing.
    PostmanReading<> ended();
    PostmanReading<PostmanValue> value();
    PostmanReading<> declaration();
    PostmanReading<> condition();
    PostmanReading<> attempt();
    PostmanReading<> simpleStatement();

    // What statements do.
    PostmanReading<> assignment(const PostmanNode &target);
    PostmanReading<> oldTest(const QString &name, const PostmanValue &given, int line); ///< tests["name"] = condition;
    PostmanReading<> effect(const PostmanNode &node);
    PostmanReading<> expectation(const PostmanValue &chain, int line);
    PostmanReading<> capture(const PostmanNode &node, const QString &setter);

    /// pm.test("name", function () { … }): its expectations become checks of that name, numbered where they are
    /// several.
    PostmanReading<> test(const PostmanNode &node);

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

} // namespace Decayscope
