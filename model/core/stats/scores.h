// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/run.h>

namespace Decayscope {

/// Whether verifiers count: strict share and success, or raw share and tests passed.
enum class ScoreMode : quint8 { Strict, Raw };

// The scores of one run; method.md, "Scores of a run". Shares are percentages, 0–100, as everywhere in this library.

/// Passed of all assertions; 0 where there is no report.
[[nodiscard]] double rawShare(const Run &run);

/// The raw share of a run that keeps every constraint of its task, else 0.
[[nodiscard]] double strictShare(const Run &run);

[[nodiscard]] double share(const Run &run, ScoreMode mode);

/// There is a report with at least one assertion, and none failed. A cut report counts as it stands.
[[nodiscard]] bool testsPassed(const Run &run);

/// Strict: tests passed and every constraint kept. Raw: tests passed.
[[nodiscard]] bool isSuccess(const Run &run, ScoreMode mode);

/// A score or a difference of scores without what rounding left in it: whole billionths of a point, so that equal ones
/// are equal whatever the order in which they were added up.
[[nodiscard]] double withoutRounding(double points);

} // namespace Decayscope
