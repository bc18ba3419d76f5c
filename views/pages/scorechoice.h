// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/verdict.h>
#include <stats/scores.h>

namespace Decayscope {

/// What every number of the window counts: tests and the published heuristics, tests and the verifiers that read code,
/// or tests alone.
enum class ScoreChoice : quint8 { Strict, Syntax, Raw };

inline constexpr std::array allScoreChoices{ScoreChoice::Strict, ScoreChoice::Syntax, ScoreChoice::Raw};

[[nodiscard]] ScoreMode scoreModeOf(ScoreChoice choice);

/// Whose verdicts count; Reference where none does.
[[nodiscard]] VerifierMode verifiersOf(ScoreChoice choice);

/// "strict", "syntax", "raw": as settings keep it.
[[nodiscard]] QString scoreChoiceName(ScoreChoice choice);

/// Strict for anything unknown.
[[nodiscard]] ScoreChoice scoreChoiceFromName(QStringView name);

/// "A% (strict)", "A% (strict, syntax)", "A% (raw)".
[[nodiscard]] QString scoreMetricTitle(ScoreChoice choice);

} // namespace Decayscope
