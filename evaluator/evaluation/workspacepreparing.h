// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "evaluationrun.h"

#include <sandbox/runfolder.h>

namespace Decayscope {

/// The patch that stands for the generated code: what verifiers read and the run keeps. Of a folder it is what would
/// add all its files. Errors: NotFound, Unreadable, Refused.
[[nodiscard]] Result<QByteArray> patchOf(const EvaluationRequest &request);

/// Puts what the generated code starts from into `workspace` below the run's folder: the code itself where it is a
/// folder, without what patches leave out (dependencies, build output, databases of earlier runs); else the base
/// repository, else nothing; and the patches beside it. Gives the workspace's path. Errors: those of
/// RunFolder::copyIn().
[[nodiscard]] Result<QString> layOutWorkspace(
    RunFolder &folder, const EvaluationRequest &request, const Progress &progress);

/// How applying the patches went.
struct PatchOutcome
{
    bool isApplied = true;
    QString message; ///< A sentence; empty where there was nothing to apply.
    QString log; ///< What git said.
};

/// Makes the workspace a git repository with the patches applied, by git inside the sandbox. A patch of the generated
/// code that does not apply is an outcome of the run. Errors: NotFound (no git), InvalidInput (a base that does not
/// become what the patch is for is no fault of the generated code, and a score of it would be of something else);
/// Cancelled, and those of starting a command.
[[nodiscard]] Result<PatchOutcome> applyPatches(
    SandboxSession &session, const RunFolder &folder, const EvaluationRequest &request, const Progress &progress);

} // namespace Decayscope
