// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "turnreader.h"

namespace Decayscope {

/// An event of the OpenHands SDK, of any version.
void readOpenHandsTurn(const simdjson::dom::element &event, const TurnPlace &place, TurnContent &turn);

} // namespace Decayscope
