// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "judgedlabels.h"

#include <stats/agreement.h>

namespace Decayscope {

/// How steadily a judge uses one category.
struct ConsistencyCategory
{
    QString category; ///< The code of level 2 where there is one, else that of level 1.
    double share = 0; ///< Of all answers, 0–1.
    std::optional<double> agreement; ///< How often another answer about the same run says it too, 0–1.
    std::optional<double> kappa; ///< The category against the rest; Fleiss 1971, equation 19.

    bool operator==(const ConsistencyCategory &) const = default;
};

/// Whether a judge says the same when it is asked again: over the runs that all repeats have a valid answer for.
struct SelfConsistency
{
    QString annotator;
    int repeats = 0; ///< Answers a run, the first among them.
    int runs = 0; ///< That were counted.
    int incomplete = 0; ///< Left out: a repeat is missing or invalid.
    int invalid = 0; ///< Answers that could not be taken, of all.
    std::optional<double> unanimous; ///< Share of runs with all answers equal, 0–1.
    std::optional<double> pairwise; ///< Mean share of pairs of answers that are equal, 0–1.
    Coefficient kappa; ///< Fleiss 1971.
    std::vector<ConsistencyCategory> categories; ///< By name.

    bool operator==(const SelfConsistency &) const = default;
};

/// `judged` as judgedLabels() has it. One row a judge that was asked at least twice about some run, by name.
[[nodiscard]] std::vector<SelfConsistency> selfConsistency(std::span<const JudgedLabel> judged);

} // namespace Decayscope
