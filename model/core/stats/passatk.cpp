// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "passatk.h"

#include <cmath>

namespace Decayscope {

double passAtK(int n, int c, int k)
{
    if (c <= 0)
        return 0;
    if (n - c < k)
        return 1;
    double noneOfK = 1;
    for (int i = n - c + 1; i <= n; ++i)
        noneOfK *= 1.0 - static_cast<double>(k) / i;
    return 1 - noneOfK;
}

double passHatK(int n, int c, int k)
{
    return n > 0 ? std::pow(static_cast<double>(c) / n, k) : 0;
}

} // namespace Decayscope
