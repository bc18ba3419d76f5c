// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "writeunit.h"

#include <base/progress.h>

namespace Decayscope {

/// Takes an import back: at once in the numbers. Errors: NotFound, Busy, ReadOnly.
[[nodiscard]] Result<> takeBackImport(const PerformWrite &perform, qint64 importId);

/// Removes what undone imports have left, in short units; also what an earlier undoing that was killed had to leave.
/// When cancelled, the rest stays for the next time.
[[nodiscard]] Result<> clearUndone(const PerformWrite &perform, const Progress &progress);

} // namespace Decayscope
