// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "connection.h"

#include <base/result.h>

#include <functional>

namespace Decayscope {

/// A short piece of writing; it makes its own transaction.
using WriteUnit = std::function<Result<>(Connection &)>;

/// Runs a unit on the one writing connection and gives back how it ended. May be called from any thread.
using PerformWrite = std::function<Result<>(const WriteUnit &)>;

} // namespace Decayscope
