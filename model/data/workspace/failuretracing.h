// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/progress.h>
#include <domain/studysnapshot.h>
#include <sampling/failurefamilies.h>

namespace Decayscope {

/// What every failed run of a study left behind: those that samplingUnits() counts. Runs whose content cannot be read
/// are left out. Errors: those of opening the store, Cancelled.
[[nodiscard]] Result<std::vector<FailureTrace>> failureTracesInStore(
    const QString &storePath, const StudySnapshot &study, const Progress &progress);

} // namespace Decayscope
