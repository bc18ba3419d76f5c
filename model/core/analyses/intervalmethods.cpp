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
#include <stats/grouping.h>
#include <stats/taskscores.h>

#include <array>
#include <cmath>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

constexpr int manyClusters = 10; ///< From here on the bootstrap over clusters is fit for use.

AnalysisInfo intervalsInfo()
{
    return {.name = u"intervals"_s,
        .title = u"Intervals of level means"_s,
        .description = u"A% of every configuration and level with its SEM and four kinds of 95 % intervals."_s,
        .group = AnalysisGroup::Decay,
        .options = {AnalysisOption::Score, AnalysisOption::Resampling},
        .card = {.question = u"How sure is a level mean, and does the answer depend on the method?"_s,
            .formula
            = u"x̄ = mean over tasks;  SEM = s/√n over tasks, as the study prints standard errors\n"
              u"t: x̄ ± t(0.975, G − 1) · SE,  SE² = G/(G − 1) · Σ_g (Σ_{i∈g} (xᵢ − x̄))² / n²,  G frameworks\n"
              u"percentile: G frameworks drawn with replacement, mean over all their tasks; the 2.5 and 97.5 % "
              u"quantiles of the draws\n"
              u"BCa: the quantiles Φ(z₀ + (z₀ ± z)/(1 − a(z₀ ± z))), z₀ from the share of draws below x̄, a from "
              u"leaving out one framework at a time\n"
              u"wild: all μ with p(μ) > 0.05, where p compares t(μ) = (x̄ − μ)/SE with its values after "
              u"multiplying the residuals xᵢ − μ of each framework by a random weight"_s,
            .assumptions
            = {u"Frameworks are independent of each other; tasks of one framework need not be. The SEM takes all tasks "
               u"for independent and is mostly too small."_s,
                u"Fewer than 10 clusters: percentile and BCa intervals are too narrow, because G draws from so few "
                u"clusters vary too little. Trust the wild bootstrap, or t with G − 1 degrees of freedom; the last "
                u"column says which."_s,
                u"10 clusters and more: all four should agree; where BCa leans to one side the values are skewed, and "
                u"it is the better one."_s,
                u"Weights of the wild bootstrap are Webb's six points below 10 clusters and ±1 from 10 on. All "
                u"patterns are tried where the draws suffice, else as many as draws are asked for."_s,
                u"Intervals may leave 0–100; values near the ends are better read from percentile or BCa bounds."_s},
            .reading
            = u"Read along a row: where the four intervals agree, the choice does not matter. A dash means that the "
              u"interval does not exist: one cluster, or a wild test that never rejects because there are too few "
              u"patterns. An interval says where the mean over frameworks like these lies, not where single runs do."_s,
            .source = u"Liang and Zeger 1986, Biometrika 73(1); Field and Welsh 2007, J. R. Statist. Soc. B 69(3); "
                      u"Efron 1987, JASA 82(397); Cameron, Gelbach and Miller 2008, Review of Economics and Statistics "
                      u"90(3); Webb 2023, Canadian Journal of Economics 56(3)"_s,
            .check = u"R 4.5.0: sandwich 3.1.1 for t; boot 1.3.31 with 200,000 draws for percentile and BCa; every "
                     u"pattern of weights enumerated in R for the wild bootstrap (tests, inference_r.json)"_s}};
}

/// One configuration at one level.
struct LevelIntervals
{
    Configuration configuration;
    int level = 0;
    Estimate mean; ///< With the t interval.
    std::optional<double> standardError;
    std::array<std::optional<Interval>, 3> resampled; ///< Percentile, BCa, wild.
};

constexpr std::array methodKeys{"percentile"_L1, "bca"_L1, "wild"_L1};
constexpr std::array methodTitles{"Percentile"_L1, "BCa"_L1, "Wild"_L1};

LevelIntervals intervalsOf(const std::vector<TaskScore> &scores, const AnalysisRequest &request)
{
    Numbering<QString> frameworks;
    std::vector<ClusteredValue> values;
    std::vector<double> plain;
    values.reserve(scores.size());
    plain.reserve(scores.size());
    for (const auto &score : scores) {
        plain.push_back(score.assertions(request.mode));
        values.push_back({plain.back(), frameworks.of(score.task.framework)});
    }
    LevelIntervals row{.configuration = scores.front().configuration,
        .level = scores.front().task.level(),
        .mean = clusteredMean(values).value_or(Estimate{}),
        .standardError = deviationOf(plain),
        .resampled = {}};
    if (row.standardError)
        *row.standardError /= std::sqrt(static_cast<double>(plain.size()));
    const auto wild = wildClusterBootstrap(values, 0, request.plan);
    row.resampled = {clusterBootstrapInterval(values, request.plan), clusterBcaInterval(values, request.plan),
        wild ? wild->interval : std::nullopt};
    return row;
}

std::vector<LevelIntervals> allIntervals(const TableContext &context, const AnalysisRequest &request)
{
    const auto byCell = groupedBy(taskScores(context.runs()),
        [](const TaskScore &score) { return std::pair(score.configuration, score.task.level()); });
    std::vector<LevelIntervals> rows;
    rows.reserve(byCell.size());
    for (const auto &[cell, scores] : byCell) {
        // Tasks from elsewhere may name more constraints than the study's levels have.
        if (cell.second < levelCount)
            rows.push_back(intervalsOf(scores, request));
    }
    return inStudyOrder(context.study(), std::move(rows));
}

QString trusted(const LevelIntervals &row)
{
    if (row.mean.clusters < 2)
        return u"none"_s;
    if (row.mean.clusters >= manyClusters)
        return u"any"_s;
    return row.resampled.back() ? u"wild or t"_s : u"t"_s;
}

void addColumns(TableDraft &draft)
{
    draft.addConfigurationColumns();
    draft.addColumn(u"level"_s, u"Level"_s, CellKind::Count);
    draft.addColumn(u"tasks"_s, u"Tasks"_s, CellKind::Count);
    draft.addColumn(u"clusters"_s, u"Clusters"_s, CellKind::Count);
    draft.addColumn(u"mean"_s, u"A% [t]"_s, CellKind::Percent);
    draft.addColumn(u"sem"_s, u"SEM"_s, CellKind::Number);
    for (std::size_t i = 0; i < methodKeys.size(); ++i) {
        draft.addColumn(methodKeys[i] + u"_low"_s, methodTitles[i] + u" from"_s, CellKind::Percent);
        draft.addColumn(methodKeys[i] + u"_high"_s, methodTitles[i] + u" to"_s, CellKind::Percent);
    }
    draft.addColumn(u"trust"_s, u"Trust"_s, CellKind::Text);
    draft.addInterval(u"mean"_s, u"t_low"_s, u"t_high"_s);
}

std::vector<Cell> cellsOf(const LevelIntervals &row)
{
    std::vector<Cell> cells{cellOf(row.configuration.scaffold), cellOf(row.configuration.model), cellOf(row.level),
        cellOf(row.mean.n), cellOf(row.mean.clusters), cellOf(row.mean.mean), cellOf(row.standardError)};
    for (const auto &interval : row.resampled) {
        cells.push_back(interval ? cellOf(interval->low) : Cell());
        cells.push_back(interval ? cellOf(interval->high) : Cell());
    }
    for (const auto &cell : {cellOf(trusted(row)), cellOf(row.mean.low), cellOf(row.mean.high)})
        cells.push_back(cell);
    return cells;
}

EstimatorCard cardOf(const AnalysisRequest &request)
{
    return {.estimator = assertionsEstimator(request.mode, request.verifiers),
        .interval = u"95 % intervals by cluster-robust t(G − 1), percentile and BCa cluster bootstrap and wild cluster "
                    u"bootstrap-t, clusters = frameworks"_s,
        .unit = u"tasks"_s,
        .count = {},
        .resamples = request.plan.draws,
        .seed = request.plan.seed,
        .exclusions = {}};
}

/// Which to trust with as many clusters as there are.
QStringList trustNotes(std::span<const LevelIntervals> rows)
{
    const auto few = std::ranges::count_if(
        rows, [](const LevelIntervals &row) { return row.mean.clusters > 1 && row.mean.clusters < manyClusters; });
    if (few == 0)
        return {};
    return {u"%1 of %2 rows rest on fewer than %3 clusters: there small-sample methods count, the wild cluster "
            u"bootstrap or t(G − 1); percentile and BCa intervals are too narrow."_s.arg(few)
                .arg(rows.size())
                .arg(manyClusters)};
}

TableSpec tableOf(const TableContext &context, std::span<const LevelIntervals> rows, const AnalysisRequest &request)
{
    const auto info = intervalsInfo();
    TableDraft draft(info.name, info.title);
    addColumns(draft);
    for (const auto &row : rows) {
        draft.addRow(cellsOf(row), intersected(context.runsOf(row.configuration), {.levels = {row.level}}),
            context.markOf(row.configuration));
    }
    draft.addNotes({assertionsNote(request.mode),
        u"Brackets: 95 % cluster-robust interval with t(G − 1), clusters = frameworks. SEM: s/√n over tasks."_s,
        u"Bounds of the percentile, BCa and wild intervals stand as they are computed, also beyond 0–100."_s});
    draft.addNotes(trustNotes(rows));
    draft.describe(cardOf(request), {});
    return draft.finished(context);
}

FigureSeries methodSeries(const QString &name, int sign, int panel)
{
    return {.name = name, .color = sign, .marker = sign, .joined = false, .panel = panel, .points = {}};
}

FigurePoint pointOf(const TableContext &context, const LevelIntervals &row, const QString &method,
    const std::optional<Interval> &interval)
{
    FigurePoint point{.x = static_cast<double>(row.level), .y = row.mean.mean, .text = {}};
    point.n = row.mean.n;
    point.detail = u"%1: mean %2 over %3, %4. "_s.arg(method, percentWords(point.y), countedWords(row.mean.n, u"task"),
                       countedWords(row.mean.clusters, u"framework"))
        + (interval ? u"95 % interval %1 to %2."_s.arg(percentWords(interval->low), percentWords(interval->high))
                    : u"No interval."_s);
    if (interval) {
        point.low = interval->low;
        point.high = interval->high;
    }
    point.runs = intersected(context.runsOf(row.configuration), {.levels = {row.level}});
    return point;
}

std::vector<FigureSeries> panelOf(const TableContext &context, std::span<const LevelIntervals> rows, int panel)
{
    std::vector<FigureSeries> series{methodSeries(u"t"_s, 0, panel)};
    for (std::size_t i = 0; i < methodTitles.size(); ++i)
        series.push_back(methodSeries(methodTitles[i], static_cast<int>(i) + 1, panel));
    for (const auto &row : rows) {
        const auto byT = row.mean.low && row.mean.high
            ? std::optional(Interval{.low = *row.mean.low, .high = *row.mean.high})
            : std::nullopt;
        series.front().points.push_back(pointOf(context, row, series.front().name, byT));
        for (std::size_t i = 0; i < row.resampled.size(); ++i)
            series[i + 1].points.push_back(pointOf(context, row, series[i + 1].name, row.resampled[i]));
    }
    return series;
}

FigureSpec figureOf(
    const TableContext &context, const std::vector<LevelIntervals> &rows, const AnalysisRequest &request)
{
    auto figure = startedAnalysisFigure(intervalsInfo(), FigureShape::Dots);
    figure.x = levelAxis();
    figure.y = {.title = scoreTitle(u"A%", request.mode, request.verifiers)};
    for (const auto &configuration : configurationsInOrder(context.study(), context.runs())) {
        std::vector<LevelIntervals> own;
        std::ranges::copy_if(rows, std::back_inserter(own),
            [&](const LevelIntervals &row) { return row.configuration == configuration; });
        if (own.empty())
            continue;
        auto series = panelOf(context, own, static_cast<int>(figure.panels.size()));
        figure.panels << shownStyle(context.study(), configuration).displayName;
        std::ranges::move(series, std::back_inserter(figure.series));
    }
    figure.x.subLabels = countsByCategory(figure, levelCount, &FigurePoint::x, u"task");
    figure.card = cardOf(request);
    figure.notes << assertionsNote(request.mode) << trustNotes(rows);
    figure.summary = curvesInWords(figure);
    finishFigure(figure, context);
    return figure;
}

Analysis intervalsAnalysis(const StudySnapshot &study, const AnalysisRequest &request)
{
    const TableContext context(study, analysisOptions(request));
    const auto rows = allIntervals(context, request);
    return {.table = tableOf(context, rows, request), .figure = figureOf(context, rows, request), .files = {}};
}

} // namespace

AnalysisRow intervalsRow()
{
    return {.info = intervalsInfo(), .make = intervalsAnalysis};
}

} // namespace Decayscope
