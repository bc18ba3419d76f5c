// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/runbundle.h>

namespace Decayscope {

/// What a trajectory says, whichever scaffold wrote it.
struct TrajectoryReading
{
    std::vector<Turn> turns;
    Termination termination = Termination::NoTrajectory;
    std::optional<TokenCount> tokens;
    std::optional<TokenCount> allTokens;
    std::vector<ImportIssue> warnings; ///< Paths relative to the run's folder.
};

} // namespace Decayscope
