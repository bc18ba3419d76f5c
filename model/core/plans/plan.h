// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/configuration.h>
#include <domain/runtimerecipe.h>
#include <domain/task.h>
#include <domain/tokenprice.h>

#include <chrono>
#include <optional>
#include <vector>

namespace Decayscope {

/// Where models answer: a server that speaks OpenAI's chat completions.
struct ModelEndpoint
{
    QString name; ///< Within the plan.
    QString url; ///< Such as "https://openrouter.ai/api/v1"; requests go to `url` + "/chat/completions".
    QString key; ///< The name of its key in the key ring, never the key; empty where it needs none. See SecretStore.

    bool operator==(const ModelEndpoint &) const = default;
};

/// A model as a plan asks it.
struct PlannedModel
{
    QString name; ///< As in results: Configuration::model.
    QString endpoint; ///< The name of one of the plan's.
    QString apiName; ///< What the endpoint calls it; empty: `name`.
    std::optional<double> temperature; ///< 0–2; absent: the endpoint's own.
    int maxOutputTokens = 0; ///< Of one answer; 0: the endpoint's own.
    bool toolCalls = true; ///< Commands come as tool calls; else in a fenced block.
    bool streaming = true;
    bool seedByTrial = false; ///< Sends the trial's number as `seed`.
    std::optional<TokenPrice> price; ///< Per million tokens; absent: what the endpoint says, else unknown.

    bool operator==(const PlannedModel &) const = default;
};

/// When an agent is stopped; 0 stands for no limit.
struct AgentLimits
{
    int steps = 300; ///< Answers of the model.
    double cost = 0; ///< In the prices' currency.
    std::chrono::seconds time{0};
    std::chrono::seconds command{120}; ///< One command; never 0.

    bool operator==(const AgentLimits &) const = default;
};

inline constexpr QLatin1StringView builtInScaffold{"bash_only"};

/// A scaffold as a plan uses it: the built-in one, or one of an adapter's name ("mini_swe_sdk", "openhands_sdk", …).
struct PlannedScaffold
{
    QString name;
    AgentLimits limits;

    bool operator==(const PlannedScaffold &) const = default;
};

/// What is tried beside the study's own conditions. Parts may be combined.
struct ExperimentalArm
{
    QString name; ///< Letters, digits, '-', '_'.
    int feedbackRounds = 0; ///< How often the agent sees the verifiers' findings after it submitted, at most.
    QString documentation; ///< A folder whose texts are appended to the task; empty for none.
    int reminderTurns = 0; ///< Every so many turns the constraints are repeated; 0 for never.

    bool operator==(const ExperimentalArm &) const = default;
};

/// A row of the plan's matrix.
struct PlannedConfiguration
{
    QString model; ///< The name of one of the plan's.
    QString scaffold; ///< The name of one of the plan's.
    QString arm; ///< The name of one of the plan's; empty: the study's own conditions.

    /// As in results: an arm stands behind its scaffold, "bash_only+feedback", so that it has curves of its own.
    [[nodiscard]] Configuration configuration() const
    {
        return {.scaffold = arm.isEmpty() ? scaffold : QString(scaffold + u'+' + arm), .model = model};
    }

    bool operator==(const PlannedConfiguration &) const = default;
};

/// A model that classifies the failures of a plan's runs once they are there.
struct PlannedJudge
{
    QString annotator; ///< Whose labels its answers are.
    QString model; ///< The name of one of the plan's.
    int repeats = 1; ///< How often each failure is judged.

    bool operator==(const PlannedJudge &) const = default;
};

/// What is to be run: configurations × tasks × trials, and with what. A value: what became of it is a PlanStatus.
struct CampaignPlan
{
    QString name; ///< For people; of the study's own templates "paper full" and "paper subset".
    std::vector<ModelEndpoint> endpoints;
    std::vector<PlannedModel> models;
    std::vector<PlannedScaffold> scaffolds;
    std::vector<ExperimentalArm> arms;
    std::vector<PlannedConfiguration> configurations;
    std::vector<TaskSpec> tasks;
    std::vector<PlannedJudge> judges;
    int trials = 3;
    int parallel = 2; ///< Runs at once.
    int retries = 3; ///< Of one run, after infrastructure failures.
    double costLimit = 0; ///< Of the whole plan; 0 for none.
    SetUpNetwork network = SetUpNetwork::Registries; ///< Of agents' commands and of set-ups.
    bool deepSuite = true;

    [[nodiscard]] const ModelEndpoint *endpoint(QStringView endpointName) const; ///< Null where there is none.
    [[nodiscard]] const PlannedModel *model(QStringView modelName) const;
    [[nodiscard]] const PlannedScaffold *scaffold(QStringView scaffoldName) const;
    [[nodiscard]] const ExperimentalArm *arm(QStringView armName) const;

    bool operator==(const CampaignPlan &) const = default;
};

/// One run of a plan. Its number is its place in the order of the plan, from 0, and never changes.
struct PlannedRun
{
    int number = 0;
    PlannedConfiguration configuration;
    TaskSpec task;
    int trial = 0;

    bool operator==(const PlannedRun &) const = default;
};

/// The most runs a plan may have.
inline constexpr qint64 mostPlannedRuns = 100'000;

/// How many runs a plan has: configurations × tasks × trials.
[[nodiscard]] qint64 plannedRunCount(const CampaignPlan &plan);

/// All runs of a plan in the order in which they are made: every cell (configuration and task) once before any twice;
/// neighbours differ in configuration where there are several; tasks alternate between levels and frameworks. So a plan
/// that is stopped early is a balanced one. Empty where there are more than mostPlannedRuns.
[[nodiscard]] std::vector<PlannedRun> plannedRuns(const CampaignPlan &plan);

/// Something a plan cannot be run with.
struct PlanFault
{
    QString place; ///< As in the plan's file: "models[0].price", "trials".
    QString sentence; ///< Without its subject, which is the place: "must not be empty."

    bool operator==(const PlanFault &) const = default;
};

/// Everything wrong with a plan, in the order of its file, at most a hundred; empty where it can be run. No sentence
/// repeats a text that could be a key.
[[nodiscard]] std::vector<PlanFault> placedPlanFaults(const CampaignPlan &plan);

/// The same as whole sentences, each beginning with its place in quotes.
[[nodiscard]] QStringList planFaults(const CampaignPlan &plan);

/// Whether a text looks like the key of a model's endpoint rather than a name for it.
[[nodiscard]] bool looksLikeSecret(QStringView text);

/// A part of a plan's runs for one of many machines: those whose number modulo `count` is `index`.
struct PlanShard
{
    int index = 0; ///< From 0; the command line counts from 1.
    int count = 1;

    [[nodiscard]] bool contains(int number) const { return number % count == index; }

    bool operator==(const PlanShard &) const = default;
};

} // namespace Decayscope
