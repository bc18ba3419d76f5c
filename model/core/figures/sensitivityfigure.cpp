// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figuredraft.h"
#include "figureparts.h"
#include "figurewords.h"
#include "studyfigures.h"

#include <stats/frameworks.h>

namespace Decayscope {

namespace {

/// Frameworks by the mean over configurations, best first.
QStringList byMean(std::span<const FrameworkSensitivity> rows)
{
    std::map<QString, std::vector<double>> means;
    for (const auto &row : rows)
        means[row.framework].push_back(row.mean);
    QStringList names;
    for (const auto &[framework, values] : means)
        names << framework;
    std::ranges::stable_sort(
        names, std::greater{}, [&](const QString &name) { return meanOf(means.at(name)).value(); });
    return names;
}

QString detailOf(const FrameworkSensitivity &row, const LevelCoverage &gap)
{
    QStringList sentences{QStringLiteral("%1: mean %2 over %3%4.")
            .arg(row.framework, percentWords(row.mean), countedWords(row.runs, u"run"),
                row.standardError ? QStringLiteral(", SEM %1").arg(percentWords(*row.standardError))
                                  : QStringLiteral("; one run has no SEM"))};
    if (!gap.isComplete())
        sentences << gapSentence(gap);
    return sentences.join(u' ');
}

FigurePoint pointOf(const FrameworkSensitivity &row, qsizetype place, const TableContext &context, const PlanGaps &gaps)
{
    const auto gap = gaps.of(row.configuration, [&](const TaskSpec &task) { return task.framework == row.framework; });
    FigurePoint point{.x = static_cast<double>(place), .y = row.mean};
    if (row.standardError) {
        point.low = row.mean - *row.standardError;
        point.high = row.mean + *row.standardError;
    }
    point.n = row.runs;
    point.hollow = !gap.isComplete();
    point.detail = detailOf(row, gap);
    point.runs = context.runsOf(row.configuration, row.framework);
    return point;
}

QString inWords(const FigureSpec &figure, std::span<const FrameworkSensitivity> rows)
{
    QStringList words;
    for (const auto &framework : figure.x.categories) {
        std::vector<double> means;
        for (const auto &row : rows) {
            if (row.framework == framework)
                means.push_back(row.mean);
        }
        words << framework % u' ' % percentWords(meanOf(means).value_or(0));
    }
    if (words.isEmpty())
        return {};
    return QStringLiteral("Means over configurations, best first: %1. ").arg(words.join(u", ")) + curvesInWords(figure);
}

} // namespace

Result<FigureSpec> sensitivityFigure(const StudySnapshot &study, const FigureRequest &request)
{
    const TableContext context(study, contextOptions(request));
    const auto rows = frameworkSensitivity(context.runs(), request.mode);
    const PlanGaps gaps(context);
    auto figure = startedFigure(u"sensitivity", FigureShape::Dots);
    figure.x = {.title = QStringLiteral("Framework"), .categories = byMean(rows)};
    figure.y = {.title = scoreTitle(u"Mean share of passed assertions, %", request.mode, request.verifiers)};
    const auto parts = figureParts(context, request.facet);
    addPanels(figure, parts);
    for (std::size_t panel = 0; panel < parts.size(); ++panel) {
        for (const auto &configuration : configurationsInOrder(study, parts[panel].runs)) {
            auto series = styledSeries(study, configuration, static_cast<int>(panel));
            series.joined = false;
            for (const auto &row : rows) {
                if (row.configuration == configuration)
                    series.points.push_back(pointOf(row, figure.x.categories.indexOf(row.framework), context, gaps));
            }
            std::ranges::sort(series.points, {}, &FigurePoint::x);
            figure.series.push_back(std::move(series));
        }
    }
    figure.x.subLabels = countsByCategory(figure, figure.x.categories.size(), &FigurePoint::x, u"run");
    figure.card = {.estimator = request.mode == ScoreMode::Strict
            ? QStringLiteral("means over runs of the strict share of passed assertions")
            : QStringLiteral("means over runs of the share of passed assertions"),
        .interval = QStringLiteral("± SEM over runs (SD/√n)"),
        .unit = QStringLiteral("runs")};
    figure.notes << (request.mode == ScoreMode::Strict
            ? QStringLiteral("Mean over runs of the share of passed assertions, where a run that breaks a constraint "
                             "counts 0.")
            : QStringLiteral("Mean over runs of the share of passed assertions; constraints are not looked at."))
                 << QStringLiteral("Bars are ± SEM = SD/√n over runs; one run has none. Frameworks are ordered by the "
                                   "mean over configurations.")
                 << hollowNote();
    figure.summary = inWords(figure, rows);
    finishFigure(figure, context);
    return figure;
}

} // namespace Decayscope
