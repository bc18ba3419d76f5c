// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <figures/figurespec.h>

#include <QRectF>

class QPainter;

namespace Decayscope {

struct ChartStyle;

/// A sign of heat maps and lattices that is no colour, and what it means.
struct ColorKeySample
{
    enum class Sign : quint8 {
        Empty, ///< A cell without a point.
        Incomplete, ///< A folded corner.
        Line, ///< How a series of edges is dashed.
        Rise ///< An open arrow head: adding a constraint helped.
    };

    Sign sign = Sign::Empty;
    QString name;
    LineStyle line = LineStyle::Solid;

    bool operator==(const ColorKeySample &) const = default;
};

/// The signs a figure has.
[[nodiscard]] std::vector<ColorKeySample> colorKeySamples(const FigureSpec &spec);

/// How much room the key of a heat map or lattice wants across its direction, when it may be `length` long.
[[nodiscard]] double colorKeyThickness(
    const FigureSpec &spec, const ChartStyle &style, Qt::Orientation along, double length);

/// All scales of a heat map or lattice and its signs, inside `rect`, along its longer side.
void paintColorKey(QPainter &painter, const QRectF &rect, const FigureSpec &spec, const ChartStyle &style);

} // namespace Decayscope
