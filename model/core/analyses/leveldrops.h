// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis.h"

#include <figures/tablecontext.h>
#include <inference/effectsize.h>

namespace Decayscope {

/// The drop of one configuration from L0 to L3, paired over the frameworks that have both; percentage points of A%.
struct LevelDrop
{
    Configuration configuration;
    std::optional<double> first; ///< Mean over the frameworks that are paired.
    std::optional<double> last;
    std::vector<double> differences; ///< One a framework.
    QStringList frameworks; ///< That are paired, by name.
    std::optional<Estimate> drop;
    std::optional<EffectSize> effect;
    double pFlip = 1; ///< Two-sided; of fewer than two frameworks it says nothing.
    double pWild = 1;
    double pHolm = 1; ///< pFlip, adjusted for all configurations with two frameworks or more.
    double pBh = 1;
    double pWildHolm = 1;
};

/// One a configuration, in the order in which the study shows them.
[[nodiscard]] std::vector<LevelDrop> levelDrops(const TableContext &context, const AnalysisRequest &request);

} // namespace Decayscope
