// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "axisscale.h"

#include <cmath>

namespace Decayscope {

double AxisScale::shareOf(double value) const
{
    if (isLogarithmic && low > 0)
        return value > 0 ? (std::log(value) - std::log(low)) / (std::log(high) - std::log(low)) : -1;
    return (value - low) / (high - low);
}

double AxisScale::valueAt(double share) const
{
    if (isLogarithmic && low > 0)
        return std::exp(std::lerp(std::log(low), std::log(high), share));
    return low + share * (high - low);
}

} // namespace Decayscope
