// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "writeunit.h"

#include <store/preparedrun.h>

namespace Decayscope {

/// Stores one run as an import of its own, so that it can be undone like any other, in one transaction. Gives its id; a
/// run of the same key gets a new version. Errors: what keeps the store from being written.
[[nodiscard]] Result<RunId> addPreparedRun(const PerformWrite &perform, const PreparedRun &run);

} // namespace Decayscope
