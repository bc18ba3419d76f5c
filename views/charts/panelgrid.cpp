// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panelgrid.h"

#include <cmath>

namespace Decayscope {

PanelGrid panelGrid(int count, QSizeF size, double aspect)
{
    PanelGrid best;
    double least = 0;
    for (int columns = 1; columns <= count; ++columns) {
        const int rows = (count + columns - 1) / columns;
        const double form = (size.width() / columns) / (size.height() / rows);
        const double empty = static_cast<double>(columns * rows - count) / count;
        const double cost = std::abs(std::log(form / aspect)) + empty;
        if (columns == 1 || cost < least) {
            least = cost;
            best = {.columns = columns, .rows = rows};
        }
    }
    return best;
}

} // namespace Decayscope
