// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <store/preparedrun.h>
#include <store/writeunit.h>

namespace Decayscope {

/// What becomes of a run whose key another one has.
enum class TakenKey : quint8 {
    NewVersion, ///< It is that run, made anew.
    NextTrial ///< It is another one, and has the next free trial: somebody was faster.
};

/// Stores one run as an import of its own, so that it can be undone like any other, in one transaction. Gives its id.
/// Errors: what keeps the store from being written.
[[nodiscard]] Result<RunId> addPreparedRun(
    const PerformWrite &perform, PreparedRun run, TakenKey taken = TakenKey::NewVersion);

} // namespace Decayscope
