// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stackedsegment.h"

#include "panelframe.h"

#include <figures/figurespec.h>

namespace Decayscope {

QRectF stackedSegment(const PanelFrame &frame, const FigurePoint &point)
{
    constexpr double barWidth = 0.7; // In categories.
    return {frame.position(point.x - barWidth / 2, point.base + point.y),
        frame.position(point.x + barWidth / 2, point.base)};
}

} // namespace Decayscope
