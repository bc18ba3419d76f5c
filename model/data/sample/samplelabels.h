// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <store/connection.h>

namespace Decayscope {

/// Writes made-up labels into a store of made-up runs: a judge's of every failed run, and those of two annotators who
/// went through a sample of logic errors and mostly agree. The same every time.
[[nodiscard]] Result<> writeSampleLabels(Connection &connection);

} // namespace Decayscope
