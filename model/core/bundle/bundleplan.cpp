// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundleplan.h"

#include <publishing/filterfields.h>
#include <publishing/lookfields.h>
#include <publishing/schemadocument.h>

#include <QJsonDocument>

#include <limits>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

const SchemaDocument planKind{.noun = u"the plan of a bundle"_s, .schema = 1};

constexpr std::array intervalFormChoices{NamedChoice{IntervalForm::Brackets, "brackets"_L1},
    NamedChoice{IntervalForm::PlusMinus, "plusminus"_L1}, NamedChoice{IntervalForm::Hidden, "hidden"_L1}};

struct TableFlag
{
    bool TableLook::*field;
    QStringView key;
};

constexpr std::array tableFlags{TableFlag{&TableLook::boldBest, u"bold_best"},
    TableFlag{&TableLook::paperExact, u"paper_exact"}, TableFlag{&TableLook::siunitx, u"siunitx"},
    TableFlag{&TableLook::notes, u"notes"}};

/// Captions and labels are each table's own.
QJsonObject tablesJson(const TableLook &look)
{
    QJsonObject object{{u"interval"_s, nameOfChoice(look.interval, intervalFormChoices)}};
    for (const auto &flag : tableFlags)
        object.insert(flag.key.toString(), look.*flag.field);
    return object;
}

void takeTables(FieldReader fields, TableLook &look)
{
    fields.choice(u"interval", look.interval, intervalFormChoices);
    for (const auto &flag : tableFlags)
        fields.flag(flag.key, look.*flag.field);
    fields.refuseOthers();
}

BundlePlan planIn(FieldReader fields)
{
    BundlePlan plan;
    double schema = 0;
    fields.number(u"schema", schema, 0, std::numeric_limits<int>::max());
    auto filter = fields.object(u"filter");
    takeFilter(filter, plan.filter);
    filter.refuseOthers();
    fields.choice(u"mode", plan.mode, scoreModeChoices);
    fields.choice(u"verifiers", plan.verifiers, verifierChoices);
    fields.text(u"preset", plan.preset);
    auto look = fields.object(u"look");
    takeLook(look, plan.look);
    look.refuseOthers();
    takeTables(fields.object(u"tables"), plan.tables);
    fields.texts(u"figures", plan.figures);
    fields.texts(u"parts", plan.parts);
    fields.flag(u"anonymous", plan.anonymous);
    fields.texts(u"identities", plan.identities);
    fields.refuseOthers();
    return plan;
}

} // namespace

QByteArray bundlePlanDocument(const BundlePlan &plan)
{
    const QJsonObject object{{u"schema"_s, planKind.schema}, {u"filter"_s, recipeFilterJson(plan.filter)},
        {u"mode"_s, nameOfChoice(plan.mode, scoreModeChoices)},
        {u"verifiers"_s, nameOfChoice(plan.verifiers, verifierChoices)}, {u"preset"_s, plan.preset},
        {u"look"_s, lookJson(plan.look)}, {u"tables"_s, tablesJson(plan.tables)},
        {u"figures"_s, QJsonArray::fromStringList(plan.figures)}, {u"parts"_s, QJsonArray::fromStringList(plan.parts)},
        {u"anonymous"_s, plan.anonymous}, {u"identities"_s, QJsonArray::fromStringList(plan.identities)}};
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

Result<BundlePlan> readBundlePlan(const QByteArray &document, const QString &source)
{
    const auto object = schemaObject(document, planKind, source);
    if (!object)
        return std::unexpected(object.error());
    QString fault;
    auto plan = planIn({*object, {}, fault});
    if (!fault.isEmpty())
        return unreadable(ErrorKind::InvalidInput, planKind, source, fault);
    return plan;
}

} // namespace Decayscope
