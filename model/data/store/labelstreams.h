// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "connection.h"

#include <labels/labelevent.h>

#include <span>

namespace Decayscope {

/// What taking events of another store's stream brought.
struct StreamMerge
{
    int added = 0;
    QString problem; ///< Why it was left from some event on; empty where all of it is here now.
};

/// Takes events of one stream of another store, sorted by number, whose chain is sound. What goes on where this store's
/// copy of the stream ends is taken as it is, so that the chain stays whole; events that stand here elsewhere already,
/// such as the same imported labels, are known; those behind them go to the end of their annotator's stream here.
/// Where the copies go apart, it stops. A stream may be taken piece by piece. Within the caller's transaction.
[[nodiscard]] Result<StreamMerge> mergeLabelStream(Connection &connection, std::span<const LabelEvent> events);

} // namespace Decayscope
