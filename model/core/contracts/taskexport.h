// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "taskdefinition.h"

namespace Decayscope {

/// Writes a task below a folder as the study has its tasks, `runtime/runtime-name.json`, its prompt beside it as
/// Markdown, and its patch where it has one. Gives the task file's path below the folder. Errors: Unreadable, naming
/// the file that cannot be written.
[[nodiscard]] Result<QString> writeTask(const QString &folder, const TaskDefinition &definition);

} // namespace Decayscope
