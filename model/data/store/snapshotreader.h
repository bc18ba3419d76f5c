// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "connection.h"

#include <domain/studysnapshot.h>

namespace Decayscope {

/// Reads all runs of a study, without texts, as one consistent moment. `revision` stays 0: the caller counts.
[[nodiscard]] Result<StudySnapshot> readSnapshot(Connection &connection);

/// The same within the caller's reading transaction.
[[nodiscard]] Result<StudySnapshot> readSnapshotWithin(Connection &connection);

/// One run as the snapshot has it; nothing where there is no such run or it has no content.
[[nodiscard]] Result<std::optional<Run>> readRun(Connection &connection, RunId id);

} // namespace Decayscope
