// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/runbundle.h>

#include <imports/runsource.h>

namespace Decayscope {

/// Reads a run's files into a bundle, all but the verdicts. Never fails: what is damaged, missing or odd is read as far
/// as it goes and leaves a warning that names file and cause.
[[nodiscard]] RunBundle readRun(const PendingRun &run, std::vector<RawFile> files);

} // namespace Decayscope
