// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>

namespace Decayscope {

/// A share of counted things, in percent (0–100).
struct Proportion
{
    double share = 0;
    double low = 0; ///< 95 % interval.
    double high = 0;

    bool operator==(const Proportion &) const = default;
};

/// `count` of `n` with the score interval of Wilson (1927). Nothing for n < 1.
[[nodiscard]] std::optional<Proportion> proportionOf(int count, int n);

} // namespace Decayscope
