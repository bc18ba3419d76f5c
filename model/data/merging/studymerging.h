// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storemerging.h"

#include <store/writeunit.h>

namespace Decayscope {

/// As mergeStores(), on a store that somebody has open: `perform` writes into it, `store` is its file.
[[nodiscard]] Result<std::vector<Result<MergeReport>>> mergeStudies(
    const PerformWrite &perform, const QString &store, const QStringList &others, const Progress &progress);

/// As compactStore(), likewise.
[[nodiscard]] Result<CompactReport> compactStudy(
    const PerformWrite &perform, const QString &store, const Progress &progress);

} // namespace Decayscope
