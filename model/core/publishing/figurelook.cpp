// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figurelook.h"

namespace Decayscope {

bool FigureLook::isPossible() const
{
    const auto within = [](double value, double low, double high) { return value >= low && value <= high; };
    return within(width, 1, 40) && within(height, 0.5, 40) && within(textSize, 4, 40) && within(tickSize, 4, 40)
        && within(lineWidth, 0.1, 10) && within(markerSize, 0.5, 20) && !font.isEmpty();
}

} // namespace Decayscope
