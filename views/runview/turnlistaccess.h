// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Decayscope {

/// Lets readers of the screen see the turn list as a list with an item for each turn. Asked any number of times.
void installTurnListAccess();

} // namespace Decayscope
