// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "samplestory.h"

#include <imports/runsource.h>

namespace Decayscope {

/// The agent's trajectory of a sample run, in the layout of its scaffold.
[[nodiscard]] std::vector<RawFile> sampleTrajectory(const SampleRun &run, const std::vector<SampleStep> &story);

/// A trajectory as Mini-SWE-Agent writes it for the study.
[[nodiscard]] std::vector<RawFile> sampleMiniTrajectory(const SampleRun &run, const std::vector<SampleStep> &story);

/// A conversation as the OpenHands SDK keeps it: state and events.
[[nodiscard]] std::vector<RawFile> sampleConversation(const SampleRun &run, const std::vector<SampleStep> &story);

} // namespace Decayscope
