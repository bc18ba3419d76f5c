// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/result.h>

namespace Decayscope {

/// What the program's exit status says to scripts; part of the command-line contract.
enum class ExitStatus : int {
    Done = 0,
    Findings = 1, ///< A check differs, or nothing was found.
    Usage = 2,
    StoreUnusable = 3, ///< Missing, no store, damaged, newer than this program, or busy beyond the time-out.
    Partly = 4, ///< Some inputs were refused; each is listed with its reason.
    Cancelled = 130 ///< By SIGINT, or by SIGTERM and SIGHUP, which ask the same.
};

/// The status of a verb that ended because a store gave this error.
[[nodiscard]] inline ExitStatus statusOf(const Error &error)
{
    return error.kind == ErrorKind::Cancelled ? ExitStatus::Cancelled : ExitStatus::StoreUnusable;
}

} // namespace Decayscope
