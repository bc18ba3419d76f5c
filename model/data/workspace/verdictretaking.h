// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/progress.h>
#include <domain/verdict.h>
#include <store/verdictstore.h>
#include <store/writeunit.h>

namespace Decayscope {

/// Takes all verdicts of a study again from the stored patches, as after a new version of the verifiers; also those of
/// contents that wait for an undoing. Gives the number of run contents judged. Errors: Cancelled (what was written
/// stays), and what keeps the store from being read or written.
[[nodiscard]] Result<int> retakeVerdicts(const QString &storePath, const Verifiers &verifiers,
    const PerformWrite &perform, const Progress &progress, Retake retake = Retake::Outdated);

} // namespace Decayscope
