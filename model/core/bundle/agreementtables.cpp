// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "agreementtables.h"

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

/// A coefficient of a report with its names.
struct CoefficientRow
{
    const char *key;
    const char *title;
    Coefficient AgreementReport::*value;
};

constexpr CoefficientRow coefficientRows[]{{"accuracy", "accuracy", &AgreementReport::accuracy},
    {"kappa", "Cohen's κ", &AgreementReport::kappa},
    {"weighted_kappa", "κ weighted by the tree of codes", &AgreementReport::weighted},
    {"fine_kappa", "κ of level 2 where level 1 agrees", &AgreementReport::fineGivenCoarse},
    {"pabak", "PABAK", &AgreementReport::pabak}, {"ac1", "Gwet's AC1", &AgreementReport::ac1},
    {"fleiss_kappa", "Fleiss' κ of all annotators", &AgreementReport::fleiss},
    {"alpha", "Krippendorff's α of all annotators", &AgreementReport::alpha}};

Cell cellOf(const std::optional<double> &value)
{
    return value ? Cell(*value) : Cell();
}

TableColumn column(const char *key, const char *title, CellKind kind)
{
    return {.key = QString::fromUtf8(key), .title = QString::fromUtf8(title), .kind = kind};
}

std::vector<TableColumn> coefficientColumns(const char *key, const char *title)
{
    auto value = column("value", "Value", CellKind::Coefficient);
    value.lowKey = u"low"_s;
    value.highKey = u"high"_s;
    auto low = column("low", "From", CellKind::Coefficient);
    auto high = column("high", "To", CellKind::Coefficient);
    low.forPeople = false;
    high.forPeople = false;
    return {column(key, title, CellKind::Text), value, low, high, column("n", "Runs", CellKind::Count)};
}

EstimatorCard cardOf(const AgreementReport &report)
{
    return {
        .estimator = u"agreement of %1 (reference) and %2 on the runs both labelled"_s.arg(report.by, report.against),
        .interval = u"95 % percentile intervals of a bootstrap over tasks"_s,
        .unit = u"runs"_s,
        .count = u"n = %1 runs"_s.arg(report.accuracy.units),
        .resamples = BootstrapPlan().draws,
        .seed = BootstrapPlan().seed,
        .exclusions = {}};
}

TableSpec emptyTable(const AgreementReport &report, const QString &name, const QString &title)
{
    TableSpec table{.name = name, .title = u"%1: %2 and %3"_s.arg(title, report.by, report.against)};
    table.card = cardOf(report);
    table.notes = report.notes;
    return table;
}

TableRow rowOf(const QString &name, const Coefficient &coefficient)
{
    return {.cells = {name, cellOf(coefficient.value), cellOf(coefficient.low), cellOf(coefficient.high),
                qint64{coefficient.units}}};
}

TableSpec coefficientTable(const AgreementReport &report)
{
    auto table = emptyTable(report, u"coefficients"_s, u"Coefficients"_s);
    table.columns = coefficientColumns("coefficient", "Coefficient");
    for (const auto &row : coefficientRows) {
        const auto &coefficient = report.*row.value;
        table.rows.push_back(rowOf(QString::fromUtf8(row.title), coefficient));
        if (coefficient.undefined)
            table.notes.append(
                u"There is no %1: %2"_s.arg(QString::fromUtf8(row.title), undefinedReason(*coefficient.undefined)));
    }
    table.rows.push_back({.cells = {u"macro F1"_s, cellOf(report.macroF1), {}, {}, qint64{report.accuracy.units}}});
    return table;
}

TableSpec categoryTable(const AgreementReport &report)
{
    auto table = emptyTable(report, u"categories"_s, u"Agreement by category"_s);
    table.columns = {column("category", "Category", CellKind::Text),
        column("precision", "Precision", CellKind::Coefficient), column("recall", "Recall", CellKind::Coefficient),
        column("f1", "F1", CellKind::Coefficient), column("support", "Support", CellKind::Count),
        column("kappa", "κ", CellKind::Coefficient), column("prevalence", "Prevalence index", CellKind::Coefficient),
        column("bias", "Bias index", CellKind::Coefficient)};
    for (const auto &category : report.perCategory)
        table.rows.push_back({.cells = {report.categories.value(category.category), cellOf(category.precision),
                                  cellOf(category.recall), cellOf(category.f1), qint64{category.support},
                                  cellOf(category.kappa.value), category.prevalence, category.bias}});
    return table;
}

/// The reference gives the row.
TableSpec confusionTable(const AgreementReport &report)
{
    auto table = emptyTable(report, u"confusion"_s, u"Confusion"_s);
    const auto size = static_cast<std::size_t>(report.categories.size());
    table.columns = {{.key = u"category"_s, .title = report.by, .kind = CellKind::Text}};
    for (const auto &category : report.categories)
        table.columns.push_back({.key = category, .title = category, .kind = CellKind::Count});
    for (std::size_t by = 0; by < size && (by + 1) * size <= report.confusion.size(); ++by) {
        TableRow row{.cells = {report.categories.at(static_cast<qsizetype>(by))}};
        for (std::size_t against = 0; against < size; ++against)
            row.cells.emplace_back(qint64{report.confusion[by * size + against]});
        table.rows.push_back(std::move(row));
    }
    return table;
}

TableSpec stepTable(
    const AgreementReport &report, const std::vector<AgreementStep> &steps, const QString &name, const QString &title)
{
    auto table = emptyTable(report, name, title);
    table.columns = coefficientColumns("step", "Of");
    for (const auto &step : steps) {
        auto coefficient = step.kappa;
        coefficient.units = step.units;
        table.rows.push_back(rowOf(step.title, coefficient));
    }
    return table;
}

} // namespace

std::vector<TableSpec> agreementTables(const AgreementReport &report)
{
    return {coefficientTable(report), categoryTable(report), confusionTable(report),
        stepTable(report, report.rounds, u"rounds"_s, u"κ by round"_s),
        stepTable(report, report.intraRater, u"intra-rater"_s, u"κ of first labels against repeats"_s)};
}

} // namespace Decayscope
