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
#include <inference/passcurve.h>
#include <stats/grouping.h>
#include <stats/taskscores.h>

#include <array>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

AnalysisInfo passCurvesInfo()
{
    return {.name = u"pass-curves"_s,
        .title = u"pass@k and pass^k"_s,
        .description
        = u"The chance that at least one of k runs succeeds, and that all k do, for k from 1 to the trials at hand."_s,
        .group = AnalysisGroup::Reliability,
        .options = {AnalysisOption::Score},
        .card = {.question = u"What does it help to try again, and can one rely on every try?"_s,
            .formula = u"n runs of a task, c of them successes\n"
                       u"pass@k = 1 − C(n − c, k)/C(n, k);  for k > n: 1 if c > 0, else 0\n"
                       u"pass^k = (c/n)^k\n"
                       u"both as means over tasks; 95 % interval: mean ± t(0.975, G − 1) · cluster-robust SE, "
                       u"clusters = frameworks"_s,
            .assumptions = {u"Runs of a task are independent and alike. pass@k picks the better of k runs, so it tells "
                            u"of a user who "
                            u"can recognise success."_s,
                u"For k ≤ n pass@k has no bias. Tasks with fewer than k runs enter with 1 or 0, as in the study, which "
                u"makes pass@k too low for tasks without a success and too high for the others; the last column counts "
                u"them."_s,
                u"pass^k takes c/n for the true rate and so lies above the truth on average for k > 1: with three runs "
                u"a task of rate ½ shows a pass^3 of 0.25 on average instead of 0.125."_s,
                u"A row over all configurations weighs every task of every configuration alike; its clusters are still "
                u"frameworks."_s},
            .reading = u"Where pass@k rises steeply, runs of the same task differ: sampling helps and reliability is "
                       u"poor. Where both curves are flat, a task is either solved or not. At k = 1 both are the "
                       u"study's pass@1."_s,
            .source = u"Chen et al. 2021, Evaluating Large Language Models Trained on Code, eq. 1; Yao et al. 2024, "
                      u"τ-bench (pass^k)"_s,
            .check = u"R 4.5.0: all subsets of k runs counted with combn (tests, design.json); the interval against "
                     u"sandwich 3.1.1"_s}};
}

/// One configuration, or all.
struct PassRow
{
    std::optional<Configuration> configuration;
    std::vector<PassPoint> points;
};

std::vector<PassPoint> curveOf(std::span<const TaskScore> scores, ScoreMode mode)
{
    Numbering<QString> frameworks;
    std::vector<TaskTrials> tasks;
    tasks.reserve(scores.size());
    for (const auto &score : scores) {
        tasks.push_back({.trials = score.runs,
            .successes = mode == ScoreMode::Strict ? score.successes : score.testsPassed,
            .cluster = frameworks.of(score.task.framework)});
    }
    return passCurve(tasks);
}

std::vector<PassRow> passRows(const TableContext &context, ScoreMode mode)
{
    const auto scores = taskScores(context.runs());
    const auto byConfiguration = groupedBy(scores, &TaskScore::configuration);
    std::vector<PassRow> rows;
    for (const auto &configuration : configurationsInOrder(context.study(), context.runs())) {
        if (const auto own = byConfiguration.find(configuration); own != byConfiguration.end())
            rows.push_back({configuration, curveOf(own->second, mode)});
    }
    if (rows.size() > 1)
        rows.push_back({std::nullopt, curveOf(scores, mode)});
    return rows;
}

RunFilter runsBehind(const TableContext &context, const PassRow &row)
{
    return row.configuration ? context.runsOf(*row.configuration) : context.filter();
}

EstimatorCard cardOf(const AnalysisRequest &request)
{
    return {.estimator = passEstimator(request.mode, request.verifiers).section(u" of "_s, 0, 0)
            + u" of pass@k and pass^k, success = "_s
            + (request.mode == ScoreMode::Raw ? u"all tests pass"_s : u"all tests pass and all constraints are kept"_s),
        .interval = frameworksIntervalPhrase(),
        .unit = u"tasks"_s,
        .count = {},
        .resamples = 0,
        .seed = {},
        .exclusions = {}};
}

QStringList notesOf(std::span<const PassRow> rows)
{
    QStringList notes{u"pass@k: at least one of k runs of a task succeeds; pass^k: all k do. Means over tasks, in "
                      u"percent."_s,
        frameworkIntervalNote(u"Intervals")};
    int shortTasks = 0;
    for (const auto &row : rows) {
        if (row.configuration && !row.points.empty())
            shortTasks += row.points.back().shortTasks;
    }
    if (shortTasks > 0)
        notes << u"%1 fewer runs than the largest k; there pass@k is 1 if any run succeeded, else 0."_s.arg(
            countedWords(shortTasks, u"task") + (shortTasks == 1 ? u" has" : u" have"));
    return notes;
}

std::vector<Cell> cellsOf(const PassRow &row, const PassPoint &point)
{
    return {row.configuration ? cellOf(row.configuration->scaffold) : Cell(),
        cellOf(row.configuration ? row.configuration->model : u"All configurations"_s), cellOf(point.k),
        cellOf(point.any.n), cellOf(point.any.clusters), cellOf(point.any.mean), cellOf(point.all.mean),
        cellOf(point.shortTasks), cellOf(point.any.low), cellOf(point.any.high), cellOf(point.all.low),
        cellOf(point.all.high)};
}

TableSpec tableOf(const TableContext &context, std::span<const PassRow> rows, const AnalysisRequest &request)
{
    const auto info = passCurvesInfo();
    TableDraft draft(info.name, info.title);
    draft.addConfigurationColumns();
    for (const auto &[key, title] :
        {std::pair{u"k"_s, u"k"_s}, std::pair{u"tasks"_s, u"Tasks"_s}, std::pair{u"clusters"_s, u"Frameworks"_s}})
        draft.addColumn(key, title, CellKind::Count);
    draft.addColumn(u"pass_at"_s, u"pass@k"_s, CellKind::Percent);
    draft.addColumn(u"pass_hat"_s, u"pass^k"_s, CellKind::Percent);
    draft.addColumn(u"short_tasks"_s, u"Tasks below k"_s, CellKind::Count);
    draft.addInterval(u"pass_at"_s, u"pass_at_low"_s, u"pass_at_high"_s);
    draft.addInterval(u"pass_hat"_s, u"pass_hat_low"_s, u"pass_hat_high"_s);
    for (const auto &row : rows) {
        const auto mark = row.configuration ? context.markOf(*row.configuration) : QString();
        for (const auto &point : row.points)
            draft.addRow(cellsOf(row, point), runsBehind(context, row), mark);
    }
    draft.addNotes(notesOf(rows));
    draft.describe(cardOf(request), {});
    return draft.finished(context);
}

/// One of the two measures of a configuration, or of all.
struct Measure
{
    QStringView name;
    Estimate PassPoint::*of;
    int sign;
    LineStyle line;
};

constexpr std::array measures{
    Measure{u"pass@k", &PassPoint::any, 0, LineStyle::Solid}, Measure{u"pass^k", &PassPoint::all, 1, LineStyle::Dash}};

FigurePoint pointOf(const TableContext &context, const PassRow &row, const PassPoint &point, const Measure &measure)
{
    const auto &estimate = point.*measure.of;
    FigurePoint drawn{.x = point.k - 1.0, .y = estimate.mean, .low = estimate.low, .high = estimate.high, .text = {}};
    drawn.n = estimate.n;
    drawn.hollow = point.shortTasks > 0;
    drawn.detail = u"%1 %2 at k = %3 over %4. %5"_s.arg(measure.name, percentWords(drawn.y))
                       .arg(point.k)
                       .arg(countedWords(drawn.n, u"task"), frameworksInterval(estimate));
    drawn.runs = runsBehind(context, row);
    return drawn;
}

void addPanel(FigureSpec &figure, const TableContext &context, const PassRow &row)
{
    const auto panel = static_cast<int>(figure.panels.size());
    figure.panels << (row.configuration ? shownStyle(context.study(), *row.configuration).displayName
                                        : u"All configurations"_s);
    for (const auto &measure : measures) {
        FigureSeries series{.name = measure.name.toString(),
            .color = measure.sign,
            .line = measure.line,
            .marker = measure.sign,
            .panel = panel,
            .points = {}};
        for (const auto &point : row.points)
            series.points.push_back(pointOf(context, row, point, measure));
        figure.series.push_back(std::move(series));
    }
}

FigureSpec figureOf(const TableContext &context, std::span<const PassRow> rows, const AnalysisRequest &request)
{
    auto figure = startedAnalysisFigure(passCurvesInfo(), FigureShape::Curves);
    figure.x = {.title = u"k, runs of a task"_s};
    figure.y = {.title = request.mode == ScoreMode::Raw ? u"Tasks solved, % (raw)"_s : u"Tasks solved, % (strict)"_s};
    figure.hollowMeaning = u"some tasks have fewer than k runs"_s;
    std::size_t most = 0;
    for (const auto &row : rows) {
        most = std::max(most, row.points.size());
        addPanel(figure, context, row);
    }
    for (std::size_t k = 1; k <= most; ++k)
        figure.x.categories << QString::number(k);
    figure.card = cardOf(request);
    figure.notes << notesOf(rows);
    figure.summary = curvesInWords(figure);
    finishFigure(figure, context);
    return figure;
}

Analysis passCurvesAnalysis(const StudySnapshot &study, const AnalysisRequest &request)
{
    const TableContext context(study, analysisOptions(request));
    const auto rows = passRows(context, request.mode);
    return {.table = tableOf(context, rows, request), .figure = figureOf(context, rows, request), .files = {}};
}

} // namespace

AnalysisRow passCurvesRow()
{
    return {.info = passCurvesInfo(), .make = passCurvesAnalysis};
}

} // namespace Decayscope
