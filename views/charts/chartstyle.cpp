// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chartstyle.h"

#include "chartpalette.h"

#include <widgets/tones.h>

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace Decayscope {

namespace {

constexpr double pointsAPixel = 0.75; ///< 96 pixels and 72 points an inch.
constexpr double thinnest = 0.5; ///< In points: what printers still draw.

QFont paperFont(const QString &family, double units)
{
    QFont font(family);
    font.setPixelSize(std::max(1, qRound(units)));
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setKerning(true);
    return font;
}

} // namespace

ChartStyle ChartStyle::of(const QPalette &palette, const QFont &font)
{
    ChartStyle style{.font = figuresFont(font),
        .tickFont = figuresFont(font),
        .ground = palette.color(QPalette::Base),
        .text = palette.color(QPalette::Text),
        .muted = mutedText(palette),
        .grid = mixed(palette.color(QPalette::Base), palette.color(QPalette::Text), 0.12),
        .focus = palette.color(QPalette::Highlight)};
    style.onDark = isDark(palette);
    return style;
}

ChartStyle ChartStyle::ofLook(const FigureLook &look, double unitsPerPoint)
{
    const QColor white(Qt::white);
    const QColor black(Qt::black);
    ChartStyle style{.font = paperFont(look.font, look.textSize * unitsPerPoint),
        .tickFont = paperFont(look.font, look.tickSize * unitsPerPoint),
        .ground = white,
        .text = black,
        .muted = mixed(black, white, 0.25),
        .grid = mixed(white, black, 0.14),
        .focus = black};
    style.onPaper = true;
    style.unit = unitsPerPoint * pointsAPixel;
    style.textSize = look.textSize * unitsPerPoint;
    style.tickSize = look.tickSize * unitsPerPoint;
    style.hairline = thinnest * unitsPerPoint;
    style.lineWidth = look.lineWidth * unitsPerPoint;
    style.markerRadius = look.markerSize / 2 * unitsPerPoint;
    style.palette = look.palette;
    style.names = look.names;
    style.intervals = look.intervals;
    style.markers = look.markers;
    style.dashes = look.dashes;
    style.counts = look.counts;
    style.title = look.title;
    return style;
}

ChartStyle ChartStyle::finer(double factor) const
{
    auto style = *this;
    for (auto *length :
        {&style.unit, &style.textSize, &style.tickSize, &style.hairline, &style.lineWidth, &style.markerRadius})
        *length *= factor;
    style.font.setPixelSize(std::max(1, qRound(style.textSize)));
    style.tickFont.setPixelSize(std::max(1, qRound(style.tickSize)));
    return style;
}

QColor ChartStyle::seriesColor(int index) const
{
    return chartColor(index, onDark, palette);
}

Qt::PenStyle ChartStyle::linePattern(LineStyle line) const
{
    return dashes ? penStyle(line) : Qt::SolidLine;
}

double ChartStyle::crisp(double at) const
{
    return onPaper ? at : std::floor(at) + 0.5;
}

double lineHeight(const QFont &font)
{
    constexpr double aCapital = 1.8;
    const QFontMetricsF metrics(font);
    return metrics.capHeight() > 0 ? std::min(metrics.height(), metrics.capHeight() * aCapital) : metrics.height();
}

} // namespace Decayscope
