// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "celltext.h"
#include "figurebuilder.h"
#include "figuredraft.h"
#include "figureparts.h"
#include "figurewords.h"
#include "published.h"
#include "studytables.h"

#include <stats/marginaleffects.h>
#include <stats/permutation.h>

#include <algorithm>
#include <cmath>

namespace Decayscope {

namespace {

constexpr double axisStep = 10;

QString detailOf(const MarginalEffect &effect)
{
    QStringList sentences;
    sentences << QStringLiteral("Mean %1 percentage points over %2 pairs%3.")
                     .arg(pointsWords(effect.effect.mean))
                     .arg(effect.effect.n)
                     .arg(effect.standardError
                             ? QStringLiteral(", SEM %1").arg(cellText(*effect.standardError, CellKind::Number))
                             : QString());
    if (effect.effect.low && effect.effect.high) {
        sentences << QStringLiteral("95 % interval %1 to %2, %3 clusters.")
                         .arg(pointsWords(*effect.effect.low), pointsWords(*effect.effect.high))
                         .arg(effect.effect.clusters);
    } else {
        sentences << QStringLiteral("No interval: only one pair of tasks.");
    }
    sentences << QStringLiteral("Permutation p %1, adjusted %2.")
                     .arg(cellText(effect.pValue, CellKind::PValue), cellText(effect.pHolm, CellKind::PValue));
    return sentences.join(u' ');
}

/// Widens a range to hold a value, in steps of ten.
void widen(FigureAxis &axis, double value)
{
    axis.minimum = std::min(axis.minimum, axisStep * std::floor(value / axisStep));
    axis.maximum = std::max(axis.maximum, axisStep * std::ceil(value / axisStep));
}

void addPublished(FigureSpec &figure, std::span<const Constraint> rows)
{
    for (const auto &published : publishedStudy().effects) {
        const auto row = std::ranges::find(rows, published.constraint);
        if (row == rows.end())
            continue;
        figure.references.push_back({.name = constraintTitle(published.constraint) + u", published",
            .series = {},
            .x = published.mean,
            .y = static_cast<double>(row - rows.begin()),
            .low = published.mean - published.standardError,
            .high = published.mean + published.standardError});
        widen(figure.x, *figure.references.back().low);
        widen(figure.x, *figure.references.back().high);
    }
    if (!figure.references.empty())
        figure.notes << QStringLiteral("Published marks: mean ± SEM from %1.").arg(publishedStudy().source);
}

/// The effects of one panel.
using PanelEffects = std::vector<MarginalEffect>;

/// The constraints that any panel has an effect of, in the study's order.
std::vector<Constraint> rowsOf(std::span<const PanelEffects> panels)
{
    std::set<Constraint> constraints;
    for (const auto &panel : panels) {
        for (const auto &effect : panel)
            constraints.insert(effect.constraint);
    }
    return {constraints.begin(), constraints.end()};
}

void addEffects(FigureSpec &figure, const PanelEffects &panel, std::span<const Constraint> rows, int number,
    const TableContext &context)
{
    FigureSeries series{.name = QStringLiteral("Marginal effect"), .joined = false, .panel = number, .points = {}};
    for (const auto &effect : panel) {
        FigurePoint point{.x = effect.effect.mean,
            .y = static_cast<double>(std::ranges::find(rows, effect.constraint) - rows.begin()),
            .low = effect.effect.low,
            .high = effect.effect.high};
        point.n = effect.effect.n;
        point.detail = detailOf(effect);
        point.runs = context.runsOf({.only = effect.runs});
        series.points.push_back(std::move(point));
        for (const auto &value : {std::optional(effect.effect.mean), effect.effect.low, effect.effect.high}) {
            if (value)
                widen(figure.x, *value);
        }
    }
    figure.series.push_back(std::move(series));
}

QString inWords(const FigureSpec &figure)
{
    QStringList sentences;
    for (const auto &series : figure.series) {
        const auto panel = figure.panels.value(series.panel);
        for (const auto &point : series.points) {
            const auto &constraint = figure.y.categories.at(static_cast<qsizetype>(point.y));
            sentences << (panel.isEmpty() ? constraint : QString(panel % u", " % constraint)) % u": " % point.detail;
        }
    }
    return sentences.join(u' ');
}

EstimatorCard cardOf(ScoreMode mode, VerifierMode verifiers, std::span<const PanelEffects> panels)
{
    EstimatorCard card{.estimator = u"mean paired differences between sibling tasks, in percentage points, of "
            % assertionsEstimator(mode, verifiers).section(QStringLiteral(" of "), 1),
        .interval = QStringLiteral("95 % cluster-robust intervals with t(G − 1), clusters = pairs of tasks"),
        .unit = QStringLiteral("pairs"),
        .count = {}};
    const bool anyDrawn = std::ranges::any_of(panels, [](const PanelEffects &panel) {
        return std::ranges::any_of(
            panel, [](const MarginalEffect &effect) { return effect.effect.clusters > exactClusters; });
    });
    if (anyDrawn) {
        card.resamples = permutationDraws;
        card.seed = permutationSeed;
    }
    return card;
}

} // namespace

FigureSpec marginalEffectsFigure(const StudySnapshot &study, const MarginalEffectsFigureOptions &options)
{
    const TableContext context(study, {.filter = options.filter, .mode = options.mode, .verifiers = options.verifiers});
    auto figure = startedFigure(u"marginal-effects", FigureShape::Forest);
    figure.x = {.title = QStringLiteral("ΔA% in percentage points"),
        .minimum = -axisStep,
        .maximum = axisStep,
        .zeroLine = true,
        .kind = CellKind::Points};
    const auto parts = figureParts(context, options.facet);
    addPanels(figure, parts);
    std::vector<PanelEffects> panels;
    panels.reserve(parts.size());
    for (const auto &part : parts)
        panels.push_back(marginalEffects(part.runs, options.mode));
    const auto rows = rowsOf(panels);
    for (const auto constraint : rows)
        figure.y.categories << constraintTitle(constraint);
    for (std::size_t i = 0; i < panels.size(); ++i)
        addEffects(figure, panels[i], rows, static_cast<int>(i), context);
    figure.y.subLabels = countsByCategory(figure, figure.y.categories.size(), &FigurePoint::y, u"pair");
    figure.card = cardOf(options.mode, options.verifiers, panels);
    figure.summary = inWords(figure);
    figure.notes << assertionsNote(options.mode)
                 << QStringLiteral("Each value is the mean difference between tasks with the constraint and their "
                                   "siblings without it; bars are 95 % "
                                   "intervals, cluster-robust with t(G − 1), clusters = pairs of tasks.");
    if (!figure.panels.isEmpty())
        figure.notes << QStringLiteral("p-values are adjusted (Holm) for the constraints of a panel.");
    finishFigure(figure, context);
    if (options.publishedMarks && figure.panels.isEmpty())
        addPublished(figure, rows);
    return figure;
}

} // namespace Decayscope
