// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "turndigest.h"

namespace Decayscope {

/// Finds the same command, or the same cycle of up to four commands, at least three times in a row. Turns that only
/// observe stand in no loop's way; anything else the agent or a person says ends one. Fills in `loop` of the turns in
/// between. Time is linear in the number of turns.
void findLoops(TrajectoryDigest &digest);

} // namespace Decayscope
