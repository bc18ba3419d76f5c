// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysisparts.h"

#include <algorithm>
#include <cmath>

namespace Decayscope {

namespace {

constexpr double axisStep = 5;
constexpr qsizetype mostNames = 8;

} // namespace

TableOptions analysisOptions(const AnalysisRequest &request)
{
    return {.filter = request.filter,
        .mode = request.mode,
        .verifiers = request.verifiers,
        .labels = {},
        .by = {},
        .against = {}};
}

FigureSpec startedAnalysisFigure(const AnalysisInfo &info, FigureShape shape)
{
    FigureSpec figure{.shape = shape};
    figure.name = info.name;
    figure.title = info.title;
    figure.hollowMeaning = QStringLiteral("planned tasks or runs are missing");
    return figure;
}

QString adjustmentTitle(Adjustment adjustment)
{
    switch (adjustment) {
    case Adjustment::Holm:
        return QStringLiteral("Holm");
    case Adjustment::BenjaminiHochberg:
        return QStringLiteral("Benjamini and Hochberg");
    case Adjustment::None:
        break;
    }
    return QStringLiteral("not adjusted");
}

QString adjustedTitle(Adjustment adjustment)
{
    return u"p (" % (adjustment == Adjustment::BenjaminiHochberg ? QStringLiteral("BH") : adjustmentTitle(adjustment))
        % u')';
}

QString adjustmentPhrase(Adjustment adjustment, QStringView family)
{
    if (adjustment == Adjustment::None)
        return QStringLiteral("not adjusted for the number of tests");
    return QStringLiteral("adjusted (%1) for %2").arg(adjustmentTitle(adjustment), family);
}

QString shortList(const QStringList &names, QStringView otherwise)
{
    if (names.isEmpty())
        return otherwise.toString();
    if (names.size() <= mostNames)
        return names.join(listSeparator);
    return QStringLiteral("%1 … (%2 more)")
        .arg(names.first(mostNames).join(listSeparator))
        .arg(names.size() - mostNames);
}

EstimatorCard withoutDraws(EstimatorCard card)
{
    card.resamples = 0;
    card.seed.reset();
    return card;
}

FigureAxis pointsAxis(const QString &title)
{
    return {.title = title, .minimum = -axisStep, .maximum = axisStep, .zeroLine = true, .kind = CellKind::Points};
}

void widenBy(FigureAxis &axis, const FigurePoint &point)
{
    for (const auto &value : {std::optional(point.x), point.low, point.high}) {
        if (!value)
            continue;
        axis.minimum = std::min(axis.minimum, axisStep * std::floor(*value / axisStep));
        axis.maximum = std::max(axis.maximum, axisStep * std::ceil(*value / axisStep));
    }
}

std::optional<double> meanIn(const std::optional<Estimate> &estimate)
{
    return estimate ? std::optional(estimate->mean) : std::nullopt;
}

std::optional<double> lowIn(const std::optional<Estimate> &estimate)
{
    return estimate ? estimate->low : std::nullopt;
}

std::optional<double> highIn(const std::optional<Estimate> &estimate)
{
    return estimate ? estimate->high : std::nullopt;
}

} // namespace Decayscope
