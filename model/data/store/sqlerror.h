// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/result.h>

class QSqlError;

namespace Decayscope {

/// A database's failure in the words of the reader: which file, what it means, what helps. `path` is the store's file.
[[nodiscard]] Error storeError(const QSqlError &error, const QString &path);

/// The sentence for a store that somebody else has held for longer than the time-out.
[[nodiscard]] Error busyError(const QString &path, const QString &evidence);

} // namespace Decayscope
