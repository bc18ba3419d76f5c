// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

namespace Decayscope {

/// How a figure is drawn, wherever it is drawn. Lengths are in the painter's units.
struct ChartStyle
{
    QFont font;
    QColor ground;
    QColor text;
    QColor muted;
    QColor grid;
    QColor focus;
    bool onDark = false;
    double lineWidth = 2.0;
    double markerRadius = 4.0;

    /// The style of a window with this palette and font.
    [[nodiscard]] static ChartStyle of(const QPalette &palette, const QFont &font);

    [[nodiscard]] QColor seriesColor(int index) const;
};

} // namespace Decayscope
