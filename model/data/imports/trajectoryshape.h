// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jsontext.h"

#include <optional>

namespace Decayscope {

/// What kind of trajectory a JSON text is, told by its content alone.
enum class TrajectoryFormat : quint8 {
    None, ///< Nothing that is known.
    MiniStudy, ///< Mini-SWE-Agent, in the study's layout.
    Mini, ///< Its own files, of version 1 or 2.
    MessageList,
    OpenHandsEvents, ///< Events of the SDK as a list, or under `events`.
    OpenHandsRecord, ///< A line of an evaluation's output, of the SDK or before it.
    OpenHandsClassic, ///< A list of the events before the SDK.
    EventLines, ///< One event a line, of either.
    SweAgent,
    InspectLog, ///< With its samples: no trajectory itself.
    InspectSample,
    Atif
};

/// Where the pieces of a trajectory lie, in bytes.
struct TrajectoryShape
{
    TrajectoryFormat format = TrajectoryFormat::None;
    std::vector<JsonMember> members; ///< Of the outermost object, with the list of turns where that is whole.
    std::vector<JsonSpan> items; ///< The turns' raw forms, in their order; an Inspect log's samples.
    JsonSpan rest; ///< The item that breaks off; empty where none does.
    bool isComplete = false; ///< Nothing is missing.

    /// The raw value of a member, or an empty view.
    [[nodiscard]] QByteArrayView member(QByteArrayView text, QByteArrayView key) const;
};

[[nodiscard]] TrajectoryShape trajectoryShapeOf(QByteArrayView text);

} // namespace Decayscope
