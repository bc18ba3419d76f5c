// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "scores.h"

#include <array>
#include <span>

namespace Decayscope {

/// A% of one level with and without verifiers, in percent.
struct ImpactLevel
{
    double strict = 0;
    double raw = 0;

    [[nodiscard]] double difference() const { return raw - strict; }

    bool operator==(const ImpactLevel &) const = default;
};

struct ImpactRow
{
    Configuration configuration;
    std::array<std::optional<ImpactLevel>, levelCount> levels;

    bool operator==(const ImpactRow &) const = default;
};

/// What the verifiers change: a row per configuration and the study's summary.
struct VerifierImpact
{
    std::vector<ImpactRow> rows; ///< By configuration.
    std::optional<double> largestDifference; ///< Percentage points, over all rows and levels.
    std::optional<double> meanDrop; ///< L0 − L3 under verifiers, mean over configurations with both levels.
    std::optional<double> meanDropRaw; ///< The same without verifiers.
    int constrainedRuns = 0; ///< Runs of tasks with at least one constraint.
    int violatingRuns = 0; ///< Of those, the ones that break a constraint.
    int constrainedTestPassing = 0; ///< Of the constrained ones, those whose tests all pass.
    int falseRejects = 0; ///< Of the test-passing ones, those a verifier rejects.

    bool operator==(const VerifierImpact &) const = default;
};

[[nodiscard]] VerifierImpact verifierImpact(std::span<const Run> runs);

} // namespace Decayscope
