// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/configuration.h>
#include <publishing/figurelook.h>

#include <QColor>
#include <QFont>
#include <QPalette>

namespace Decayscope {

/// How a figure is drawn, wherever it is drawn. Lengths are in the painter's units.
struct ChartStyle
{
    QFont font; ///< Titles, names of series, texts at marks.
    QFont tickFont; ///< Ticks, categories, counts, legends.
    QColor ground;
    QColor text;
    QColor muted;
    QColor grid;
    QColor focus;
    bool onDark = false;
    bool onPaper = false;
    double unit = 1; ///< The painter's units a device-independent pixel: every distance is multiplied by it.
    double textSize = 0; ///< On paper: height of the fonts; screens have what the desktop says.
    double tickSize = 0;
    double hairline = 1; ///< Thinnest line: grids, leaders.
    double lineWidth = 2.0;
    double markerRadius = 4.0;
    SeriesPalette palette = SeriesPalette::Okabe;
    SeriesNames names = SeriesNames::Direct;
    IntervalDrawing intervals = IntervalDrawing::AsShape;
    bool markers = true;
    bool dashes = true;
    bool counts = true;
    bool title = false;

    /// The style of a window with this palette and font.
    [[nodiscard]] static ChartStyle of(const QPalette &palette, const QFont &font);

    /// The style of paper for a painter with so many units a point (1/72 inch).
    [[nodiscard]] static ChartStyle ofLook(const FigureLook &look, double unitsPerPoint);

    /// The same in units `factor` times finer. Only on paper: the fonts of screens have no size in units.
    [[nodiscard]] ChartStyle finer(double factor) const;

    [[nodiscard]] QColor seriesColor(int index) const;

    /// How a series' line is dashed; solid where lines shall not tell series apart.
    [[nodiscard]] Qt::PenStyle linePattern(LineStyle line) const;

    /// A distance of the grid (Spacing) in the painter's units.
    [[nodiscard]] double gap(double pixels) const { return pixels * unit; }

    /// On screens the middle of the nearest pixel, so that thin upright and level lines are sharp.
    [[nodiscard]] double crisp(double at) const;
};

/// How far lines of a font stand apart: less than what fonts made for books leave between theirs.
[[nodiscard]] double lineHeight(const QFont &font);

} // namespace Decayscope
