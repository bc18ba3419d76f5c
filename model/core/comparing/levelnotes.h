// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "leveldifferences.h"

namespace Decayscope {

/// How the p-values of the levels come about and are adjusted, and which of them cannot be small.
[[nodiscard]] QStringList permutationNotes(
    const ComparisonContext &context, std::span<const LevelDifference> differences);

/// Adds the draws and their seed where a p-value comes of them.
void describeDraws(EstimatorCard &card, std::span<const LevelDifference> differences);

} // namespace Decayscope
