// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysisparts.h"
#include "analysisrows.h"

#include <figures/celltext.h>
#include <figures/figuredraft.h>
#include <figures/figureparts.h>
#include <figures/figurewords.h>
#include <figures/studytables.h>
#include <figures/tablecontext.h>
#include <figures/tabledraft.h>
#include <stats/frameworkconstraints.h>

#include <algorithm>
#include <cmath>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

AnalysisInfo frameworkConstraintsInfo()
{
    return {.name = u"framework-constraints"_s,
        .title = u"Constraints by framework"_s,
        .description = u"What each constraint costs within each framework, and whether frameworks differ in it."_s,
        .group = AnalysisGroup::Constraints,
        .options = {AnalysisOption::Score, AnalysisOption::Resampling, AnalysisOption::Adjustment},
        .card = {.question = u"Is a constraint dearer in some frameworks than in others?"_s,
            .formula
            = u"effect(f, c) = mean over the pairs of framework f of A%(task with c) − A%(its sibling without c)\n"
              u"95 % interval and p: mean ± t(0.975, G − 1) · SE with the cluster-robust SE, clusters = pairs "
              u"of tasks; p from t = mean/SE with G − 1 degrees of freedom.\n"
              u"Do frameworks differ? r(f, k) = what framework f has more than the mean of frameworks at pair "
              u"kind k, averaged over configurations;  T = Σ_f (Σ_k r(f, k))²/K_f;  p = share of orders, with "
              u"the labels of frameworks permuted within every pair kind, whose T is at least the observed one: "
              u"(count + 1)/(draws + 1)."_s,
            .assumptions
            = {u"A framework has five pairs of tasks for architecture, four for the ORM and two for each database: "
               u"intervals of databases rest on one degree of freedom and are very wide. Read the row of "
               u"heterogeneity first."_s,
                u"Within a framework a sign-flip test could not fall below 2/2^G, so that p comes from t, which takes "
                u"the means of clusters for roughly normal. There is no p where all clusters agree exactly."_s,
                u"The permutation takes frameworks for exchangeable within a kind of pair where the constraint costs "
                u"the same everywhere, also in their variance."_s,
                u"Configurations that ran in some frameworks only do not count in T by their level: their own mean "
                u"over "
                u"frameworks is taken away first."_s},
            .reading
            = u"A small p of heterogeneity says that frameworks differ in what the constraint costs; which ones, "
              u"the heat map shows. Without it, differences between single cells are better taken for noise. "
              u"Adjusted p-values count all cells as one family."_s,
            .source
            = u"Liang and Zeger 1986, Biometrika 73(1); restricted permutation: Anderson and ter Braak 2003, "
              u"Journal of Statistical Computation and Simulation 73(2); p with draws: Phipson and Smyth 2010."_s,
            .check = u"R 4.5.0: lm() with sandwich::vcovCL, 1e-8; the permutation against all orders counted in "
                     u"Python, 2 Monte Carlo standard errors (tests, design.json and design_r.json)."_s}};
}

void addColumns(TableDraft &draft, Adjustment adjustment)
{
    draft.addColumn(u"constraint"_s, u"Constraint"_s, CellKind::Text);
    draft.addColumn(u"framework"_s, u"Framework"_s, CellKind::Text);
    draft.addColumn(u"mean"_s, u"Mean ΔA%"_s, CellKind::Points);
    draft.addColumn(u"n"_s, u"Pairs"_s, CellKind::Count);
    draft.addColumn(u"clusters"_s, u"Clusters"_s, CellKind::Count);
    draft.addInterval(u"mean"_s, u"low"_s, u"high"_s);
    draft.addColumn(u"p_value"_s, u"p"_s, CellKind::PValue);
    draft.addColumn(u"p_adjusted"_s, adjustedTitle(adjustment), CellKind::PValue);
}

/// Adjusted for all that exist, in the order of the effects.
std::vector<std::optional<double>> adjustedOf(std::span<const FrameworkEffect> effects, Adjustment adjustment)
{
    std::vector<double> pValues;
    for (const auto &effect : effects) {
        if (effect.pValue)
            pValues.push_back(*effect.pValue);
    }
    const auto adjusted = adjustedPValues(pValues, adjustment);
    std::vector<std::optional<double>> all(effects.size());
    std::size_t next = 0;
    for (std::size_t i = 0; i < effects.size(); ++i) {
        if (effects[i].pValue)
            all[i] = adjusted[next++];
    }
    return all;
}

/// Those that every test had.
int drawsOf(const FrameworkConstraints &all, const ResamplingPlan &plan)
{
    int draws = plan.draws;
    for (const auto &row : all.heterogeneity)
        draws = std::min(draws, row.draws);
    return draws;
}

EstimatorCard cardOf(const FrameworkConstraints &all, const AnalysisRequest &request)
{
    return {.estimator = u"mean paired differences between sibling tasks of a framework, in percentage points, of "
            % assertionsEstimator(request.mode, request.verifiers).section(u" of "_s, 1),
        .interval = u"95 % cluster-robust intervals with t(G − 1), clusters = pairs of tasks"_s,
        .unit = u"pairs"_s,
        .count = {},
        .resamples = drawsOf(all, request.plan),
        .seed = request.plan.seed,
        .exclusions = {}};
}

/// Beside the rows: a group a constraint.
void addHeterogeneity(TableDraft &draft, std::span<const FrameworkHeterogeneity> rows)
{
    for (const auto &row : rows) {
        const auto group = constraintName(row.constraint);
        draft.addField({group, u"frameworks"_s, u"frameworks"_s, CellKind::Count, cellOf(row.frameworks)});
        draft.addField({group, u"spread"_s, u"SD of the frameworks' effects"_s, CellKind::Number, cellOf(row.spread)});
        draft.addField({group, u"between"_s, u"T"_s, CellKind::Number, cellOf(row.between)});
        draft.addField({group, u"heterogeneity_p"_s, u"p that they differ"_s, CellKind::PValue, cellOf(row.pValue)});
    }
}

QString heterogeneityNote(const FrameworkConstraints &all, const ResamplingPlan &plan)
{
    return u"Heterogeneity: T is how far frameworks lie apart, p its permutation test (labels of frameworks within "
           u"kinds "
           u"of pairs, %L1 draws with seed %2); not adjusted."_s.arg(drawsOf(all, plan))
               .arg(plan.seed);
}

QString bracketsNote()
{
    return u"Brackets: 95 % interval, cluster-robust with t(G − 1), clusters = pairs of tasks; none for fewer than two "
           u"clusters."_s;
}

TableSpec tableOf(const TableContext &context, const FrameworkConstraints &all,
    std::span<const std::optional<double>> adjusted, const AnalysisRequest &request)
{
    const auto info = frameworkConstraintsInfo();
    TableDraft draft(info.name, info.title);
    addColumns(draft, request.adjustment);
    for (std::size_t i = 0; i < all.effects.size(); ++i) {
        const auto &row = all.effects[i];
        draft.addRow({cellOf(constraintName(row.constraint)), cellOf(row.framework), cellOf(row.effect.mean),
                         cellOf(row.effect.n), cellOf(row.effect.clusters), cellOf(row.effect.low),
                         cellOf(row.effect.high), cellOf(row.pValue), cellOf(adjusted[i])},
            context.runsOf({.only = row.runs}));
    }
    addHeterogeneity(draft, all.heterogeneity);
    draft.addNotes({assertionsNote(request.mode),
        u"A pair is one configuration's A% on a task with the constraint less its A% on the same framework's task "
        u"without it, in percentage points."_s,
        bracketsNote(),
        u"p: two-sided, t with G − 1 degrees of freedom; %1."_s.arg(
            adjustmentPhrase(request.adjustment, u"all constraints and frameworks")),
        heterogeneityNote(all, request.plan)});
    draft.describe(cardOf(all, request), {assertionsNote(request.mode), bracketsNote()});
    return draft.finished(context);
}

QString detailOf(const FrameworkEffect &row, const std::optional<double> &adjusted)
{
    QStringList sentences{u"%1 in %2: mean %3 points over %4."_s.arg(constraintTitle(row.constraint), row.framework,
        pointsWords(row.effect.mean), countedWords(row.effect.n, u"pair"))};
    sentences << (row.effect.low && row.effect.high
            ? u"95 % interval %1 to %2, %3 clusters."_s.arg(pointsWords(*row.effect.low), pointsWords(*row.effect.high))
                  .arg(row.effect.clusters)
            : u"No interval: only one pair of tasks."_s);
    if (row.pValue)
        sentences << u"p %1, adjusted %2."_s.arg(
            cellText(*row.pValue, CellKind::PValue), cellText(cellOf(adjusted), CellKind::PValue));
    return sentences.join(u' ');
}

/// Rows frameworks, columns constraints; blank where there are no pairs.
FigureSpec figureOf(const TableContext &context, const FrameworkConstraints &all,
    std::span<const std::optional<double>> adjusted, const AnalysisRequest &request)
{
    auto figure = startedAnalysisFigure(frameworkConstraintsInfo(), FigureShape::Heat);
    std::vector<Constraint> columns;
    columns.reserve(all.heterogeneity.size());
    for (const auto &row : all.heterogeneity) {
        columns.push_back(row.constraint);
        figure.x.categories << constraintTitle(row.constraint);
    }
    figure.x.title = u"Constraint"_s;
    figure.y = {.title = u"Framework"_s, .categories = frameworksInOrder(context.runs())};
    FigureSeries series{.name = u"Marginal effect"_s, .joined = false, .points = {}};
    double largest = 10;
    QStringList words;
    for (std::size_t i = 0; i < all.effects.size(); ++i) {
        const auto &row = all.effects[i];
        FigurePoint point{.x = static_cast<double>(std::ranges::find(columns, row.constraint) - columns.begin()),
            .y = static_cast<double>(figure.y.categories.indexOf(row.framework)),
            .text = pointsWords(row.effect.mean)};
        point.value = row.effect.mean;
        point.n = row.effect.n;
        point.detail = detailOf(row, adjusted[i]);
        point.runs = context.runsOf({.only = row.runs});
        largest = std::max(largest, std::abs(row.effect.mean));
        words << point.detail;
        series.points.push_back(std::move(point));
    }
    std::ranges::sort(series.points, {}, [](const FigurePoint &point) { return std::pair(point.y, point.x); });
    figure.series.push_back(std::move(series));
    figure.color = {.title = u"ΔA% in percentage points"_s,
        .minimum = -std::ceil(largest),
        .maximum = std::ceil(largest),
        .diverging = true,
        .kind = CellKind::Points};
    figure.card = withoutDraws(cardOf(all, request));
    figure.notes << assertionsNote(request.mode)
                 << u"A cell is the mean difference between a framework's tasks with the constraint and their siblings "
                    u"without it; a blank cell has no pair."_s
                 << heterogeneityNote(all, request.plan);
    for (const auto &row : all.heterogeneity) {
        if (row.pValue)
            figure.notes << u"%1: p that frameworks differ %2."_s.arg(
                constraintTitle(row.constraint), cellText(*row.pValue, CellKind::PValue));
    }
    figure.summary = words.join(u' ');
    finishFigure(figure, context);
    return figure;
}

Analysis frameworkConstraintsAnalysis(const StudySnapshot &study, const AnalysisRequest &request)
{
    const TableContext context(study, analysisOptions(request));
    const auto all = frameworkConstraints(context.runs(), request.mode, request.plan.draws, request.plan.seed);
    const auto adjusted = adjustedOf(all.effects, request.adjustment);
    return {.table = tableOf(context, all, adjusted, request),
        .figure = figureOf(context, all, adjusted, request),
        .files = {}};
}

} // namespace

AnalysisRow frameworkConstraintsRow()
{
    return {.info = frameworkConstraintsInfo(), .make = frameworkConstraintsAnalysis};
}

} // namespace Decayscope
