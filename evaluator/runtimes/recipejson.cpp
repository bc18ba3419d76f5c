// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "recipejson.h"

#include "recipefields.h"

#include <QJsonDocument>

#include <array>

using namespace Qt::StringLiterals;

namespace Decayscope {

namespace {

constexpr int fileVersion = 1;

/// Name of each RecipePart in files.
constexpr std::array partKeys{"name"_L1, "title"_L1, "setUp"_L1, "run"_L1, "port"_L1, "basePath"_L1, "healthPath"_L1,
    "healthTries"_L1, "healthIntervalMs"_L1, "setUpSeconds"_L1, "environment"_L1, "image"_L1};

QLatin1StringView keyOf(RecipePart part)
{
    return partKeys[static_cast<std::size_t>(part)];
}

RecipeRange rangeOf(RecipePart part)
{
    if (part == RecipePart::Port)
        return recipePorts;
    if (part == RecipePart::HealthTries)
        return recipeTries;
    if (part == RecipePart::HealthInterval)
        return recipeIntervals;
    return recipeSetUpTimes;
}

QString faultText(const RecipeFault &fault)
{
    switch (fault.kind) {
    case RecipeFaultKind::Empty:
        return u"must not be empty."_s;
    case RecipeFaultKind::TooLong:
        return u"is longer than any real one."_s;
    case RecipeFaultKind::BadCharacters:
        return u"has characters that have no place there."_s;
    case RecipeFaultKind::OutOfRange:
        return rangeText(rangeOf(fault.part));
    case RecipeFaultKind::DatabasePort:
        return u"5432 is the port of the run's database; the server needs another one."_s;
    case RecipeFaultKind::NoSlashFirst:
        return u"must begin with a slash."_s;
    case RecipeFaultKind::SlashLast:
        return u"must not end with a slash."_s;
    case RecipeFaultKind::Repeated:
        return u"has a name that another one has."_s;
    }
    return {};
}

SetUpWay readWay(RecipeFields &fields)
{
    SetUpWay way;
    static constexpr std::array keys{"name"_L1, "needs"_L1, "network"_L1, "commands"_L1};
    fields.knowOnly(keys);
    fields.read("name"_L1, way.name);
    fields.read("needs"_L1, way.needs);
    fields.read("network"_L1, way.network);
    fields.read("commands"_L1, way.commands);
    return way;
}

void readWays(RecipeFields &fields, std::vector<SetUpWay> &ways)
{
    const auto key = keyOf(RecipePart::SetUp);
    const auto value = fields.value(key);
    if (value.isUndefined())
        return;
    if (!value.isArray())
        return fields.complain(key, u"must be a list of ways to set a project up."_s);
    ways.clear();
    const auto array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        const auto place = u"%1[%2]"_s.arg(key).arg(i);
        if (!array[i].isObject())
            return fields.complain(place, u"must be an object."_s);
        RecipeFields way(array[i].toObject(), fields.where() + u'.' + place);
        ways.push_back(readWay(way));
        fields.take(way);
    }
}

template <typename Duration>
void readDuration(RecipeFields &fields, RecipePart part, Duration &duration)
{
    int count = static_cast<int>(duration.count());
    fields.read(keyOf(part), count, rangeOf(part));
    duration = Duration(count);
}

QJsonArray textArray(const auto &texts)
{
    QJsonArray array;
    for (const auto &text : texts)
        array.append(text);
    return array;
}

QJsonObject wayObject(const SetUpWay &way)
{
    return {{u"name"_s, way.name}, {u"needs"_s, textArray(way.needs)}, {u"network"_s, way.network},
        {u"commands"_s, textArray(way.commands)}};
}

Result<QJsonObject> objectOf(QByteArrayView json, const QString &origin)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(json.toByteArray(), &error);
    if (error.error != QJsonParseError::NoError)
        return failure(ErrorKind::InvalidInput,
            u"%1: this is no JSON, from byte %2 on: %3."_s.arg(origin).arg(error.offset).arg(error.errorString()));
    if (!document.isObject())
        return failure(ErrorKind::InvalidInput, u"%1: a JSON object should stand here."_s.arg(origin));
    return document.object();
}

} // namespace

QByteArray recipeDocument(const RuntimeRecipe &recipe)
{
    return QJsonDocument(recipeObject(recipe)).toJson();
}

Result<RuntimeRecipe> readRecipe(QByteArrayView json, const QString &origin)
{
    const auto object = objectOf(json, origin);
    if (!object)
        return std::unexpected(object.error());
    return recipeFromObject(*object, {}, origin);
}

QJsonObject recipeObject(const RuntimeRecipe &recipe)
{
    QJsonArray ways;
    for (const auto &way : recipe.setUp)
        ways.append(wayObject(way));
    QJsonObject environment;
    for (const auto &[name, value] : recipe.environment)
        environment.insert(name, value);
    return {{keyOf(RecipePart::Name), recipe.name}, {keyOf(RecipePart::Title), recipe.title},
        {keyOf(RecipePart::SetUp), ways}, {keyOf(RecipePart::Run), textArray(recipe.run)},
        {keyOf(RecipePart::Port), recipe.port}, {keyOf(RecipePart::BasePath), recipe.basePath},
        {keyOf(RecipePart::HealthPath), recipe.healthPath}, {keyOf(RecipePart::HealthTries), recipe.healthTries},
        {keyOf(RecipePart::HealthInterval), qint64{recipe.healthInterval.count()}},
        {keyOf(RecipePart::SetUpTime), qint64{recipe.setUpTime.count()}}, {keyOf(RecipePart::Environment), environment},
        {keyOf(RecipePart::Image), recipe.image}};
}

QJsonObject recipeDifference(const RuntimeRecipe &recipe, const RuntimeRecipe &base)
{
    auto object = recipeObject(recipe);
    const auto other = recipeObject(base);
    for (const auto key : partKeys) {
        if (key != keyOf(RecipePart::Name) && object.value(key) == other.value(key))
            object.remove(key);
    }
    return object;
}

Result<RuntimeRecipe> recipeFromObject(const QJsonObject &object, RuntimeRecipe base, const QString &where)
{
    RecipeFields fields(object, where);
    fields.knowOnly(partKeys);
    fields.read(keyOf(RecipePart::Name), base.name);
    fields.read(keyOf(RecipePart::Title), base.title);
    readWays(fields, base.setUp);
    fields.read(keyOf(RecipePart::Run), base.run);
    fields.read(keyOf(RecipePart::Port), base.port, recipePorts);
    fields.read(keyOf(RecipePart::BasePath), base.basePath);
    fields.read(keyOf(RecipePart::HealthPath), base.healthPath);
    fields.read(keyOf(RecipePart::HealthTries), base.healthTries, recipeTries);
    readDuration(fields, RecipePart::HealthInterval, base.healthInterval);
    readDuration(fields, RecipePart::SetUpTime, base.setUpTime);
    fields.read(keyOf(RecipePart::Environment), base.environment);
    fields.read(keyOf(RecipePart::Image), base.image);
    if (!fields.complaint().isEmpty())
        return failure(ErrorKind::InvalidInput, fields.complaint());
    if (auto checked = checkRecipe(base, where); !checked)
        return std::unexpected(std::move(checked.error()));
    if (base.title.isEmpty())
        base.title = base.name;
    return base;
}

Result<> checkRecipe(const RuntimeRecipe &recipe, const QString &where)
{
    const auto faults = recipeFaults(recipe);
    if (faults.empty())
        return {};
    const auto &first = faults.front();
    QString place = where + u'.' + keyOf(first.part);
    if (first.row >= 0)
        place += u'[' + QString::number(first.row) + u']';
    return failure(ErrorKind::InvalidInput, place + u": " + faultText(first));
}

QByteArray recipesDocument(const QJsonArray &objects)
{
    const QJsonObject document{
        {u"format"_s, u"decayscope-runtimes"_s}, {u"version"_s, fileVersion}, {u"runtimes"_s, objects}};
    return QJsonDocument(document).toJson();
}

Result<QJsonArray> recipeObjects(QByteArrayView json, const QString &origin)
{
    const auto document = objectOf(json, origin);
    if (!document)
        return std::unexpected(document.error());
    if (document->value(u"format") != u"decayscope-runtimes"_s)
        return failure(
            ErrorKind::InvalidInput, u"%1: format: a file of runtimes says “decayscope-runtimes” here."_s.arg(origin));
    const auto version = document->value(u"version").toDouble();
    if (version > fileVersion)
        return failure(ErrorKind::TooNew, u"%1: version: the file was written by a newer Decayscope."_s.arg(origin));
    if (version != fileVersion)
        return failure(ErrorKind::InvalidInput, u"%1: version: must be %2."_s.arg(origin).arg(fileVersion));
    const auto runtimes = document->value(u"runtimes");
    if (!runtimes.isArray())
        return failure(ErrorKind::InvalidInput, u"%1: runtimes: must be a list of objects."_s.arg(origin));
    auto array = runtimes.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        if (!array[i].isObject())
            return failure(ErrorKind::InvalidInput, u"%1: runtimes[%2]: must be an object."_s.arg(origin).arg(i));
    }
    return array;
}

} // namespace Decayscope
