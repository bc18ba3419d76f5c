// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/verdict.h>

namespace Decayscope {

/// "Evidence: routes: 3 files, …", shortened; empty where there is none.
[[nodiscard]] QString evidenceWords(const QStringList &evidence);

/// What a violation's rule is called; empty where it names none.
[[nodiscard]] QString ruleTitleOf(const Violation &violation);

/// Title and explanation of a violation's rule; empty where it names none.
[[nodiscard]] QString ruleExplanationOf(const Violation &violation);

/// "Reference", "Syntax": the two kinds of verifiers on a switch.
[[nodiscard]] QString verifierModeTitle(VerifierMode mode);

/// What kind of verifiers they are, for tool tips.
[[nodiscard]] QString verifierModeTip(VerifierMode mode);

/// Null where none of the verdicts is on the constraint.
[[nodiscard]] const ConstraintVerdict *verdictOn(const std::vector<ConstraintVerdict> &verdicts, Constraint constraint);

} // namespace Decayscope
