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
#include <inference/variancecomponents.h>
#include <stats/grouping.h>

#include <cmath>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

AnalysisInfo runVarianceInfo()
{
    return {.name = u"run-variance"_s,
        .title = u"Variance of tasks and runs"_s,
        .description
        = u"How much A% differs between tasks and how much between runs of the same task, with the intraclass "
          u"correlation."_s,
        .group = AnalysisGroup::Reliability,
        .options = {AnalysisOption::Score},
        .card
        = {.question = u"Would the same agent on the same task come to the same result, and are the trials of the "
                       u"study enough?"_s,
            .formula = u"x(i, j) = μ + task(i) + run(i, j), one-way random effects\n"
                       u"MSB = Σ nᵢ (x̄ᵢ − x̄)²/(a − 1);  MSW = Σ (x(i, j) − x̄ᵢ)²/(N − a);  n₀ = (N − Σ nᵢ²/N)/(a − 1)\n"
                       u"within SD = √MSW;  between SD = √max(0, (MSB − MSW)/n₀)\n"
                       u"share of runs = within²/(within² + between²)\n"
                       u"ICC(1) = (MSB − MSW)/(MSB + (n₀ − 1) MSW), interval from F(a − 1, N − a)\n"
                       u"SE of a task = within SD/√n₀"_s,
            .assumptions
            = {u"Runs of a task are independent with one variance for all tasks. In truth runs of tasks near 0 or 100 "
               u"vary less: within SD is an average over easy and hard tasks."_s,
                u"Tasks are taken for a sample of tasks; differences between levels and frameworks are part of the "
                u"variance between tasks."_s,
                u"The interval of ICC(1) rests on normal values and is exact only for equal numbers of runs. With "
                u"shares that are mostly 0 or 100 take it as a guide."_s},
            .reading = u"An ICC near 1: tasks decide and one run tells nearly as much as three. An ICC near 0: runs "
                       u"differ as much as tasks do, and a single run says little. A between SD of 0 means that tasks "
                       u"differ no more than their runs would make them; the ICC may then be below 0."_s,
            .source = u"Searle, Casella and McCulloch 1992, Variance Components, section 3.6; Shrout and Fleiss 1979, "
                      u"Psychological Bulletin 86(2)"_s,
            .check = u"R 4.5.0, aov (tests, design.json)"_s}};
}

/// One configuration, or all.
struct VarianceRow
{
    std::optional<Configuration> configuration;
    int runs = 0;
    int tasks = 0;
    std::optional<VarianceComponents> parts;
};

VarianceRow rowOf(std::span<const Run> runs, ScoreMode mode, const std::optional<Configuration> &configuration)
{
    Numbering<std::pair<Configuration, TaskSpec>> tasks;
    std::vector<ClusteredValue> values;
    int count = 0;
    for (const auto &run : runs) {
        if (configuration && run.key.configuration != *configuration)
            continue;
        values.push_back({share(run, mode), tasks.of({run.key.configuration, run.task})});
        count = std::max(count, values.back().cluster + 1);
    }
    return {.configuration = configuration,
        .runs = static_cast<int>(values.size()),
        .tasks = count,
        .parts = varianceComponents(values)};
}

std::vector<VarianceRow> varianceRows(const TableContext &context, ScoreMode mode)
{
    std::vector<VarianceRow> rows;
    for (const auto &configuration : configurationsInOrder(context.study(), context.runs()))
        rows.push_back(rowOf(context.runs(), mode, configuration));
    if (rows.size() > 1)
        rows.push_back(rowOf(context.runs(), mode, std::nullopt));
    return rows;
}

RunFilter runsBehind(const TableContext &context, const VarianceRow &row)
{
    return row.configuration ? context.runsOf(*row.configuration) : context.filter();
}

void addColumns(TableDraft &draft)
{
    draft.addConfigurationColumns();
    draft.addColumn(u"tasks"_s, u"Tasks"_s, CellKind::Count);
    draft.addColumn(u"runs"_s, u"Runs"_s, CellKind::Count);
    draft.addColumn(u"mean"_s, u"A% over runs"_s, CellKind::Percent);
    draft.addColumn(u"sd_between"_s, u"SD between tasks"_s, CellKind::Number);
    draft.addColumn(u"sd_within"_s, u"SD within tasks"_s, CellKind::Number);
    draft.addColumn(u"share_within"_s, u"Share of runs, %"_s, CellKind::Percent);
    draft.addColumn(u"se_task"_s, u"SE of a task"_s, CellKind::Number);
    draft.addColumn(u"icc"_s, u"ICC(1)"_s, CellKind::Coefficient);
    draft.addInterval(u"icc"_s, u"icc_low"_s, u"icc_high"_s);
}

std::vector<Cell> cellsOf(const VarianceRow &row)
{
    std::vector<Cell> cells{row.configuration ? cellOf(row.configuration->scaffold) : Cell(),
        cellOf(row.configuration ? row.configuration->model : u"All configurations"_s), cellOf(row.tasks),
        cellOf(row.runs)};
    constexpr std::size_t columns = 12;
    if (!row.parts) {
        cells.resize(columns);
        return cells;
    }
    const auto &parts = *row.parts;
    const auto share = parts.shareWithin();
    const auto &interval = parts.correlationInterval;
    for (const auto &cell :
        {cellOf(parts.mean), cellOf(parts.between), cellOf(parts.within), share ? cellOf(100 * *share) : Cell(),
            cellOf(parts.within / std::sqrt(parts.groupSize)), cellOf(parts.correlation),
            interval ? cellOf(interval->low) : Cell(), interval ? cellOf(interval->high) : Cell()})
        cells.push_back(cell);
    return cells;
}

EstimatorCard cardOf(const AnalysisRequest &request)
{
    return {.estimator = u"variance components of the "_s
            + (request.mode == ScoreMode::Raw ? u"share"_s : u"strict share"_s)
            + u" of passed assertions of single runs, by analysis of variance with tasks as groups"_s,
        .interval = u"95 % intervals of ICC(1) from F"_s,
        .unit = u"tasks"_s,
        .count = {},
        .resamples = 0,
        .seed = {},
        .exclusions = {}};
}

QStringList notesOf()
{
    return {u"Deviations in percentage points. SE of a task: what the runs of one task leave open of its mean."_s,
        u"A dash: fewer than two tasks, no task with two runs, or nothing that differs."_s};
}

TableSpec tableOf(const TableContext &context, std::span<const VarianceRow> rows, const AnalysisRequest &request)
{
    const auto info = runVarianceInfo();
    TableDraft draft(info.name, info.title);
    addColumns(draft);
    for (const auto &row : rows) {
        draft.addRow(
            cellsOf(row), runsBehind(context, row), row.configuration ? context.markOf(*row.configuration) : QString());
    }
    draft.addNotes(notesOf());
    draft.describe(cardOf(request), {});
    return draft.finished(context);
}

QString detailOf(const VarianceRow &row)
{
    const auto &parts = *row.parts;
    auto words = u"ICC(1) %1 over %2 and %3; SD between tasks %4, within %5 points."_s.arg(
        cellText(*parts.correlation, CellKind::Coefficient), countedWords(row.tasks, u"task"),
        countedWords(row.runs, u"run"), cellText(parts.between, CellKind::Number),
        cellText(parts.within, CellKind::Number));
    if (parts.correlationInterval) {
        words += u" 95 % interval %1 to %2."_s.arg(cellText(parts.correlationInterval->low, CellKind::Coefficient),
            cellText(parts.correlationInterval->high, CellKind::Coefficient));
    }
    return words;
}

FigurePoint pointOf(const VarianceRow &row, double place)
{
    FigurePoint point{.x = *row.parts->correlation, .y = place, .text = {}};
    if (row.parts->correlationInterval) {
        point.low = row.parts->correlationInterval->low;
        point.high = row.parts->correlationInterval->high;
    }
    point.n = row.tasks;
    point.detail = detailOf(row);
    return point;
}

FigureSpec figureOf(const TableContext &context, std::span<const VarianceRow> rows, const AnalysisRequest &request)
{
    auto figure = startedAnalysisFigure(runVarianceInfo(), FigureShape::Forest);
    figure.x = {.title = u"ICC(1): share of variance that tasks explain"_s,
        .minimum = 0,
        .maximum = 1,
        .zeroLine = true,
        .kind = CellKind::Coefficient};
    FigureSeries series{.name = u"ICC(1)"_s, .joined = false, .points = {}};
    QStringList words;
    for (const auto &row : rows) {
        if (!row.parts || !row.parts->correlation)
            continue;
        auto point = pointOf(row, static_cast<double>(figure.y.categories.size()));
        point.runs = runsBehind(context, row);
        figure.x.minimum = std::min({figure.x.minimum, point.x, point.low.value_or(0)});
        figure.y.categories << (row.configuration ? shownStyle(context.study(), *row.configuration).displayName
                                                  : u"All configurations"_s);
        words << figure.y.categories.back() % u": " % point.detail;
        series.points.push_back(std::move(point));
    }
    figure.x.minimum = std::floor(5 * figure.x.minimum) / 5;
    if (!series.points.empty())
        figure.series.push_back(std::move(series));
    figure.y.subLabels = countsByCategory(figure, figure.y.categories.size(), &FigurePoint::y, u"task");
    figure.card = cardOf(request);
    figure.notes << notesOf();
    figure.summary = words.join(u' ');
    finishFigure(figure, context);
    return figure;
}

Analysis runVarianceAnalysis(const StudySnapshot &study, const AnalysisRequest &request)
{
    const TableContext context(study, analysisOptions(request));
    const auto rows = varianceRows(context, request.mode);
    return {.table = tableOf(context, rows, request), .figure = figureOf(context, rows, request), .files = {}};
}

} // namespace

AnalysisRow runVarianceRow()
{
    return {.info = runVarianceInfo(), .make = runVarianceAnalysis};
}

} // namespace Decayscope
