// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postmanoperators.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Decayscope {

namespace {

using Kind = PostmanValueKind;
using Reading = PostmanReading<PostmanValue>;

constexpr size_t mostConditions = 40;
constexpr qsizetype longestText = 2000;

bool isEmptyValue(const PostmanValue &value)
{
    const QJsonValue &of = value.literal;
    return value.kind == Kind::Literal
        && (of.isNull() || of.isUndefined() || (of.isObject() && of.toObject().isEmpty())
            || (of.isArray() && of.toArray().isEmpty()) || of == QJsonValue(QString()));
}

Reading both(PostmanValue left, const PostmanValue &right, int line)
{
    if (left.conditions.size() + right.conditions.size() > mostConditions)
        return postmanUnknown(line, u"more than 40 conditions together"_s);
    for (const PostmanCondition &condition : right.conditions)
        left.conditions.push_back(condition);
    left.conditions = withoutImplied(left.conditions);
    return left;
}

bool isStatusQuestion(const PostmanValue &value)
{
    return value.kind == Kind::Question && value.conditions.size() == 1
        && value.conditions.front().check.kind == CheckKind::Status;
}

/// `x || {}` is x; `status === 200 || status === 201` is one check.
Reading either(const PostmanValue &left, const PostmanValue &right, int line)
{
    if (left.kind == Kind::Place && isEmptyValue(right))
        return left;
    if (!isStatusQuestion(left) || !isStatusQuestion(right))
        return postmanUnknown(line, u"a choice by \"||\""_s);
    PostmanValue question = left;
    QJsonArray codes;
    for (const PostmanValue *side : {&left, &right}) {
        const QJsonValue &code = side->conditions.front().check.value;
        for (const auto &one : code.isArray() ? code.toArray() : QJsonArray{code})
            codes.append(one);
    }
    if (codes.size() > qsizetype(mostConditions))
        return postmanUnknown(line, u"more than 40 statuses together"_s);
    question.conditions.front().check.value = codes;
    return question;
}

Reading sum(const PostmanValue &left, const PostmanValue &right, int line)
{
    const bool areTexts = left.kind == Kind::Literal && right.kind == Kind::Literal && left.literal.isString()
        && right.literal.isString();
    if (!areTexts)
        return postmanUnknown(line, u"a sum"_s);
    const QString text = left.literal.toString() + right.literal.toString();
    if (text.size() > longestText)
        return postmanUnknown(line, u"a text of more than 2000 characters put together"_s);
    return postmanLiteral(text);
}

Reading conjunction(const PostmanValue &left, const PostmanValue &right, int line)
{
    Reading first = postmanTruth(left, line);
    const Reading second = first ? postmanTruth(right, line) : first;
    return second ? both(std::move(*first), *second, line) : second;
}

} // namespace

PostmanReading<PostmanValue> postmanTruth(const PostmanValue &value, int line)
{
    if (value.kind == Kind::Question)
        return value;
    if (value.kind == Kind::Outside)
        return postmanUnknown(line, value.text);
    if (value.kind != Kind::Place)
        return postmanUnknown(line, u"a condition that asks nothing of the answer"_s);
    const auto path = postmanPath(value.place, line);
    if (!path)
        return std::unexpected(path.error());
    PostmanValue question = postmanQuestion(CheckKind::Present, *path);
    question.conditions.front().isTruthOnly = true;
    return question;
}

PostmanReading<PostmanValue> postmanOperation(
    const PostmanValue &left, const QString &word, const PostmanValue &right, int line)
{
    if (word == u"||" || word == u"??")
        return either(left, right, line);
    if (word == u"&&")
        return conjunction(left, right, line);
    if (word == u"+")
        return sum(left, right, line);
    if (word == u"in" && right.kind == Kind::Place)
        return postmanPresence(right, left, line);
    static const QStringList relations{u"==="_s, u"!=="_s, u"=="_s, u"!="_s, u">"_s, u">="_s, u"<"_s, u"<="_s};
    if (!relations.contains(word))
        return postmanUnknown(line, u'"' + word + u'"');
    return postmanRelation(left, word, right, line);
}

PostmanReading<PostmanValue> postmanPresence(PostmanValue what, const PostmanValue &key, int line)
{
    if (!key.literal.isString() || what.place.size() > 1000)
        return postmanUnknown(line, u"a key that is not written out"_s);
    what.place.append(key.literal.toString());
    const auto path = postmanPath(what.place, line);
    if (!path)
        return std::unexpected(path.error());
    return postmanQuestion(CheckKind::Present, *path);
}

} // namespace Decayscope
