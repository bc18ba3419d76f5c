// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "colorbar.h"

#include "axisticks.h"
#include "chartstyle.h"
#include "colorscale.h"

#include <QFontMetricsF>
#include <QLinearGradient>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace Decayscope {

namespace {

/// In heights of a line of text.
constexpr double barShare = 0.7;
constexpr double gapShare = 0.25;
constexpr int gradientStops = 33;

/// The bar itself and what stands around it.
struct ColorBarPlaces
{
    QRectF title;
    QRectF bar;
    bool isUpright = false;
};

ColorBarPlaces placesOf(const QRectF &rect, double line, bool isUpright)
{
    ColorBarPlaces places{.title = {}, .bar = {}, .isUpright = isUpright};
    const double bar = line * barShare;
    const double gap = line * gapShare;
    if (places.isUpright) {
        places.title = QRectF(rect.right() - line, rect.top(), line, rect.height());
        places.bar = rect.adjusted(0, line / 2, 0, -line / 2);
        places.bar.setWidth(bar);
        return places;
    }
    places.title = QRectF(rect.left(), rect.top(), rect.width(), line);
    places.bar = QRectF(rect.left(), rect.top() + line + gap, rect.width(), bar);
    return places;
}

AxisScale axisOf(const FigureColorScale &scale)
{
    return {.low = scale.minimum, .high = scale.maximum};
}

void paintColors(QPainter &painter, const ColorBarPlaces &places, const ColorScale &colors, bool asLines)
{
    const auto &bar = places.bar;
    QLinearGradient gradient = places.isUpright ? QLinearGradient(bar.bottomLeft(), bar.topLeft())
                                                : QLinearGradient(bar.topLeft(), bar.topRight());
    const auto &scale = colors.scale();
    for (int i = 0; i < gradientStops; ++i) {
        const double share = static_cast<double>(i) / (gradientStops - 1);
        const double value = std::lerp(scale.minimum, scale.maximum, share);
        gradient.setColorAt(share, asLines ? colors.lineColor(value) : colors.color(value));
    }
    painter.fillRect(bar, gradient);
}

/// As many ticks as stand beside each other without meeting.
std::vector<double> ticksThatFit(
    const FigureColorScale &scale, const QFontMetricsF &metrics, double length, bool isUpright)
{
    constexpr int most = 6;
    std::vector<double> ticks;
    for (int wanted = most; wanted > 0; --wanted) {
        ticks = axisTicks(axisOf(scale), wanted);
        double room = metrics.height() * 1.4;
        for (const double tick : ticks)
            room = std::max(room, isUpright ? 0 : metrics.horizontalAdvance(tickText(tick, ticks, scale.kind)) * 1.5);
        if (room * static_cast<double>(ticks.size()) <= length)
            break;
    }
    return ticks;
}

void paintTicks(QPainter &painter, const QRectF &rect, const ColorBarPlaces &places, const FigureColorScale &scale,
    const QFontMetricsF &metrics)
{
    const double line = metrics.height();
    const double length = places.isUpright ? places.bar.height() : places.bar.width();
    const auto ticks = ticksThatFit(scale, metrics, length, places.isUpright);
    for (const double tick : ticks) {
        const double share = axisOf(scale).shareOf(tick);
        const auto text = tickText(tick, ticks, scale.kind);
        const double width = metrics.horizontalAdvance(text);
        if (places.isUpright) {
            const double y = places.bar.bottom() - share * length;
            painter.drawText(QRectF(places.bar.right() + line * gapShare, y - line / 2, width + 1, line),
                Qt::AlignLeft | Qt::AlignVCenter, text);
            continue;
        }
        const double left = std::clamp(
            places.bar.left() + share * length - width / 2, rect.left(), std::max(rect.left(), rect.right() - width));
        painter.drawText(QRectF(left, places.bar.bottom(), width + 1, line), Qt::AlignLeft | Qt::AlignVCenter, text);
    }
}

void paintTitle(QPainter &painter, const ColorBarPlaces &places, const QString &title, const QFontMetricsF &metrics)
{
    if (!places.isUpright) {
        painter.drawText(places.title, Qt::AlignLeft | Qt::AlignVCenter,
            metrics.elidedText(title, Qt::ElideRight, places.title.width()));
        return;
    }
    const double length = places.title.height();
    painter.save();
    painter.translate(places.title.center());
    painter.rotate(-90);
    painter.drawText(QRectF(-length / 2, -metrics.height() / 2, length, metrics.height()), Qt::AlignCenter,
        metrics.elidedText(title, Qt::ElideRight, length));
    painter.restore();
}

} // namespace

double colorBarThickness(const FigureColorScale &scale, const ChartStyle &style, Qt::Orientation along)
{
    const QFontMetricsF metrics(style.tickFont);
    const double line = metrics.height();
    if (along == Qt::Horizontal)
        return line * (2 + barShare + gapShare);
    const auto ticks = axisTicks(axisOf(scale), 6);
    double widest = 0;
    for (const double tick : ticks)
        widest = std::max(widest, metrics.horizontalAdvance(tickText(tick, ticks, scale.kind)));
    return line * (barShare + 2 * gapShare) + widest + (scale.title.isEmpty() ? 0 : line);
}

void paintColorBar(
    QPainter &painter, const QRectF &rect, const FigureColorScale &scale, const ChartStyle &style, ColorBarLook look)
{
    if (!(scale.maximum > scale.minimum) || rect.isEmpty())
        return;
    const QFontMetricsF metrics(style.tickFont);
    const auto places = placesOf(rect, metrics.height(), look.isUpright);
    painter.save();
    painter.setFont(style.tickFont);
    paintColors(painter, places, ColorScale(scale, style.onDark), look.asLines);
    painter.setPen(style.muted);
    paintTicks(painter, rect, places, scale, metrics);
    paintTitle(painter, places, scale.title, metrics);
    painter.restore();
}

} // namespace Decayscope
