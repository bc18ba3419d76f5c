// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "slips.h"

namespace Decayscope {

/// The models the demonstration's server plays. Careful: looks at what it made, and repairs some of what it sees.
enum class ScriptedAuthor : quint8 { Careful, Hasty };

/// "scripted-careful", "scripted-hasty"
[[nodiscard]] QString scriptedAuthorName(ScriptedAuthor author);
[[nodiscard]] std::optional<ScriptedAuthor> scriptedAuthorFromName(QStringView name);

/// How a scripted model works on a task: what it gets wrong and what becomes of that.
struct ScriptedWork
{
    ScriptedAuthor author = ScriptedAuthor::Careful;
    TaskSpec task;
    ProjectShape shape; ///< That of what it writes.
    std::vector<const Slip *> slips; ///< Of knownSlips(): they stay to the end.
    const Slip *repaired = nullptr; ///< Made first, seen and repaired; null where there is none.
    bool asksInProse = false; ///< One answer has no command.
    bool runsInCircles = false; ///< Does the same again and again before everything is written, until it is stopped.

    /// The files as they are in the end, where it is not stopped before.
    [[nodiscard]] ProjectFiles files() const;
};

/// Decided by author, task and seed alone: always the same for the same. The more constraints, the more goes wrong.
/// Nothing for tasks the scripted models do not know.
[[nodiscard]] std::optional<ScriptedWork> scriptedWork(ScriptedAuthor author, const TaskSpec &task, int seed);

} // namespace Decayscope
