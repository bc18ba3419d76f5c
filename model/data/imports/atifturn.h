// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "turnreader.h"

namespace Decayscope {

/// A step of an ATIF trajectory: message, tool calls and their results in one.
void readAtifTurn(const simdjson::dom::element &step, const TurnPlace &place, TurnContent &turn);

} // namespace Decayscope
