// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figuredraft.h"
#include "figureparts.h"
#include "figurewords.h"
#include "studyfigures.h"
#include "studytables.h"

#include <stats/grouping.h>
#include <stats/tokens.h>

#include <cmath>

namespace Decayscope {

namespace {

constexpr double logarithmicFrom = 20; ///< Times the smallest value.
constexpr double tokensPerPrice = 1e6;

struct Measure
{
    TokenMeasure measure;
    const std::map<QString, TokenPrice> &prices;

    /// Of a run with a count, and with a price where that is asked for.
    [[nodiscard]] double of(const Run &run) const
    {
        const auto input = static_cast<double>(run.tokens->input);
        const auto output = static_cast<double>(run.tokens->output);
        switch (measure) {
        case TokenMeasure::Input:
            return input;
        case TokenMeasure::Output:
            return output;
        case TokenMeasure::Cost:
            break;
        }
        const auto &price = prices.at(run.key.configuration.model);
        return (input * price.input + output * price.output) / tokensPerPrice;
    }

    [[nodiscard]] bool knows(const Run &run) const
    {
        return run.task.kind == TaskKind::Generation && run.task.level() < levelCount && run.tokens
            && (measure != TokenMeasure::Cost || prices.contains(run.key.configuration.model));
    }

    [[nodiscard]] QString title() const
    {
        switch (measure) {
        case TokenMeasure::Input:
            return QStringLiteral("Input tokens a run");
        case TokenMeasure::Output:
            return QStringLiteral("Output tokens a run");
        case TokenMeasure::Cost:
            break;
        }
        return QStringLiteral("Cost a run, in the currency of the prices");
    }

    [[nodiscard]] QString words(double value) const
    {
        return measure == TokenMeasure::Cost ? QString::number(value, 'f', value < 1 ? 4 : 2) : wholeWords(value);
    }
};

/// The runs of one configuration at one level.
struct TokenGroup
{
    std::vector<ClusteredValue> values;
    Numbering<QString> frameworks;
    int estimated = 0;
};

using TokenGroups = std::map<std::pair<Configuration, int>, TokenGroup>;

TokenGroups groupsOf(std::span<const Run> runs, const Measure &measure)
{
    TokenGroups groups;
    for (const auto &run : runs) {
        if (!measure.knows(run))
            continue;
        auto &group = groups[{run.key.configuration, run.task.level()}];
        group.values.push_back({measure.of(run), group.frameworks.of(run.task.framework)});
        group.estimated += run.tokens->estimated ? 1 : 0;
    }
    return groups;
}

QString detailOf(const Estimate &estimate, int estimated, const Measure &measure)
{
    QStringList sentences{QStringLiteral("%1: mean %2 over %3.")
            .arg(measure.title(), measure.words(estimate.mean), countedWords(estimate.n, u"run"))};
    if (estimate.low && estimate.high)
        sentences << QStringLiteral("95 % interval %1 to %2, clusters: %3 frameworks.")
                         .arg(measure.words(std::max(0.0, *estimate.low)), measure.words(*estimate.high))
                         .arg(estimate.clusters);
    else
        sentences << QStringLiteral("No interval: only one framework.");
    if (estimated > 0)
        sentences << QStringLiteral("%1 estimated as characters / 4.").arg(countedWords(estimated, u"run"));
    return sentences.join(u' ');
}

FigurePoint pointOf(const TokenGroup &group, int level, const Measure &measure)
{
    const auto estimate = clusteredMean(group.values).value_or(Estimate{});
    FigurePoint point{.x = static_cast<double>(level), .y = estimate.mean, .low = estimate.low, .high = estimate.high};
    point.n = estimate.n;
    point.hollow = group.estimated > 0;
    point.detail = detailOf(estimate, group.estimated, measure);
    return point;
}

/// 1, 2 or 5 times a power of ten: the next one not below a value (or, downwards, not above).
double niceBound(double value, bool upwards)
{
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    constexpr std::array steps{1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0};
    if (upwards)
        return power * *std::ranges::find_if(steps, [&](double step) { return step * power >= value * (1 - 1e-12); });
    double bound = power;
    for (const auto step : steps) {
        if (step * power <= value * (1 + 1e-12))
            bound = step * power;
    }
    return bound;
}

/// From 0, or logarithmic where values are far apart. Intervals end within the axis.
FigureAxis valueAxis(const FigureSpec &figure, const Measure &measure)
{
    FigureAxis axis{.title = measure.title(), .minimum = 0, .maximum = 1, .kind = CellKind::Number};
    double least = 0;
    double most = 0;
    for (const auto &series : figure.series) {
        for (const auto &point : series.points) {
            if (point.y > 0 && (least == 0 || point.y < least))
                least = point.y;
            most = std::max({most, point.y, point.high.value_or(point.y)});
        }
    }
    if (!(most > 0) || !std::isfinite(most))
        return axis;
    axis.maximum = niceBound(most, true);
    axis.logarithmic = most > logarithmicFrom * least;
    if (axis.logarithmic)
        axis.minimum = niceBound(least, false);
    return axis;
}

QString inWords(const FigureSpec &figure, const Measure &measure)
{
    QStringList sentences;
    for (const auto &series : figure.series) {
        QStringList words;
        for (const auto &point : series.points)
            words << measure.words(point.y) % u" at " % levelWords(static_cast<int>(point.x));
        sentences << seriesHeading(figure, series) % words.join(u", ") % u'.';
    }
    return sentences.isEmpty() ? QString() : QString(measure.title() % u". " % sentences.join(u' '));
}

/// Models that have runs with counts but no price.
QStringList withoutPrice(std::span<const Run> runs, const Measure &measure)
{
    std::set<QString> models;
    for (const auto &run : runs) {
        const auto &model = run.key.configuration.model;
        if (measure.measure == TokenMeasure::Cost && run.tokens && !measure.prices.contains(model))
            models.insert(model);
    }
    return {models.begin(), models.end()};
}

std::optional<Error> priceRefusal(const TableContext &context, const Measure &measure)
{
    if (measure.measure != TokenMeasure::Cost)
        return {};
    for (const auto &[model, price] : measure.prices) {
        if (!std::isfinite(price.input) || !std::isfinite(price.output) || price.input < 0 || price.output < 0)
            return Error{.kind = ErrorKind::InvalidInput,
                .message = QStringLiteral("The price of \"%1\" is no amount of money. Give 0 or more a million tokens.")
                    .arg(model)};
    }
    const auto missing = withoutPrice(context.runs(), measure);
    const bool anyKnown = std::ranges::any_of(context.runs(), [&](const Run &run) { return measure.knows(run); });
    if (anyKnown || missing.isEmpty())
        return {};
    return Error{.kind = ErrorKind::InvalidInput,
        .message = QStringLiteral("What runs cost needs prices a million tokens. There is none for %1.")
            .arg(missing.join(u", "))};
}

QStringList tokensNotes(const TableContext &context, const Measure &measure)
{
    auto notes = tokenNotes(tokenUse(context.runs()), false);
    if (measure.measure == TokenMeasure::Cost) {
        QStringList prices;
        for (const auto &[model, price] : measure.prices)
            prices << QStringLiteral("%1 %2 and %3").arg(model).arg(price.input).arg(price.output);
        notes << QStringLiteral("Prices a million tokens, input and output: %1.").arg(prices.join(u"; "));
    }
    if (const auto missing = withoutPrice(context.runs(), measure); !missing.isEmpty())
        notes << QStringLiteral("Left out for want of a price: %1.").arg(missing.join(u", "));
    notes << QStringLiteral("Bands: 95 % interval of the mean over runs, cluster-robust with t(G − 1), clusters = "
                            "frameworks; none for fewer than two frameworks.")
          << QStringLiteral("A hollow marker is a mean in which tokens of at least one run are estimated.");
    return notes;
}

} // namespace

Result<FigureSpec> tokensFigure(const StudySnapshot &study, const FigureRequest &request)
{
    const TableContext context(study, contextOptions(request));
    const Measure measure{.measure = request.tokens, .prices = request.prices};
    if (auto refused = priceRefusal(context, measure))
        return std::unexpected(std::move(*refused));
    auto figure = startedFigure(u"tokens", FigureShape::Curves);
    figure.hollowMeaning = QStringLiteral("tokens of at least one run are estimated");
    const auto parts = figureParts(context, request.facet);
    addPanels(figure, parts);
    for (std::size_t panel = 0; panel < parts.size(); ++panel) {
        const auto groups = groupsOf(parts[panel].runs, measure);
        for (const auto &configuration : configurationsInOrder(study, parts[panel].runs)) {
            auto series = styledSeries(study, configuration, static_cast<int>(panel));
            for (int level = 0; level < levelCount; ++level) {
                const auto group = groups.find({configuration, level});
                if (group == groups.end())
                    continue;
                series.points.push_back(pointOf(group->second, level, measure));
                series.points.back().runs = intersected(
                    intersected(context.runsOf(configuration), parts[panel].filter), RunFilter{.levels = {level}});
            }
            if (!series.points.empty())
                figure.series.push_back(std::move(series));
        }
    }
    figure.x = levelAxis();
    figure.x.subLabels = countsByCategory(figure, levelCount, &FigurePoint::x, u"run");
    figure.y = valueAxis(figure, measure);
    figure.card = {.estimator = u"means over runs: " % measure.title().toLower(),
        .interval = frameworksIntervalPhrase(),
        .unit = QStringLiteral("runs")};
    if (const auto missing = withoutPrice(context.runs(), measure); !missing.isEmpty())
        figure.card.exclusions << u"models without a price: " % missing.join(u", ");
    figure.notes << tokensNotes(context, measure);
    figure.summary = inWords(figure, measure);
    finishFigure(figure, context);
    return figure;
}

} // namespace Decayscope
