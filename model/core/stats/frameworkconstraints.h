// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "siblings.h"

namespace Decayscope {

/// What a constraint costs in one framework, percentage points of A%.
struct FrameworkEffect
{
    Constraint constraint = Constraint::CleanArchitecture;
    QString framework;
    Estimate effect; ///< Over the pairs of this framework of all configurations; clusters = pairs of tasks.
    std::optional<double> pValue; ///< Two-sided, t with G − 1 degrees of freedom; absent where SE is absent or 0.
    std::set<RunId> runs;

    bool operator==(const FrameworkEffect &) const = default;
};

/// Whether a constraint costs the same in every framework that has it.
struct FrameworkHeterogeneity
{
    Constraint constraint = Constraint::CleanArchitecture;
    int frameworks = 0;
    int clusters = 0; ///< Pairs of tasks.
    double between = 0; ///< The statistic: how far the frameworks' means lie apart.
    std::optional<double> spread; ///< Standard deviation (n − 1) of the frameworks' effects, percentage points.
    std::optional<double> pValue; ///< Permutation of frameworks' labels; absent for fewer than two frameworks.
    int draws = 0; ///< Behind it: those asked for, or fewer where there are more pairs of tasks than any study has.

    bool operator==(const FrameworkHeterogeneity &) const = default;
};

struct FrameworkConstraints
{
    std::vector<FrameworkEffect> effects; ///< By constraint in the study's order, then framework by name.
    std::vector<FrameworkHeterogeneity> heterogeneity; ///< One a constraint that has pairs.
};

/// Marginal effects by framework and the test that they differ. The test: of every difference its mean over frameworks
/// for the same configuration and kind of pair is taken away, so that configurations that ran in some frameworks only
/// do not count; what is left is averaged over configurations to r(f, k), one value a framework and kind of pair; the
/// statistic is Σ_f (Σ_k r(f, k))² / K_f. Frameworks' labels are permuted within each kind of pair, `draws` ≥ 1 times;
/// p = (count + 1)/(draws + 1).
[[nodiscard]] FrameworkConstraints frameworkConstraints(
    std::span<const Run> runs, ScoreMode mode, int draws, quint64 seed);

} // namespace Decayscope
