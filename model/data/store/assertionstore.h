// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "connection.h"

#include <domain/assertionoutcomes.h>

namespace Decayscope {

/// More different assertions than this are no suite's; the study's has 290.
inline constexpr int mostAssertions = 20'000;

/// What became of every assertion in every run's current content, in one pass. Runs without requests are not in it.
/// Names come in the order in which runs first have them. Errors: Refused for more than `mostAssertions`.
[[nodiscard]] Result<AssertionOutcomes> readAssertionOutcomes(Connection &connection);

} // namespace Decayscope
