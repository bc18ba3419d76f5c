// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Decayscope {

/// Where the names of series stand.
enum class SeriesNames : quint8 { Direct, Legend, Hidden };

/// How intervals are drawn. AsShape: bands for what is joined, bars for the rest.
enum class IntervalDrawing : quint8 { AsShape, Band, Bars, Both, Hidden };

/// Colours of series. Every one has a contrast of at least 3:1 to white and differs by marker and line as well.
enum class SeriesPalette : quint8 { Okabe, Petroff, Grey };

/// How a figure is drawn on paper. Lengths in inches, sizes and widths in points (1/72 inch), as printed.
struct FigureLook
{
    QString venue; ///< Id of the preset it was taken from: "neurips"; "custom" for none.
    double width = 5.5; ///< 1 to 40 inches.
    double height = 3.4; ///< 0.5 to 40 inches.
    QString font; ///< Family; "TeX Gyre Termes", …
    double textSize = 9; ///< 4 to 40 points: titles, names of series.
    double tickSize = 8; ///< 4 to 40 points: ticks, counts.
    double lineWidth = 1; ///< 0.1 to 10 points.
    double markerSize = 4; ///< Diameter in points, 0.5 to 20.
    SeriesPalette palette = SeriesPalette::Okabe;
    SeriesNames names = SeriesNames::Direct;
    IntervalDrawing intervals = IntervalDrawing::AsShape;
    bool markers = true;
    bool dashes = true; ///< Line styles tell series apart, too.
    bool counts = true; ///< n under the ticks.
    bool title = false; ///< Captions mostly carry it.

    /// Whether every length and size is within its range and a font is named.
    [[nodiscard]] bool isPossible() const;

    bool operator==(const FigureLook &) const = default;
};

} // namespace Decayscope
