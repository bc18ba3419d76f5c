// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figurelayout.h"

#include "labellayout.h"

#include <widgets/spacing.h>

#include <QFontMetricsF>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace Decayscope {

namespace {

/// Beyond the first and last category, in categories.
constexpr double curvesMargin = 0.12;
constexpr double forestMargin = 0.6;
constexpr double stackedMargin = 0.55;
constexpr double barWidth = 0.7; ///< Of a stacked figure, in categories.
constexpr double longestLabelShare = 0.34;

bool isForest(const FigureSpec &spec)
{
    return spec.shape == FigureShape::Forest;
}

double marginOf(FigureShape shape)
{
    switch (shape) {
    case FigureShape::Curves:
    case FigureShape::Slope:
    case FigureShape::Scatter:
        return curvesMargin;
    case FigureShape::Forest:
        return forestMargin;
    case FigureShape::Stacked:
    case FigureShape::Dots:
    case FigureShape::Heat:
    case FigureShape::Lattice:
        break;
    }
    return stackedMargin;
}

double widest(const QFontMetricsF &metrics, const QStringList &texts)
{
    double width = 0;
    for (const auto &text : texts)
        width = std::max(width, metrics.horizontalAdvance(text));
    return width;
}

} // namespace

double roundStep(double span, int most)
{
    if (!(span > 0) || most < 1)
        return 1;
    const double rough = span / most;
    const double magnitude = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * magnitude >= rough * 0.999)
            return factor * magnitude;
    }
    return 10 * magnitude;
}

FigureLayout::FigureLayout(const FigureSpec &spec, const ChartStyle &style, QSizeF size)
    : m_spec(spec)
{
    const auto &categories = isForest(spec) ? spec.y.categories : spec.x.categories;
    const auto &values = isForest(spec) ? spec.x : spec.y;
    const double margin = marginOf(spec.shape);
    const Range category{-margin, std::max(1.0, static_cast<double>(categories.size())) - 1 + margin};
    const Range value{values.minimum, std::max(values.maximum, values.minimum + 1e-9)};
    m_x = isForest(spec) ? value : category;
    m_y = isForest(spec) ? category : value;
    placePlot(style, size);
    placeLabels(style, size);
}

void FigureLayout::placePlot(const ChartStyle &style, QSizeF size)
{
    const QFontMetricsF metrics(style.font);
    const double line = metrics.height();
    const auto &value = isForest(m_spec) ? m_spec.x : m_spec.y;
    m_step = roundStep(value.maximum - value.minimum, isForest(m_spec) ? 6 : 5);
    double left = metrics.horizontalAdvance(QStringLiteral("−100")) + Spacing::normal;
    double right = Spacing::wide;
    double top = m_spec.y.title.isEmpty() ? line / 2 + Spacing::tight : line * 1.5 + Spacing::normal;
    double bottom = line + Spacing::normal + (m_spec.x.title.isEmpty() ? 0 : line + Spacing::tight);
    if (isForest(m_spec)) {
        left = std::min(size.width() * 0.4, widest(metrics, m_spec.y.categories) + Spacing::wide);
        right = m_spec.y.subLabels.isEmpty() ? Spacing::wide : widest(metrics, m_spec.y.subLabels) + Spacing::wide;
        top = line / 2 + Spacing::tight;
    } else {
        bottom += m_spec.x.subLabels.isEmpty() ? 0 : line;
        QStringList names;
        for (const auto &series : m_spec.series)
            names << series.name;
        right = std::min(size.width() * longestLabelShare, widest(metrics, names) + Spacing::section + Spacing::normal);
    }
    m_plot = QRectF(QPointF(left, top),
        QPointF(std::max(left + 1, size.width() - right), std::max(top + 1, size.height() - bottom)));
}

void FigureLayout::placeLabels(const ChartStyle &style, QSizeF size)
{
    if (isForest(m_spec))
        return;
    const QFontMetricsF metrics(style.font);
    std::vector<double> wanted;
    for (std::size_t i = 0; i < m_spec.series.size(); ++i) {
        const auto &series = m_spec.series[i];
        if (series.points.empty())
            continue;
        auto anchor = position({i, series.points.size() - 1});
        if (m_spec.shape == FigureShape::Stacked)
            anchor.setX(segment({i, series.points.size() - 1}).right());
        m_labels.push_back({.series = i, .anchor = anchor, .rect = {}, .text = series.name});
        wanted.push_back(anchor.y());
    }
    const double height = metrics.height() + 1;
    const auto centres = spreadLabels(wanted, height, m_plot.top() - height / 2, m_plot.bottom() + height);
    const double left = m_plot.right() + Spacing::wide;
    const double width = std::max(1.0, size.width() - left - Spacing::tight);
    for (std::size_t i = 0; i < m_labels.size(); ++i) {
        m_labels[i].rect = QRectF(left, centres[i] - height / 2, width, height);
        m_labels[i].text = metrics.elidedText(m_labels[i].text, Qt::ElideRight, width);
    }
}

std::vector<double> FigureLayout::valueTicks() const
{
    const auto range = isForest(m_spec) ? m_x : m_y;
    std::vector<double> ticks;
    for (double i = std::ceil(range.low / m_step - 1e-9); i * m_step <= range.high + 1e-9 * m_step; ++i)
        ticks.push_back(i * m_step);
    return ticks;
}

QPointF FigureLayout::position(double x, double y) const
{
    const double across = (x - m_x.low) / (m_x.high - m_x.low);
    const double up = (y - m_y.low) / (m_y.high - m_y.low);
    return {m_plot.left() + across * m_plot.width(),
        isForest(m_spec) ? m_plot.top() + up * m_plot.height() : m_plot.bottom() - up * m_plot.height()};
}

QPointF FigureLayout::position(FigureCursor cursor) const
{
    const auto &point = m_spec.series[cursor.series].points[cursor.point];
    if (m_spec.shape == FigureShape::Stacked)
        return position(point.x, point.base + point.y / 2);
    return position(point.x, point.y + (isForest(m_spec) ? seriesOffset(cursor.series) : 0));
}

QRectF FigureLayout::segment(FigureCursor cursor) const
{
    const auto &point = m_spec.series[cursor.series].points[cursor.point];
    return {position(point.x - barWidth / 2, point.base + point.y), position(point.x + barWidth / 2, point.base)};
}

std::optional<FigureCursor> FigureLayout::segmentAt(QPointF at) const
{
    for (std::size_t s = 0; s < m_spec.series.size(); ++s) {
        for (std::size_t p = 0; p < m_spec.series[s].points.size(); ++p) {
            if (m_spec.series[s].points[p].y > 0 && segment({s, p}).contains(at))
                return FigureCursor{s, p};
        }
    }
    return {};
}

std::optional<FigureCursor> FigureLayout::nearest(QPointF at, double radius) const
{
    if (m_spec.shape == FigureShape::Stacked)
        return segmentAt(at);
    std::optional<FigureCursor> found;
    double best = radius;
    for (std::size_t s = 0; s < m_spec.series.size(); ++s) {
        for (std::size_t p = 0; p < m_spec.series[s].points.size(); ++p) {
            const auto away = position({s, p}) - at;
            const double distance = std::hypot(away.x(), away.y());
            if (distance <= best) {
                best = distance;
                found = {s, p};
            }
        }
    }
    return found;
}

double FigureLayout::seriesOffset(std::size_t series) const
{
    constexpr double spread = 0.5;
    const auto count = static_cast<double>(m_spec.series.size());
    return count < 2 ? 0 : (static_cast<double>(series) - (count - 1) / 2) * spread / count;
}

} // namespace Decayscope
