// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/importreport.h>
#include <merging/storemerging.h>

namespace Decayscope {

/// What merging brought, told as an import; `paths` are the studies, in the order of their reports. It names the import
/// to undo where there is only one. Runs in the study and the time it took are left to the caller.
[[nodiscard]] ImportReport mergedReport(const QStringList &paths, const std::vector<Result<MergeReport>> &reports);

} // namespace Decayscope
