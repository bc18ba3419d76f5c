// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "turnreader.h"

namespace Decayscope {

/// An event of OpenHands before its SDK, the flat form of 2024, or a pair of action and observation.
void readOpenHandsClassicTurn(const simdjson::dom::element &event, const TurnPlace &place, TurnContent &turn);

} // namespace Decayscope
