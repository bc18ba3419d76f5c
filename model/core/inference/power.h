// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>

namespace Decayscope {

inline constexpr int mostTrialsNeeded = 1'000; ///< More trials a task than this nobody makes.
inline constexpr int mostUnitsNeeded = 100'000;

/// A comparison over independent units, such as frameworks or pairs of tasks: the variance of its mean difference is
/// (unitDeviation² + runWeight · runDeviation² / trials) / units. Percentage points.
struct ComparedDesign
{
    double unitDeviation = 0; ///< Of the units' true differences.
    double runDeviation = 0; ///< Of one run around the mean of its task.
    double runWeight = 2; ///< What one trial a task leaves of the runs' variance: 2 for a task on either side.
    int units = 0; ///< Degrees of freedom are one less.

    bool operator==(const ComparedDesign &) const = default;
};

/// What is asked of a test.
struct TestDemand
{
    double power = 0.8; ///< 0–1.
    double significance = 0.05; ///< 0–1, two-sided.
};

/// Standard error of the mean difference with `trials` > 0 runs a task, which may be a mean and so no whole number.
[[nodiscard]] double designError(const ComparedDesign &design, double trials);

/// The chance, 0–1, that a two-sided t test finds a difference, from the noncentral t distribution (Cohen 1988, chapter
/// 2; R's power.t.test with strict = TRUE). Nothing for fewer than two units.
[[nodiscard]] std::optional<double> powerOf(
    const ComparedDesign &design, double trials, double difference, double significance);

/// The smallest difference that is found with the demanded power. Nothing for fewer than two units.
[[nodiscard]] std::optional<double> detectableDifference(
    const ComparedDesign &design, double trials, const TestDemand &demand);

/// The fewest trials a task that find a difference; nothing where more trials alone never do.
[[nodiscard]] std::optional<int> trialsNeeded(
    const ComparedDesign &design, double difference, const TestDemand &demand);

/// The fewest units, at least two, that find a difference with `trials` each; nothing above mostUnitsNeeded.
[[nodiscard]] std::optional<int> unitsNeeded(
    const ComparedDesign &design, double trials, double difference, const TestDemand &demand);

// Pass or fail: McNemar's test by its normal approximation (Connor 1987, Biometrics 43(1), eq. 2). Shares are 0–1;
// `discordant` is the share of pairs in which one side alone passes, 0 < difference ≤ discordant.

[[nodiscard]] std::optional<double> mcNemarPower(
    double discordant, double difference, double pairs, double significance);

/// Pairs that find a difference, rounded up; nothing where the difference exceeds the discordant share.
[[nodiscard]] std::optional<double> mcNemarPairs(double discordant, double difference, const TestDemand &demand);

/// Nothing where even a difference as large as the discordant share is not found.
[[nodiscard]] std::optional<double> mcNemarDetectable(double discordant, double pairs, const TestDemand &demand);

} // namespace Decayscope
