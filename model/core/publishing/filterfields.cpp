// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "filterfields.h"

#include <algorithm>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype mostChosenRuns = 1'000'000;

struct NameList
{
    QStringList RunFilter::*field;
    QStringView key;
    QStringView word;
};

constexpr std::array nameLists{NameList{&RunFilter::models, u"models", u"model"},
    NameList{&RunFilter::scaffolds, u"scaffolds", u"scaffold"},
    NameList{&RunFilter::contracts, u"contracts", u"contract"}, NameList{&RunFilter::runtimes, u"runtimes", u"runtime"},
    NameList{&RunFilter::frameworks, u"frameworks", u"framework"}, NameList{&RunFilter::tasks, u"tasks", u"task"}};

constexpr std::array kindChoices{NamedChoice{TaskKind::Generation, "generation"_L1},
    NamedChoice{TaskKind::Feature, "feature"_L1}, NamedChoice{TaskKind::Other, "other"_L1}};

constexpr std::array outcomeChoices{NamedChoice{RunOutcome::Success, "success"_L1},
    NamedChoice{RunOutcome::TestsPassedButViolating, "violating"_L1},
    NamedChoice{RunOutcome::TestsFailed, "tests_failed"_L1}, NamedChoice{RunOutcome::NoReport, "no_report"_L1}};

QString kindName(TaskKind kind)
{
    return nameOfChoice(kind, kindChoices);
}

QString outcomeName(RunOutcome outcome)
{
    return nameOfChoice(outcome, outcomeChoices);
}

QString levelName(int level)
{
    return QString(u'L' % QString::number(level));
}

std::optional<int> levelIn(const QJsonValue &value)
{
    const auto level = value.toInt(-1);
    return level >= 0 && level < levelCount ? std::optional(level) : std::nullopt;
}

std::optional<RunId> runIn(const QJsonValue &value)
{
    const auto id = value.toInteger(-1);
    return id > 0 ? std::optional(RunId{id}) : std::nullopt;
}

/// Every entry must be one: a filter that lost one would let other runs in.
template <typename Value, typename Read>
std::set<Value> valuesIn(FieldReader &fields, const QJsonArray &list, const QString &place, Read read)
{
    std::set<Value> values;
    for (const auto &entry : list) {
        const std::optional<Value> value = read(entry);
        if (!value) {
            fields.refuse(place, u"holds an entry that this program does not know"_s);
            return {};
        }
        values.insert(*value);
    }
    return values;
}

template <typename Value, typename Read>
void takeSet(FieldReader &fields, QStringView key, std::set<Value> &into, Read read)
{
    const auto list = fields.array(key);
    if (fields.has(key))
        into = valuesIn<Value>(fields, list, fields.placeOf(key), read);
}

void takeConstraints(FieldReader &fields, std::vector<std::set<Constraint>> &into)
{
    const auto list = fields.array(u"constraints");
    for (const auto &alternatives : list)
        into.push_back(valuesIn<Constraint>(fields, alternatives.toArray(), fields.placeOf(u"constraints"),
            [](const QJsonValue &name) { return constraintFromName(name.toString()); }));
}

void takeOnly(FieldReader &fields, std::optional<std::set<RunId>> &into)
{
    const auto list = fields.array(u"only");
    if (list.size() > mostChosenRuns)
        fields.refuse(fields.placeOf(u"only"), u"has more than %1 entries"_s.arg(mostChosenRuns));
    else if (fields.has(u"only"))
        into = valuesIn<RunId>(fields, list, fields.placeOf(u"only"), runIn);
}

template <typename Values, typename ToJson>
void put(QJsonObject &object, const QString &key, const Values &values, ToJson toJson)
{
    QJsonArray array;
    for (const auto &value : values)
        array.append(toJson(value));
    if (!array.isEmpty())
        object.insert(key, array);
}

template <typename Values, typename NameOf>
void say(QStringList &words, QStringView what, const Values &values, NameOf nameOf)
{
    QStringList names;
    for (const auto &value : values)
        names.append(nameOf(value));
    if (!names.isEmpty())
        words.append(QString(what % u' ' % names.join(u" or ")));
}

} // namespace

void takeFilter(FieldReader &fields, RunFilter &filter)
{
    for (const auto &list : nameLists)
        fields.texts(list.key, filter.*list.field);
    takeSet(fields, u"levels", filter.levels, levelIn);
    takeConstraints(fields, filter.constraints);
    takeSet(fields, u"kinds", filter.kinds,
        [](const QJsonValue &name) { return choiceNamed(name.toString(), kindChoices); });
    takeSet(fields, u"outcomes", filter.outcomes,
        [](const QJsonValue &name) { return choiceNamed(name.toString(), outcomeChoices); });
    takeSet(fields, u"excluded_terminations", filter.excludedTerminations,
        [](const QJsonValue &name) { return terminationFromName(name.toString()); });
    fields.text(u"text", filter.text);
    takeOnly(fields, filter.only);
    fields.flag(u"all_dates", filter.allDates);
    fields.flag(u"excluded_too", filter.excludedToo);
}

QJsonObject recipeFilterJson(const RunFilter &filter)
{
    const auto same = [](const auto &value) { return value; };
    QJsonObject object;
    for (const auto &list : nameLists)
        put(object, list.key.toString(), filter.*list.field, same);
    put(object, u"levels"_s, filter.levels, same);
    put(object, u"constraints"_s, filter.constraints, [](const std::set<Constraint> &alternatives) {
        QJsonArray names;
        for (const auto constraint : alternatives)
            names.append(constraintName(constraint));
        return names;
    });
    put(object, u"kinds"_s, filter.kinds, kindName);
    put(object, u"outcomes"_s, filter.outcomes, outcomeName);
    put(object, u"excluded_terminations"_s, filter.excludedTerminations, terminationName);
    if (!filter.text.isEmpty())
        object.insert(u"text"_s, filter.text);
    if (filter.only) {
        object.insert(u"only"_s, QJsonArray());
        put(object, u"only"_s, *filter.only, [](RunId run) { return run.value; });
    }
    if (filter.allDates)
        object.insert(u"all_dates"_s, true);
    if (filter.excludedToo)
        object.insert(u"excluded_too"_s, true);
    return object;
}

QString recipeFilterWords(const RunFilter &filter)
{
    QStringList words;
    for (const auto &list : nameLists)
        say(words, list.word, filter.*list.field, [](const QString &name) { return name; });
    say(words, u"level", filter.levels, levelName);
    for (const auto &alternatives : filter.constraints)
        say(words, u"constraint", alternatives, constraintName);
    say(words, u"kind", filter.kinds, kindName);
    say(words, u"outcome", filter.outcomes, outcomeName);
    say(words, u"without termination", filter.excludedTerminations, terminationName);
    if (!filter.text.isEmpty())
        words.append(QString(u"words " % filter.text));
    if (filter.only)
        words.append(u"%1 chosen runs"_s.arg(filter.only->size()));
    if (filter.allDates)
        words.append(u"also older dates"_s);
    if (filter.excludedToo)
        words.append(u"also excluded runs"_s);
    return words.isEmpty() ? u"all runs"_s : words.join(u"; ");
}

} // namespace Decayscope
