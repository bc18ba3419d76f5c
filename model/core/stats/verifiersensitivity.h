// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "interval.h"
#include "scores.h"

#include <array>
#include <set>
#include <span>
#include <vector>

namespace Decayscope {

/// Who judges whether constraints are kept.
enum class Judging : quint8 {
    Raw, ///< Nobody: tests alone.
    Reference,
    Syntax
};

inline constexpr std::array allJudgings{Judging::Raw, Judging::Reference, Judging::Syntax};

/// A configuration under one way of judging, percent.
struct JudgedScore
{
    Estimate assertions; ///< A% over all tasks; clusters = frameworks.
    Estimate passAt1;
    std::optional<double> delta; ///< A% at L3 less A% at L0, percentage points.
    double rank = 0; ///< By A%, 1 for the highest; equal ones share the average.

    bool operator==(const JudgedScore &) const = default;
};

struct SensitivityRow
{
    Configuration configuration;
    std::array<JudgedScore, allJudgings.size()> scores; ///< By Judging; Syntax equals Reference where not judged.
    std::set<RunId> runs; ///< That count.
    std::set<RunId> changed; ///< Runs whose verdict is another under syntax than under reference.
    std::set<RunId> rejected; ///< Runs that reference finds violating.
    std::set<RunId> rejectedBySyntax;

    [[nodiscard]] const JudgedScore &of(Judging judging) const { return scores.at(static_cast<std::size_t>(judging)); }

    bool operator==(const SensitivityRow &) const = default;
};

/// How much the results hang on who judges.
struct VerifierSensitivity
{
    std::vector<SensitivityRow> rows; ///< By configuration.
    bool hasSyntax = false; ///< The syntax verifiers have judged some run; then only such runs count, in every row.
    int unjudged = 0; ///< Generation runs left out because they have not judged them.
};

[[nodiscard]] VerifierSensitivity verifierSensitivity(std::span<const Run> runs);

/// Kendall's τ-b of the configurations' A% under two ways of judging; absent for fewer than two.
[[nodiscard]] std::optional<double> rankAgreement(const VerifierSensitivity &sensitivity, Judging a, Judging b);

/// Pairs of configurations, by their places in the rows, that swap their order from one way of judging to the other.
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> swappedPairs(
    const VerifierSensitivity &sensitivity, Judging a, Judging b);

} // namespace Decayscope
