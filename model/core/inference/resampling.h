// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <stats/interval.h>

#include <QtTypes>

namespace Decayscope {

inline constexpr int bootstrapDraws = 10'000;
inline constexpr int mostDraws = 1'000'000;
inline constexpr quint64 bootstrapSeed = 20260423;

/// How often to draw, and from which seed. The same plan gives the same numbers on any machine and number of threads.
struct ResamplingPlan
{
    int draws = bootstrapDraws; ///< From 1 to mostDraws.
    quint64 seed = bootstrapSeed;

    bool operator==(const ResamplingPlan &) const = default;
};

struct Interval
{
    double low = 0;
    double high = 0;

    bool operator==(const Interval &) const = default;
};

/// Percentile interval (95 %, quantiles of type 7) of the mean over all values when whole clusters are drawn with
/// replacement (Field and Welsh 2007). Nothing for fewer than two clusters.
[[nodiscard]] std::optional<Interval> clusterBootstrapInterval(
    std::span<const ClusteredValue> values, const ResamplingPlan &plan = {});

/// The same, bias-corrected and accelerated, the acceleration from leaving out whole clusters (Efron 1987).
[[nodiscard]] std::optional<Interval> clusterBcaInterval(
    std::span<const ClusteredValue> values, const ResamplingPlan &plan = {});

/// A mean tested and enclosed by the wild cluster bootstrap-t.
struct WildBootstrap
{
    double pValue = 1; ///< Two-sided, that the mean is `nullMean`; the null is imposed.
    std::optional<Interval> interval; ///< 95 %, by inverting the test; nothing where the test never rejects.
    int patterns = 0; ///< Sign patterns that were tried: all of them where there are few, else the plan's draws.
};

/// Wild cluster bootstrap-t with the null imposed (Cameron, Gelbach and Miller 2008): Rademacher weights, or Webb's six
/// points (2023) for fewer than 10 clusters. Nothing for fewer than two clusters.
[[nodiscard]] std::optional<WildBootstrap> wildClusterBootstrap(
    std::span<const ClusteredValue> values, double nullMean = 0, const ResamplingPlan &plan = {});

} // namespace Decayscope
