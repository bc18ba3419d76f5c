// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sampleplan.h"

#include <domain/runbundle.h>

namespace Decayscope {

/// A sample run as its results folder would be read: the files are made up in the study's layout and go through the
/// same readers as everybody's. Without verdicts.
[[nodiscard]] RunBundle sampleBundle(const SampleRun &run);

} // namespace Decayscope
