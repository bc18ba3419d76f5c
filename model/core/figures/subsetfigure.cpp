// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "celltext.h"
#include "figuredraft.h"
#include "figureparts.h"
#include "figurewords.h"
#include "studyfigures.h"
#include "studytables.h"

#include <stats/subset.h>

namespace Decayscope {

namespace {

/// "Pearson r = 0.987 (p <0.001)"; or that there is none.
QString inWords(const QString &sign, const std::optional<Correlation> &correlation)
{
    if (!correlation)
        return sign + QStringLiteral(" is not defined");
    const auto pValue = correlation->pValue ? cellText(*correlation->pValue, CellKind::PValue) : QString();
    QString chance;
    if (!pValue.isEmpty())
        chance = QString(u" (p " % QLatin1StringView(pValue.startsWith(u'<') ? "" : "= ") % pValue % u')');
    return sign % u" = " % cellText(correlation->coefficient, CellKind::Coefficient) % chance;
}

QString correlationsInWords(const SubsetComparison &comparison)
{
    QStringList errors;
    for (int level = 0; level < levelCount; ++level) {
        if (const auto &error = comparison.meanAbsoluteError.at(static_cast<std::size_t>(level)))
            errors << levelWords(level) % u' ' % QString::number(*error, 'f', 1);
    }
    return inWords(QStringLiteral("Pearson r"), comparison.pearson) % u", "
        % inWords(QStringLiteral("Spearman ρ"), comparison.spearman) % u", " % countedWords(comparison.pairs, u"pair")
        % u"; MAE in points: " % (errors.isEmpty() ? QStringLiteral("none") : errors.join(u", "));
}

FigureSeries levelSeries(int level)
{
    return {.name = levelWords(level), .color = level, .marker = level, .joined = false, .points = {}};
}

/// Runs of a configuration at a level.
using RunCounts = std::map<std::pair<Configuration, int>, int>;

RunCounts runCounts(std::span<const Run> runs)
{
    RunCounts counts;
    for (const auto &run : runs)
        ++counts[{run.key.configuration, run.task.level()}];
    return counts;
}

FigurePoint pointOf(const SubsetRow &row, int level, const QString &name, int runs, const TableContext &context)
{
    const auto place = static_cast<std::size_t>(level);
    FigurePoint point{.x = *row.full.at(place), .y = *row.subset.at(place)};
    point.name = name;
    point.n = runs;
    point.detail = QStringLiteral("%1 at %2: %3 on all tasks, %4 on the subset, difference %5 points (%6).")
                       .arg(name, levelWords(level), percentWords(point.x), percentWords(point.y),
                           pointsWords(point.y - point.x), countedWords(runs, u"run"));
    point.runs = intersected(context.runsOf(row.configuration), RunFilter{.levels = {level}});
    return point;
}

} // namespace

Result<FigureSpec> subsetFigure(const StudySnapshot &study, const FigureRequest &request)
{
    auto options = contextOptions(request);
    options.pipelineSubset = request.pipelineSubset;
    const TableContext context(study, options);
    const auto kind = request.pipelineSubset ? SubsetKind::PipelineTasks : SubsetKind::FourFrameworks;
    const auto comparison = subsetComparison(context.runs(), kind, request.mode);
    auto figure = startedFigure(u"subset", FigureShape::Scatter);
    figure.x = {.title = u"All tasks: " % scoreTitle(u"A%", request.mode, request.verifiers)};
    figure.y = {.title = u"Subset: " % scoreTitle(u"A%", request.mode, request.verifiers)};
    figure.diagonal = true;
    const auto rows = inStudyOrder(study, comparison.rows);
    auto counts = runCounts(context.runs());
    for (int level = 0; level < levelCount; ++level) {
        auto series = levelSeries(level);
        const auto place = static_cast<std::size_t>(level);
        for (const auto &row : rows) {
            if (row.full.at(place) && row.subset.at(place))
                series.points.push_back(pointOf(row, level, shownStyle(study, row.configuration).displayName,
                    counts[{row.configuration, level}], context));
        }
        if (!series.points.empty())
            figure.series.push_back(std::move(series));
    }
    figure.card = {.estimator = assertionsEstimator(request.mode, request.verifiers)
            % u" on all tasks and on the subset; " % correlationsInWords(comparison),
        .interval = {},
        .unit = QStringLiteral("runs"),
        .count = {},
        .exclusions = {QStringLiteral("configurations without nine tenths of all tasks or without a pipeline task, "
                                      "and devstral-small")}};
    figure.notes << subsetNotes(options) << correlationsInWords(comparison) + u'.';
    if (comparison.pairs > 0)
        figure.summary
            = QStringLiteral("A% on the subset against A% on all tasks. %1.").arg(correlationsInWords(comparison));
    finishFigure(figure, context);
    return figure;
}

} // namespace Decayscope
