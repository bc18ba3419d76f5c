// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysisparts.h"
#include "analysisrows.h"
#include "leveldrops.h"

#include <figures/celltext.h>
#include <figures/figuredraft.h>
#include <figures/figureparts.h>
#include <figures/figurewords.h>
#include <figures/studytables.h>
#include <figures/tabledraft.h>
#include <stats/permutation.h>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

AnalysisInfo levelTestsInfo()
{
    return {.name = u"level-tests"_s,
        .title = u"Tests of the drop from L0 to L3"_s,
        .description
        = u"Whether each configuration falls from L0 to L3, paired over frameworks, with p-values adjusted "
          u"for the number of configurations."_s,
        .group = AnalysisGroup::Decay,
        .options = {AnalysisOption::Score, AnalysisOption::Resampling},
        .card
        = {.question = u"Is the drop from L0 to L3 of a configuration more than chance, once one minds that several "
                       u"configurations are tested?"_s,
            .formula
            = u"d(f) = mean A% of framework f at L3 − mean A% of framework f at L0, frameworks with both levels\n"
              u"Δ = mean of d(f);  interval Δ ± t(0.975, G − 1) · s/√G\n"
              u"sign flips: p = share of the 2^G patterns ± d(f) whose |sum| is at least the one seen\n"
              u"wild: p = share of weight patterns w with |t*| ≥ |t|, t = Δ/SE, t* from w(f) · d(f)\n"
              u"Holm: p₍ᵢ₎ · (m − i + 1), never falling;  Benjamini–Hochberg: p₍ᵢ₎ · m/i, never rising from "
              u"the largest down"_s,
            .assumptions
            = {u"Without an effect d(f) is as likely to be positive as negative (sign flips), or has mean 0 (wild). "
               u"Frameworks are independent."_s,
                u"Up to 16 frameworks sign flips are exact. With G frameworks no p can be below 2/2^G: 0.008 for "
                u"eight, "
                u"0.125 for four; after adjustment small studies may have no chance to reach 0.05. The t interval and "
                u"the effect size say more there."_s,
                u"Below 10 frameworks the wild bootstrap takes Webb's six weights, from 10 on ±1."_s,
                u"Holm keeps the chance of any false finding at the level; Benjamini–Hochberg the expected share of "
                u"false ones among the findings, if the tests are independent or positively related."_s},
            .reading
            = u"Report the drop with its interval first, then one adjusted p: Holm where a single false claim would "
              u"hurt, Benjamini–Hochberg where the list as a whole counts. g is Hedges' g of the paired drops, in "
              u"standard deviations between frameworks. A large p is not evidence of no drop: see the analysis power."_s,
            .source = u"Fisher 1935, The Design of Experiments, section 21; Phipson and Smyth 2010, Stat. Appl. Genet. "
                      u"Mol. Biol. 9(1); Cameron, Gelbach and Miller 2008, Review of Economics and Statistics 90(3); "
                      u"Holm 1979, Scand. J. Statist. 6(2); Benjamini and Hochberg 1995, J. R. Statist. Soc. B 57(1)"_s,
            .check
            = u"R 4.5.0: all sign patterns and all weight patterns enumerated, p.adjust, pt with uniroot for the "
              u"interval of g (tests, inference_r.json)"_s}};
}

void addColumns(TableDraft &draft)
{
    draft.addConfigurationColumns();
    draft.addColumn(u"frameworks"_s, u"Frameworks"_s, CellKind::Count);
    draft.addColumn(u"a_l0"_s, u"A% L0"_s, CellKind::Percent);
    draft.addColumn(u"a_l3"_s, u"A% L3"_s, CellKind::Percent);
    draft.addColumn(u"drop"_s, u"Δ"_s, CellKind::Points);
    draft.addColumn(u"g"_s, u"g"_s, CellKind::Number);
    draft.column(u"g").decimals = 2;
    for (const auto &[key, title] : {std::pair{u"p_flip"_s, u"p (sign flips)"_s}, std::pair{u"p_holm"_s, u"p (Holm)"_s},
             std::pair{u"p_bh"_s, u"p (BH)"_s}, std::pair{u"p_wild"_s, u"p (wild)"_s},
             std::pair{u"p_wild_holm"_s, u"p (wild, Holm)"_s}})
        draft.addColumn(key, title, CellKind::PValue);
    draft.addInterval(u"drop"_s, u"drop_low"_s, u"drop_high"_s);
    draft.addInterval(u"g"_s, u"g_low"_s, u"g_high"_s);
}

std::vector<Cell> cellsOf(const LevelDrop &drop)
{
    std::vector<Cell> cells{cellOf(drop.configuration.scaffold), cellOf(drop.configuration.model),
        cellOf(static_cast<int>(drop.differences.size())), cellOf(drop.first), cellOf(drop.last),
        cellOf(meanIn(drop.drop)), drop.effect ? cellOf(drop.effect->value) : Cell()};
    // One framework alone tests nothing.
    const bool isTested = drop.differences.size() > 1;
    for (const auto p : {drop.pFlip, drop.pHolm, drop.pBh, drop.pWild, drop.pWildHolm})
        cells.push_back(isTested ? cellOf(p) : Cell());
    const auto interval = drop.effect ? drop.effect->interval : std::nullopt;
    for (const auto &cell : {cellOf(lowIn(drop.drop)), cellOf(highIn(drop.drop)),
             interval ? cellOf(interval->low) : Cell(), interval ? cellOf(interval->high) : Cell()})
        cells.push_back(cell);
    return cells;
}

RunFilter runsBehind(const TableContext &context, const LevelDrop &drop)
{
    return intersected(
        context.runsOf(drop.configuration), {.frameworks = drop.frameworks, .levels = {0, levelCount - 1}});
}

EstimatorCard cardOf(const AnalysisRequest &request)
{
    return {.estimator = u"mean over frameworks of the difference between L3 and L0, in percentage points, of "
            + assertionsEstimator(request.mode, request.verifiers).section(u" of "_s, 1),
        .interval = u"95 % t(G − 1) intervals, clusters = frameworks; of g from the noncentral t distribution"_s,
        .unit = u"frameworks"_s,
        .count = {},
        .resamples = request.plan.draws,
        .seed = request.plan.seed,
        .exclusions = {}};
}

QStringList notesOf(const AnalysisRequest &request)
{
    return {assertionsNote(request.mode),
        u"Only frameworks with tasks at both levels count. p-values are two-sided; Holm and BH adjust for all "
        u"configurations with at least two such frameworks."_s,
        u"With G frameworks the smallest sign-flip p is 2/2^G, such as 0.008 for eight; above %1 frameworks patterns "
        u"are "
        u"drawn, and it is 1/(draws + 1)."_s.arg(exactClusters)};
}

TableSpec tableOf(const TableContext &context, std::span<const LevelDrop> drops, const AnalysisRequest &request)
{
    const auto info = levelTestsInfo();
    TableDraft draft(info.name, info.title);
    addColumns(draft);
    for (const auto &drop : drops)
        draft.addRow(cellsOf(drop), runsBehind(context, drop), context.markOf(drop.configuration));
    draft.addNotes(notesOf(request));
    draft.describe(cardOf(request), {});
    return draft.finished(context);
}

QString detailOf(const LevelDrop &drop)
{
    auto words = u"Δ %1 points over %2."_s.arg(
        pointsWords(drop.drop->mean), countedWords(static_cast<qsizetype>(drop.differences.size()), u"framework"));
    if (drop.drop->low && drop.drop->high)
        words += u" 95 % interval %1 to %2."_s.arg(pointsWords(*drop.drop->low), pointsWords(*drop.drop->high));
    if (drop.differences.size() > 1)
        words += u" Sign-flip p %1, Holm %2."_s.arg(
            cellText(drop.pFlip, CellKind::PValue), cellText(drop.pHolm, CellKind::PValue));
    return words;
}

FigureSpec figureOf(const TableContext &context, std::span<const LevelDrop> drops, const AnalysisRequest &request)
{
    auto figure = startedAnalysisFigure(levelTestsInfo(), FigureShape::Forest);
    figure.x = pointsAxis(u"L3 − L0, percentage points"_s);
    FigureSeries series{.name = u"Drop from L0 to L3"_s, .joined = false, .points = {}};
    QStringList words;
    for (const auto &drop : drops) {
        if (!drop.drop)
            continue;
        FigurePoint point{.x = drop.drop->mean,
            .y = static_cast<double>(figure.y.categories.size()),
            .low = drop.drop->low,
            .high = drop.drop->high,
            .text = {}};
        point.n = drop.drop->n;
        point.detail = detailOf(drop);
        point.runs = runsBehind(context, drop);
        widenBy(figure.x, point);
        figure.y.categories << shownStyle(context.study(), drop.configuration).displayName;
        words << figure.y.categories.back() % u": " % point.detail;
        series.points.push_back(std::move(point));
    }
    if (!series.points.empty())
        figure.series.push_back(std::move(series));
    figure.y.subLabels = countsByCategory(figure, figure.y.categories.size(), &FigurePoint::y, u"framework");
    figure.card = cardOf(request);
    figure.notes << notesOf(request);
    figure.summary = words.join(u' ');
    finishFigure(figure, context);
    return figure;
}

Analysis levelTestsAnalysis(const StudySnapshot &study, const AnalysisRequest &request)
{
    const TableContext context(study, analysisOptions(request));
    const auto drops = levelDrops(context, request);
    return {.table = tableOf(context, drops, request), .figure = figureOf(context, drops, request), .files = {}};
}

} // namespace

AnalysisRow levelTestsRow()
{
    return {.info = levelTestsInfo(), .make = levelTestsAnalysis};
}

} // namespace Decayscope
