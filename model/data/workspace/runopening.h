// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/runreading.h>
#include <store/connection.h>

namespace Decayscope {

/// Reads everything there is of a run's current content, as one moment. Errors: NotFound where there is none, Damaged.
[[nodiscard]] Result<std::shared_ptr<const RunReading>> openRun(Connection &connection, RunId run);

/// The turns of a run's current content; a source without turns where it has no trajectory.
[[nodiscard]] Result<std::shared_ptr<const TurnSource>> openTurnsOf(Connection &connection, RunId run);

} // namespace Decayscope
