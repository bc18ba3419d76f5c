// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "correlation.h"
#include "scores.h"

#include <array>
#include <span>

namespace Decayscope {

/// What stands for the whole set of tasks.
enum class SubsetKind : quint8 {
    FourFrameworks, ///< All tasks of the frameworks of the pipeline subset, as in the study.
    PipelineTasks ///< The 16 pipeline tasks alone.
};

/// A configuration's A% on all its tasks and on the subset, by level; percent.
struct SubsetRow
{
    Configuration configuration;
    std::array<std::optional<double>, levelCount> full;
    std::array<std::optional<double>, levelCount> subset;

    bool operator==(const SubsetRow &) const = default;
};

/// How well the subset speaks for all tasks.
struct SubsetComparison
{
    std::vector<SubsetRow> rows; ///< By configuration.
    std::array<std::optional<double>, levelCount> meanAbsoluteError; ///< Of full less subset, percentage points.
    int pairs = 0; ///< Configurations × levels with both values.
    std::optional<Correlation> pearson; ///< Over all pairs.
    std::optional<Correlation> spearman;

    bool operator==(const SubsetComparison &) const = default;
};

/// Compares for every configuration that covers at least 90 % of the union of all generation tasks and all 16 pipeline
/// tasks. The study leaves devstral-small out for its scores near zero, and so does this.
[[nodiscard]] SubsetComparison subsetComparison(std::span<const Run> runs, SubsetKind kind, ScoreMode mode);

} // namespace Decayscope
