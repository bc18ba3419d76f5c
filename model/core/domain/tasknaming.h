// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "task.h"

namespace Decayscope {

/// The task a user names: a generation task by its name alone or below its runtime ("flask-openapi-sqlite",
/// "uv/flask-openapi-sqlite"), a feature task below its framework ("express/hard-focused-task-001").
/// Errors: InvalidInput, saying what is expected.
[[nodiscard]] Result<TaskSpec> taskFromText(const QString &text);

} // namespace Decayscope
