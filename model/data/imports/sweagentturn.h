// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "turnreader.h"

namespace Decayscope {

/// A step of a SWE-agent trajectory: thought, action and observation in one.
void readSweAgentStep(const simdjson::dom::element &step, const TurnPlace &place, TurnContent &turn);

/// A message of its history, such as the prompts.
void readSweAgentMessage(const simdjson::dom::element &message, const TurnPlace &place, TurnContent &turn);

} // namespace Decayscope
