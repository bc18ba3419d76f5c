// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <store/connection.h>
#include <store/preparedrun.h>
#include <store/runcontents.h>

namespace Decayscope {

/// Reads the current content of another study's run into what an import of it would store. Everything is checked as if
/// anybody could have written it: names, sizes, hashes, enumerations, places and counts; texts are packed anew.
/// `run` is the run as the other study's snapshot has it. Errors: Refused and Damaged with what is wrong.
[[nodiscard]] Result<PreparedRun> readStoredRun(Connection &other, const Run &run, const RunContent &content);

} // namespace Decayscope
