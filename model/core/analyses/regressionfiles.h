// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis.h"
#include "regressionkind.h"

namespace Decayscope {

/// The data of a regression, and a script in R that fits it again and stops where R gets something else. None where
/// nothing was fitted.
[[nodiscard]] std::vector<AnalysisFile> regressionFiles(const FittedRegression &regression, std::span<const Run> runs);

} // namespace Decayscope
