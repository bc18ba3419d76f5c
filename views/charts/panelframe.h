// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "axisscale.h"

#include <QRectF>
#include <QString>

namespace Decayscope {

/// Where one panel of a figure stands, and where values stand in it. Painter's units; y grows downwards on paper.
struct PanelFrame
{
    QRectF plot; ///< Between the axes.
    QRectF titleRect; ///< Above the plot; null without small multiples.
    QString title;
    AxisScale x;
    AxisScale y;
    bool rowsDownwards = false; ///< Rows are counted from the top: forests, heat maps, lattices.
    bool hasValueLabels = true; ///< It stands at the left edge of a grid of panels, or alone.
    bool hasCategoryLabels = true; ///< It stands at the bottom of its column.

    [[nodiscard]] QPointF position(double x, double y) const;
};

} // namespace Decayscope
