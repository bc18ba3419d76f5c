// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "leveldifferences.h"

namespace Decayscope {

/// The differences by level and over all tasks as a forest, a panel for A% and one for pass@1.
[[nodiscard]] FigureSpec differencesFigure(
    const ComparisonContext &context, std::span<const LevelDifference> differences);

} // namespace Decayscope
