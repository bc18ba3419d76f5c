// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysisparts.h"
#include "analysisrows.h"

#include <figures/figuredraft.h>
#include <figures/figureparts.h>
#include <figures/figurewords.h>
#include <figures/studytables.h>
#include <figures/tablecontext.h>
#include <figures/tabledraft.h>
#include <stats/missingcells.h>

#include <algorithm>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

constexpr std::size_t namedCells = 6; ///< In a hover's sentence.

AnalysisInfo missingCellsInfo()
{
    return {.name = u"missing-cells"_s,
        .title = u"Missing cells"_s,
        .description = u"Which planned tasks and trials are missing, by configuration and level, by name."_s,
        .group = AnalysisGroup::Design,
        .options = {},
        .card
        = {.question = u"What has to be run, or excused, before configurations can be compared on the same tasks?"_s,
            .formula
            = u"A cell is one configuration on one task that is planned for it; it should have as many runs as "
              u"most tasks of the study have.\n"
              u"share = runs of planned cells (at most the planned trials of each)/planned runs · 100"_s,
            .assumptions
            = {u"Results do not say what was planned; the plan is read off what was run. A configuration all of whose "
               u"tasks lie on the pipeline's chain, with one framework complete, is taken for the pipeline subset, "
               u"every "
               u"other one for all ten variants of the study's frameworks (those at least half of the configurations "
               u"took "
               u"up) and of its own."_s,
                u"Runs excluded by hand and runs of older dates do not fill a cell; those excluded are counted beside it."_s,
                u"A missing run is not a failure; no estimate takes it for one."_s},
            .reading
            = u"Rows with missing tasks make plain level means compare different tasks: see incomplete-design and "
              u"matched-decay. Missing trials of tasks that were run only make values less sure."_s,
            .source = u"Decayscope's plan of a study (handbook, coverage)."_s,
            .check = u"Counted by hand on small studies (tests)."_s}};
}

/// "flask-openapi-postgres (2 of 3)"
QString wordsOf(const MissingCell &cell, int trials)
{
    return u"%1 (%2 of %3)"_s.arg(cell.task.name).arg(cell.runs).arg(trials);
}

QStringList namesOf(const LevelCells &row, bool isWithoutRuns, int trials)
{
    QStringList names;
    for (const auto &cell : row.cells) {
        if ((cell.runs == 0) == isWithoutRuns)
            names << (isWithoutRuns ? cell.task.name : wordsOf(cell, trials));
    }
    return names;
}

double shareOf(const LevelCells &row)
{
    return row.plannedRuns > 0 ? 100.0 * row.runs / row.plannedRuns : 100.0;
}

RunFilter runsBehind(const TableContext &context, const LevelCells &row)
{
    return intersected(context.runsOf(row.configuration), RunFilter{.levels = {row.level}});
}

void addColumns(TableDraft &draft)
{
    draft.addConfigurationColumns();
    draft.addColumn(u"level"_s, u"Level"_s, CellKind::Text);
    draft.addColumn(u"planned_tasks"_s, u"Planned tasks"_s, CellKind::Count);
    draft.addColumn(u"missing_tasks"_s, u"Missing tasks"_s, CellKind::Count);
    draft.addColumn(u"planned_runs"_s, u"Planned runs"_s, CellKind::Count);
    draft.addColumn(u"missing_runs"_s, u"Missing runs"_s, CellKind::Count);
    draft.addColumn(u"excluded"_s, u"Excluded by hand"_s, CellKind::Count);
    draft.addColumn(u"share"_s, u"There %"_s, CellKind::Percent);
    draft.addColumn(u"tasks"_s, u"Tasks without runs"_s, CellKind::Text);
    draft.addColumn(u"trials"_s, u"Tasks with too few"_s, CellKind::Text);
    for (const auto key : {u"tasks", u"trials"})
        draft.column(key).isList = true;
}

EstimatorCard countCard()
{
    return plainCard(u"counts of planned and present cells (configuration × task) and runs"_s, u"runs"_s);
}

TableSpec tableOf(const TableContext &context, std::span<const LevelCells> rows, int trials)
{
    const auto info = missingCellsInfo();
    TableDraft draft(info.name, info.title);
    addColumns(draft);
    int tasks = 0;
    int runs = 0;
    for (const auto &row : rows) {
        tasks += row.tasksWithout();
        runs += row.runsMissing();
        draft.addRow({cellOf(row.configuration.scaffold), cellOf(row.configuration.model),
                         cellOf(levelWords(row.level)), cellOf(row.plannedTasks), cellOf(row.tasksWithout()),
                         cellOf(row.plannedRuns), cellOf(row.runsMissing()), cellOf(row.excluded()),
                         cellOf(shareOf(row)), cellOf(namesOf(row, true, trials).join(listSeparator)),
                         cellOf(namesOf(row, false, trials).join(listSeparator))},
            runsBehind(context, row));
    }
    draft.addField({{}, u"missing_tasks"_s, u"cells without runs"_s, CellKind::Count, cellOf(tasks)});
    draft.addField({{}, u"missing_runs"_s, u"missing runs"_s, CellKind::Count, cellOf(runs)});
    draft.addField({{}, u"trials"_s, u"planned runs of a task"_s, CellKind::Count, cellOf(trials)});
    draft.addNotes(
        {u"The plan is read off what was run: a configuration is taken for a sweep of all variants or of the "
         u"pipeline subset, with as many runs a task as most have."_s,
            u"Tasks with too few: those that have some of the planned runs, in brackets how many."_s});
    draft.describe(countCard(), {});
    return draft.finished(context);
}

QString detailOf(const LevelCells &row, int trials)
{
    if (row.cells.empty())
        return u"%1: complete, %2 of %3."_s.arg(
            levelWords(row.level), countedWords(row.runs, u"run"), countedWords(row.plannedTasks, u"task"));
    QStringList names;
    for (const auto &cell : row.cells) {
        if (static_cast<std::size_t>(names.size()) < namedCells)
            names << wordsOf(cell, trials);
    }
    return u"%1: %2 of %3 planned runs; missing: %4%5."_s.arg(levelWords(row.level))
        .arg(row.runs)
        .arg(row.plannedRuns)
        .arg(names.join(listSeparator), row.cells.size() > namedCells ? u" …"_s : QString());
}

/// Rows configurations, columns levels.
FigureSpec figureOf(const TableContext &context, std::span<const LevelCells> rows, int trials)
{
    auto figure = startedAnalysisFigure(missingCellsInfo(), FigureShape::Heat);
    figure.x = levelAxis();
    figure.y.title = u"Configuration"_s;
    std::map<Configuration, int> places;
    for (const auto &row : rows) {
        if (places.emplace(row.configuration, static_cast<int>(figure.y.categories.size())).second)
            figure.y.categories << shownStyle(context.study(), row.configuration).displayName;
    }
    FigureSeries series{.name = u"Planned runs there"_s, .joined = false, .points = {}};
    QStringList words;
    for (const auto &row : rows) {
        FigurePoint point{.x = static_cast<double>(row.level),
            .y = static_cast<double>(places.at(row.configuration)),
            .text = u"%1/%2"_s.arg(row.runs).arg(row.plannedRuns)};
        point.value = shareOf(row);
        point.n = std::max(row.runs, 1);
        point.hollow = !row.cells.empty();
        point.detail = detailOf(row, trials);
        point.runs = runsBehind(context, row);
        if (!row.cells.empty())
            words << figure.y.categories.at(places.at(row.configuration)) % u", " % point.detail;
        if (row.runs > 0)
            series.points.push_back(std::move(point));
    }
    std::ranges::sort(series.points, {}, [](const FigurePoint &point) { return std::pair(point.y, point.x); });
    const bool isEmpty = series.points.empty();
    figure.series.push_back(std::move(series));
    figure.color = {.title = u"Planned runs that are there, %"_s};
    figure.card = countCard();
    figure.notes << u"A cell is one configuration at one level: runs that are there of those planned; a blank cell has "
                    u"none, or none are planned."_s;
    if (!isEmpty)
        figure.summary = words.isEmpty() ? u"Nothing is missing."_s : words.join(u' ');
    finishFigure(figure, context);
    return figure;
}

Analysis missingCellsAnalysis(const StudySnapshot &study, const AnalysisRequest &request)
{
    const TableContext context(study, analysisOptions({.filter = request.filter}));
    const StudyPlan plan(study.runs);
    auto withExcluded = context.filter();
    withExcluded.excludedToo = true;
    const auto rows = inStudyOrder(study,
        missingCells(context.runs(), filtered(study.runs, withExcluded), plan,
            [&](const TaskSpec &task) { return context.asksFor(task); }));
    return {
        .table = tableOf(context, rows, plan.trials()), .figure = figureOf(context, rows, plan.trials()), .files = {}};
}

} // namespace

AnalysisRow missingCellsRow()
{
    return {.info = missingCellsInfo(), .make = missingCellsAnalysis};
}

} // namespace Decayscope
