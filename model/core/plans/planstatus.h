// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "plan.h"

#include <domain/run.h>

namespace Decayscope {

using PlanId = Id<struct PlanTag>;

/// Failed: of the infrastructure, as often as the plan allows. Whatever an agent or its code does is a Done run.
enum class PlannedRunState : quint8 { Waiting, Agent, Evaluating, Done, Failed };

/// "waiting", "agent", "evaluating", "done", "failed"
[[nodiscard]] QString plannedRunStateName(PlannedRunState state);
[[nodiscard]] std::optional<PlannedRunState> plannedRunStateFromName(QStringView name);

/// What agents and judges used of a model.
struct Spending
{
    qint64 inputTokens = 0;
    qint64 outputTokens = 0;
    double cost = 0; ///< In the prices' currency.
    bool isPriced = true; ///< Else some of it had no price, and `cost` is what is known.

    Spending &operator+=(const Spending &other);
    bool operator==(const Spending &) const = default;
};

/// How far one run of a plan is.
struct PlannedRunStatus
{
    PlannedRun run;
    PlannedRunState state = PlannedRunState::Waiting;
    int attempts = 0; ///< Begun so far.
    int infrastructureFailures = 0; ///< Among them.
    int interruptions = 0; ///< Among them: paused, cancelled or killed.
    QString message; ///< Why the newest attempt failed, or what it is at; a sentence.
    int turns = 0; ///< Of the newest attempt.
    Spending spent; ///< Over all attempts.
    qint64 milliseconds = 0; ///< Of the newest attempt.
    std::optional<RunId> result; ///< Where it is done.
    Termination termination = Termination::NoTrajectory; ///< Where it is done: agent failures are counted by it.

    bool operator==(const PlannedRunStatus &) const = default;
};

/// What the user wants of a plan; whoever runs it looks at it between and during runs.
enum class PlanWish : quint8 {
    Run,
    Pause, ///< What runs goes on to its end, nothing new is begun.
    Stop ///< What runs is interrupted; it begins anew later.
};

/// "run", "pause", "stop"
[[nodiscard]] QString planWishName(PlanWish wish);
[[nodiscard]] std::optional<PlanWish> planWishFromName(QStringView name);

/// Something that happened, for the log at the plan's page.
struct PlanEvent
{
    qint64 number = 0; ///< Grows.
    QString time; ///< ISO 8601, UTC.
    int run = -1; ///< The run's number; -1: of the whole plan.
    QString text; ///< A sentence.

    bool operator==(const PlanEvent &) const = default;
};

/// A plan and everything that became of it.
struct PlanStatus
{
    PlanId id;
    CampaignPlan plan;
    QString created; ///< ISO 8601, UTC.
    PlanWish wish = PlanWish::Run;
    int workers = 0; ///< Programs that are alive and at it.
    std::vector<PlannedRunStatus> runs; ///< By number, all of them.
    Spending spent; ///< Of all attempts, judges included.

    [[nodiscard]] int count(PlannedRunState state) const;
    [[nodiscard]] int agentFailures() const; ///< Done runs that were not submitted.

    bool operator==(const PlanStatus &) const = default;
};

} // namespace Decayscope
