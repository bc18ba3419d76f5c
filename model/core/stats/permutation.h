// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTypes>

#include <span>
#include <vector>

namespace Decayscope {

inline constexpr int exactClusters = 16; ///< Up to here every one of the 2^G sign patterns is tried.
inline constexpr int permutationDraws = 100'000;
inline constexpr quint64 permutationSeed = 20260422;

/// Two-sided p-value that a mean differs from zero, by flipping the signs of whole clusters: the share of sign
/// patterns whose |sum| is at least the observed one. It takes the sum of each cluster; the mean is their sum over a
/// constant. Exact for at most `exactClusters`; else from seeded `draws` (at least 1) as (count + 1)/(draws + 1)
/// (Phipson and Smyth 2010). 1 for no clusters. The same on any machine and any number of threads.
[[nodiscard]] double signFlipPValue(
    std::span<const double> clusterSums, quint64 seed = permutationSeed, int draws = permutationDraws);

/// Holm's (1979) step-down adjustment of p-values, in their order.
[[nodiscard]] std::vector<double> holmAdjusted(std::span<const double> pValues);

} // namespace Decayscope
