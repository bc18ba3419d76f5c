// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <span>
#include <vector>

namespace Decayscope {

struct Correlation
{
    double coefficient = 0; ///< −1 to 1.
    std::optional<double> pValue; ///< Two-sided, from t with n − 2 degrees of freedom; absent for n = 2.

    bool operator==(const Correlation &) const = default;
};

/// Pearson's r of paired values. Undefined, so absent, for fewer than two pairs or where either side is constant.
[[nodiscard]] std::optional<Correlation> pearson(std::span<const double> x, std::span<const double> y);

/// Spearman's ρ: Pearson's r of the ranks.
[[nodiscard]] std::optional<Correlation> spearman(std::span<const double> x, std::span<const double> y);

/// Kendall's τ-b, which accounts for ties (Kendall 1945), −1 to 1. Absent for fewer than two pairs or where either side
/// is constant.
[[nodiscard]] std::optional<double> kendall(std::span<const double> x, std::span<const double> y);

/// Ranks from 1; equal values share the average of theirs.
[[nodiscard]] std::vector<double> averageRanks(std::span<const double> values);

} // namespace Decayscope
