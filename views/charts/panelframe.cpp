// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panelframe.h"

namespace Decayscope {

QPointF PanelFrame::position(double xValue, double yValue) const
{
    const double down = rowsDownwards ? y.shareOf(yValue) : 1 - y.shareOf(yValue);
    return {plot.left() + x.shareOf(xValue) * plot.width(), plot.top() + down * plot.height()};
}

} // namespace Decayscope
