// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "turnfacts.h"

#include <domain/turncontent.h>

namespace simdjson::dom {
class element;
} // namespace simdjson::dom

namespace Decayscope {

/// A turn that is to be read: where it stands, and what its trajectory says beside it.
struct TurnPlace
{
    int index = 0;
    TurnRole role = TurnRole::Other; ///< As the import found it.
    const TurnFacts &facts;
};

/// Reads a message, step or event of any known format by its shape. What has no known shape is kept raw.
[[nodiscard]] TurnContent readTurn(const simdjson::dom::element &value, const TurnPlace &place);

/// What a reader would search in a turn, each thing once: what an action wrote is not repeated by its observation.
[[nodiscard]] QString searchText(const TurnContent &turn);

} // namespace Decayscope
