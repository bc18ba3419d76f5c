// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storemerging.h"

#include <store/writeunit.h>

namespace Decayscope {

/// The same on a store that somebody has open: `perform` writes into it, `store` is its file.
[[nodiscard]] Result<std::vector<Result<MergeReport>>> mergeStudies(
    const PerformWrite &perform, const QString &store, const QStringList &others, const Progress &progress);

[[nodiscard]] Result<CompactReport> compactStudy(
    const PerformWrite &perform, const QString &store, const Progress &progress);

} // namespace Decayscope
