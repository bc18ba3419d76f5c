// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysisparts.h"
#include "analysisrows.h"

#include <figures/celltext.h>
#include <figures/figuredraft.h>
#include <figures/figurewords.h>
#include <figures/studytables.h>
#include <figures/tablecontext.h>
#include <figures/tabledraft.h>
#include <stats/interactions.h>
#include <stats/permutation.h>

#include <algorithm>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

AnalysisInfo interactionsInfo()
{
    return {.name = u"interactions"_s,
        .title = u"Interactions of constraints"_s,
        .description = u"Whether two constraints together cost more or less than both by themselves."_s,
        .group = AnalysisGroup::Constraints,
        .options = {AnalysisOption::Score, AnalysisOption::Adjustment},
        .card
        = {.question = u"Does architecture cost more once there is a database? Does an ORM cost more under PostgreSQL "
                       u"than under SQLite, or more in a layered architecture?"_s,
            .formula = u"A quadruple: four tasks of one framework and configuration, with neither constraint (0), the "
                       u"first (a), the second (b), both (ab).\n"
                       u"interaction = mean over quadruples of (A%(ab) − A%(b)) − (A%(a) − A%(0))\n"
                       u"95 % interval: mean ± t(0.975, G − 1) · SE, SE² = G/(G − 1) · Σ_g (Σ_{i∈g} (x_i − mean))²/n², "
                       u"clusters g = quadruples with the same task without either constraint.\n"
                       u"p: two-sided sign-flip permutation of whole clusters, exact up to 16 of them."_s,
            .assumptions
            = {u"Quadruples of all configurations with the same task without either constraint are one cluster: runs "
               u"of one task are not independent evidence, and architecture's first effect is the same in both."_s,
                u"The sign-flip test needs interactions that are as likely above as below 0 where there is none."_s,
                u"An ORM needs a database, so database × ORM has no quadruple: no task has an ORM alone. What the "
                u"design offers instead stands in the table: the ORM's effect under PostgreSQL less that under SQLite, "
                u"and architecture's effect with an ORM less that without."_s,
                u"Architecture × a database pools the rows of SQLite and PostgreSQL, whose quadruples share two tasks "
                u"each and so one cluster; the adjustment counts all rows as one family."_s,
                u"Only configurations that ran all four tasks count in a quadruple."_s},
            .reading
            = u"Below 0: together they cost more than the sum of both. Above 0: the second adds less where the "
              u"first has already done harm, which a floor at 0 % makes likely: a task that fails anyway "
              u"cannot fall further. Look at both effects beside the interaction before reading it as synergy."_s,
            .source = u"Difference of differences of a 2 × 2 design, Cox and Reid 2000, The Theory of the Design of "
                      u"Experiments; standard error: Liang and Zeger 1986, Biometrika 73(1)."_s,
            .check = u"R 4.5.0: lm() with the cluster sandwich of sandwich::vcovCL, and all sign patterns counted in "
                     u"Python, 1e-8 (tests, design.json and design_r.json)."_s}};
}

QString titleOf(const ConstraintInteraction &interaction)
{
    return interaction.first % u" × " % interaction.second;
}

void addColumns(TableDraft &draft, Adjustment adjustment)
{
    draft.addColumn(u"interaction"_s, u"Interaction"_s, CellKind::Text);
    draft.addColumn(u"key"_s, u"Key"_s, CellKind::Text);
    draft.column(u"key").forPeople = false;
    draft.addColumn(u"without"_s, u"Effect without"_s, CellKind::Points);
    draft.addColumn(u"with"_s, u"Effect with"_s, CellKind::Points);
    draft.addColumn(u"difference"_s, u"Interaction ΔΔA%"_s, CellKind::Points);
    draft.addColumn(u"n"_s, u"Quadruples"_s, CellKind::Count);
    draft.addColumn(u"clusters"_s, u"Clusters"_s, CellKind::Count);
    draft.addInterval(u"difference"_s, u"low"_s, u"high"_s);
    draft.addColumn(u"p_value"_s, u"p"_s, CellKind::PValue);
    draft.addColumn(u"p_adjusted"_s, adjustedTitle(adjustment), CellKind::PValue);
    draft.addColumn(u"quadruple"_s, u"Quadruple"_s, CellKind::Text);
    draft.column(u"quadruple").forPeople = false;
}

QString pNote(Adjustment adjustment)
{
    return u"p: two-sided sign-flip permutation of whole clusters, exact up to %1 clusters, else %L2 draws with seed "
           u"%3; %4."_s.arg(exactClusters)
               .arg(permutationDraws)
               .arg(permutationSeed)
               .arg(adjustmentPhrase(adjustment, u"all rows"));
}

EstimatorCard cardOf(const AnalysisRequest &request, std::span<const ConstraintInteraction> interactions)
{
    const bool isDrawn = std::ranges::any_of(
        interactions, [](const ConstraintInteraction &row) { return row.interaction.clusters > exactClusters; });
    return {.estimator = u"mean over quadruples of sibling tasks of the difference of differences, in percentage "
                         u"points, of "
            % assertionsEstimator(request.mode, request.verifiers).section(u" of "_s, 1),
        .interval = u"95 % cluster-robust intervals with t(G − 1), clusters = quadruples with the same first task"_s,
        .unit = u"quadruples"_s,
        .count = {},
        .resamples = isDrawn ? permutationDraws : 0,
        .seed = isDrawn ? std::optional(permutationSeed) : std::nullopt,
        .exclusions = {}};
}

std::vector<double> adjustedOf(std::span<const ConstraintInteraction> interactions, Adjustment adjustment)
{
    std::vector<double> pValues;
    pValues.reserve(interactions.size());
    for (const auto &interaction : interactions)
        pValues.push_back(interaction.pValue);
    return adjustedPValues(pValues, adjustment);
}

QString bracketsNote()
{
    return u"Brackets: 95 % interval, cluster-robust with t(G − 1), clusters = quadruples with the same first "
           u"task; none for fewer than two clusters."_s;
}

TableSpec tableOf(const TableContext &context, std::span<const ConstraintInteraction> interactions,
    std::span<const double> adjusted, const AnalysisRequest &request)
{
    const auto info = interactionsInfo();
    TableDraft draft(info.name, info.title);
    addColumns(draft, request.adjustment);
    for (std::size_t i = 0; i < interactions.size(); ++i) {
        const auto &row = interactions[i];
        draft.addRow({cellOf(titleOf(row)), cellOf(row.key), cellOf(row.effectWithout), cellOf(row.effectWith),
                         cellOf(row.interaction.mean), cellOf(row.interaction.n), cellOf(row.interaction.clusters),
                         cellOf(row.interaction.low), cellOf(row.interaction.high), cellOf(row.pValue),
                         cellOf(adjusted[i]), cellOf(row.quadruples.join(u"; "))},
            context.runsOf({.only = row.runs}));
    }
    draft.addNotes({assertionsNote(request.mode),
        u"Effect without and with: what the first constraint changes where the second is not there and where it is; "
        u"the "
        u"interaction is the latter less the former, in percentage points."_s,
        u"An ORM needs a database, so that database × ORM has no 2 × 2 of its own; the last rows say what the design "
        u"offers instead."_s,
        bracketsNote(), pNote(request.adjustment)});
    draft.describe(cardOf(request, interactions), {assertionsNote(request.mode), bracketsNote()});
    return draft.finished(context);
}

QString detailOf(const ConstraintInteraction &row, double adjusted)
{
    QStringList sentences{u"%1 changes A% by %2 points without %3 and by %4 with it; difference %5 over %6."_s.arg(
        row.first, pointsWords(row.effectWithout), row.second, pointsWords(row.effectWith),
        pointsWords(row.interaction.mean), countedWords(row.interaction.n, u"quadruple"))};
    sentences << (row.interaction.low && row.interaction.high
            ? u"95 % interval %1 to %2, %3 clusters."_s
                  .arg(pointsWords(*row.interaction.low), pointsWords(*row.interaction.high))
                  .arg(row.interaction.clusters)
            : u"No interval: only one cluster."_s);
    sentences << u"Permutation p %1, adjusted %2."_s.arg(
        cellText(row.pValue, CellKind::PValue), cellText(adjusted, CellKind::PValue));
    return sentences.join(u' ');
}

FigureSpec figureOf(const TableContext &context, std::span<const ConstraintInteraction> interactions,
    std::span<const double> adjusted, const AnalysisRequest &request)
{
    auto figure = startedAnalysisFigure(interactionsInfo(), FigureShape::Forest);
    figure.x = pointsAxis(u"Interaction, ΔΔA% in percentage points"_s);
    FigureSeries series{.name = u"Interaction"_s, .joined = false, .points = {}};
    QStringList words;
    for (std::size_t i = 0; i < interactions.size(); ++i) {
        const auto &row = interactions[i];
        figure.y.categories << titleOf(row);
        FigurePoint point{.x = row.interaction.mean,
            .y = static_cast<double>(i),
            .low = row.interaction.low,
            .high = row.interaction.high,
            .text = {}};
        point.n = row.interaction.n;
        point.detail = detailOf(row, adjusted[i]);
        point.runs = context.runsOf({.only = row.runs});
        widenBy(figure.x, point);
        words << titleOf(row) % u": " % point.detail;
        series.points.push_back(std::move(point));
    }
    figure.series.push_back(std::move(series));
    figure.y.subLabels = countsByCategory(figure, figure.y.categories.size(), &FigurePoint::y, u"quadruple");
    figure.card = cardOf(request, interactions);
    figure.notes
        << assertionsNote(request.mode)
        << u"Each value is how much more (below 0) or less (above 0) the first constraint costs where the "
           u"second is there; bars are 95 % intervals, cluster-robust with t(G − 1), clusters = quadruples with "
           u"the same first task."_s
        << pNote(request.adjustment);
    figure.summary = words.join(u' ');
    finishFigure(figure, context);
    return figure;
}

Analysis interactionsAnalysis(const StudySnapshot &study, const AnalysisRequest &request)
{
    const TableContext context(study, analysisOptions(request));
    const auto interactions = constraintInteractions(context.runs(), request.mode);
    const auto adjusted = adjustedOf(interactions, request.adjustment);
    return {.table = tableOf(context, interactions, adjusted, request),
        .figure = figureOf(context, interactions, adjusted, request),
        .files = {}};
}

} // namespace

AnalysisRow interactionsRow()
{
    return {.info = interactionsInfo(), .make = interactionsAnalysis};
}

} // namespace Decayscope
