// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "runsource.h"
#include "trajectory.h"

namespace Decayscope {

/// One persisted conversation of the OpenHands SDK: `<session>/base_state.json` and
/// `<session>/events/event-NNNNN-<id>.json`.
struct SessionFiles
{
    QString folder;
    const RawFile *state = nullptr; ///< Null where there is none.
    std::vector<const RawFile *> events;
};

struct SessionReading
{
    TrajectoryReading trajectory; ///< Turns point into `events`.
    std::optional<Document> events; ///< All event files behind one another, in the order of their numbers.
};

/// How it ended is decided as the study does, by the last event and the state alone (`method.md`, "Termination").
[[nodiscard]] SessionReading readSession(SessionFiles files);

} // namespace Decayscope
