// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "interval.h"
#include "scores.h"

#include <array>
#include <span>

namespace Decayscope {

/// A configuration at one level: means over tasks, in percent, clusters = frameworks.
struct LevelScore
{
    Estimate assertions; ///< A%, strict or raw.
    Estimate passAt1;
    int runs = 0;

    bool operator==(const LevelScore &) const = default;
};

/// How a configuration fares from L0 to L3: a row of the study's Table 1.
struct DecayCurve
{
    Configuration configuration;
    int tasks = 0; ///< Of all levels.
    int runs = 0;
    std::array<std::optional<LevelScore>, levelCount> levels; ///< Absent where no task of the level was run.
    std::optional<double> delta; ///< A% at L3 less A% at L0, percentage points; absent without both levels.
    std::optional<double> relativeLoss; ///< (L0 − L3)/L0 in percent; absent also where A% at L0 is 0.

    /// A% at L0 above 50.
    [[nodiscard]] bool isCapable() const;

    bool operator==(const DecayCurve &) const = default;
};

/// One curve per configuration that has generation runs, by configuration.
[[nodiscard]] std::vector<DecayCurve> decayCurves(std::span<const Run> runs, ScoreMode mode);

/// The capable configurations together; those without both levels are left out.
struct CapableSummary
{
    int configurations = 0;
    std::optional<double> meanDelta; ///< Percentage points.
    std::optional<double> meanRelativeLoss; ///< Percent.

    bool operator==(const CapableSummary &) const = default;
};

[[nodiscard]] CapableSummary capableSummary(std::span<const DecayCurve> curves);

} // namespace Decayscope
