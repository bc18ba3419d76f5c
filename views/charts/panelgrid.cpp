// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panelgrid.h"

#include <algorithm>
#include <cmath>

namespace Decayscope {

PanelGrid panelGrid(int count, QSizeF size, double aspect, QSizeF title)
{
    constexpr double least = 1e-3; // Of the height: what is left where titles take all.
    PanelGrid best;
    double lowest = 0;
    for (int columns = 1; columns <= count; ++columns) {
        const int rows = (count + columns - 1) / columns;
        const double width = size.width() / columns;
        const double height = std::max(size.height() * least, size.height() / rows - title.height());
        const double empty = static_cast<double>(columns * rows - count) / count;
        const double cut = 2 * std::max(0.0, title.width() / width - 1);
        const double cost = std::abs(std::log(width / height / aspect)) + empty + cut;
        if (columns == 1 || cost < lowest) {
            lowest = cost;
            best = {.columns = columns, .rows = rows};
        }
    }
    return best;
}

} // namespace Decayscope
