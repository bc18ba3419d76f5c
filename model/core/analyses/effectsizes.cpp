// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysisparts.h"
#include "analysisrows.h"
#include "effectsizerows.h"

#include <figures/celltext.h>
#include <figures/figuredraft.h>
#include <figures/figureparts.h>
#include <figures/figurewords.h>
#include <figures/studytables.h>
#include <figures/tablecontext.h>
#include <figures/tabledraft.h>

#include <algorithm>
#include <cmath>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

AnalysisInfo effectSizesInfo()
{
    return {.name = u"effect-sizes"_s,
        .title = u"Effect sizes"_s,
        .description = u"How large the costs of constraints and the fall from L0 to L3 are, on scales of their own."_s,
        .group = AnalysisGroup::Constraints,
        .options = {AnalysisOption::Score},
        .card = {.question
            = u"Is an effect large beside how much it varies, how often does it hurt, and what does it do to the "
              u"odds of success?"_s,
            .formula
            = u"A pair: a configuration's A% with and without the constraint on sibling tasks; of L0 → L3 a task of "
              u"L3 and the task of L0 of the same framework.  d = with − without\n"
              u"g_z = J · mean(d)/SD(d), J = Hedges' correction for n − 1; interval from the noncentral t\n"
              u"worse = share of pairs with d < 0; median of d\n"
              u"Cliff's δ = P(with > without) − P(with < without) over all values of both sides\n"
              u"odds ratio = (successes/failures with)/(successes/failures without), runs of all pairs' tasks, each "
              u"task once; ½ added to every count where one is 0; Woolf's interval"_s,
            .assumptions = {u"Intervals take pairs, values and runs for independent. Pairs of several configurations "
                            u"share tasks, and a task "
                            u"of L0 stands in both pairs of its framework, so that they are narrower than they should "
                            u"be; the intervals of "
                            u"marginal-effects and matched-decay are cluster-robust."_s,
                u"g_z measures against the spread of differences, not of scores: it is not comparable with a d of "
                u"unpaired "
                u"groups."_s,
                u"Cliff's δ and the odds ratio ignore which task belongs to which."_s},
            .reading
            = u"|g_z| of 0.2, 0.5 and 0.8 are often called small, medium and large; |δ| of 0.15, 0.33 and 0.47. These "
              u"are habits, not thresholds. An odds ratio of 0.5 says that the odds of success halve."_s,
            .source
            = u"Hedges 1981, Journal of Educational Statistics 6(2); Cliff 1993, Psychological Bulletin 114(3); Woolf "
              u"1955, Annals of Human Genetics 19(4)."_s,
            .check
            = u"The formulas against R and SciPy in the tests of inference; pairs, medians and counts by hand (tests)."_s}};
}

/// One size as three cells.
struct SizeColumn
{
    const char *key;
    const char *title;
    CellKind kind;
    std::optional<EffectSize> EffectSizes::*size;
};

constexpr std::array sizeColumns{SizeColumn{"g_z", "g_z", CellKind::Number, &EffectSizes::standardized},
    SizeColumn{"cliffs_delta", "Cliff's δ", CellKind::Number, &EffectSizes::delta},
    SizeColumn{"odds_ratio", "Odds ratio", CellKind::Number, &EffectSizes::odds}};

void addColumns(TableDraft &draft)
{
    draft.addColumn(u"effect"_s, u"Effect"_s, CellKind::Text);
    draft.addColumn(u"of"_s, u"Of"_s, CellKind::Text);
    draft.addColumn(u"n"_s, u"Pairs"_s, CellKind::Count);
    draft.addColumn(u"mean"_s, u"Mean ΔA%"_s, CellKind::Points);
    draft.addColumn(u"median"_s, u"Median ΔA%"_s, CellKind::Points);
    draft.addColumn(u"worse"_s, u"Worse %"_s, CellKind::Percent);
    for (const auto &column : sizeColumns) {
        const auto key = QString::fromLatin1(column.key);
        draft.addColumn(key, QString::fromUtf8(column.title), column.kind);
        draft.column(key).decimals = 2;
    }
    for (const auto &column : sizeColumns) {
        const auto key = QString::fromLatin1(column.key);
        draft.addInterval(key, key + u"_low", key + u"_high");
    }
}

std::vector<Cell> cellsOf(const EffectRow &row, const EffectSizes &sizes)
{
    std::vector<Cell> cells{cellOf(row.kind), cellOf(row.name), cellOf(sizes.n), cellOf(sizes.mean),
        cellOf(sizes.median), cellOf(sizes.worse)};
    for (const auto &column : sizeColumns) {
        const auto &size = sizes.*column.size;
        cells.push_back(size ? cellOf(size->value) : Cell());
    }
    for (const auto &column : sizeColumns) {
        const auto &size = sizes.*column.size;
        const bool hasInterval = size && size->interval;
        cells.push_back(hasInterval ? cellOf(size->interval->low) : Cell());
        cells.push_back(hasInterval ? cellOf(size->interval->high) : Cell());
    }
    return cells;
}

EstimatorCard cardOf(const AnalysisRequest &request)
{
    return {.estimator = u"effect sizes of paired differences between tasks of "
            % assertionsEstimator(request.mode, request.verifiers).section(u" of "_s, 1)
            % u": Hedges' g_z, Cliff's δ and odds ratios of success",
        .interval = u"95 % intervals (noncentral t, Cliff's, Woolf's) that take pairs and runs for independent"_s,
        .unit = u"pairs"_s,
        .count = {},
        .resamples = 0,
        .seed = {},
        .exclusions = {}};
}

TableSpec tableOf(const TableContext &context, std::span<const EffectRow> rows, std::span<const EffectSizes> sizes,
    const AnalysisRequest &request)
{
    const auto info = effectSizesInfo();
    const RunsOfTasks runsOf(context.runs());
    TableDraft draft(info.name, info.title);
    addColumns(draft);
    for (std::size_t i = 0; i < rows.size(); ++i)
        draft.addRow(cellsOf(rows[i], sizes[i]), context.runsOf({.only = runsOf.of(rows[i].pairs)}));
    draft.addNotes({assertionsNote(request.mode),
        u"Pairs: of constraints sibling tasks with and without it; of L0 → L3 each task of L3 with the task of L0 of "
        u"its "
        u"framework."_s,
        u"g_z: mean over standard deviation of the differences, with Hedges' correction; Cliff's δ: chance that a "
        u"value with "
        u"is higher less that it is lower; odds ratio: of success of runs with against without."_s,
        u"Brackets: 95 % intervals that take pairs and runs for independent, and so are narrower than cluster-robust ones."_s});
    draft.describe(cardOf(request), {assertionsNote(request.mode)});
    return draft.finished(context);
}

FigurePoint pointOf(
    const TableContext &context, const RunsOfTasks &runsOf, const EffectRow &row, const EffectSizes &sizes)
{
    const auto &size = *sizes.standardized;
    FigurePoint point{.x = size.value, .text = {}};
    if (size.interval) {
        point.low = size.interval->low;
        point.high = size.interval->high;
    }
    point.n = sizes.n;
    point.detail = u"g_z %1 over %2; mean %3 points, median %4, worse in %5."_s.arg(
        cellText(size.value, CellKind::Number, 2), countedWords(sizes.n, u"pair"), pointsWords(sizes.mean),
        pointsWords(sizes.median), percentWords(sizes.worse));
    point.runs = context.runsOf({.only = runsOf.of(row.pairs)});
    return point;
}

FigureSpec figureOf(const TableContext &context, std::span<const EffectRow> rows, std::span<const EffectSizes> sizes,
    const AnalysisRequest &request)
{
    auto figure = startedAnalysisFigure(effectSizesInfo(), FigureShape::Forest);
    figure.x = {.title = u"g_z (standard deviations of the differences)"_s,
        .minimum = -1,
        .maximum = 1,
        .zeroLine = true,
        .kind = CellKind::Number};
    const RunsOfTasks runsOf(context.runs());
    FigureSeries series{.name = u"g_z"_s, .joined = false, .points = {}};
    QStringList words;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!sizes[i].standardized)
            continue;
        auto point = pointOf(context, runsOf, rows[i], sizes[i]);
        point.y = static_cast<double>(figure.y.categories.size());
        figure.y.categories << (rows[i].kind == u"constraint" ? rows[i].name : QString(rows[i].name % u", L0 → L3"));
        for (const auto &value : {std::optional(point.x), point.low, point.high}) {
            figure.x.minimum = std::min(figure.x.minimum, std::floor(value.value_or(0)));
            figure.x.maximum = std::max(figure.x.maximum, std::ceil(value.value_or(0)));
        }
        words << figure.y.categories.back() % u": " % point.detail;
        series.points.push_back(std::move(point));
    }
    figure.series.push_back(std::move(series));
    figure.y.subLabels = countsByCategory(figure, figure.y.categories.size(), &FigurePoint::y, u"pair");
    figure.card = cardOf(request);
    figure.notes
        << assertionsNote(request.mode)
        << u"g_z is the mean of paired differences over their standard deviation, with Hedges' correction; bars are "
           u"95 % intervals that take pairs for independent."_s;
    figure.summary = words.join(u' ');
    finishFigure(figure, context);
    return figure;
}

Analysis effectSizesAnalysis(const StudySnapshot &study, const AnalysisRequest &request)
{
    const TableContext context(study, analysisOptions(request));
    const auto scores = taskScores(context.runs());
    const auto rows = effectRows(context, scores);
    std::vector<EffectSizes> sizes;
    sizes.reserve(rows.size());
    for (const auto &row : rows)
        sizes.push_back(effectSizesOf(row.pairs, request.mode));
    return {.table = tableOf(context, rows, sizes, request),
        .figure = figureOf(context, rows, sizes, request),
        .files = {}};
}

} // namespace

AnalysisRow effectSizesRow()
{
    return {.info = effectSizesInfo(), .make = effectSizesAnalysis};
}

} // namespace Decayscope
