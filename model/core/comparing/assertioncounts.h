// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sidepairing.h"

namespace Decayscope {

/// How often one side's runs of a pair had an assertion, and how often it did not pass.
struct AssertionTally
{
    int counted = 0;
    int failed = 0;

    [[nodiscard]] double passedShare() const { return 100.0 * (counted - failed) / counted; }
};

/// One assertion in one pair.
struct AssertionInPair
{
    std::size_t task = 0; ///< Index into PairedSides::tasks.
    AssertionTally a;
    AssertionTally b;
};

/// One assertion over all pairs in which both sides have it.
struct AssertionCounts
{
    QString name;
    std::vector<AssertionInPair> pairs; ///< By task.
    std::vector<RunId> failedA; ///< Runs of these pairs in which it did not pass.
    std::vector<RunId> failedB;
};

/// All assertions of two sides with what was not counted.
struct CountedAssertions
{
    std::vector<AssertionCounts> assertions; ///< In A's order, then those that only B's study has.
    QStringList onlyA; ///< Without a pair, because only A's runs have them.
    QStringList onlyB;
    QStringList apart; ///< Both sides have them, but never on the same task.
    int namelessRuns = 0; ///< Runs with a report that names no assertion.
    int silentRuns = 0; ///< Runs without a report: they fail every assertion of their contract.
};

/// Expects outcomes on both sides.
[[nodiscard]] CountedAssertions countedAssertions(
    const PairedSides &sides, const AssertionOutcomes &a, const AssertionOutcomes &b);

} // namespace Decayscope
