// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proportion.h"

#include <algorithm>
#include <cmath>

namespace Decayscope {

std::optional<Proportion> proportionOf(int count, int n)
{
    if (n < 1)
        return {};
    constexpr double z = 1.959963984540054; // The normal distribution's 0.975 quantile.
    const double size = n;
    const double p = count / size;
    const double middle = p + z * z / (2 * size);
    const double half = z * std::sqrt(p * (1 - p) / size + z * z / (4 * size * size));
    const double whole = 1 + z * z / size;
    // At 0 and n the formula is exact, its evaluation is not.
    const double low = count == 0 ? 0 : std::max(0.0, (middle - half) / whole);
    const double high = count == n ? 1 : std::min(1.0, (middle + half) / whole);
    return Proportion{.share = 100 * p, .low = 100 * low, .high = 100 * high};
}

} // namespace Decayscope
