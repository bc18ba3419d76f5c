// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "connection.h"

namespace Decayscope {

/// Writes a whole, compact copy of a store, as it stands at one moment, also while others write.
/// Errors: InvalidInput where the file exists already, Unreadable where it cannot be written, Busy.
[[nodiscard]] Result<> copyStore(Connection &connection, const QString &path);

} // namespace Decayscope
