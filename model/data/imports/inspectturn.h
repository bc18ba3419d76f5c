// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "turnreader.h"

namespace Decayscope {

/// A message of a sample in a log of Inspect AI.
void readInspectTurn(const simdjson::dom::element &message, const TurnPlace &place, TurnContent &turn);

} // namespace Decayscope
