// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "samplecode.h"

namespace Decayscope {

/// The files as git would show them, all new, sorted by their paths.
[[nodiscard]] QByteArray samplePatch(std::vector<SampleSource> sources);

} // namespace Decayscope
