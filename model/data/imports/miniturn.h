// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "turnreader.h"

namespace Decayscope {

/// A message of Mini-SWE-Agent: of the study, version 1 and 2, and of its classes for the Responses API.
void readMiniTurn(const simdjson::dom::element &message, const TurnPlace &place, TurnContent &turn);

} // namespace Decayscope
