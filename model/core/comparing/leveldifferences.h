// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sidenotes.h"

#include <inference/effectsize.h>
#include <inference/mcnemar.h>

namespace Decayscope {

/// What changes from A to B over some tasks; percent and percentage points.
struct LevelDifference
{
    std::optional<int> level; ///< Absent: over all tasks.
    int pairs = 0;
    double shareA = 0; ///< Means over tasks of A%.
    double shareB = 0;
    double passA = 0; ///< Means over tasks of pass@1.
    double passB = 0;
    Estimate share; ///< B less A in A%; n = tasks, clusters = frameworks.
    Estimate pass; ///< The same in pass@1.
    double pValue = 1; ///< Of the difference in A%: signs of whole frameworks flipped.
    bool isDrawn = false; ///< The p-value comes of draws.
    std::optional<double> adjustedP; ///< Over the levels; absent for the row of all.
    std::optional<EffectSize> effect; ///< d_z of the tasks' differences in A%.
    PairedOutcomes outcomes; ///< Pairs by whether pass@1 is above 50 %.
    McNemarTest mcNemar;
    std::set<RunId> runsA;
    std::set<RunId> runsB;

    [[nodiscard]] QString name() const; ///< "L2", "all"
};

/// The levels that have tasks, then all of them together.
[[nodiscard]] std::vector<LevelDifference> levelDifferences(const ComparisonContext &context);

[[nodiscard]] TableSpec levelDifferencesTable(
    const ComparisonContext &context, std::span<const LevelDifference> differences);

} // namespace Decayscope
