// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "campaign.h"
#include "campaigncontrol.h"
#include "claimatwork.h"

namespace Decayscope {

/// A run that was made, before it is stored.
struct MadeRun
{
    RunBundle bundle;
    Spending spent;
};

/// Makes a claimed run: the agent works, its patch is evaluated, and both become one run. Stops where the control says
/// so and where the claim is lost. Errors: those of preparing, of the agent and of the evaluation; Cancelled.
[[nodiscard]] Result<MadeRun> makeRun(ClaimAtWork &work, const CampaignTools &tools, const CampaignControl &control);

/// Where a run leaves its growing trajectory.
[[nodiscard]] QString attemptFolder(const CampaignTools &tools, const PlanClaim &claim);

} // namespace Decayscope
