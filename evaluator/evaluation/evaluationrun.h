// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "evaluatedcontract.h"

#include <base/progress.h>
#include <base/result.h>
#include <domain/evaluation.h>
#include <domain/runbundle.h>
#include <registries/registrymirror.h>
#include <runtimes/runtimerecipe.h>
#include <sandbox/sandbox.h>

#include <functional>
#include <memory>
#include <variant>

namespace Decayscope {

/// The generated code of a run: a folder, or a patch to a base.
struct WorkspaceFolder
{
    QString path;
};
struct WorkspacePatch
{
    QString path; ///< Of the patch file.
    QByteArray bytes;
};

/// One evaluation to make.
struct EvaluationRequest
{
    RunKey key; ///< What the run will be called; its task is named by `task`.
    TaskSpec task;
    EvaluatedContract contract; ///< Of the task, with the suites that are run.
    RuntimeRecipe runtime; ///< As recipeUnderContract() has it.
    std::variant<WorkspaceFolder, WorkspacePatch> code;
    QString base; ///< Feature tasks: a folder with the repository the patches are for; empty for none.
    QString baseCommit; ///< Checked out in the base where it is a git repository; empty: as it stands.
    QByteArray taskPatch; ///< Feature tasks: the patch that removed the feature; may be empty.
    SetUpNetwork network = SetUpNetwork::Registries;
    SandboxLimits limits;
    bool deepSuite = true; ///< Whether the contract's second suite runs beside the scored one, where it has one.
};

/// Where the generated code of a request comes from: the folder's or patch's path.
[[nodiscard]] QString codePath(const EvaluationRequest &request);

/// What evaluations stand on. Shared by all of them; its parts are thread-safe.
struct EvaluationTools
{
    std::shared_ptr<Sandbox> sandbox;
    std::shared_ptr<RegistryMirror> registries; ///< May be null: then set-up reaches nothing or everything.
    QString suiteProgram; ///< Path of decayscope-suite.
    QString cacheFolder;
    QString program; ///< This program's version.
    Verifiers verifiers;
};

/// What there is to see of an evaluation while it goes on. Called in the evaluation's thread.
struct EvaluationWatch
{
    std::function<void(const StepRecord &)> step; ///< A step began or ended.
    std::function<void(const QString &suite, int index, const HttpExchange &)> exchange;
    std::function<void(EvaluationStep, QByteArrayView)> output; ///< Of set-up and server, as it comes.
    std::function<void(const ResourceUse &)> resources; ///< A few times a second.
};

/// Evaluates generated code as the study does: prepare, patch, set up, start, wait for health, suite, logs, verifiers,
/// stop. A step that fails is recorded and the next is tried: a server that never answers has all its assertions
/// failed. What this system lacks is no failure of the code: there is no run then. Runs in the calling thread, which
/// must live as long; takes seconds to minutes. Errors leave nothing behind: Cancelled; NotFound and Refused where the
/// sandbox, git, the database or the programs of a set-up cannot be had; InvalidInput or Unreadable for code that
/// cannot be read and bases that do not become what the patch is for; Internal.
[[nodiscard]] Result<RunBundle> evaluate(const EvaluationRequest &request, const EvaluationTools &tools,
    const EvaluationWatch &watch, const Progress &progress);

} // namespace Decayscope
