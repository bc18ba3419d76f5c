// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Decayscope {

/// A range of values along an axis.
struct AxisScale
{
    double low = 0;
    double high = 1; ///< Above low.
    bool isLogarithmic = false; ///< Then low is above 0.

    /// Where a value stands: 0 at low, 1 at high; beyond them outside.
    [[nodiscard]] double shareOf(double value) const;

    /// The value at a share of the way.
    [[nodiscard]] double valueAt(double share) const;

    bool operator==(const AxisScale &) const = default;
};

} // namespace Decayscope
