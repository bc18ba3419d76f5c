// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figurebuilder.h"
#include "figuredraft.h"
#include "figureparts.h"
#include "figurewords.h"
#include "matchedpoints.h"
#include "published.h"
#include "studytables.h"

#include <stats/decay.h>

namespace Decayscope {

namespace {

struct Metric
{
    QStringView measure;
    ScoreMode mode;
    const Estimate &(*of)(const LevelScore &);
    const Estimate &(*ofChains)(const ChainLevel &);
    QString (*estimator)(ScoreMode, VerifierMode);
};

Metric metricOf(const DecayFigureOptions &options)
{
    constexpr auto assertions = [](const LevelScore &level) -> const Estimate & { return level.assertions; };
    constexpr auto passAt1 = [](const LevelScore &level) -> const Estimate & { return level.passAt1; };
    constexpr auto chainAssertions = [](const ChainLevel &level) -> const Estimate & { return level.assertions; };
    constexpr auto chainPassAt1 = [](const ChainLevel &level) -> const Estimate & { return level.passAt1; };
    switch (options.metric) {
    case DecayMetric::AssertionsStrict:
        return {u"A%", ScoreMode::Strict, assertions, chainAssertions, assertionsEstimator};
    case DecayMetric::AssertionsRaw:
        return {u"A%", ScoreMode::Raw, assertions, chainAssertions, assertionsEstimator};
    case DecayMetric::PassAt1:
        break;
    }
    return {u"pass@1", options.mode, passAt1, chainPassAt1, passEstimator};
}

QString detailOf(const Estimate &estimate, int runs, const LevelCoverage &gap)
{
    QStringList sentences{
        QStringLiteral("Mean %1 over %2 (%3).")
            .arg(percentWords(estimate.mean), countedWords(estimate.n, u"task"), countedWords(runs, u"run")),
        frameworksInterval(estimate)};
    if (!gap.isComplete())
        sentences << gapSentence(gap);
    return sentences.join(u' ');
}

/// Draws the curves of one panel from means over all tasks.
class DecayPanel
{
public:
    DecayPanel(const TableContext &context, const PlanGaps &gaps, const FigurePart &part, int number)
        : m_context(context)
        , m_gaps(gaps)
        , m_part(part)
        , m_number(number)
    { }

    void addTo(FigureSpec &figure, const Metric &metric) const
    {
        const auto &study = m_context.study();
        for (const auto &curve : inStudyOrder(study, decayCurves(m_part.runs, metric.mode))) {
            auto series = styledSeries(study, curve.configuration, m_number);
            for (int level = 0; level < levelCount; ++level) {
                if (const auto &score = curve.levels.at(static_cast<std::size_t>(level)))
                    series.points.push_back(point(curve.configuration, level, *score, metric.of(*score)));
            }
            figure.series.push_back(std::move(series));
        }
    }

private:
    [[nodiscard]] FigurePoint point(
        const Configuration &configuration, int level, const LevelScore &score, const Estimate &estimate) const
    {
        const auto &frameworks = m_part.filter.frameworks;
        const auto gap = m_gaps.of(configuration, [&](const TaskSpec &task) {
            return task.level() == level && (frameworks.isEmpty() || frameworks.contains(task.framework));
        });
        return {.x = static_cast<double>(level),
            .y = estimate.mean,
            .low = estimate.low,
            .high = estimate.high,
            .text = {},
            .n = estimate.n,
            .hollow = !gap.isComplete(),
            .detail = detailOf(estimate, score.runs, gap),
            .runs
            = intersected(intersected(m_context.runsOf(configuration), m_part.filter), RunFilter{.levels = {level}})};
    }

    const TableContext &m_context;
    const PlanGaps &m_gaps;
    const FigurePart &m_part;
    int m_number;
};

/// Draws the curves of one panel from matched chains.
void addMatchedPanel(FigureSpec &figure, const TableContext &context, const Metric &metric,
    const std::vector<MatchedCurve> &curves, int panel)
{
    for (const auto &curve : inStudyOrder(context.study(), curves)) {
        auto series = styledSeries(context.study(), curve.configuration, panel);
        for (int level = 0; level < levelCount; ++level) {
            if (const auto &values = curve.levels.at(static_cast<std::size_t>(level)))
                series.points.push_back(matchedPoint(context, curve, level, metric.ofChains(*values)));
        }
        figure.series.push_back(std::move(series));
    }
}

void addPlainCurves(
    FigureSpec &figure, const TableContext &context, const Metric &metric, std::span<const FigurePart> parts)
{
    const PlanGaps gaps(context);
    for (std::size_t i = 0; i < parts.size(); ++i)
        DecayPanel(context, gaps, parts[i], static_cast<int>(i)).addTo(figure, metric);
    figure.notes << hollowNote();
}

void addMatchedCurves(
    FigureSpec &figure, const TableContext &context, const Metric &metric, std::span<const FigurePart> parts)
{
    const StudyPlan plan(context.study().runs);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto &frameworks = parts[i].filter.frameworks;
        const auto curves = matchedCurves(parts[i].runs, plan, metric.mode, [&](const TaskSpec &task) {
            return context.asksFor(task) && (frameworks.isEmpty() || frameworks.contains(task.framework));
        });
        addMatchedPanel(figure, context, metric, curves, static_cast<int>(i));
        figure.notes << (parts.size() == 1 ? matchedNotes(context.study(), curves) : QStringList());
    }
    if (parts.size() > 1)
        figure.notes << matchedNotes(context.study(), {});
    figure.notes << QStringLiteral(
        "A hollow marker stands for an incomplete sweep: chains that are planned, or runs of "
        "complete ones, are missing.");
    figure.hollowMeaning = QStringLiteral("planned chains or runs are missing");
    figure.title += QStringLiteral(" along matched chains");
}

void addPublished(FigureSpec &figure, const TableContext &context)
{
    for (const auto &configuration : configurationsInOrder(context.study(), context.runs())) {
        const auto *published = publishedStudy().decayOf(configuration);
        const auto style = shownStyle(context.study(), configuration);
        if (!published)
            continue;
        for (const auto &[x, y] : {std::pair{0.0, published->first}, std::pair{levelCount - 1.0, published->last}}) {
            figure.references.push_back({.name = style.displayName + QStringLiteral(", published"),
                .series = style.displayName,
                .color = style.color,
                .x = x,
                .y = y});
        }
    }
    if (!figure.references.empty())
        figure.notes << QStringLiteral("Published marks: A% at L0 and L3 from %1.").arg(publishedStudy().source);
}

} // namespace

FigureSpec decayFigure(const StudySnapshot &study, const DecayFigureOptions &options)
{
    const TableContext context(study, {.filter = options.filter, .mode = options.mode, .verifiers = options.verifiers});
    const auto metric = metricOf(options);
    const bool isMatched = options.tasks == DecayTasks::MatchedChains;
    auto figure = startedFigure(u"decay", FigureShape::Curves);
    figure.y = {.title = scoreTitle(metric.measure, metric.mode, options.verifiers), .minimum = 0, .maximum = 100};
    const auto parts = figureParts(context, options.facet);
    addPanels(figure, parts);
    figure.notes << (options.metric == DecayMetric::PassAt1 ? passNote(metric.mode) : assertionsNote(metric.mode))
                 << (isMatched ? u"Intervals: " % matchedIntervalPhrase() % u'.' : frameworkIntervalNote(u"Intervals"));
    const auto plain = metric.estimator(metric.mode, options.verifiers);
    figure.card = {.estimator = isMatched ? matchedEstimator(plain) : plain,
        .interval = isMatched ? matchedIntervalPhrase() : frameworksIntervalPhrase(),
        .unit = QStringLiteral("tasks")};
    (isMatched ? addMatchedCurves : addPlainCurves)(figure, context, metric, parts);
    figure.x = levelAxis();
    figure.x.subLabels = countsByCategory(figure, levelCount, &FigurePoint::x, u"task");
    figure.summary = curvesInWords(figure);
    finishFigure(figure, context);
    if (options.publishedMarks && options.metric == DecayMetric::AssertionsStrict && options.facet == FigureFacet::None)
        addPublished(figure, context);
    return figure;
}

DecayHeadline decayHeadline(const StudySnapshot &study, const RunFilter &filter, ScoreMode mode, VerifierMode verifiers)
{
    const TableContext context(study, {.filter = filter, .mode = mode, .verifiers = verifiers});
    const auto capable = capableSummary(decayCurves(context.runs(), mode));
    return {.configurations = capable.configurations,
        .meanDelta = capable.meanDelta.value_or(0),
        .meanRelativeLoss = capable.meanRelativeLoss.value_or(0)};
}

} // namespace Decayscope
