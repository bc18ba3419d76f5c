// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/task.h>

#include <optional>

namespace Decayscope {

/// The task a text that promptOf() wrote speaks of, wherever in the text it stands; nothing where it speaks of none of
/// the study's generation tasks.
[[nodiscard]] std::optional<TaskSpec> taskInText(const QString &text);

} // namespace Decayscope
