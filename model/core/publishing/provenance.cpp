// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "provenance.h"

#include "figureruns.h"
#include "filterfields.h"

#include <figures/figuretable.h>
#include <figures/tablewriters.h>

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QTimeZone>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

QString hashOf(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

/// The store by its content; by its id only where its makers may be told by it.
QJsonObject storeJson(const FigureRecipe &recipe, const StudySnapshot &study)
{
    QJsonObject store{{u"hash"_s, studyHash(study, recipe.request.labels.get())}, {u"sample"_s, study.isSample}};
    if (!recipe.anonymous)
        store.insert(u"id"_s, study.storeId);
    return store;
}

QJsonObject cardJson(const EstimatorCard &card)
{
    QJsonObject object{{u"estimator"_s, card.estimator}, {u"interval"_s, card.interval}, {u"unit"_s, card.unit},
        {u"count"_s, card.count}, {u"resamples"_s, card.resamples},
        {u"exclusions"_s, QJsonArray::fromStringList(card.exclusions)}};
    // Numbers of 64 bits are not safe in JSON.
    object.insert(u"seed"_s, card.seed ? QJsonValue(QString::number(*card.seed)) : QJsonValue());
    return object;
}

qsizetype pointsOf(const FigureSpec &figure)
{
    std::size_t count = 0;
    for (const auto &series : figure.series)
        count += series.points.size();
    return static_cast<qsizetype>(count);
}

} // namespace

FigurePayload payloadOf(const FigureRecipe &recipe, const FigureSpec &figure, const StudySnapshot &study,
    const QString &program, const QDateTime &made)
{
    const auto runs = runsOfFigure(figure, study);
    FigurePayload payload{.recipe = recipeDocument(recipe),
        .data = writeTable(tableOfFigure(figure), TableFormat::Csv),
        .runs = runsDocument(runs),
        .provenance = {}};
    const QJsonObject provenance{{u"schema"_s, 1}, {u"program"_s, program}, {u"figure"_s, figure.name},
        {u"title"_s, figure.title}, {u"made"_s, made.toUTC().toString(Qt::ISODate)},
        {u"store"_s, storeJson(recipe, study)}, {u"filter"_s, recipeFilterWords(recipe.request.filter)},
        {u"estimator"_s, cardJson(figure.card)}, {u"caveat"_s, figure.caveat}, {u"points"_s, pointsOf(figure)},
        {u"runs"_s, static_cast<qint64>(runs.size())}, {u"recipe_sha256"_s, hashOf(payload.recipe)},
        {u"data_sha256"_s, hashOf(payload.data)}, {u"runs_sha256"_s, hashOf(payload.runs)}};
    payload.provenance = QJsonDocument(provenance).toJson(QJsonDocument::Indented);
    return payload;
}

QDateTime exportTime()
{
    constexpr qint64 lastSecond = 253'402'300'799; // of the year 9999
    bool isNumber = false;
    const auto seconds = qgetenv("SOURCE_DATE_EPOCH").toLongLong(&isNumber);
    const bool isValid = isNumber && seconds >= 0 && seconds <= lastSecond;
    return isValid ? QDateTime::fromSecsSinceEpoch(seconds, QTimeZone::UTC) : QDateTime::currentDateTimeUtc();
}

} // namespace Decayscope
