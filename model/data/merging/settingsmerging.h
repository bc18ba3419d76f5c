// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "otherstudy.h"
#include "storemerging.h"

#include <store/writeunit.h>

namespace Decayscope {

/// Takes task files, styles and saved filters of another study where there are none here. The runs that a saved filter
/// names one by one are found again by their keys.
[[nodiscard]] Result<> mergeSettings(const PerformWrite &perform, const OtherStudy &other, MergeReport &report);

} // namespace Decayscope
