// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysisparts.h"
#include "analysisrows.h"

#include <figures/figuredraft.h>
#include <figures/figureparts.h>
#include <figures/figurewords.h>
#include <figures/matchedpoints.h>
#include <figures/studytables.h>
#include <figures/tablecontext.h>
#include <figures/tabledraft.h>
#include <stats/decay.h>

#include <cmath>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

constexpr double rounding = 1e-9; ///< Sums taken in another order differ by less, percentage points.

AnalysisInfo matchedDecayInfo()
{
    return {.name = u"matched-decay"_s,
        .title = u"Decay along matched chains"_s,
        .description = u"A% from L0 to L3 along chains of tasks beside the plain means over each level's tasks."_s,
        .group = AnalysisGroup::Decay,
        .options = {AnalysisOption::Score},
        .card
        = {.question = u"Does a configuration fall from L0 to L3 because of the constraints, or because other tasks "
                       u"are compared at every level?"_s,
            .formula = u"A chain is a path of four tasks of one framework: {} → one constraint → two → three, each "
                       u"step adding one.\n"
                       u"m(f, l) = mean over the complete chains of framework f of the A% of their task at level l\n"
                       u"M(l) = mean over frameworks of m(f, l);  Δ = mean over frameworks of m(f, 3) − m(f, 0)\n"
                       u"95 % interval: M(l) ± t(0.975, G − 1) · s/√G, with s the standard deviation of the G values "
                       u"m(f, l); the same for Δ."_s,
            .assumptions
            = {u"A chain counts only where the configuration has run all four tasks; one missing task takes away every "
               u"chain through it, and the row is marked as an incomplete sweep."_s,
                u"An ORM needs a database, so the database comes first: a framework's ten variants hold six chains, "
                u"three to either task of L3. At L2 architecture with a database lies on two chains each, a database "
                u"with an ORM on one, so that M(2) differs from the plain mean also where nothing is missing; at the "
                u"other levels both agree then."_s,
                u"Frameworks are taken for a sample of frameworks; the interval does not exist for fewer than two and "
                u"is wide for few."_s},
            .reading = u"Look at the difference of both Δ: where it is near 0, the uneven tasks of the levels do not "
                       u"make the decay. Where sweeps are incomplete, believe the matched Δ. It says nothing of tasks "
                       u"outside complete chains."_s,
            .source
            = u"A stratified mean with one value a cluster. Interval: Student's t on the means of clusters, "
              u"Donner and Klar 2000, Design and Analysis of Cluster Randomization Trials in Health Research."_s,
            .check
            = u"A Python script with SciPy 1.15 on a made-up study with missing tasks, 1e-8 (tests, design.json)."_s}};
}

/// Both curves of one configuration.
struct CurvePair
{
    Configuration configuration;
    DecayCurve plain;
    MatchedCurve matched;
};

std::vector<CurvePair> curvePairs(const TableContext &context, ScoreMode mode)
{
    const StudyPlan plan(context.study().runs);
    const auto plain = decayCurves(context.runs(), mode);
    const auto matched
        = matchedCurves(context.runs(), plan, mode, [&](const TaskSpec &task) { return context.asksFor(task); });
    std::vector<CurvePair> pairs;
    pairs.reserve(plain.size());
    for (std::size_t i = 0; i < plain.size(); ++i)
        pairs.push_back({plain[i].configuration, plain[i], matched[i]});
    return inStudyOrder(context.study(), std::move(pairs));
}

void addColumns(TableDraft &draft)
{
    draft.addConfigurationColumns();
    draft.addLevelColumns(u"plain"_s, u"All tasks"_s, CellKind::Percent);
    draft.addLevelColumns(u"matched"_s, u"Matched"_s, CellKind::Percent);
    draft.addColumn(u"delta_plain"_s, u"Δ all tasks"_s, CellKind::Points);
    draft.addColumn(u"delta_matched"_s, u"Δ matched"_s, CellKind::Points);
    draft.addColumn(u"difference"_s, u"Matched − all"_s, CellKind::Points);
    draft.addColumn(u"chains"_s, u"Chains"_s, CellKind::Count);
    draft.addColumn(u"chains_planned"_s, u"Planned"_s, CellKind::Count);
    draft.addColumn(u"frameworks"_s, u"Frameworks"_s, CellKind::Count);
    draft.addColumn(u"missing_tasks"_s, u"Missing tasks"_s, CellKind::Text);
    draft.column(u"missing_tasks").isList = true;
    draft.column(u"missing_tasks").forPeople = false;
    for (int level = 0; level < levelCount; ++level) {
        const auto key = levelKey(u"matched", level);
        draft.addInterval(key, key + u"_low", key + u"_high");
    }
    draft.addInterval(u"delta_matched"_s, u"delta_matched_low"_s, u"delta_matched_high"_s);
}

std::optional<Estimate> matchedAt(const MatchedCurve &curve, std::size_t level)
{
    const auto &values = curve.levels.at(level);
    return values ? std::optional(values->assertions) : std::nullopt;
}

std::optional<double> differenceOf(const CurvePair &pair)
{
    if (!pair.matched.delta || !pair.plain.delta)
        return std::nullopt;
    const auto difference = pair.matched.delta->mean - *pair.plain.delta;
    return std::abs(difference) < rounding ? 0 : difference;
}

std::vector<Cell> cellsOf(const CurvePair &pair)
{
    const auto &[configuration, plain, matched] = pair;
    std::vector<Cell> cells{cellOf(configuration.scaffold), cellOf(configuration.model)};
    for (const auto &level : plain.levels)
        cells.push_back(level ? cellOf(level->assertions.mean) : Cell());
    for (std::size_t level = 0; level < levelCount; ++level)
        cells.push_back(cellOf(meanIn(matchedAt(matched, level))));
    for (const auto &cell : {cellOf(plain.delta), cellOf(meanIn(matched.delta)), cellOf(differenceOf(pair)),
             cellOf(matched.complete), cellOf(matched.planned), cellOf(matched.delta ? matched.delta->n : 0),
             cellOf(matched.missing.join(listSeparator))})
        cells.push_back(cell);
    for (std::size_t level = 0; level < levelCount; ++level) {
        cells.push_back(cellOf(lowIn(matchedAt(matched, level))));
        cells.push_back(cellOf(highIn(matchedAt(matched, level))));
    }
    cells.push_back(cellOf(lowIn(matched.delta)));
    cells.push_back(cellOf(highIn(matched.delta)));
    return cells;
}

/// The mean changes over the configurations that have both.
void addMeans(TableDraft &draft, std::span<const CurvePair> pairs)
{
    std::vector<double> plain;
    std::vector<double> matched;
    for (const auto &pair : pairs) {
        if (!differenceOf(pair))
            continue;
        plain.push_back(*pair.plain.delta);
        matched.push_back(pair.matched.delta->mean);
    }
    const auto group = u"configurations"_s;
    draft.addField({group, u"n"_s, u"n"_s, CellKind::Count, cellOf(static_cast<int>(plain.size()))});
    draft.addField({group, u"mean_delta_plain"_s, u"mean Δ all tasks"_s, CellKind::Points, cellOf(meanOf(plain))});
    draft.addField({group, u"mean_delta_matched"_s, u"mean Δ matched"_s, CellKind::Points, cellOf(meanOf(matched))});
}

std::vector<MatchedCurve> matchedOf(std::span<const CurvePair> pairs)
{
    std::vector<MatchedCurve> curves;
    curves.reserve(pairs.size());
    for (const auto &pair : pairs)
        curves.push_back(pair.matched);
    return curves;
}

EstimatorCard cardOf(const AnalysisRequest &request)
{
    return {.estimator = matchedEstimator(assertionsEstimator(request.mode, request.verifiers)),
        .interval = matchedIntervalPhrase(),
        .unit = u"tasks"_s,
        .count = {},
        .resamples = 0,
        .seed = {},
        .exclusions = {}};
}

QString bracketsNote()
{
    return u"Brackets: 95 % interval of matched values, t(G − 1) over one value a framework; none for one framework."_s;
}

TableSpec tableOf(const TableContext &context, std::span<const CurvePair> pairs, const AnalysisRequest &request)
{
    const auto info = matchedDecayInfo();
    TableDraft draft(info.name, info.title);
    addColumns(draft);
    for (const auto &pair : pairs)
        draft.addRow(
            cellsOf(pair), context.runsOf(pair.configuration), pair.matched.isIncomplete() ? u"†"_s : QString());
    addMeans(draft, pairs);
    draft.addNotes({assertionsNote(request.mode), bracketsNote(),
        u"Δ is L3 − L0 in percentage points, of matched chains over the same frameworks."_s});
    draft.addNotes(matchedNotes(context.study(), matchedOf(pairs)));
    if (std::ranges::any_of(pairs, [](const CurvePair &pair) { return pair.matched.isIncomplete(); }))
        draft.addNotes({u"† incomplete sweep."_s});
    draft.describe(cardOf(request), {assertionsNote(request.mode), bracketsNote()});
    return draft.finished(context);
}

FigureSeries seriesOf(const QString &name, int sign, int panel)
{
    return {.name = name,
        .color = sign,
        .line = sign == 0 ? LineStyle::Solid : LineStyle::Dash,
        .marker = sign,
        .panel = panel,
        .points = {}};
}

/// Without its interval, which the decay figure shows: two bands in one panel hide each other.
FigurePoint plainPoint(const TableContext &context, const CurvePair &pair, int level, const LevelScore &score)
{
    FigurePoint point{.x = static_cast<double>(level), .y = score.assertions.mean, .text = {}};
    point.n = score.assertions.n;
    point.hollow = !pair.matched.missing.isEmpty();
    point.detail = u"Mean %1 over %2 (%3). %4"_s.arg(percentWords(point.y), countedWords(point.n, u"task"),
        countedWords(score.runs, u"run"), frameworksInterval(score.assertions));
    point.runs = intersected(context.runsOf(pair.configuration), RunFilter{.levels = {level}});
    return point;
}

void addCurves(FigureSpec &figure, const TableContext &context, const CurvePair &pair)
{
    const auto panel = static_cast<int>(figure.panels.size());
    figure.panels << shownStyle(context.study(), pair.configuration).displayName;
    auto matched = seriesOf(u"Matched chains"_s, 0, panel);
    auto plain = seriesOf(u"All tasks"_s, 1, panel);
    for (int level = 0; level < levelCount; ++level) {
        const auto place = static_cast<std::size_t>(level);
        if (const auto &values = pair.matched.levels.at(place))
            matched.points.push_back(matchedPoint(context, pair.matched, level, values->assertions));
        if (const auto &score = pair.plain.levels.at(place))
            plain.points.push_back(plainPoint(context, pair, level, *score));
    }
    figure.series.push_back(std::move(matched));
    figure.series.push_back(std::move(plain));
}

FigureSpec figureOf(const TableContext &context, std::span<const CurvePair> pairs, const AnalysisRequest &request)
{
    auto figure = startedAnalysisFigure(matchedDecayInfo(), FigureShape::Curves);
    figure.x = levelAxis();
    figure.y = {.title = scoreTitle(u"A%", request.mode, request.verifiers)};
    for (const auto &pair : pairs)
        addCurves(figure, context, pair);
    figure.x.subLabels = countsByCategory(figure, levelCount, &FigurePoint::x, u"task");
    figure.card = cardOf(request);
    figure.hollowMeaning = u"planned chains or tasks are missing"_s;
    figure.notes
        << assertionsNote(request.mode)
        << u"Bands: 95 % t(G − 1) intervals of matched chains over one value a framework; the decay figure has "
           u"those of all tasks."_s
        << u"A hollow marker stands for an incomplete sweep."_s << matchedNotes(context.study(), matchedOf(pairs));
    figure.summary = curvesInWords(figure);
    finishFigure(figure, context);
    return figure;
}

Analysis matchedDecayAnalysis(const StudySnapshot &study, const AnalysisRequest &request)
{
    const TableContext context(study, analysisOptions(request));
    const auto pairs = curvePairs(context, request.mode);
    return {.table = tableOf(context, pairs, request), .figure = figureOf(context, pairs, request), .files = {}};
}

} // namespace

AnalysisRow matchedDecayRow()
{
    return {.info = matchedDecayInfo(), .make = matchedDecayAnalysis};
}

} // namespace Decayscope
