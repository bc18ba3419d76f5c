// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "differencesfigure.h"

#include "levelnotes.h"

#include <figures/celltext.h>
#include <figures/figurewords.h>
#include <figures/studytables.h>

#include <algorithm>
#include <cmath>

namespace Decayscope {

namespace {

constexpr double axisStep = 10;

/// One panel: a measure of the levels.
struct Measure
{
    QString title;
    Estimate LevelDifference::*difference;
    double LevelDifference::*a;
    double LevelDifference::*b;
};

std::vector<Measure> measuresOf(const SideComparisonOptions &options)
{
    return {{scoreTitle(u"A%", options.mode, options.verifiers), &LevelDifference::share, &LevelDifference::shareA,
                &LevelDifference::shareB},
        {scoreTitle(u"pass@1", options.mode, options.verifiers), &LevelDifference::pass, &LevelDifference::passA,
            &LevelDifference::passB}};
}

void widen(FigureAxis &axis, const std::optional<double> &value)
{
    if (!value)
        return;
    axis.minimum = std::min(axis.minimum, axisStep * std::floor(*value / axisStep));
    axis.maximum = std::max(axis.maximum, axisStep * std::ceil(*value / axisStep));
}

/// " Permutation p 0.02, adjusted 0.08."
QString pValueWords(const LevelDifference &level, Adjustment adjustment)
{
    const auto adjusted = level.adjustedP && adjustment != Adjustment::None
        ? QString(u", adjusted " % cellText(*level.adjustedP, CellKind::PValue))
        : QString();
    return u" Permutation p " % cellText(level.pValue, CellKind::PValue) % adjusted % u'.';
}

QString detailOf(const LevelDifference &level, const Measure &measure, Adjustment adjustment)
{
    const auto &difference = level.*measure.difference;
    QString text = QStringLiteral("%1 percentage points: A %2, B %3, over %4.")
                       .arg(pointsWords(difference.mean), percentWords(level.*measure.a),
                           percentWords(level.*measure.b), countedWords(difference.n, u"task"));
    text += difference.low && difference.high ? QStringLiteral(" 95 % interval %1 to %2, clusters: %3 frameworks.")
                                                    .arg(pointsWords(*difference.low), pointsWords(*difference.high))
                                                    .arg(difference.clusters)
                                              : QStringLiteral(" No interval: only one framework.");
    if (measure.difference == &LevelDifference::share)
        text += pValueWords(level, adjustment);
    return text;
}

FigureSeries seriesOf(
    const ComparisonContext &context, std::span<const LevelDifference> differences, const Measure &measure, int panel)
{
    FigureSeries series{.name = measure.title, .joined = false, .panel = panel, .points = {}};
    for (std::size_t i = 0; i < differences.size(); ++i) {
        const auto &difference = differences[i].*measure.difference;
        FigurePoint point{
            .x = difference.mean, .y = static_cast<double>(i), .low = difference.low, .high = difference.high};
        point.n = difference.n;
        point.detail = detailOf(differences[i], measure, context.options().adjustment);
        point.runs = context.runsOfB(differences[i].runsB);
        series.points.push_back(std::move(point));
    }
    return series;
}

void addWords(FigureSpec &figure)
{
    QStringList sentences;
    for (const auto &series : figure.series) {
        for (const auto &point : series.points)
            sentences << figure.panels.value(series.panel) % u", "
                    % figure.y.categories.at(static_cast<qsizetype>(point.y)) % u": " % point.detail;
    }
    figure.summary = sentences.join(u' ');
}

} // namespace

FigureSpec differencesFigure(const ComparisonContext &context, std::span<const LevelDifference> differences)
{
    FigureSpec figure{.name = QStringLiteral("compare-levels"),
        .title = u"Differences by level: B (" % context.b().name % u") less A (" % context.a().name % u')',
        .shape = FigureShape::Forest};
    figure.x = {.title = QStringLiteral("B less A in percentage points"),
        .minimum = -axisStep,
        .maximum = axisStep,
        .zeroLine = true,
        .kind = CellKind::Points};
    for (const auto &level : differences) {
        figure.y.categories << level.name();
        figure.y.subLabels << u"n = " + countedWords(level.share.n, u"task");
    }
    int panel = 0;
    for (const auto &measure : measuresOf(context.options())) {
        figure.panels << measure.title;
        figure.series.push_back(seriesOf(context, differences, measure, panel++));
        for (const auto &point : figure.series.back().points) {
            for (const auto &value : {std::optional(point.x), point.low, point.high})
                widen(figure.x, value);
        }
    }
    figure.card = {.estimator = QStringLiteral("means over tasks of the differences in A% and pass@1, B less A on the "
                                               "same tasks"),
        .interval = frameworksIntervalPhrase(),
        .unit = QStringLiteral("tasks"),
        .count = {}};
    describeDraws(figure.card, differences);
    figure.notes << assertionsNote(context.options().mode) << passNote(context.options().mode)
                 << permutationNotes(context, differences);
    addWords(figure);
    context.finish(figure);
    return figure;
}

} // namespace Decayscope
