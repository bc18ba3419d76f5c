// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "celltext.h"
#include "figurebuilder.h"
#include "published.h"
#include "studytables.h"
#include "tablecontext.h"

#include <stats/coverage.h>
#include <stats/decay.h>

#include <algorithm>

namespace Decayscope {

namespace {

struct Metric
{
    const char *name;
    ScoreMode mode;
    const Estimate &(*of)(const LevelScore &);
};

Metric metricOf(const DecayFigureOptions &options)
{
    constexpr auto assertions = [](const LevelScore &level) -> const Estimate & { return level.assertions; };
    constexpr auto passAt1 = [](const LevelScore &level) -> const Estimate & { return level.passAt1; };
    switch (options.metric) {
    case DecayMetric::AssertionsStrict:
        return {options.verifiers == VerifierMode::Syntax ? "A% (strict, syntax)" : "A% (strict)", ScoreMode::Strict,
            assertions};
    case DecayMetric::AssertionsRaw:
        return {"A% (raw)", ScoreMode::Raw, assertions};
    case DecayMetric::PassAt1:
        break;
    }
    if (options.mode == ScoreMode::Raw)
        return {"pass@1 (raw)", options.mode, passAt1};
    return {options.verifiers == VerifierMode::Syntax ? "pass@1 (strict, syntax)" : "pass@1 (strict)", options.mode,
        passAt1};
}

/// A configuration as the study shows it, also where the study has no style for it.
ConfigurationStyle styleFor(const StudySnapshot &study, const Configuration &configuration)
{
    if (const auto *style = study.styleOf(configuration))
        return *style;
    return {.configuration = configuration,
        .displayName = configuration.model % u" · " % configuration.scaffold,
        .order = INT_MAX};
}

QString percent(double value)
{
    return cellText(value, CellKind::Percent) + u" %";
}

QString countedTasks(int count)
{
    return QString::number(count) % (count == 1 ? u" task" : u" tasks");
}

QString missingSentence(const LevelCoverage &coverage)
{
    QStringList parts;
    if (!coverage.missing.isEmpty()) {
        parts << QStringLiteral("%1 of %2 planned tasks missing (%3)")
                     .arg(coverage.missing.size())
                     .arg(coverage.planned)
                     .arg(cellText(coverage.missing.first(std::min<qsizetype>(3, coverage.missing.size()))
                                       .join(listSeparator),
                              CellKind::Text)
                         + (coverage.missing.size() > 3 ? QStringLiteral(" …") : QString()));
    }
    if (coverage.missingTrials > 0)
        parts << QStringLiteral("%1 runs missing").arg(coverage.missingTrials);
    return u"Incomplete: " + parts.join(u"; ") + u'.';
}

QString detailOf(const Estimate &estimate, int runs, const LevelCoverage &coverage)
{
    QStringList sentences{
        QStringLiteral("Mean %1 over %2 (%3 runs).").arg(percent(estimate.mean), countedTasks(estimate.n)).arg(runs)};
    if (estimate.low && estimate.high) {
        sentences << QStringLiteral("95 % interval %1 to %2, clusters: %3 frameworks.")
                         .arg(percent(std::clamp(*estimate.low, 0.0, 100.0)),
                             percent(std::clamp(*estimate.high, 0.0, 100.0)))
                         .arg(estimate.clusters);
    } else {
        sentences << QStringLiteral("No interval: only one framework.");
    }
    if (!coverage.isComplete())
        sentences << missingSentence(coverage);
    return sentences.join(u' ');
}

FigureSeries seriesOf(const DecayCurve &curve, const ConfigurationStyle &style, const Metric &metric,
    const Coverage &coverage, const TableContext &context)
{
    FigureSeries series{
        .name = style.displayName, .color = style.color, .line = style.line, .marker = static_cast<int>(style.line)};
    for (int level = 0; level < levelCount; ++level) {
        const auto &score = curve.levels.at(static_cast<std::size_t>(level));
        if (!score)
            continue;
        const auto &estimate = metric.of(*score);
        const auto &levelCoverage = coverage.levels.at(static_cast<std::size_t>(level));
        series.points.push_back({.x = static_cast<double>(level),
            .y = estimate.mean,
            .low = estimate.low,
            .high = estimate.high,
            .n = estimate.n,
            .hollow = !levelCoverage.isComplete(),
            .detail = detailOf(estimate, score->runs, levelCoverage),
            .runs = intersected(context.runsOf(curve.configuration), {.levels = {level}})});
    }
    return series;
}

/// "n = 4–8 tasks" under each level: the fewest and most of all configurations.
QStringList taskCounts(const std::vector<DecayCurve> &curves)
{
    QStringList labels;
    for (std::size_t level = 0; level < levelCount; ++level) {
        std::set<int> counts;
        for (const auto &curve : curves) {
            if (curve.levels.at(level))
                counts.insert(curve.levels.at(level)->assertions.n);
        }
        if (counts.empty())
            labels << QString();
        else if (counts.size() == 1)
            labels << u"n = " + countedTasks(*counts.begin());
        else
            labels << QStringLiteral("n = %1–%2 tasks").arg(*counts.begin()).arg(*counts.rbegin());
    }
    return labels;
}

QString summaryOf(const FigureSpec &figure)
{
    QStringList sentences;
    for (const auto &series : figure.series) {
        QStringList points;
        for (const auto &point : series.points)
            points << percent(point.y) % u" at " % figure.x.categories.at(static_cast<qsizetype>(point.x));
        if (!points.isEmpty())
            sentences << series.name % u": " % points.join(u", ") % u'.';
    }
    return sentences.join(u' ');
}

void addPublished(FigureSpec &figure, const std::vector<std::pair<DecayCurve, ConfigurationStyle>> &shown)
{
    for (const auto &[curve, style] : shown) {
        const auto *published = publishedStudy().decayOf(curve.configuration);
        if (!published)
            continue;
        const auto name = QStringLiteral("%1, published").arg(style.displayName);
        figure.references.push_back({.name = name, .series = style.displayName, .color = style.color, .x = 0, .y = published->first});
        figure.references.push_back({.name = name, .series = style.displayName, .color = style.color, .x = levelCount - 1, .y = published->last});
    }
    if (!figure.references.empty())
        figure.notes << QStringLiteral("Published marks: A% at L0 and L3 from %1.").arg(publishedStudy().source);
}

std::vector<std::pair<DecayCurve, ConfigurationStyle>> inStudyOrder(
    const StudySnapshot &study, const std::vector<DecayCurve> &curves)
{
    std::vector<std::pair<DecayCurve, ConfigurationStyle>> ordered;
    ordered.reserve(curves.size());
    for (const auto &curve : curves)
        ordered.emplace_back(curve, styleFor(study, curve.configuration));
    std::ranges::stable_sort(ordered, {}, [](const auto &entry) { return entry.second.order; });
    return ordered;
}

} // namespace

FigureSpec decayFigure(const StudySnapshot &study, const DecayFigureOptions &options)
{
    const TableContext context(study, {.filter = options.filter, .mode = options.mode, .verifiers = options.verifiers});
    const auto metric = metricOf(options);
    const auto curves = decayCurves(context.runs(), metric.mode);
    const auto covered
        = coverage(context.runs(), StudyPlan(study.runs), [&](const TaskSpec &task) { return context.asksFor(task); });
    FigureSpec figure{
        .name = QStringLiteral("decay"), .title = QStringLiteral("Constraint decay"), .shape = FigureShape::Curves};
    figure.x = {.title = QStringLiteral("Level: constraints besides the framework"), .subLabels = taskCounts(curves)};
    for (int level = 0; level < levelCount; ++level)
        figure.x.categories << u'L' + QString::number(level);
    figure.y = {.title = QString::fromUtf8(metric.name), .minimum = 0, .maximum = 100};

    const auto ordered = inStudyOrder(study, curves);
    for (const auto &[curve, style] : ordered) {
        const auto levels = std::ranges::find(covered, curve.configuration, &Coverage::configuration);
        figure.series.push_back(seriesOf(curve, style, metric, *levels, context));
    }
    figure.notes << (options.metric == DecayMetric::PassAt1 ? passNote(metric.mode) : assertionsNote(metric.mode))
                 << frameworkIntervalNote()
                 << QStringLiteral("A hollow marker is a level at which planned tasks or runs are missing.")
                 << context.commonNotes();
    if (options.publishedMarks && options.metric == DecayMetric::AssertionsStrict)
        addPublished(figure, ordered);
    figure.summary = summaryOf(figure);
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
