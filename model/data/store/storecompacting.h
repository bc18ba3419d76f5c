// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "connection.h"

namespace Decayscope {

/// Bytes of a store's file and its write-ahead log.
[[nodiscard]] qint64 storeBytes(const QString &path);

/// Puts the write-ahead log into the file and empties it. Errors: Busy where somebody reads or writes meanwhile.
[[nodiscard]] Result<> emptyLog(Connection &connection);

/// Removes rows that no run's content refers to any more, such as texts; gives the number of texts. In a transaction of
/// its own.
[[nodiscard]] Result<int> removeUnusedRows(Connection &connection);

/// Makes one piece of the full-text index.
[[nodiscard]] Result<> compactIndex(Connection &connection);

/// Writes the store anew without free pages: one transaction in its write-ahead log, which readers never see half and
/// a crash takes back. Needs room for a second store beside it and a third in the system's folder for temporary files.
/// One statement, which nothing stops before its end. Errors: Busy, Unreadable (disk full).
[[nodiscard]] Result<> vacuumStore(Connection &connection);

} // namespace Decayscope
