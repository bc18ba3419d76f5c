// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "runsource.h"

#include <domain/runbundle.h>

namespace Decayscope {

/// Reads a run's files into a bundle, all but the verdicts. Never fails: what is damaged, missing or odd is read as far
/// as it goes and leaves a warning that names file and cause.
///
/// Files that mean nothing for a run are left alone and do not touch its content hash. Documents are the patch, the
/// reports (the CSV that counts first), the logs, and the trajectory: one file of Mini-SWE-Agent, or state and events
/// of an OpenHands conversation, whichever is there, whatever the scaffold's name.
[[nodiscard]] RunBundle readRun(const PendingRun &run, std::vector<RawFile> files);

} // namespace Decayscope
