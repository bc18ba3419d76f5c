// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "regressiontable.h"

#include <figures/tabledraft.h>

#include <cmath>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

QString statusName(TermStatus status)
{
    switch (status) {
    case TermStatus::Estimated:
        return u"estimated"_s;
    case TermStatus::Collinear:
        return u"collinear"_s;
    case TermStatus::Separated:
        break;
    }
    return u"separated"_s;
}

void hide(TableDraft &draft, const QString &key)
{
    draft.column(key).forPeople = false;
}

void addColumns(TableDraft &draft, bool isLogistic)
{
    draft.addColumn(u"term"_s, u"Term"_s, CellKind::Text);
    draft.addColumn(u"key"_s, u"Key"_s, CellKind::Text);
    draft.addColumn(u"group"_s, u"Kind"_s, CellKind::Text);
    draft.addColumn(u"runs"_s, u"Runs"_s, CellKind::Count);
    draft.addColumn(u"successes"_s, u"Successes"_s, CellKind::Count);
    const auto unit = isLogistic ? u"Log odds"_s : u"Points"_s;
    draft.addColumn(u"estimate"_s, unit, isLogistic ? CellKind::Number : CellKind::Points);
    draft.addColumn(u"se"_s, u"SE"_s, CellKind::Number);
    draft.addColumn(u"statistic"_s, isLogistic ? u"z or t"_s : u"t"_s, CellKind::Number);
    draft.addColumn(u"degrees"_s, u"Degrees of freedom"_s, CellKind::Count);
    draft.addColumn(u"p_value"_s, u"p"_s, CellKind::PValue);
    draft.addColumn(u"status"_s, u"Status"_s, CellKind::Text);
    draft.addInterval(u"estimate"_s, u"estimate_low"_s, u"estimate_high"_s);
    for (const auto &key : {u"estimate"_s, u"se"_s, u"statistic"_s})
        draft.column(key).decimals = 2;
    for (const auto &key : {u"key"_s, u"degrees"_s, u"status"_s})
        hide(draft, key);
    if (!isLogistic)
        return;
    draft.addColumn(u"odds_ratio"_s, u"Odds ratio"_s, CellKind::Number);
    draft.column(u"odds_ratio").decimals = 3;
    draft.addInterval(u"odds_ratio"_s, u"odds_ratio_low"_s, u"odds_ratio_high"_s);
}

using Number = std::optional<double>;

std::vector<Cell> cellsOf(const ModelTerm &term, const RegressionTerm &fitted, bool isLogistic)
{
    const auto &estimate = fitted.estimate;
    const auto value = [&](double TermEstimate::*part) { return estimate ? Number(*estimate.*part) : Number(); };
    const auto bound = [&](double Interval::*part) { return estimate ? Number(estimate->interval.*part) : Number(); };
    std::vector<Cell> cells{cellOf(term.title), cellOf(term.key), cellOf(termGroupTitle(term.group)),
        cellOf(term.count), cellOf(term.successes), cellOf(value(&TermEstimate::value)),
        cellOf(value(&TermEstimate::standardError)), cellOf(value(&TermEstimate::statistic)),
        estimate && estimate->degrees ? cellOf(*estimate->degrees) : Cell(), cellOf(value(&TermEstimate::pValue)),
        cellOf(statusName(fitted.status)), cellOf(bound(&Interval::low)), cellOf(bound(&Interval::high))};
    if (!isLogistic)
        return cells;
    // The odds of the intercept are no ratio.
    const bool isRatio = estimate && term.group != TermGroup::Intercept;
    for (const auto &number : {value(&TermEstimate::value), bound(&Interval::low), bound(&Interval::high)})
        cells.push_back(isRatio ? cellOf(std::exp(*number)) : Cell());
    return cells;
}

void addFields(TableDraft &draft, const RegressionFit &fit, bool isMixed)
{
    const auto add = [&](const QString &key, const QString &title, CellKind kind, const Cell &value, int decimals) {
        draft.addField(
            {.group = u"fit"_s, .key = key, .title = title, .kind = kind, .value = value, .decimals = decimals});
    };
    add(u"n"_s, u"n runs"_s, CellKind::Count, cellOf(fit.rows), 0);
    add(u"left_out"_s, u"runs left out"_s, CellKind::Count, cellOf(static_cast<int>(fit.determined.size())), 0);
    add(u"tasks"_s, u"tasks"_s, CellKind::Count, cellOf(fit.groups), 0);
    if (isMixed) {
        add(u"task_sd"_s, u"SD of task intercepts"_s, CellKind::Number, cellOf(fit.groupDeviation), 3);
        add(u"task_sd_p"_s, u"p of SD = 0"_s, CellKind::PValue, cellOf(fit.groupPValue), 3);
    }
    if (fit.residualDeviation)
        add(u"residual_sd"_s, u"residual SD"_s, CellKind::Number, cellOf(fit.residualDeviation), 3);
    add(u"log_likelihood"_s, u"log-likelihood"_s, CellKind::Number, cellOf(fit.logLikelihood), 2);
    add(u"aic"_s, u"AIC"_s, CellKind::Number, cellOf(fit.aic()), 1);
    add(u"parameters"_s, u"parameters"_s, CellKind::Count, cellOf(fit.parameters), 0);
    add(u"converged"_s, u"converged"_s, CellKind::Text, cellOf(fit.converged ? u"yes"_s : u"no"_s), 0);
}

} // namespace

TableSpec regressionTable(const FittedRegression &regression, const TableContext &context)
{
    const auto &kind = regression.kind;
    TableDraft draft(kind.name, kind.title);
    addColumns(draft, kind.isLogistic);
    if (regression.fit) {
        for (std::size_t i = 0; i < regression.fit->terms.size(); ++i) {
            const auto &term = regression.model.terms[i];
            draft.addRow(cellsOf(term, regression.fit->terms[i], kind.isLogistic), term.runs);
        }
        addFields(draft, *regression.fit, kind.isMixed);
    }
    draft.addNotes(regressionNotes(regression));
    draft.describe(regressionCard(regression, context), {});
    return draft.finished(context);
}

} // namespace Decayscope
