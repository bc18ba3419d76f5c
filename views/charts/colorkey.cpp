// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "colorkey.h"

#include "chartstyle.h"
#include "colorbar.h"
#include "keysigns.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

namespace Decayscope {

namespace {

/// All in heights of a line of text.
constexpr double betweenBars = 1.4;
constexpr double longestBar = 16;
constexpr double shortestBar = 7;
constexpr double sampleWidth = 1.3;
constexpr double sampleGap = 0.4;
constexpr double betweenSamples = 1.0;

QString keyText(const char *text)
{
    return QCoreApplication::translate("Decayscope::ColorKey", text);
}

bool hasPoint(const FigureSpec &spec, auto &&matches)
{
    return std::ranges::any_of(
        spec.series, [&](const FigureSeries &series) { return std::ranges::any_of(series.points, matches); });
}

/// Whether a heat map has cells without a point.
bool hasEmptyCells(const FigureSpec &spec)
{
    std::set<std::tuple<int, double, double>> filled;
    for (const auto &series : spec.series) {
        for (const auto &point : series.points) {
            if (std::isfinite(point.x) && std::isfinite(point.y))
                filled.emplace(spec.panels.isEmpty() ? 0 : series.panel, point.x, point.y);
        }
    }
    const auto panels = static_cast<double>(std::max<qsizetype>(1, spec.panels.size()));
    const auto cells
        = static_cast<double>(spec.x.categories.size()) * static_cast<double>(spec.y.categories.size()) * panels;
    return static_cast<double>(filled.size()) < cells;
}

/// Edges of several series differ in their dashes.
std::vector<ColorKeySample> edgeSamples(const FigureSpec &spec)
{
    std::vector<ColorKeySample> samples;
    for (const auto &series : spec.series) {
        const bool isOfEdges
            = std::ranges::any_of(series.points, [](const FigurePoint &point) { return point.end.has_value(); });
        const ColorKeySample sample{.sign = ColorKeySample::Sign::Line, .name = series.name, .line = series.line};
        if (isOfEdges && !std::ranges::contains(samples, sample))
            samples.push_back(sample);
    }
    if (samples.size() < 2)
        samples.clear();
    return samples;
}

std::vector<FigureColorScale> scalesOf(const FigureSpec &spec)
{
    std::vector<FigureColorScale> scales;
    if (spec.shape == FigureShape::Lattice)
        scales.push_back(spec.nodeColor);
    scales.push_back(spec.color);
    return scales;
}

/// Where bars and samples stand in a key that begins at (0, 0).
struct KeyPlaces
{
    std::vector<QRectF> bars;
    std::vector<QRectF> samples;
    double thickness = 0;
};

double widestSample(const std::vector<ColorKeySample> &samples, const QFontMetricsF &metrics)
{
    double widest = 0;
    for (const auto &sample : samples)
        widest = std::max(widest, metrics.horizontalAdvance(sample.name));
    return widest + metrics.height() * (sampleWidth + sampleGap);
}

/// Samples in columns from (left, top) on.
void flow(KeyPlaces &places, QPointF at, double width, std::size_t columns, std::size_t count, double line)
{
    for (std::size_t i = 0; i < count; ++i)
        places.samples.emplace_back(at.x() + static_cast<double>(i % columns) * (width + line * betweenSamples),
            at.y() + static_cast<double>(i / columns) * line, width, line);
    places.thickness = std::max(places.thickness, places.samples.back().bottom());
}

std::size_t columnsIn(double room, double width, double line)
{
    return static_cast<std::size_t>(
        std::clamp((room + line * betweenSamples) / (width + line * betweenSamples), 0.0, 100.0));
}

KeyPlaces levelPlaces(const FigureSpec &spec, const ChartStyle &style, double length)
{
    const QFontMetricsF metrics(style.tickFont);
    const double line = metrics.height();
    const auto scales = scalesOf(spec);
    const auto samples = colorKeySamples(spec);
    const auto count = static_cast<double>(scales.size());
    const double share = (length - (count - 1) * line * betweenBars) / count;
    KeyPlaces places{.bars = {}, .samples = {}, .thickness = colorBarThickness(spec.color, style, Qt::Horizontal)};
    double right = 0;
    for (const auto &scale : scales) {
        const double wanted = std::max({metrics.horizontalAdvance(scale.title) + 1, length * 0.28, line * shortestBar});
        const double width = std::clamp(std::min(wanted, share), 1.0, std::max(1.0, line * longestBar));
        places.bars.emplace_back(right, 0, width, places.thickness);
        right += width + line * betweenBars;
    }
    if (samples.empty())
        return places;
    const double width = std::min(widestSample(samples, metrics), length);
    const auto beside = columnsIn(length - right, width, line);
    const auto rowsThatFit = static_cast<std::size_t>(places.thickness / line + 0.1);
    if (beside * rowsThatFit >= samples.size())
        flow(places, {right, 0}, width, (samples.size() + rowsThatFit - 1) / rowsThatFit, samples.size(), line);
    else
        flow(places, {0, places.thickness + line * 0.3}, width,
            std::max<std::size_t>(1, columnsIn(length, width, line)), samples.size(), line);
    return places;
}

KeyPlaces uprightPlaces(const FigureSpec &spec, const ChartStyle &style, double length)
{
    const QFontMetricsF metrics(style.tickFont);
    const double line = metrics.height();
    const auto samples = colorKeySamples(spec);
    const double bar = colorBarThickness(spec.color, style, Qt::Vertical);
    KeyPlaces places{.bars = {}, .samples = {}, .thickness = bar};
    const double below = static_cast<double>(samples.size()) * line;
    const double height = std::clamp(length - below - line * 0.5, 1.0, std::max(1.0, line * longestBar));
    places.bars.emplace_back(0, 0, bar, height);
    if (samples.empty())
        return places;
    places.thickness = std::max(bar, widestSample(samples, metrics));
    for (std::size_t i = 0; i < samples.size(); ++i)
        places.samples.emplace_back(0, height + line * 0.5 + static_cast<double>(i) * line, places.thickness, line);
    return places;
}

KeyPlaces placesOf(const FigureSpec &spec, const ChartStyle &style, Qt::Orientation along, double length)
{
    return along == Qt::Horizontal ? levelPlaces(spec, style, length) : uprightPlaces(spec, style, length);
}

void paintSign(QPainter &painter, const QRectF &rect, const ColorKeySample &sample, const ChartStyle &style)
{
    const double side = std::min(rect.height() * 0.65, rect.width());
    const QRectF box(rect.left(), rect.center().y() - side / 2, side, side);
    switch (sample.sign) {
    case ColorKeySample::Sign::Empty:
        paintEmptySign(painter, box, style);
        break;
    case ColorKeySample::Sign::Incomplete:
        painter.setPen(QPen(style.muted, style.hairline));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(box);
        paintFold(painter, box, style.text, style);
        break;
    case ColorKeySample::Sign::Line:
        painter.setPen(QPen(style.text, style.lineWidth, style.linePattern(sample.line), Qt::FlatCap));
        painter.drawLine(QPointF(rect.left(), rect.center().y()), QPointF(rect.right(), rect.center().y()));
        break;
    case ColorKeySample::Sign::Rise:
        paintArrow(painter, QLineF(rect.left(), rect.center().y(), rect.right(), rect.center().y()),
            {.color = style.text, .width = style.lineWidth, .isOpen = true}, style);
        break;
    }
}

void paintSample(QPainter &painter, const QRectF &rect, const ColorKeySample &sample, const ChartStyle &style)
{
    const QFontMetricsF metrics(style.tickFont);
    const double line = metrics.height();
    paintSign(painter, QRectF(rect.left(), rect.top(), line * sampleWidth, line), sample, style);
    const auto text = rect.adjusted(line * (sampleWidth + sampleGap), 0, 0, 0);
    painter.setPen(style.muted);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip,
        metrics.elidedText(sample.name, Qt::ElideRight, text.width() + 1));
}

} // namespace

std::vector<ColorKeySample> colorKeySamples(const FigureSpec &spec)
{
    using Sign = ColorKeySample::Sign;
    std::vector<ColorKeySample> samples;
    if (spec.shape == FigureShape::Heat && hasEmptyCells(spec))
        samples.push_back({.sign = Sign::Empty, .name = keyText(QT_TRANSLATE_NOOP("Decayscope::ColorKey", "no data"))});
    if (hasPoint(spec, [](const FigurePoint &point) { return point.hollow && !point.end; }))
        samples.push_back(
            {.sign = Sign::Incomplete, .name = keyText(QT_TRANSLATE_NOOP("Decayscope::ColorKey", "incomplete"))});
    if (spec.shape != FigureShape::Lattice)
        return samples;
    if (hasPoint(spec, [](const FigurePoint &point) { return point.end && point.value.value_or(0) > 0; }))
        samples.push_back({.sign = Sign::Rise, .name = keyText(QT_TRANSLATE_NOOP("Decayscope::ColorKey", "rises"))});
    for (auto &edges : edgeSamples(spec))
        samples.push_back(std::move(edges));
    return samples;
}

double colorKeyThickness(const FigureSpec &spec, const ChartStyle &style, Qt::Orientation along, double length)
{
    return placesOf(spec, style, along, length).thickness;
}

void paintColorKey(QPainter &painter, const QRectF &rect, const FigureSpec &spec, const ChartStyle &style)
{
    if (rect.isEmpty())
        return;
    const bool isUpright = rect.height() > rect.width();
    const auto places
        = placesOf(spec, style, isUpright ? Qt::Vertical : Qt::Horizontal, isUpright ? rect.height() : rect.width());
    const auto scales = scalesOf(spec);
    const auto samples = colorKeySamples(spec);
    painter.save();
    painter.setFont(style.tickFont);
    for (std::size_t i = 0; i < scales.size(); ++i)
        paintColorBar(painter, places.bars[i].translated(rect.topLeft()), scales[i], style,
            {.isUpright = isUpright, .asLines = scales[i].diverging && spec.shape == FigureShape::Lattice});
    for (std::size_t i = 0; i < samples.size(); ++i)
        paintSample(painter, places.samples[i].translated(rect.topLeft()), samples[i], style);
    painter.restore();
}

} // namespace Decayscope
