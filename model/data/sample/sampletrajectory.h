// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "samplepatch.h"

#include <imports/runsource.h>

namespace Decayscope {

/// The agent's trajectory of a sample run, in the layout of its scaffold: it writes the given files one by one, tries
/// the server, and ends as the run is to end.
[[nodiscard]] std::vector<RawFile> sampleTrajectory(const SampleRun &run, const std::vector<SampleSource> &sources);

} // namespace Decayscope
