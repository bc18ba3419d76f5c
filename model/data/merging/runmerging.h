// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "otherstudy.h"
#include "storemerging.h"

#include <store/writeunit.h>

namespace Decayscope {

/// Takes the runs of another study in, as one import: read and checked by several threads, written by one in short
/// transactions. Runs are known by their keys. A run whose content is or was here is unchanged; one that another merged
/// study with newer imports brought stays. What was done when it is cancelled stays, and the rest comes the next time.
/// Errors: Cancelled, and what keeps the store from being written.
[[nodiscard]] Result<> mergeRuns(
    const PerformWrite &perform, const OtherStudy &other, MergeReport &report, const Progress &progress);

} // namespace Decayscope
