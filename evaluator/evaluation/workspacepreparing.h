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

/// Where the patches of layOutWorkspace() are, to be shown inside; empty where the code is a folder.
[[nodiscard]] std::vector<SandboxBind> patchBinds(const RunFolder &folder, const EvaluationRequest &request);

/// The commands that make the workspace a git repository with the patches applied, to be run inside; in their order.
[[nodiscard]] std::vector<QStringList> patchCommands(const EvaluationRequest &request);

} // namespace Decayscope
