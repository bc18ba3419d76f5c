// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTypes>

#include <optional>
#include <span>

namespace Decayscope {

/// A difference of shares that are known as fractions.
struct WholeDifference
{
    double value = 0;
    qint64 denominator = 1; ///< value · denominator is a whole number; at least 1.
};

/// Two-sided p-value that the mean of differences is zero when each changes its sign by itself: the share of all 2^n
/// sign patterns whose |sum| is at least the observed one. Exact for any n, by adding up how many patterns lead to each
/// sum (Pagano and Tritchler 1983); nothing where the denominators have no common multiple small enough for that.
[[nodiscard]] std::optional<double> exactSignFlipPValue(std::span<const WholeDifference> differences);

} // namespace Decayscope
