// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysisparts.h"
#include "analysisrows.h"
#include "designpanels.h"

#include <figures/figuredraft.h>
#include <figures/figureparts.h>
#include <figures/figurewords.h>
#include <figures/studytables.h>
#include <figures/tablecontext.h>
#include <figures/tabledraft.h>

#include <algorithm>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype shownGroups = 6;

AnalysisInfo incompleteDesignInfo()
{
    return {.name = u"incomplete-design"_s,
        .title = u"Incomplete design"_s,
        .description = u"Level means that respect missing tasks: plain, over shared tasks, additive, and bounds."_s,
        .group = AnalysisGroup::Design,
        .options = {AnalysisOption::Score},
        .card = {.question = u"Configurations have not all run the same tasks. How would they compare if they had?"_s,
            .formula
            = u"plain = mean over the tasks the configuration has run\n"
              u"shared = mean over the tasks that every configuration has run\n"
              u"additive: A%(c, t) = μ + α(c) + τ(t) by least squares over the cells of a level;  "
              u"value(c) = μ + α(c) + mean of τ over all tasks of the level\n"
              u"lowest, highest = mean over all tasks with 0 or 100 where the configuration has no run\n"
              u"Intervals: plain and shared 95 % cluster-robust, clusters = frameworks; additive: jackknife over "
              u"frameworks, SE² = (G − 1)/G · Σ (θ₋g − mean of θ₋g)², mean ± t(0.975, G − 1) · SE."_s,
            .assumptions
            = {u"Additive: a task is as much harder than another for every configuration, on the scale of A%. It is "
               u"fitted "
               u"within a level, so that decay may differ between configurations; the row of all levels assumes it "
               u"throughout."_s,
                u"Whether a task was run must not hang on how well it would have gone, given configuration and task. "
                u"The "
                u"bounds assume nothing."_s,
                u"The design must be connected: configurations are linked by tasks they share. Where they fall into "
                u"groups "
                u"that share none, no additive value exists, and a note names the groups."_s,
                u"All tasks: those planned for any configuration or run by any. The additive mean is over those that "
                u"at "
                u"least one has run; tasks nobody ran are named, and the bounds count them."_s},
            .reading
            = u"Where plain, shared and additive agree, missing tasks do not matter. Where they differ, compare "
              u"configurations by shared (fewer tasks, no model) or additive (all tasks, a model), never by plain. "
              u"Bounds of two configurations that do not overlap settle their order whatever the missing runs "
              u"would have given."_s,
            .source
            = u"Searle 1987, Linear Models for Unbalanced Data (marginal means, connectedness); bounds: Manski 1990, "
              u"American Economic Review 80(2); jackknife over clusters: MacKinnon, Nielsen and Webb 2023, Journal "
              u"of Applied Econometrics 38(5)."_s,
            .check
            = u"R 4.5.0: lm() and predict() over all cells, 1e-8; jackknife in the same script (tests, design_r.json)."_s}};
}

QString keyOf(const EstimateColumn &column)
{
    return QString::fromLatin1(column.key);
}

void addColumns(TableDraft &draft)
{
    draft.addConfigurationColumns();
    draft.addColumn(u"level"_s, u"Level"_s, CellKind::Text);
    draft.addColumn(u"tasks"_s, u"Tasks"_s, CellKind::Count);
    draft.addColumn(u"tasks_all"_s, u"of all"_s, CellKind::Count);
    for (const auto &column : estimateColumns)
        draft.addColumn(keyOf(column), QString::fromLatin1(column.title), CellKind::Percent);
    draft.addColumn(u"lowest"_s, u"Lowest"_s, CellKind::Percent);
    draft.addColumn(u"highest"_s, u"Highest"_s, CellKind::Percent);
    draft.addColumn(u"shared_tasks"_s, u"Shared by all"_s, CellKind::Count);
    for (const auto &column : estimateColumns)
        draft.addInterval(keyOf(column), keyOf(column) + u"_low", keyOf(column) + u"_high");
}

std::vector<Cell> cellsOf(const DesignLevel &level, const DesignEstimate &row)
{
    std::vector<Cell> cells{cellOf(row.configuration.scaffold), cellOf(row.configuration.model),
        cellOf(levelName(level)), cellOf(row.tasks), cellOf(level.tasks)};
    for (const auto &column : estimateColumns)
        cells.push_back(cellOf(meanIn(row.*column.value)));
    cells.push_back(cellOf(row.lowest));
    cells.push_back(cellOf(row.highest));
    cells.push_back(cellOf(level.sharedTasks));
    for (const auto &column : estimateColumns) {
        cells.push_back(cellOf(lowIn(row.*column.value)));
        cells.push_back(cellOf(highIn(row.*column.value)));
    }
    return cells;
}

EstimatorCard cardOf(const AnalysisRequest &request)
{
    return {.estimator
        = u"means over tasks (over those run, over shared ones, and over all as marginal means of configuration + "
          u"task effects by least squares) of "
            % assertionsEstimator(request.mode, request.verifiers).section(u" of "_s, 1),
        .interval = u"95 % intervals with t(G − 1), clusters = frameworks, cluster-robust or, of additive means, by "
                    u"jackknife"_s,
        .unit = u"tasks"_s,
        .count = {},
        .resamples = 0,
        .seed = {},
        .exclusions = {}};
}

/// "GPT-5, Kimi | Devstral"
QString groupsInWords(const StudySnapshot &study, const DesignLevel &level)
{
    QStringList groups;
    for (const auto &group : level.groups) {
        QStringList names;
        for (const auto &configuration : group)
            names << shownStyle(study, configuration).displayName;
        groups << shortList(names);
    }
    const auto shown = groups.first(std::min<qsizetype>(shownGroups, groups.size())).join(u" | ");
    return groups.size() > shownGroups ? u"%1 … (%2 groups)"_s.arg(shown).arg(groups.size()) : shown;
}

/// What stands in the way of comparing: groups without a link, tasks nobody ran, no shared task.
QStringList designNotes(const StudySnapshot &study, std::span<const DesignLevel> levels)
{
    QStringList notes;
    for (const auto &level : levels) {
        if (level.groups.size() > 1)
            notes << u"%1 is not connected: these groups of configurations share no task, so that there is no additive "
                     u"mean: "
                     u"%2."_s.arg(levelName(level), groupsInWords(study, level));
        if (level.sharedTasks == 0 && level.estimates.size() > 1)
            notes << u"%1 has no task that all configurations have run."_s.arg(levelName(level));
        if (!level.neverRun.isEmpty() && level.level)
            notes << u"%1: nobody has run %2."_s.arg(levelName(level), shortList(level.neverRun));
    }
    return notes;
}

QString estimatesNote()
{
    return u"Plain: over the tasks the configuration has run. Shared tasks: over those that all configurations have "
           u"run. "
           u"Additive: over all tasks of the level, from configuration + task effects by least squares within the "
           u"level. "
           u"Lowest and highest: over all tasks, with 0 or 100 for those without runs."_s;
}

QString bracketsNote()
{
    return u"Brackets: 95 % interval with t(G − 1), clusters = frameworks; of additive means by jackknife over "
           u"frameworks, "
           u"none where a configuration or the links of the design rest on one framework."_s;
}

TableSpec tableOf(const TableContext &context, std::span<const DesignLevel> levels, const AnalysisRequest &request)
{
    const auto info = incompleteDesignInfo();
    TableDraft draft(info.name, info.title);
    addColumns(draft);
    for (const auto &level : levels) {
        for (const auto &row : inStudyOrder(context.study(), level.estimates))
            draft.addRow(cellsOf(level, row), context.runsOf({.only = row.runs}));
    }
    draft.addNotes({assertionsNote(request.mode), estimatesNote(), bracketsNote()});
    draft.addNotes(designNotes(context.study(), levels));
    draft.describe(cardOf(request), {assertionsNote(request.mode)});
    return draft.finished(context);
}

/// A panel a configuration, a series an estimate.
FigureSpec figureOf(const TableContext &context, std::span<const DesignLevel> levels, const AnalysisRequest &request)
{
    auto figure = startedAnalysisFigure(incompleteDesignInfo(), FigureShape::Curves);
    figure.x = levelAxis();
    figure.y = {.title = scoreTitle(u"A%", request.mode, request.verifiers)};
    addDesignPanels(figure, context, levels);
    figure.x.subLabels = countsByCategory(figure, levelCount, &FigurePoint::x, u"task");
    figure.card = cardOf(request);
    figure.hollowMeaning = u"the configuration has not run all tasks of the level"_s;
    figure.notes
        << assertionsNote(request.mode) << estimatesNote()
        << u"Bands: 95 % intervals of additive means. A hollow marker is a configuration that has not run all tasks "
           u"of the level."_s
        << designNotes(context.study(), levels);
    figure.summary = curvesInWords(figure);
    finishFigure(figure, context);
    return figure;
}

Analysis incompleteDesignAnalysis(const StudySnapshot &study, const AnalysisRequest &request)
{
    const TableContext context(study, analysisOptions(request));
    const StudyPlan plan(study.runs);
    const auto levels = completeDesign(
        context.runs(), plan, request.mode, [&](const TaskSpec &task) { return context.asksFor(task); });
    return {.table = tableOf(context, levels, request), .figure = figureOf(context, levels, request), .files = {}};
}

} // namespace

AnalysisRow incompleteDesignRow()
{
    return {.info = incompleteDesignInfo(), .make = incompleteDesignAnalysis};
}

} // namespace Decayscope
