// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <span>

namespace Decayscope {

/// A value and the cluster it belongs to; clusters are numbered from 0 without gaps.
struct ClusteredValue
{
    double value = 0;
    int cluster = 0;
};

/// A mean and how sure it is.
struct Estimate
{
    double mean = 0;
    int n = 0; ///< Values averaged.
    int clusters = 0;
    std::optional<double> low; ///< 95 % interval; absent for fewer than two clusters. May leave 0–100.
    std::optional<double> high;

    bool operator==(const Estimate &) const = default;
};

/// Mean and cluster-robust 95 % interval: mean ± t(0.975, G−1) · SE with
/// SE² = G/(G−1) · Σ_g (Σ_{i∈g} (x_i − mean))² / n² (method.md, "Intervals and tests"; the small-sample form of
/// Liang and Zeger 1986 for a mean). Nothing for no values.
[[nodiscard]] std::optional<Estimate> clusteredMean(std::span<const ClusteredValue> values);

/// The value that a t-distributed variable with `degrees` ≥ 1 degrees of freedom stays below with `probability`.
[[nodiscard]] double studentQuantile(double probability, int degrees);

/// The chance of |T| ≥ |t| with `degrees` ≥ 1 degrees of freedom.
[[nodiscard]] double studentTwoSided(double t, int degrees);

[[nodiscard]] std::optional<double> meanOf(std::span<const double> values);

/// Standard deviation with n − 1; absent for fewer than two values.
[[nodiscard]] std::optional<double> deviationOf(std::span<const double> values);

} // namespace Decayscope
