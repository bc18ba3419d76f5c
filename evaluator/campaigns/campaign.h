// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <agents/agentrun.h>
#include <evaluation/evaluationrun.h>
#include <plans/planledger.h>

namespace Decayscope {

/// One run of a plan, ready to be made: what its agent gets, and how its code is evaluated. The patch comes between.
struct CampaignTask
{
    AgentRequest agent; ///< Its folder is the campaign's to make.
    EvaluationRequest evaluation; ///< Its code is the agent's.
};

/// How often a campaign looks and tells, and how long it waits after failures of the infrastructure.
struct CampaignPace
{
    std::chrono::milliseconds look{500}; ///< At wishes, and whether there is something new to tell.
    std::chrono::milliseconds heartbeat{10'000}; ///< Even where nothing is new.
    std::chrono::milliseconds firstDelay{15'000}; ///< After one failure; doubles with each.
    std::chrono::milliseconds longestDelay{600'000};
};

/// What a campaign stands on; put together by who knows stores, contracts and keys. All functions are thread-safe.
struct CampaignTools
{
    /// Prompt, recipe, suite and so on of a run. Errors: NotFound and the like, which pause the plan.
    std::function<Result<CampaignTask>(const PlanClaim &claim)> prepare;
    /// Who drives the models of a scaffold. Errors: NotFound.
    std::function<Result<RunAgent>(const QString &scaffold)> agentOf;
    AgentTools agent;
    /// As the function evaluate() with its tools.
    std::function<Result<RunBundle>(
        const EvaluationRequest &request, const EvaluationWatch &watch, const Progress &progress)>
        evaluate;
    /// The evaluated run with what its agent left: documents, turns, ending, tokens.
    std::function<RunBundle(RunBundle evaluated, AgentOutcome outcome)> complete;
    std::shared_ptr<SpendingMeter> meter; ///< Of all the plan's conversations; may be null.
    std::function<void()> pause; ///< Lets everybody who runs the plan pause; may be empty.
    QString folder; ///< For what runs leave while they go on: a folder each, "NUMBER-ATTEMPT".
    int parallel = 0; ///< Runs at once; 0: as the plan says.
    CampaignPace pace;
};

/// What became of a campaign, or of a part of it.
struct CampaignSummary
{
    int planned = 0; ///< Runs of the plan.
    int skipped = 0; ///< Were done before.
    int done = 0; ///< Made by this call.
    int agentFailures = 0; ///< Among them: not submitted.
    int failed = 0; ///< Of the infrastructure, as often as the plan allows; by anybody.
    int waiting = 0; ///< Neither done nor failed at the end.
    int infrastructureFailures = 0; ///< Attempts of this call.
    int interruptions = 0; ///< Attempts that this call gave back or lost to others.
    Spending spent; ///< By this call.
    qint64 milliseconds = 0;
    QString halted; ///< Why it paused by itself, as a sentence; empty where it did not.
    bool isCancelled = false;

    bool operator==(const CampaignSummary &) const = default;
};

/// What there is to see of a campaign. Called in its threads, one call at a time.
struct CampaignWatch
{
    /// Something happened, told in a sentence; `run` is the run's number, -1 for the whole plan.
    std::function<void(int run, const QString &sentence)> event;
};

/// Makes the runs of a plan that wait, several at once: agent, evaluation, storing. Returns when none waits any more,
/// when the user wants it paused or stopped, or when it cannot go on: no key, the spending limit reached, nothing to
/// run code in; then it pauses itself and says why. Failures of the infrastructure are tried again later; whatever
/// agents do is a result. Progress counts the plan's runs. Cancelled progress gives back what runs; the summary says
/// so. Errors: those of the ledger.
[[nodiscard]] Result<CampaignSummary> runCampaign(
    PlanLedger &ledger, const CampaignTools &tools, const CampaignWatch &watch, const Progress &progress);

} // namespace Decayscope
