// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figurerecipe.h"

#include "analysisfields.h"
#include "filterfields.h"
#include "lookfields.h"
#include "schemadocument.h"
#include "tokenprices.h"

#include <QJsonDocument>

#include <cmath>
#include <limits>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

const SchemaDocument recipeKind{.noun = u"a figure recipe"_s, .schema = 1};

QJsonObject requestJson(const FigureRequest &request)
{
    return {{u"filter"_s, recipeFilterJson(request.filter)}, {u"mode"_s, nameOfChoice(request.mode, scoreModeChoices)},
        {u"verifiers"_s, nameOfChoice(request.verifiers, verifierChoices)},
        {u"metric"_s, nameOfChoice(request.metric, metricChoices)},
        {u"facet"_s, nameOfChoice(request.facet, facetChoices)},
        {u"chains"_s, nameOfChoice(request.chains, chainChoices)}, {u"published_marks"_s, request.publishedMarks},
        {u"pipeline_subset"_s, request.pipelineSubset},
        {u"taxonomy_by"_s, nameOfChoice(request.taxonomyBy, taxonomyChoices)},
        {u"fine_taxonomy"_s, request.fineTaxonomy}, {u"by"_s, request.by}, {u"against"_s, request.against},
        {u"tokens"_s, nameOfChoice(request.tokens, tokenChoices)}, {u"prices"_s, tokenPricesJson(request.prices)}};
}

QJsonObject viewJson(const FigureView &view)
{
    QJsonObject object{{u"hidden"_s, QJsonArray::fromStringList(view.hidden)}};
    if (view.x)
        object.insert(u"x"_s, QJsonArray{view.x->minimum, view.x->maximum});
    if (view.y)
        object.insert(u"y"_s, QJsonArray{view.y->minimum, view.y->maximum});
    return object;
}

QJsonObject overridesJson(const std::map<QString, QString> &overrides)
{
    QJsonObject object;
    for (const auto &[rule, reason] : overrides)
        object.insert(rule, reason);
    return object;
}

void takeRequest(FieldReader fields, FigureRequest &request)
{
    auto filter = fields.object(u"filter");
    takeFilter(filter, request.filter);
    filter.refuseOthers();
    fields.choice(u"mode", request.mode, scoreModeChoices);
    fields.choice(u"verifiers", request.verifiers, verifierChoices);
    fields.choice(u"metric", request.metric, metricChoices);
    fields.choice(u"facet", request.facet, facetChoices);
    fields.choice(u"chains", request.chains, chainChoices);
    fields.flag(u"published_marks", request.publishedMarks);
    fields.flag(u"pipeline_subset", request.pipelineSubset);
    fields.choice(u"taxonomy_by", request.taxonomyBy, taxonomyChoices);
    fields.flag(u"fine_taxonomy", request.fineTaxonomy);
    fields.text(u"by", request.by);
    fields.text(u"against", request.against);
    fields.choice(u"tokens", request.tokens, tokenChoices);
    takeTokenPrices(fields.object(u"prices"), request.prices);
    fields.refuseOthers();
}

void takeRange(FieldReader &fields, QStringView key, std::optional<AxisRange> &into)
{
    const auto ends = fields.array(key);
    if (!fields.has(key))
        return;
    const AxisRange range{ends.at(0).toDouble(std::numeric_limits<double>::quiet_NaN()),
        ends.at(1).toDouble(std::numeric_limits<double>::quiet_NaN())};
    if (ends.size() == 2 && std::isfinite(range.minimum) && std::isfinite(range.maximum)
        && range.minimum < range.maximum)
        into = range;
    else
        fields.refuse(fields.placeOf(key), u"must hold two numbers, the lower one first"_s);
}

void takeView(FieldReader fields, FigureView &view)
{
    fields.texts(u"hidden", view.hidden);
    takeRange(fields, u"x", view.x);
    takeRange(fields, u"y", view.y);
    fields.refuseOthers();
}

void takeOverrides(FieldReader fields, std::map<QString, QString> &into)
{
    const auto rules = fields.keys();
    for (const auto &rule : rules)
        fields.text(rule, into[rule]);
}

FigureRecipe recipeIn(FieldReader fields)
{
    FigureRecipe recipe;
    double schema = 0;
    fields.number(u"schema", schema, 0, std::numeric_limits<int>::max());
    fields.text(u"figure", recipe.figure);
    takeRequest(fields.object(u"request"), recipe.request);
    takeAnalysis(fields.object(u"analysis"), recipe.analysis);
    takeView(fields.object(u"view"), recipe.view);
    auto look = fields.object(u"look");
    takeLook(look, recipe.look);
    look.refuseOthers();
    fields.text(u"caption", recipe.caption);
    takeOverrides(fields.object(u"overrides"), recipe.overrides);
    fields.flag(u"anonymous", recipe.anonymous);
    fields.refuseOthers();
    if (recipe.figure.isEmpty())
        fields.refuse(u"figure"_s, u"must name a figure"_s);
    return recipe;
}

} // namespace

QByteArray recipeDocument(const FigureRecipe &recipe)
{
    QJsonObject object{{u"schema"_s, recipeKind.schema}, {u"figure"_s, recipe.figure},
        {u"request"_s, requestJson(recipe.request)}, {u"view"_s, viewJson(recipe.view)},
        {u"look"_s, lookJson(recipe.look)}, {u"caption"_s, recipe.caption},
        {u"overrides"_s, overridesJson(recipe.overrides)}, {u"anonymous"_s, recipe.anonymous}};
    if (analysisInfo(recipe.figure))
        object.insert(u"analysis"_s, analysisJson(recipe.analysis));
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

Result<FigureRecipe> readRecipe(const QByteArray &document, const QString &source)
{
    const auto object = schemaObject(document, recipeKind, source);
    if (!object)
        return std::unexpected(object.error());
    QString fault;
    auto recipe = recipeIn({*object, {}, fault});
    if (!fault.isEmpty())
        return unreadable(ErrorKind::InvalidInput, recipeKind, source, fault);
    return recipe;
}

} // namespace Decayscope
