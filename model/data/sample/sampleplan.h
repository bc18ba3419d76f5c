// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/run.h>

#include <vector>

namespace Decayscope {

/// One run of the sample study and how it is to turn out.
struct SampleRun
{
    RunKey key;
    TaskSpec task;
    double share = 0; ///< Of the assertions that are to pass, about; 0 where the server never came up.
    bool serverStarts = true;
    std::optional<ConstraintKind> violated; ///< What the patch is to break, if anything.
    Termination termination = Termination::Submitted;
};

/// All runs of the sample: three made-up models under two scaffolds on the study's tasks, with quality falling as
/// constraints pile up. One configuration has only the pipeline subset, one lacks some tasks. Always the same.
[[nodiscard]] std::vector<SampleRun> samplePlan();

} // namespace Decayscope
