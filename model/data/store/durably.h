// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "connection.h"

#include <functional>

namespace Decayscope {

/// Runs writing that must be on the disk when it returns, in one transaction: synchronous = FULL makes a commit wait
/// for the disk also in WAL mode (sqlite.org/pragma.html#pragma_synchronous). The former setting comes back.
[[nodiscard]] Result<> durably(Connection &connection, const std::function<Result<>()> &work);

} // namespace Decayscope
