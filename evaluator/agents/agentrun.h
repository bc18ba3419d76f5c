// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/progress.h>
#include <base/result.h>
#include <domain/runbundle.h>
#include <modelclient/chatmodel.h>
#include <plans/plan.h>
#include <registries/registrymirror.h>
#include <runtimes/runtimerecipe.h>
#include <sandbox/sandbox.h>

namespace Decayscope {

/// One agent's work on one task.
struct AgentRequest
{
    RunKey key; ///< What the run will be called.
    TaskSpec task;
    QString prompt; ///< The task's text, as promptOf() has it.
    PlannedModel model;
    PlannedScaffold scaffold;
    ExperimentalArm arm; ///< Without a name: the study's own conditions.
    RuntimeRecipe runtime; ///< As recipeUnderContract() has it: its environment, its port.
    QString database; ///< The contract's database name, as prompts have it; a server is there where the task needs one.
    SetUpNetwork network = SetUpNetwork::Registries; ///< Of the agent's commands.
    SandboxLimits limits;
    QString base; ///< Feature tasks: a folder with the repository to start from; empty: an empty repository.
    QString baseCommit;
    QByteArray taskPatch; ///< Feature tasks: taken out before the agent starts.
    QString folder; ///< Of this system, made by the caller: the trajectory grows here turn by turn, and stays.
};

/// What agents stand on. Shared; its parts are thread-safe.
struct AgentTools
{
    std::shared_ptr<Sandbox> sandbox;
    std::shared_ptr<RegistryMirror> registries; ///< May be null.
    QString cacheFolder;
    Verifiers verifiers; ///< For the arm that shows their findings.
    /// A model to talk to; `trial` seeds it where the plan wants that. Called in the agent's thread.
    std::function<Result<std::unique_ptr<ChatModel>>(const PlannedModel &model, int trial)> connect;
    /// The key of a model's endpoint, for scaffolds that talk to it themselves; empty where it needs none.
    std::function<Result<QString>(const PlannedModel &model)> secret;
    QString program; ///< This program's version.
};

/// What there is to see of an agent while it works. Called in its thread.
struct AgentWatch
{
    std::function<void(int turns, const Spending &spent, const QString &what)> turn; ///< One more message.
};

/// What came of an agent's work.
struct AgentOutcome
{
    QByteArray patch; ///< `git diff` against the start, without what the study leaves out; may be empty.
    std::vector<Document> documents; ///< Its trajectory and what else it left, with paths as in a run's folder.
    QString ending; ///< The exit status in the trajectory's words: "Submitted", "LimitsExceeded", …
    Spending spent;
    bool isCounted = true; ///< Else tokens are estimated.
    int turns = 0;
    QString log; ///< What happened beside the conversation, for people; may be empty.
};

/// Lets an agent work. Runs in the calling thread, which must live as long; takes minutes to hours. What the agent does
/// wrong (limits, formats, nothing submitted) is an outcome. Errors are of the infrastructure: Cancelled, those of
/// ChatModel::answer(), those of the sandbox and the database; the trajectory so far stays in the request's folder.
using RunAgent = std::function<Result<AgentOutcome>(
    const AgentRequest &request, const AgentTools &tools, const AgentWatch &watch, const Progress &progress)>;

} // namespace Decayscope
