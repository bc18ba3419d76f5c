// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/constraint.h>
#include <domain/verdict.h>

#include <map>

namespace Decayscope::Test {

/// How often a verifier was right; what it looks for are violations.
struct VerdictCounts
{
    int found = 0; ///< Violated, and said so.
    int missed = 0; ///< Violated, and called compliant.
    int falseAlarms = 0; ///< Compliant, and called violated.
    int clear = 0; ///< Compliant, and said so.

    void add(bool isViolated, bool isCalledViolated);
    VerdictCounts &operator+=(const VerdictCounts &other);
    [[nodiscard]] int size() const { return found + missed + falseAlarms + clear; }
};

/// The counts of one verifier by kind of constraint.
using KindCounts = std::map<ConstraintKind, VerdictCounts>;

/// The rows of the handbook's table, without its head: a kind of constraint and a mode each, and a last pair for all.
/// Shares in percent with Wilson's intervals of 95 %.
[[nodiscard]] QStringList tableRows(const std::map<VerifierMode, KindCounts> &counts);

} // namespace Decayscope::Test
