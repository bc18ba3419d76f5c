// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "regressiontable.h"

#include <figures/celltext.h>
#include <figures/figuredraft.h>
#include <figures/figurewords.h>

#include <algorithm>
#include <cmath>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

constexpr double greatestLogOdds = 50; ///< Farther away a value is drawn here.
constexpr double axisStep = 10; ///< Percentage points.

/// How estimates are drawn: odds ratios on a logarithmic axis, or percentage points.
struct Scale
{
    bool isLogistic = true;

    [[nodiscard]] double placeOf(double estimate) const
    {
        return isLogistic ? std::exp(std::clamp(estimate, -greatestLogOdds, greatestLogOdds)) : estimate;
    }

    [[nodiscard]] QString words(double estimate) const
    {
        return isLogistic ? cellText(placeOf(estimate), CellKind::Number, 2) : pointsWords(estimate);
    }

    /// Widens an axis by whole steps to hold a value.
    void widen(FigureAxis &axis, double value) const
    {
        if (isLogistic) {
            const double decade = std::pow(10.0, std::floor(std::log10(value)));
            const auto within = [&](double factor) { return factor * decade <= value * (1 + 1e-9); };
            axis.minimum = std::min(axis.minimum, decade * (within(5) ? 5 : within(2) ? 2 : 1));
            axis.maximum = std::max(axis.maximum, decade * (within(5) ? 10 : within(2) ? 5 : 2));
            return;
        }
        axis.minimum = std::min(axis.minimum, axisStep * std::floor(value / axisStep));
        axis.maximum = std::max(axis.maximum, axisStep * std::ceil(value / axisStep));
    }
};

FigureAxis valueAxis(const FittedRegression &regression, const TableContext &context)
{
    const bool isStrict = context.options().mode == ScoreMode::Strict;
    if (regression.kind.isLogistic)
        return {.title = isStrict ? u"Odds ratio of success"_s : u"Odds ratio of passing all tests (raw)"_s,
            .minimum = 0.5,
            .maximum = 2,
            .zeroLine = true,
            .logarithmic = true,
            .kind = CellKind::Number};
    return {.title = isStrict ? u"ΔA% in percentage points"_s : u"ΔA% (raw) in percentage points"_s,
        .minimum = -axisStep,
        .maximum = axisStep,
        .zeroLine = true,
        .kind = CellKind::Points};
}

QString detailOf(const ModelTerm &term, const TermEstimate &estimate, const Scale &scale)
{
    return u"%1 %2, 95 % interval %3 to %4, p %5, %6."_s.arg(
        scale.isLogistic ? u"Odds ratio"_s : u"Difference in percentage points"_s, scale.words(estimate.value),
        scale.words(estimate.interval.low), scale.words(estimate.interval.high),
        cellText(estimate.pValue, CellKind::PValue), countedWords(term.count, u"run"));
}

FigurePoint pointOf(const ModelTerm &term, const TermEstimate &estimate, const Scale &scale, qsizetype place)
{
    FigurePoint point{.x = scale.placeOf(estimate.value),
        .y = static_cast<double>(place),
        .low = scale.placeOf(estimate.interval.low),
        .high = scale.placeOf(estimate.interval.high)};
    point.n = term.count;
    point.detail = detailOf(term, estimate, scale);
    point.runs = term.runs;
    return point;
}

/// The series of a group of terms, which has one colour and marker.
FigureSeries &seriesOf(FigureSpec &figure, TermGroup group)
{
    const QString name = termGroupTitle(group) + u's';
    const auto found = std::ranges::find(figure.series, name, &FigureSeries::name);
    if (found != figure.series.end())
        return *found;
    const auto number = static_cast<int>(figure.series.size());
    return figure.series.emplace_back(
        FigureSeries{.name = name, .color = number, .marker = number, .joined = false, .points = {}});
}

void addTerm(FigureSpec &figure, const ModelTerm &term, const TermEstimate &estimate, const Scale &scale)
{
    const auto point = pointOf(term, estimate, scale, figure.y.categories.size());
    figure.y.categories << term.title;
    for (const double value : {point.x, *point.low, *point.high})
        scale.widen(figure.x, value);
    seriesOf(figure, term.group).points.push_back(point);
}

QString figureInWords(const FigureSpec &figure)
{
    QStringList sentences;
    for (const auto &series : figure.series) {
        for (const auto &point : series.points)
            sentences << figure.y.categories.at(static_cast<qsizetype>(point.y)) % u": " % point.detail;
    }
    return sentences.join(u' ');
}

} // namespace

std::optional<FigureSpec> regressionFigure(const FittedRegression &regression, const TableContext &context)
{
    if (!regression.fit || !regression.fit->converged)
        return std::nullopt;
    const Scale scale{.isLogistic = regression.kind.isLogistic};
    FigureSpec figure{.shape = FigureShape::Forest};
    figure.name = regression.kind.name;
    figure.title = regression.kind.title;
    figure.x = valueAxis(regression, context);
    for (std::size_t i = 0; i < regression.model.terms.size(); ++i) {
        const auto &term = regression.model.terms[i];
        const auto &estimate = regression.fit->terms[i].estimate;
        if (estimate && term.group != TermGroup::Intercept)
            addTerm(figure, term, *estimate, scale);
    }
    if (figure.series.empty())
        return std::nullopt;
    figure.card = regressionCard(regression, context);
    figure.summary = figureInWords(figure);
    figure.notes = regressionNotes(regression);
    finishFigure(figure, context);
    return figure;
}

} // namespace Decayscope
