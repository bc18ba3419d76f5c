// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postmanvalue.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Decayscope {

namespace {

using Kind = PostmanValueKind;

constexpr qsizetype longestPath = 40;

bool isScalar(const QJsonValue &value)
{
    return !value.isArray() && !value.isObject();
}

/// Scripts compare with texts as they stand, suites fill {{…}} in.
bool hasPlaceholder(const QJsonValue &value)
{
    return QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact).contains("{{");
}

QString turned(const QString &relation)
{
    static const QHash<QString, QString> turns{
        {u">"_s, u"<"_s}, {u"<"_s, u">"_s}, {u">="_s, u"<="_s}, {u"<="_s, u">="_s}};
    return turns.value(relation, relation);
}

PostmanValue comparison(const QString &at, const QString &relation, const QJsonValue &value)
{
    PostmanValue question = postmanQuestion(CheckKind::Compare, at, value);
    question.conditions.front().check.relation = relation;
    return question;
}

PostmanReading<PostmanValue> placeRelation(
    const QString &at, const QString &relation, const QJsonValue &value, int line)
{
    if (value.isUndefined() && relation.endsWith(u"=="))
        return postmanQuestion(relation == u"===" ? CheckKind::Absent : CheckKind::Present, at);
    if (relation == u"===")
        return postmanQuestion(CheckKind::Equal, at, value);
    if (!isScalar(value))
        return postmanUnknown(line, u"the relation \""_s + relation + u"\" to an array or object");
    const QJsonValue other = value.isUndefined() ? QJsonValue(QJsonValue::Null) : value;
    return comparison(at, relation == u"!==" ? u"!="_s : relation, other);
}

PostmanReading<PostmanValue> statusRelation(const QString &relation, const QJsonValue &value, int line)
{
    const bool isEquality = relation == u"===" || relation == u"==";
    const int code = value.toInt();
    if (!isEquality || code < 100 || code > 999)
        return postmanUnknown(line, u"a check of the status other than that it is a number"_s);
    return postmanQuestion(CheckKind::Status, {}, code);
}

PostmanReading<PostmanValue> typeRelation(const QString &at, const QString &relation, const QJsonValue &type, int line)
{
    if (type.toString() == u"undefined")
        return postmanQuestion(relation.startsWith(u'!') ? CheckKind::Present : CheckKind::Absent, at);
    if (relation.startsWith(u'!') || type.toString() == u"object")
        return postmanUnknown(line, u"the word typeof with "_s + relation + u' ' + type.toString());
    return postmanTypeQuestion(at, type.toString(), line);
}

bool isInside(const QString &path, const QString &of)
{
    return of.isEmpty() ? !path.isEmpty() : path.size() > of.size() && path.startsWith(of) && path[of.size()] == u'.';
}

bool needsItsValue(const SuiteCheck &check)
{
    switch (check.kind) {
    case CheckKind::Present:
    case CheckKind::Type:
    case CheckKind::Equal:
    case CheckKind::Array:
    case CheckKind::Integer:
        return true;
    case CheckKind::Compare:
        return check.relation != u"!=" && !check.value.isNull();
    case CheckKind::Status:
    case CheckKind::Absent:
    case CheckKind::Captured:
        break;
    }
    return false;
}

bool isTrueByItself(const SuiteCheck &check)
{
    const bool isOne = check.value.toBool() || check.value.toDouble() != 0 || check.value.isObject();
    return check.kind == CheckKind::Array || (check.kind == CheckKind::Equal && isOne)
        || (check.kind == CheckKind::Compare && check.relation == u">" && check.value.toDouble(-1) >= 0);
}

bool implies(const PostmanCondition &strong, const PostmanCondition &weak)
{
    const bool isWeak = weak.isTruthOnly || weak.check.kind == CheckKind::Present;
    if (!isWeak || strong.isTruthOnly || !needsItsValue(strong.check))
        return false;
    if (isInside(strong.check.at, weak.check.at))
        return true;
    if (strong.check.at != weak.check.at)
        return false;
    return weak.isTruthOnly ? isTrueByItself(strong.check) : strong.check.kind != CheckKind::Present;
}

} // namespace

PostmanValue postmanValue(PostmanValueKind kind, const QString &text)
{
    PostmanValue value;
    value.kind = kind;
    value.text = text;
    return value;
}

PostmanValue postmanLiteral(const QJsonValue &of)
{
    PostmanValue value;
    value.kind = Kind::Literal;
    value.literal = of;
    return value;
}

PostmanReading<QString> postmanPath(const QStringList &place, int line)
{
    if (place.size() > longestPath)
        return postmanRefusal(line, u"goes more than %1 steps into the answer"_s.arg(longestPath));
    for (const QString &key : place) {
        if (key.isEmpty() || key.contains(u'.'))
            return postmanUnknown(line, u"the key \""_s + key + u'"');
    }
    return place.join(u'.');
}

PostmanValue postmanQuestion(CheckKind kind, const QString &at, const QJsonValue &value)
{
    PostmanCondition condition;
    condition.check.kind = kind;
    condition.check.at = at;
    condition.check.value = value;
    PostmanValue question;
    question.kind = Kind::Question;
    question.conditions.push_back(std::move(condition));
    return question;
}

PostmanReading<PostmanValue> postmanRelation(
    const PostmanValue &left, const QString &relation, const PostmanValue &right, int line)
{
    const bool isTurned = left.kind == Kind::Literal || left.kind == Kind::Variable;
    const bool bothKnown = right.kind == Kind::Literal || right.kind == Kind::Variable;
    if (isTurned && !bothKnown)
        return postmanRelation(right, turned(relation), left, line);
    if (right.kind == Kind::Literal && hasPlaceholder(right.literal))
        return postmanRefusal(line, u"compares with a text with {{…}}, which scripts do not fill in"_s);
    const auto path = postmanPath(left.place, line);
    if (!path)
        return std::unexpected(path.error());
    if (left.kind == Kind::Place && right.kind == Kind::Literal)
        return placeRelation(*path, relation, right.literal, line);
    if (left.kind == Kind::Place && right.kind == Kind::Variable)
        return placeRelation(*path, relation, QString(u"{{"_s + right.text + u"}}"), line);
    if (left.kind == Kind::Status && right.kind == Kind::Literal)
        return statusRelation(relation, right.literal, line);
    if (left.kind == Kind::TypeOf && right.kind == Kind::Literal)
        return typeRelation(*path, relation, right.literal, line);
    const bool isOutside = left.kind == Kind::Outside || right.kind == Kind::Outside;
    return postmanUnknown(line,
        isOutside ? (left.kind == Kind::Outside ? left.text : right.text)
                  : u"the relation \""_s + relation + u"\" between these two");
}

PostmanReading<PostmanValue> postmanOpposite(const PostmanValue &question, int line)
{
    if (question.kind != Kind::Question || question.conditions.size() != 1 || question.conditions.front().isTruthOnly)
        return postmanUnknown(line, u"the opposite of this condition"_s);
    PostmanValue opposite = question;
    SuiteCheck &check = opposite.conditions.front().check;
    if (check.kind == CheckKind::Present || check.kind == CheckKind::Absent) {
        check.kind = check.kind == CheckKind::Present ? CheckKind::Absent : CheckKind::Present;
        return opposite;
    }
    const bool isEquality = check.relation == u"==" || check.relation == u"!=";
    if (check.kind != CheckKind::Compare || !isEquality)
        return postmanUnknown(line, u"the opposite of this check"_s);
    check.relation = check.relation == u"==" ? u"!="_s : u"=="_s;
    return opposite;
}

PostmanReading<PostmanValue> postmanTypeQuestion(const QString &at, const QString &type, int line)
{
    static const QStringList types{u"string"_s, u"number"_s, u"boolean"_s, u"object"_s, u"null"_s};
    const QString name = type.toLower();
    if (name == u"array")
        return postmanQuestion(CheckKind::Array, at);
    if (name == u"undefined")
        return postmanQuestion(CheckKind::Absent, at);
    if (!types.contains(name))
        return postmanUnknown(line, u"the type \""_s + type + u'"');
    return postmanQuestion(CheckKind::Type, at, name);
}

std::vector<PostmanCondition> withoutImplied(const std::vector<PostmanCondition> &conditions)
{
    std::vector<PostmanCondition> kept;
    for (const PostmanCondition &weak : conditions) {
        const auto isStronger = [&weak](const PostmanCondition &strong) { return implies(strong, weak); };
        if (std::ranges::none_of(conditions, isStronger))
            kept.push_back(weak);
    }
    return kept;
}

} // namespace Decayscope
