// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "connection.h"

#include <labels/labelbook.h>

namespace Decayscope {

/// Stores new events: fills stream, number, previous and hash, in one transaction of its own that is on the disk when
/// it returns (synchronous=FULL). An annotator has one stream in a store, whichever window writes.
[[nodiscard]] Result<> appendLabelEvents(Connection &connection, std::vector<LabelEvent> &events);

/// Stores events from elsewhere as they are; known ids are left alone. Errors: InvalidInput where a known id or place
/// in a stream holds another event (named). Within the caller's transaction.
[[nodiscard]] Result<int> mergeLabelEvents(Connection &connection, std::span<const LabelEvent> events);

/// Events stored after a row number (0: all), in the order they were stored; the last row number comes with them.
struct StoredLabelEvents
{
    std::vector<LabelEvent> events;
    qint64 lastRow = 0;
};
[[nodiscard]] Result<StoredLabelEvents> readLabelEvents(Connection &connection, qint64 afterRow = 0);

[[nodiscard]] Result<> writeSample(Connection &connection, const Sample &sample); ///< Of an equal one nothing.
[[nodiscard]] Result<std::vector<Sample>> readSamples(Connection &connection);
[[nodiscard]] Result<> writeCodebook(Connection &connection, const Codebook &book);
[[nodiscard]] Result<std::vector<Codebook>> readCodebooks(Connection &connection); ///< The study's own is always there.

/// All of the above and the runs' ids as one book.
[[nodiscard]] Result<LabelBook> readLabelBook(Connection &connection);

} // namespace Decayscope
