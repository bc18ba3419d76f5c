// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "connection.h"

#include <labels/labelbook.h>

namespace Decayscope {

/// The stream of an annotator in a store: one, whichever window writes.
[[nodiscard]] QString labelStream(const QString &storeId, const QString &annotator);

/// Stores new events: fills stream, number, previous and hash, in one transaction of its own that is on the disk when
/// it returns (synchronous=FULL). A label is no longer blind where its annotator was shown something of the item
/// before, by whichever window. Errors: Busy, ReadOnly, InvalidInput for an event that could not be read again.
[[nodiscard]] Result<> appendLabelEvents(Connection &connection, std::vector<LabelEvent> &events);

/// Stores events from elsewhere as they are, and those that no store numbered yet in their annotator's stream here, as
/// all imported labels; known ids are left alone. Gives the number of new ones. Errors: InvalidInput where a known id
/// or place in a stream holds another event (named), or a hash is wrong. Within the caller's transaction.
[[nodiscard]] Result<int> mergeLabelEvents(Connection &connection, std::span<const LabelEvent> events);

/// Events stored after a row number (0: all), in the order they were stored; the last row number comes with them. One
/// that cannot be read is left out: its chain tells, and the store's check.
struct StoredLabelEvents
{
    std::vector<LabelEvent> events;
    qint64 lastRow = 0;
};
[[nodiscard]] Result<StoredLabelEvents> readLabelEvents(Connection &connection, qint64 afterRow = 0);

/// Errors: InvalidInput where the hash is wrong.
[[nodiscard]] Result<> writeSample(Connection &connection, const Sample &sample); ///< Of a known one nothing.
[[nodiscard]] Result<std::vector<Sample>> readSamples(Connection &connection);
/// Of an equal version nothing. Errors: InvalidInput where the version is stored otherwise.
[[nodiscard]] Result<> writeCodebook(Connection &connection, const Codebook &book);
[[nodiscard]] Result<std::vector<Codebook>> readCodebooks(Connection &connection); ///< The study's own among them.

/// All of the above and the runs' ids as one book.
[[nodiscard]] Result<LabelBook> readLabelBook(Connection &connection);

} // namespace Decayscope
