// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/runreading.h>

namespace Decayscope {

/// What a judge sees of a failed run, as text; method.md, "Failure taxonomy". Every part is bounded, none tells model
/// or scaffold: their names are masked wherever they stand.
struct JudgeCase
{
    QString task; ///< Framework, runtime and constraints.
    QString turnsTitle; ///< "turns 41 to 60 of 60".
    QString turns; ///< The last judgeTurns messages.
    QString requests; ///< Those that failed, with status and counts.
    QString verifiers; ///< What was found of each constraint of the task.
    QString log; ///< The last judgeLogLines of the server's log.

    bool operator==(const JudgeCase &) const = default;
};

inline constexpr int judgeTurns = 20;
inline constexpr qsizetype judgeTurnCharacters = 3000; ///< Of one turn; a longer one loses its middle.
inline constexpr int judgeLogLines = 30;

/// Reads the last turns of a run: may take as long as parsing them. The same run gives the same bytes everywhere.
[[nodiscard]] JudgeCase judgeCase(const RunReading &reading);

} // namespace Decayscope
