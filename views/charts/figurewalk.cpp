// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figurewalk.h"

#include "figurechart.h"

#include <algorithm>
#include <cmath>

namespace Decayscope {

namespace {

bool isSpatial(FigureShape shape)
{
    return shape == FigureShape::Heat || shape == FigureShape::Lattice || shape == FigureShape::Scatter;
}

std::optional<FigureCursor> firstMark(const FigureSpec &spec)
{
    const auto found
        = std::ranges::find_if(spec.series, [](const FigureSeries &series) { return !series.points.empty(); });
    if (found == spec.series.end())
        return {};
    return FigureCursor{.series = static_cast<std::size_t>(std::distance(spec.series.begin(), found)), .point = 0};
}

/// The next series with points in a direction; the same where there is none.
std::size_t nextSeries(const FigureSpec &spec, std::size_t from, bool isForward)
{
    auto at = from;
    while (isForward ? at + 1 < spec.series.size() : at > 0) {
        at = isForward ? at + 1 : at - 1;
        if (!spec.series[at].points.empty())
            return at;
    }
    return from;
}

FigureCursor ordered(const FigureSpec &spec, FigureCursor at, WalkStep step)
{
    const auto last = spec.series[at.series].points.size() - 1;
    const bool isForward = step == WalkStep::Right || step == WalkStep::Down;
    // Rows of a forest lie below each other: there the points are walked up and down.
    const bool isLevel = step == WalkStep::Left || step == WalkStep::Right;
    if (isLevel != (spec.shape == FigureShape::Forest)) {
        at.point = isForward ? std::min(at.point + 1, last) : at.point - std::min<std::size_t>(at.point, 1);
        return at;
    }
    at.series = nextSeries(spec, at.series, isForward);
    at.point = std::min(at.point, spec.series[at.series].points.size() - 1);
    return at;
}

/// How far a mark lies in a direction, what lies aside counted double; nothing behind or far aside.
std::optional<double> distanceTo(QPointF away, WalkStep step)
{
    const bool isLevel = step == WalkStep::Left || step == WalkStep::Right;
    const double sign = step == WalkStep::Right || step == WalkStep::Down ? 1 : -1;
    const double along = sign * (isLevel ? away.x() : away.y());
    const double aside = std::abs(isLevel ? away.y() : away.x());
    if (along < 0.5 || aside > 2 * along)
        return {};
    return along + 2 * aside;
}

FigureCursor nearest(const FigureChart &chart, FigureCursor from, WalkStep step)
{
    const auto &all = chart.spec().series;
    const auto origin = chart.placeOf(from);
    auto found = from;
    std::optional<double> best;
    for (std::size_t s = 0; s < all.size(); ++s) {
        for (std::size_t p = 0; p < all[s].points.size(); ++p) {
            const auto distance = distanceTo(chart.placeOf({s, p}) - origin, step);
            if (distance && (!best || *distance < *best)) {
                best = distance;
                found = {s, p};
            }
        }
    }
    return found;
}

} // namespace

std::optional<FigureCursor> walked(const FigureChart &chart, std::optional<FigureCursor> from, WalkStep step)
{
    const auto &spec = chart.spec();
    if (!from)
        return firstMark(spec);
    if (step == WalkStep::First)
        return FigureCursor{.series = from->series, .point = 0};
    if (step == WalkStep::Last)
        return FigureCursor{.series = from->series, .point = spec.series[from->series].points.size() - 1};
    return isSpatial(spec.shape) ? nearest(chart, *from, step) : ordered(spec, *from, step);
}

} // namespace Decayscope
