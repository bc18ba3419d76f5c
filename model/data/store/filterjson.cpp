// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "filterjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace Decayscope {

namespace {

constexpr std::pair<TaskKind, const char *> kindNames[]{
    {TaskKind::Generation, "generation"}, {TaskKind::Feature, "feature"}, {TaskKind::Other, "other"}};

constexpr std::pair<RunOutcome, const char *> outcomeNames[]{{RunOutcome::Success, "success"},
    {RunOutcome::TestsPassedButViolating, "violating"}, {RunOutcome::TestsFailed, "tests_failed"},
    {RunOutcome::NoReport, "no_report"}};

constexpr std::pair<QStringList RunFilter::*, const char *> listFields[]{{&RunFilter::models, "models"},
    {&RunFilter::scaffolds, "scaffolds"}, {&RunFilter::contracts, "contracts"}, {&RunFilter::runtimes, "runtimes"},
    {&RunFilter::frameworks, "frameworks"}, {&RunFilter::tasks, "tasks"}};

template <typename T, typename Names>
QString nameOf(T value, const Names &names)
{
    for (const auto &[known, name] : names) {
        if (known == value)
            return QString::fromLatin1(name);
    }
    return {};
}

template <typename T, typename Names>
std::optional<T> fromName(const QString &text, const Names &names)
{
    for (const auto &[known, name] : names) {
        if (text == QLatin1StringView(name))
            return known;
    }
    return std::nullopt;
}

template <typename T, typename ToJson>
void put(QJsonObject &object, const char *key, const std::set<T> &values, ToJson toJson)
{
    QJsonArray array;
    for (const auto &value : values)
        array.append(toJson(value));
    if (!array.isEmpty())
        object.insert(QLatin1StringView(key), array);
}

template <typename T, typename FromJson>
std::set<T> take(const QJsonValue &json, FromJson fromJson)
{
    std::set<T> values;
    const auto array = json.toArray();
    for (const auto &item : array) {
        if (const std::optional<T> value = fromJson(item))
            values.insert(*value);
    }
    return values;
}

QJsonArray constraintsToJson(const std::vector<std::set<Constraint>> &constraints)
{
    QJsonArray all;
    for (const auto &alternatives : constraints) {
        QJsonArray names;
        for (const auto constraint : alternatives)
            names.append(constraintName(constraint));
        all.append(names);
    }
    return all;
}

std::vector<std::set<Constraint>> constraintsFromJson(const QJsonArray &json)
{
    std::vector<std::set<Constraint>> constraints;
    for (const auto &alternatives : json)
        constraints.push_back(
            take<Constraint>(alternatives, [](const QJsonValue &name) { return constraintFromName(name.toString()); }));
    return constraints;
}

} // namespace

QString filterToJson(const RunFilter &filter)
{
    QJsonObject object;
    for (const auto &[field, key] : listFields) {
        if (!(filter.*field).isEmpty())
            object.insert(QLatin1StringView(key), QJsonArray::fromStringList(filter.*field));
    }
    put(object, "levels", filter.levels, [](int level) { return level; });
    if (!filter.constraints.empty())
        object.insert(QStringLiteral("constraints"), constraintsToJson(filter.constraints));
    put(object, "kinds", filter.kinds, [](TaskKind kind) { return nameOf(kind, kindNames); });
    put(object, "outcomes", filter.outcomes, [](RunOutcome outcome) { return nameOf(outcome, outcomeNames); });
    put(object, "excluded_terminations", filter.excludedTerminations, terminationName);
    if (!filter.text.isEmpty())
        object.insert(QStringLiteral("text"), filter.text);
    if (filter.only) {
        object.insert(QStringLiteral("only"), QJsonArray());
        put(object, "only", *filter.only, [](RunId run) { return run.value; });
    }
    if (filter.allDates)
        object.insert(QStringLiteral("all_dates"), true);
    if (filter.excludedToo)
        object.insert(QStringLiteral("excluded_too"), true);
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

RunFilter filterFromJson(const QString &text)
{
    const auto object = QJsonDocument::fromJson(text.toUtf8()).object();
    RunFilter filter;
    for (const auto &[field, key] : listFields)
        filter.*field = object.value(QLatin1StringView(key)).toVariant().toStringList();
    filter.levels
        = take<int>(object.value(u"levels"), [](const QJsonValue &level) { return std::optional(level.toInt()); });
    filter.constraints = constraintsFromJson(object.value(u"constraints").toArray());
    filter.kinds = take<TaskKind>(
        object.value(u"kinds"), [](const QJsonValue &name) { return fromName<TaskKind>(name.toString(), kindNames); });
    filter.outcomes = take<RunOutcome>(object.value(u"outcomes"),
        [](const QJsonValue &name) { return fromName<RunOutcome>(name.toString(), outcomeNames); });
    filter.excludedTerminations = take<Termination>(object.value(u"excluded_terminations"),
        [](const QJsonValue &name) { return terminationFromName(name.toString()); });
    filter.text = object.value(u"text").toString();
    if (object.contains(u"only"))
        filter.only = take<RunId>(
            object.value(u"only"), [](const QJsonValue &id) { return std::optional(RunId{id.toInteger()}); });
    filter.allDates = object.value(u"all_dates").toBool();
    filter.excludedToo = object.value(u"excluded_too").toBool();
    return filter;
}

} // namespace Decayscope
