// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "otherstudy.h"
#include "storemerging.h"

#include <base/progress.h>
#include <store/writeunit.h>

namespace Decayscope {

/// Takes codebooks and samples of another study. A version of a codebook that stands here with other content stays, as
/// does the copy of a sample that is here.
[[nodiscard]] Result<> mergeSamples(const PerformWrite &perform, const OtherStudy &other, MergeReport &report);

/// Takes the label events of another study, stream by stream, each with its chain; see mergeLabelStream(). A stream
/// with a broken chain is left out, one that goes apart from the copy here from there on. Each is told as a warning.
[[nodiscard]] Result<> mergeLabels(
    const PerformWrite &perform, const OtherStudy &other, MergeReport &report, const Progress &progress);

} // namespace Decayscope
