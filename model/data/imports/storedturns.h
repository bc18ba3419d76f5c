// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/turnsource.h>

#include <memory>

namespace Decayscope {

/// The turns of a stored trajectory, each parsed when it is asked for. Never null.
[[nodiscard]] std::shared_ptr<const TurnSource> openTurns(
    Document trajectory, std::optional<Document> state, std::vector<Turn> turns);

} // namespace Decayscope
