// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/turncontent.h>

#include <string_view>

namespace simdjson::dom {
class element;
} // namespace simdjson::dom

namespace Decayscope {

/// Reads an observation of OpenHands before its SDK into a turn; `name` is its kind. One of no known kind is kept raw.
void readClassicObservation(const simdjson::dom::element &event, std::string_view name, TurnContent &turn);

} // namespace Decayscope
