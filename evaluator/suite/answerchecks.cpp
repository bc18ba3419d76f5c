// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answerchecks.h"

#include "filledtext.h"
#include "javascriptvalues.h"
#include "jsonscanner.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype longestShown = 300;

QString shown(const JsonPlace &place)
{
    if (!place.isThere())
        return u"nothing"_s;
    if (place.text.isEmpty())
        return javaScriptNumber(place.number);
    return place.text.size() <= longestShown ? place.text.toString() : QString(place.text.first(longestShown) % u'…');
}

QString shown(const QJsonValue &value)
{
    const auto list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.sliced(1, list.size() - 2)).left(longestShown);
}

QJsonValue filled(const QJsonValue &value, const std::map<QString, QString> &variables)
{
    return value.isString() ? QJsonValue(filledText(value.toString(), variables)) : value;
}

QString placed(const QString &what, const QString &at)
{
    return at.isEmpty() ? what : QString(what % u" at " % at);
}

JsonKind kindOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? JsonKind::True : JsonKind::False;
    case QJsonValue::Double:
        return JsonKind::Number;
    case QJsonValue::String:
        return JsonKind::String;
    case QJsonValue::Array:
        return JsonKind::Array;
    case QJsonValue::Object:
        return JsonKind::Object;
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return JsonKind::Null;
}

/// JavaScript's ===, and the same contents for lists and objects.
bool isEqual(const JsonPlace &place, const QJsonValue &value)
{
    if (place.kind != kindOf(value))
        return false;
    switch (place.kind) {
    case JsonKind::Number:
        return place.number == value.toDouble();
    case JsonKind::String:
        return unquotedJson(place.text) == value.toString();
    case JsonKind::Array:
        return QJsonDocument::fromJson(place.text.toUtf8()).array() == value.toArray();
    case JsonKind::Object:
        return QJsonDocument::fromJson(place.text.toUtf8()).object() == value.toObject();
    case JsonKind::Missing:
    case JsonKind::Null:
    case JsonKind::False:
    case JsonKind::True:
        break;
    }
    return true;
}

double numberOf(const QJsonValue &value)
{
    if (value.isString())
        return javaScriptToNumber(value.toString());
    if (value.isBool())
        return value.toBool() ? 1 : 0;
    return value.isDouble() ? value.toDouble() : value.isNull() ? 0 : std::nan("");
}

template <typename Value>
bool stands(const Value &left, const QString &relation, const Value &right)
{
    if (relation == u">")
        return left > right;
    if (relation == u">=")
        return left >= right;
    if (relation == u"<")
        return left < right;
    if (relation == u"<=")
        return left <= right;
    if (relation == u"==")
        return left == right;
    return left != right;
}

/// Two texts are compared as such, anything else as numbers; null equals only itself.
bool compares(const JsonPlace &place, const QString &relation, const QJsonValue &value)
{
    if (!place.isThere())
        return false;
    if (place.kind == JsonKind::String && value.isString())
        return stands(unquotedJson(place.text), relation, value.toString());
    const bool isEquality = relation == u"==" || relation == u"!=";
    if (isEquality && (place.kind == JsonKind::Null || value.isNull()))
        return (place.kind == JsonKind::Null && value.isNull()) == (relation == u"==");
    return stands(javaScriptToNumber(place), relation, numberOf(value));
}

bool hasType(JsonKind kind, const QString &type)
{
    switch (kind) {
    case JsonKind::Missing:
        return false;
    case JsonKind::Null:
        return type == u"null";
    case JsonKind::False:
    case JsonKind::True:
        return type == u"boolean";
    case JsonKind::Number:
        return type == u"number";
    case JsonKind::String:
        return type == u"string";
    case JsonKind::Array:
        return type == u"array";
    case JsonKind::Object:
        break;
    }
    return type == u"object";
}

bool hasStatus(int status, const QJsonValue &value)
{
    if (!value.isArray())
        return value.toInt(-1) == status;
    return value.toArray().contains(QJsonValue(status));
}

/// Whether the object that would hold the path's last part is one.
bool hasHolder(const JsonBody &body, const QString &at)
{
    const auto holder = body.at(QStringView(at).first(std::max(at.lastIndexOf(u'.'), qsizetype{0})));
    return holder.kind == JsonKind::Object || holder.kind == JsonKind::Array;
}

bool holds(const SuiteCheck &check, const CheckedAnswer &answer, const JsonPlace &place)
{
    switch (check.kind) {
    case CheckKind::Status:
        return hasStatus(answer.status.value_or(0), check.value);
    case CheckKind::Present:
        return place.isThere();
    case CheckKind::Absent:
        return !place.isThere() && hasHolder(*answer.body, check.at);
    case CheckKind::Type:
        return hasType(place.kind, check.value.toString());
    case CheckKind::Equal:
        return isEqual(place, filled(check.value, *answer.variables));
    case CheckKind::Compare:
        return compares(place, check.relation, filled(check.value, *answer.variables));
    case CheckKind::Array:
        return place.kind == JsonKind::Array;
    case CheckKind::Integer:
        return isInteger(place);
    case CheckKind::Captured:
        break;
    }
    return answer.captured.contains(check.variable);
}

QString actual(const SuiteCheck &check, const CheckedAnswer &answer, const JsonPlace &place)
{
    if (!answer.status)
        return u"no answer"_s;
    if (check.kind == CheckKind::Status)
        return QString::number(*answer.status);
    if (!answer.body->isJson())
        return u"no JSON"_s;
    if (check.kind == CheckKind::Captured)
        return answer.captured.contains(check.variable) ? u"a value"_s : u"nothing"_s;
    return shown(place);
}

} // namespace

QString expectation(const SuiteCheck &check, const std::map<QString, QString> &variables)
{
    switch (check.kind) {
    case CheckKind::Status:
        return shown(check.value);
    case CheckKind::Present:
        return placed(u"a value"_s, check.at);
    case CheckKind::Absent:
        return placed(u"nothing"_s, check.at);
    case CheckKind::Type:
        return placed(u"the type "_s + check.value.toString(), check.at);
    case CheckKind::Equal:
        return placed(shown(filled(check.value, variables)), check.at);
    case CheckKind::Compare:
        return placed(check.relation % u' ' % shown(filled(check.value, variables)), check.at);
    case CheckKind::Array:
        return placed(u"an array"_s, check.at);
    case CheckKind::Integer:
        return placed(u"an integer"_s, check.at);
    case CheckKind::Captured:
        break;
    }
    return u"a value for "_s + check.variable;
}

CheckResult checkAnswer(const SuiteCheck &check, const CheckedAnswer &answer)
{
    const auto place = answer.status ? answer.body->at(check.at) : JsonPlace{};
    return {.name = check.name,
        .passed = answer.status && holds(check, answer, place),
        .expected = expectation(check, *answer.variables),
        .actual = actual(check, answer, place)};
}

} // namespace Decayscope
