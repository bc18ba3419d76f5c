// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "directnames.h"

#include "figurelayout.h"
#include "labellayout.h"
#include "shapetraits.h"
#include "stackedsegment.h"

#include <widgets/spacing.h>

#include <QFontMetricsF>

#include <algorithm>

namespace Decayscope {

namespace {

/// The point of a series that is named: the last, or of slope graphs the one at that side.
const FigurePoint *namedPoint(const FigureSpec &spec, const FigureSeries &series, bool isLeft)
{
    if (series.points.empty())
        return nullptr;
    if (spec.shape != FigureShape::Slope)
        return &series.points.back();
    const auto found
        = std::ranges::find_if(series.points, [isLeft](const FigurePoint &point) { return (point.x < 0.5) == isLeft; });
    return found == series.points.end() ? nullptr : &*found;
}

QString textOf(const FigureSpec &spec, const QString &name, double value, const DirectNames &wanted)
{
    if (spec.shape != FigureShape::Slope)
        return name;
    auto shown = valueText(value, spec.y.kind);
    if (!wanted.withNames)
        return shown;
    return wanted.isLeft ? QString(name % u"  " % shown) : QString(shown % u"  " % name);
}

std::size_t signNamed(const FigureLayout &layout, const QString &name)
{
    const auto &signs = layout.signs();
    const auto found
        = std::ranges::find_if(signs, [&](const SeriesSign &sign) { return sign.name == name && !sign.isReference; });
    return static_cast<std::size_t>(std::distance(signs.begin(), found));
}

void addShown(const FigureLayout &layout, const DirectNames &wanted, std::vector<NamePlace> &places)
{
    const auto &spec = layout.spec();
    for (std::size_t s = 0; s < spec.series.size(); ++s) {
        const auto *point = namedPoint(spec, spec.series[s], wanted.isLeft);
        const auto sign = signNamed(layout, spec.series[s].name);
        if (!point || sign == layout.signs().size() || &layout.frameOf(s) != &wanted.frame)
            continue;
        const auto index = static_cast<std::size_t>(point - spec.series[s].points.data());
        auto anchor = layout.position({s, index});
        if (spec.shape == FigureShape::Stacked)
            anchor.setX(stackedSegment(wanted.frame, *point).right());
        places.push_back({.sign = sign,
            .text = textOf(spec, spec.series[s].name, point->y, wanted),
            .rect = {},
            .anchor = anchor,
            .sample = {},
            .isLeftOfMark = wanted.isLeft});
    }
}

void addHidden(const FigureLayout &layout, const DirectNames &wanted, std::vector<NamePlace> &places)
{
    for (std::size_t i = 0; i < layout.signs().size(); ++i) {
        if (layout.signs()[i].isHidden && wanted.withNames && !wanted.isLeft)
            places.push_back({.sign = i, .text = layout.signs()[i].name, .rect = {}, .anchor = {}, .sample = {}});
    }
}

/// Values outside the panel keep their name beside it, but no leader.
void dropFarAnchors(const QRectF &plot, std::vector<NamePlace> &places)
{
    for (auto &place : places) {
        if (place.anchor && (place.anchor->y() < plot.top() - 1e-6 || place.anchor->y() > plot.bottom() + 1e-6))
            place.anchor.reset();
    }
}

} // namespace

std::vector<NamePlace> directNames(const FigureLayout &layout, const DirectNames &wanted)
{
    const auto &style = layout.style();
    const auto &plot = wanted.frame.plot;
    const QFontMetricsF metrics(style.font);
    const double line = lineHeight(style.font);
    const double height = line * 1.04;
    std::vector<NamePlace> places;
    places.reserve(layout.signs().size());
    addShown(layout, wanted, places);
    addHidden(layout, wanted, places);
    std::vector<double> heights;
    heights.reserve(places.size());
    for (const auto &place : places)
        heights.push_back(place.anchor ? std::clamp(place.anchor->y(), plot.top(), plot.bottom()) : plot.bottom());
    const auto centres = spreadLabels(heights, height, plot.top() - height / 2, plot.bottom() + height / 2);
    const double away = style.gap(Spacing::wide);
    const double outer = wanted.isLeft ? std::max(layout.bounds().left(), plot.left() - wanted.width)
                                       : std::min(layout.bounds().right(), plot.right() + wanted.width);
    const double width = std::max(1.0, std::abs(outer - (wanted.isLeft ? plot.left() : plot.right())) - away);
    for (std::size_t i = 0; i < places.size(); ++i) {
        const double left = wanted.isLeft ? plot.left() - away - width : plot.right() + away;
        places[i].rect = QRectF(left, centres[i] - line / 2, width, line);
        places[i].text = metrics.elidedText(places[i].text, Qt::ElideRight, width + 0.01 * height);
    }
    dropFarAnchors(plot, places);
    return places;
}

} // namespace Decayscope
