// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "planfile.h"
#include "plantasks.h"

#include <QCryptographicHash>

#include <nlohmann/json.hpp>

namespace Decayscope {

namespace {

using Json = nlohmann::ordered_json;

void put(Json &object, const char *key, const QString &text)
{
    if (!text.isEmpty())
        object[key] = text.toStdString();
}

void putUnless(Json &object, const char *key, const auto &value, const auto &usual)
{
    if (value != usual)
        object[key] = value;
}

Json endpointJson(const ModelEndpoint &endpoint)
{
    Json object;
    put(object, "name", endpoint.name);
    put(object, "url", endpoint.url);
    put(object, "key", endpoint.key);
    return object;
}

Json modelJson(const PlannedModel &model)
{
    Json object;
    put(object, "name", model.name);
    put(object, "endpoint", model.endpoint);
    put(object, "apiName", model.apiName);
    if (model.temperature)
        object["temperature"] = *model.temperature;
    putUnless(object, "maxOutputTokens", model.maxOutputTokens, 0);
    putUnless(object, "toolCalls", model.toolCalls, true);
    putUnless(object, "streaming", model.streaming, true);
    putUnless(object, "seedByTrial", model.seedByTrial, false);
    if (model.price)
        object["price"] = Json{{"input", model.price->input}, {"output", model.price->output}};
    return object;
}

Json scaffoldJson(const PlannedScaffold &scaffold)
{
    Json object;
    put(object, "name", scaffold.name);
    object["steps"] = scaffold.limits.steps;
    putUnless(object, "cost", scaffold.limits.cost, 0.0);
    putUnless(object, "seconds", scaffold.limits.time.count(), 0);
    object["commandSeconds"] = scaffold.limits.command.count();
    return object;
}

Json armJson(const ExperimentalArm &arm)
{
    Json object;
    put(object, "name", arm.name);
    putUnless(object, "feedbackRounds", arm.feedbackRounds, 0);
    put(object, "documentation", arm.documentation);
    putUnless(object, "reminderTurns", arm.reminderTurns, 0);
    return object;
}

Json configurationJson(const PlannedConfiguration &configuration)
{
    Json object;
    put(object, "model", configuration.model);
    put(object, "scaffold", configuration.scaffold);
    put(object, "arm", configuration.arm);
    return object;
}

Json judgeJson(const PlannedJudge &judge)
{
    Json object;
    put(object, "annotator", judge.annotator);
    put(object, "model", judge.model);
    object["repeats"] = judge.repeats;
    return object;
}

template <typename Part>
Json listJson(const std::vector<Part> &parts, Json (*json)(const Part &))
{
    auto list = Json::array();
    for (const auto &part : parts)
        list.push_back(json(part));
    return list;
}

Json tasksJson(const std::vector<TaskSpec> &tasks)
{
    auto list = Json::array();
    for (const auto &text : planTaskTexts(tasks))
        list.push_back(text.toStdString());
    return list;
}

Json planJson(const CampaignPlan &plan)
{
    Json object{{"format", planFormat.data()}, {"version", planVersion}, {"name", plan.name.toStdString()},
        {"endpoints", listJson(plan.endpoints, endpointJson)}, {"models", listJson(plan.models, modelJson)},
        {"scaffolds", listJson(plan.scaffolds, scaffoldJson)}};
    if (!plan.arms.empty())
        object["arms"] = listJson(plan.arms, armJson);
    object["configurations"] = listJson(plan.configurations, configurationJson);
    object["tasks"] = tasksJson(plan.tasks);
    if (!plan.judges.empty())
        object["judges"] = listJson(plan.judges, judgeJson);
    object["trials"] = plan.trials;
    object["parallel"] = plan.parallel;
    object["retries"] = plan.retries;
    putUnless(object, "costLimit", plan.costLimit, 0.0);
    object["network"] = setUpNetworkName(plan.network).toStdString();
    object["deepSuite"] = plan.deepSuite;
    return object;
}

} // namespace

QByteArray planFile(const CampaignPlan &plan)
{
    constexpr int indent = 2;
    const auto text = planJson(plan).dump(indent, ' ', false, Json::error_handler_t::replace);
    return QByteArray::fromStdString(text) + '\n';
}

QString planHash(const CampaignPlan &plan)
{
    return QString::fromLatin1(QCryptographicHash::hash(planFile(plan), QCryptographicHash::Sha256).toHex());
}

} // namespace Decayscope
