// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "studytables.h"
#include "tablecontext.h"
#include "tabledraft.h"

#include <agreement/agreementreport.h>

#include <algorithm>

namespace Decayscope {

namespace {

/// What stands beside the rows: key, title, and where it is in a report.
struct Overall
{
    const char *key;
    const char *title;
    Coefficient AgreementReport::*value;
};

constexpr Overall overalls[]{{"accuracy", "accuracy", &AgreementReport::accuracy},
    {"kappa", "Cohen's κ", &AgreementReport::kappa}, {"weighted_kappa", "weighted κ", &AgreementReport::weighted},
    {"fine_kappa", "κ of level 2 given level 1", &AgreementReport::fineGivenCoarse},
    {"pabak", "PABAK", &AgreementReport::pabak}, {"ac1", "Gwet's AC1", &AgreementReport::ac1},
    {"fleiss_kappa", "Fleiss' κ", &AgreementReport::fleiss}, {"alpha", "Krippendorff's α", &AgreementReport::alpha}};

void addCoefficient(TableDraft &draft, const Overall &overall, const Coefficient &coefficient)
{
    const auto key = QString::fromUtf8(overall.key);
    const auto title = QString::fromUtf8(overall.title);
    const auto add = [&](const QString &suffix, const QString &word, const std::optional<double> &value) {
        draft.addField({.group = {},
            .key = key + suffix,
            .title = title + word,
            .kind = CellKind::Coefficient,
            .value = cellOf(value)});
    };
    add({}, {}, coefficient.value);
    add(QStringLiteral("_low"), QStringLiteral(" from"), coefficient.low);
    add(QStringLiteral("_high"), QStringLiteral(" to"), coefficient.high);
    if (coefficient.undefined)
        draft.addNotes({QStringLiteral("There is no %1: %2").arg(title, undefinedReason(*coefficient.undefined))});
}

/// The runs behind a category: those that either gave it.
std::set<RunId> runsOf(const AgreementReport &report, int category)
{
    std::set<RunId> runs;
    for (const auto &unit : report.units) {
        const bool isOfBoth = unit.by && unit.against;
        if (isOfBoth && unit.run && (unit.byCategory == category || unit.againstCategory == category))
            runs.insert(*unit.run);
    }
    return runs;
}

void addReport(TableDraft &draft, const TableContext &context, const AgreementReport &report)
{
    for (const auto &category : report.perCategory) {
        draft.addRow(
            {cellOf(report.by), cellOf(report.against), cellOf(report.categories[category.category]),
                cellOf(category.precision), cellOf(category.recall), cellOf(category.f1), cellOf(category.support),
                cellOf(category.kappa.value), cellOf(category.prevalence), cellOf(category.bias)},
            context.runsOf({.only = runsOf(report, category.category)}));
    }
    draft.addField({.group = {},
        .key = QStringLiteral("items"),
        .title = QStringLiteral("runs"),
        .kind = CellKind::Count,
        .value = cellOf(report.accuracy.units)});
    for (const auto &overall : overalls)
        addCoefficient(draft, overall, report.*overall.value);
    draft.addField({.group = {},
        .key = QStringLiteral("macro_f1"),
        .title = QStringLiteral("macro F1"),
        .kind = CellKind::Coefficient,
        .value = cellOf(report.macroF1)});
    draft.addNotes(report.notes);
}

} // namespace

/// Who is compared: those asked for, else the first who labelled by hand with the judge or the next.
AgreementRequest agreementRequestOf(const TableOptions &options)
{
    AgreementRequest request{.by = options.by, .against = options.against, .samples = {}};
    auto names = options.labels ? options.labels->annotators() : QStringList();
    if (names.removeAll(QString(judgeName)) > 0)
        names << judgeName;
    const auto next = [&names](const QString &other) {
        const auto found = std::ranges::find_if(names, [&](const QString &name) { return name != other; });
        return found == names.end() ? QString() : *found;
    };
    if (request.by.isEmpty())
        request.by = next(request.against);
    if (request.against.isEmpty())
        request.against = names.contains(judgeName) && request.by != judgeName ? QString(judgeName) : next(request.by);
    return request;
}

std::optional<Error> agreementRefusal(const TableOptions &options)
{
    const auto request = agreementRequestOf(options);
    const bool nothingAskedFor = options.by.isEmpty() && options.against.isEmpty();
    if (nothingAskedFor && (request.by.isEmpty() || request.against.isEmpty()))
        return {};
    const LabelBook none;
    const auto names = options.labels ? options.labels->annotators() : QStringList();
    if (names.contains(request.by) && names.contains(request.against) && request.by != request.against)
        return {};
    auto report = agreementReport(options.labels ? *options.labels : none, request);
    return report ? std::nullopt : std::optional(std::move(report.error()));
}

TableSpec agreementTable(const StudySnapshot &study, const TableOptions &options)
{
    const TableContext context(study, options);
    TableDraft draft(u"agreement");
    draft.addColumn(QStringLiteral("by"), QStringLiteral("Reference"), CellKind::Text);
    draft.addColumn(QStringLiteral("against"), QStringLiteral("Against"), CellKind::Text);
    draft.addColumn(QStringLiteral("category"), QStringLiteral("Category"), CellKind::Text);
    draft.addColumn(QStringLiteral("precision"), QStringLiteral("Precision"), CellKind::Coefficient);
    draft.addColumn(QStringLiteral("recall"), QStringLiteral("Recall"), CellKind::Coefficient);
    draft.addColumn(QStringLiteral("f1"), QStringLiteral("F1"), CellKind::Coefficient);
    draft.addColumn(QStringLiteral("support"), QStringLiteral("Support"), CellKind::Count);
    draft.addColumn(QStringLiteral("kappa"), QStringLiteral("κ"), CellKind::Coefficient);
    draft.addColumn(QStringLiteral("prevalence"), QStringLiteral("Prevalence index"), CellKind::Coefficient);
    draft.addColumn(QStringLiteral("bias"), QStringLiteral("Bias index"), CellKind::Coefficient);
    const auto request = agreementRequestOf(options);
    const LabelBook none;
    const auto report = agreementReport(options.labels ? *options.labels : none, request);
    if (report)
        addReport(draft, context, *report);
    else
        draft.addNotes({QStringLiteral("There is no agreement to show: fewer than two annotators have labels.")});
    draft.publish({u"category", u"precision", u"recall", u"f1", u"support"});
    draft.describe(
        plainCard(QStringLiteral("agreement of two annotators on the runs both labelled"), QStringLiteral("runs")), {});
    return draft.finishedOfLabels(context);
}

} // namespace Decayscope
