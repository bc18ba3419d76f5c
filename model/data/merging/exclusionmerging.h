// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "otherstudy.h"
#include "storemerging.h"

#include <store/writeunit.h>

#include <set>

namespace Decayscope {

/// The runs that the store has now.
[[nodiscard]] Result<std::set<RunKey>> readRunKeys(const PerformWrite &perform);

/// Excludes runs that are excluded there and not here, and counts them. How many of them were here `before` the merge
/// is told as a warning, since their numbers change here and undoing the merge does not bring them back.
[[nodiscard]] Result<> mergeExclusions(
    const PerformWrite &perform, const OtherStudy &other, const std::set<RunKey> &before, MergeReport &report);

} // namespace Decayscope
