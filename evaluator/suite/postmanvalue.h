// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "httpsuite.h"
#include "postmanexpression.h"

#include <QHash>

namespace Decayscope {

/// Something a script asks: a check without a name, or only whether a place of the answer holds something true, which
/// is no check but may stand before others.
struct PostmanCondition
{
    SuiteCheck check;
    bool isTruthOnly = false;
};

enum class PostmanValueKind : quint8 {
    Nothing, ///< What a statement gives that has done its work.
    Place, ///< A place of the answer's JSON body: `place`
    BodyText, ///< The body as it came.
    Status,
    Literal, ///< `literal`
    Variable, ///< A variable of the suite: `text`
    TypeOf, ///< The word typeof gives for `place`.
    Outside, ///< Something of Postman or JavaScript by its dotted name: `text`
    Method, ///< A function of a place or an array: `text`, `place` or `literal`
    Question, ///< What holds if all `conditions` do.
    Expectation ///< A chain begun by pm.expect or pm.response.to: `subject`, `conditions`, `text` the word before.
};

/// What an expression of a script stands for. Nothing is computed: the answer is not there yet.
struct PostmanValue
{
    PostmanValueKind kind = PostmanValueKind::Nothing;
    QString text;
    QStringList place;
    QJsonValue literal;
    std::vector<PostmanCondition> conditions;
    std::vector<PostmanValue> subject; ///< One, of expectations.
    bool isNegated = false;

    [[nodiscard]] bool isOutside(QStringView name) const { return kind == PostmanValueKind::Outside && text == name; }
};

[[nodiscard]] PostmanValue postmanValue(PostmanValueKind kind, const QString &text = {});
[[nodiscard]] PostmanValue postmanLiteral(const QJsonValue &of);

/// The dotted path of a place. Refuses keys a path cannot tell and more than 40 steps.
[[nodiscard]] PostmanReading<QString> postmanPath(const QStringList &place, int line);

/// A question of one check.
[[nodiscard]] PostmanValue postmanQuestion(CheckKind kind, const QString &at, const QJsonValue &value = {});

/// The question whether two things stand in a relation: "===", "!==", "==", "!=", ">", ">=", "<", "<=".
[[nodiscard]] PostmanReading<PostmanValue> postmanRelation(
    const PostmanValue &left, const QString &relation, const PostmanValue &right, int line);

/// The opposite of a question, where a check can ask it.
[[nodiscard]] PostmanReading<PostmanValue> postmanOpposite(const PostmanValue &question, int line);

/// The check for a type's name, as `typeof` or an expectation writes it.
[[nodiscard]] PostmanReading<PostmanValue> postmanTypeQuestion(const QString &at, const QString &type, int line);

/// The conditions that say something: one that another one implies is left out.
[[nodiscard]] std::vector<PostmanCondition> withoutImplied(const std::vector<PostmanCondition> &conditions);

} // namespace Decayscope
