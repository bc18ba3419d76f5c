// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "celltext.h"
#include "figurebuilder.h"
#include "published.h"
#include "studytables.h"
#include "tablecontext.h"

#include <stats/marginaleffects.h>

#include <algorithm>
#include <cmath>

namespace Decayscope {

namespace {

constexpr double axisStep = 10;

QString points(double value)
{
    return cellText(value, CellKind::Points).replace(u'-', QChar(0x2212));
}

QString detailOf(const MarginalEffect &effect)
{
    QStringList sentences;
    sentences << QStringLiteral("Mean %1 percentage points over %2 pairs%3.")
                     .arg(points(effect.effect.mean))
                     .arg(effect.effect.n)
                     .arg(effect.standardError
                             ? QStringLiteral(", SEM %1").arg(cellText(*effect.standardError, CellKind::Number))
                             : QString());
    if (effect.effect.low && effect.effect.high) {
        sentences << QStringLiteral("95 % interval %1 to %2, %3 clusters.")
                         .arg(points(*effect.effect.low), points(*effect.effect.high))
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

void addPublished(FigureSpec &figure, const std::vector<MarginalEffect> &effects)
{
    for (const auto &published : publishedStudy().effects) {
        const auto row = std::ranges::find(effects, published.constraint, &MarginalEffect::constraint);
        if (row == effects.end())
            continue;
        figure.references.push_back({.name = constraintTitle(published.constraint) + u", published",
            .x = published.mean,
            .y = static_cast<double>(row - effects.begin()),
            .low = published.mean - published.standardError,
            .high = published.mean + published.standardError});
        widen(figure.x, *figure.references.back().low);
        widen(figure.x, *figure.references.back().high);
    }
    if (!figure.references.empty())
        figure.notes << QStringLiteral("Published marks: mean ± SEM from %1.").arg(publishedStudy().source);
}

void addEffect(FigureSpec &figure, const MarginalEffect &effect, const TableContext &context)
{
    auto &series = figure.series.front();
    series.points.push_back({.x = effect.effect.mean,
        .y = static_cast<double>(figure.y.categories.size()),
        .low = effect.effect.low,
        .high = effect.effect.high,
        .n = effect.effect.n,
        .detail = detailOf(effect),
        .runs = context.runsOf({.only = effect.runs})});
    figure.y.categories << constraintTitle(effect.constraint);
    figure.y.subLabels << QStringLiteral("n = %1 pairs").arg(effect.effect.n);
    for (const auto &value : {std::optional(effect.effect.mean), effect.effect.low, effect.effect.high}) {
        if (value)
            widen(figure.x, *value);
    }
}

} // namespace

FigureSpec marginalEffectsFigure(const StudySnapshot &study, const MarginalEffectsFigureOptions &options)
{
    const TableContext context(study, {.filter = options.filter, .mode = options.mode, .verifiers = options.verifiers});
    FigureSpec figure{.name = QStringLiteral("marginal-effects"),
        .title = QStringLiteral("Marginal effects of the constraints"),
        .shape = FigureShape::Forest};
    figure.x = {.title = QStringLiteral("ΔA% in percentage points"),
        .minimum = -axisStep,
        .maximum = axisStep,
        .zeroLine = true};
    figure.series.push_back({.name = QStringLiteral("Marginal effect"), .joined = false});
    const auto effects = marginalEffects(context.runs(), options.mode);
    QStringList sentences;
    for (const auto &effect : effects) {
        addEffect(figure, effect, context);
        sentences << constraintTitle(effect.constraint) % u": " % figure.series.front().points.back().detail;
    }
    figure.summary = sentences.join(u' ');
    figure.notes << assertionsNote(options.mode)
                 << QStringLiteral("Each value is the mean difference between tasks with the constraint and their "
                                   "siblings without it; bars are 95 % "
                                   "intervals, cluster-robust with t(G − 1), clusters = pairs of tasks.")
                 << context.commonNotes();
    if (options.publishedMarks)
        addPublished(figure, effects);
    return figure;
}

} // namespace Decayscope
