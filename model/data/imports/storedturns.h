// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/turnsource.h>

#include <memory>

namespace Decayscope {

/// The turns of a stored trajectory: one file (`Trajectory`), or joined events (`TrajectoryEvents`) with the state of
/// their conversation (`TrajectoryState`). Nothing is read before it is asked for, and the document is not copied where
/// it has `spareBytes` of room behind it. Turns that point outside of the document come empty.
[[nodiscard]] std::shared_ptr<const TurnSource> openTurns(
    Document trajectory, std::optional<Document> state, std::vector<Turn> turns);

} // namespace Decayscope
