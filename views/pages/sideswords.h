// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <comparing/comparison.h>

namespace Decayscope {

/// What changes over all tasks in one line: "A% 51.2 → 43.9: −7.3 points, 95 % interval −12.1 to −2.5, p 0.012".
[[nodiscard]] QString sidesHeadline(const SideComparison &comparison);

/// The texts that name a row: "Login › Status is 200".
[[nodiscard]] QString rowTitle(const TableSpec &table, std::size_t row);

} // namespace Decayscope
