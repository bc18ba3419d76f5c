// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "planfile.h"
#include "planlimits.h"
#include "plantasks.h"

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

using Need = FileFields::Need;

ModelEndpoint endpointFrom(FileFields &fields)
{
    fields.knowOnly({"name"_L1, "url"_L1, "key"_L1});
    return {.name = fields.line("name"_L1, Need::Required),
        .url = fields.line("url"_L1, Need::Required),
        .key = fields.line("key"_L1)};
}

std::optional<TokenPrice> priceFrom(FileFields &model)
{
    if (!model.has("price"_L1))
        return std::nullopt;
    auto fields = model.object("price"_L1);
    fields.knowOnly({"input"_L1, "output"_L1});
    const auto half = [&fields](QLatin1StringView key) {
        const auto value = fields.decimal(key, 0, PlanLimits::money);
        if (!value)
            fields.refuse(key, u"must be there: half a price would make the other half free."_s);
        return value.value_or(0);
    };
    return TokenPrice{.input = half("input"_L1), .output = half("output"_L1)};
}

PlannedModel modelFrom(FileFields &fields)
{
    fields.knowOnly({"name"_L1, "endpoint"_L1, "apiName"_L1, "temperature"_L1, "maxOutputTokens"_L1, "toolCalls"_L1,
        "streaming"_L1, "seedByTrial"_L1, "price"_L1});
    PlannedModel model{.name = fields.line("name"_L1, Need::Required),
        .endpoint = fields.line("endpoint"_L1, Need::Required),
        .apiName = fields.line("apiName"_L1),
        .temperature = fields.decimal("temperature"_L1, 0, PlanLimits::temperature)};
    model.maxOutputTokens = fields.number("maxOutputTokens"_L1, 0, PlanLimits::outputTokens).value_or(0);
    model.toolCalls = fields.flag("toolCalls"_L1).value_or(model.toolCalls);
    model.streaming = fields.flag("streaming"_L1).value_or(model.streaming);
    model.seedByTrial = fields.flag("seedByTrial"_L1).value_or(model.seedByTrial);
    model.price = priceFrom(fields);
    return model;
}

PlannedScaffold scaffoldFrom(FileFields &fields)
{
    fields.knowOnly({"name"_L1, "steps"_L1, "cost"_L1, "seconds"_L1, "commandSeconds"_L1});
    PlannedScaffold scaffold{.name = fields.line("name"_L1, Need::Required), .limits = {}};
    auto &limits = scaffold.limits;
    limits.steps = fields.number("steps"_L1, 0, PlanLimits::steps).value_or(limits.steps);
    limits.cost = fields.decimal("cost"_L1, 0, PlanLimits::money).value_or(0);
    if (const auto seconds = fields.number("seconds"_L1, 0, PlanLimits::seconds))
        limits.time = std::chrono::seconds(*seconds);
    if (const auto seconds = fields.number("commandSeconds"_L1, 1, PlanLimits::commandSeconds))
        limits.command = std::chrono::seconds(*seconds);
    return scaffold;
}

ExperimentalArm armFrom(FileFields &fields)
{
    fields.knowOnly({"name"_L1, "feedbackRounds"_L1, "documentation"_L1, "reminderTurns"_L1});
    return {.name = fields.line("name"_L1, Need::Required),
        .feedbackRounds = fields.number("feedbackRounds"_L1, 0, PlanLimits::feedbackRounds).value_or(0),
        .documentation = fields.line("documentation"_L1),
        .reminderTurns = fields.number("reminderTurns"_L1, 0, PlanLimits::steps).value_or(0)};
}

PlannedConfiguration configurationFrom(FileFields &fields)
{
    fields.knowOnly({"model"_L1, "scaffold"_L1, "arm"_L1});
    return {.model = fields.line("model"_L1, Need::Required),
        .scaffold = fields.line("scaffold"_L1, Need::Required),
        .arm = fields.line("arm"_L1)};
}

PlannedJudge judgeFrom(FileFields &fields)
{
    fields.knowOnly({"annotator"_L1, "model"_L1, "repeats"_L1});
    return {.annotator = fields.line("annotator"_L1, Need::Required),
        .model = fields.line("model"_L1, Need::Required),
        .repeats = fields.number("repeats"_L1, 1, PlanLimits::repeats).value_or(1)};
}

template <typename Part>
std::vector<Part> partsFrom(FileFields &fields, QLatin1StringView key, Part (*read)(FileFields &), Need need)
{
    std::vector<Part> parts;
    for (auto &part : fields.objects(key, need))
        parts.push_back(read(part));
    return parts;
}

SetUpNetwork networkFrom(FileFields &fields)
{
    if (!fields.has("network"_L1))
        return SetUpNetwork::Registries;
    const auto network = setUpNetworkFromName(fields.line("network"_L1));
    if (!network)
        fields.refuse(u"network"_s, u"must be \"nothing\", \"registries\" or \"everything\"."_s);
    return network.value_or(SetUpNetwork::Registries);
}

void checkFormat(FileFields &fields)
{
    fields.knowOnly({"$schema"_L1, "format"_L1, "version"_L1, "name"_L1, "endpoints"_L1, "models"_L1, "scaffolds"_L1,
        "arms"_L1, "configurations"_L1, "tasks"_L1, "judges"_L1, "trials"_L1, "parallel"_L1, "retries"_L1,
        "costLimit"_L1, "network"_L1, "deepSuite"_L1});
    if (fields.line("format"_L1, Need::Required) != planFormat)
        fields.refuse(u"format"_s, u"must be \"%1\"."_s.arg(planFormat));
    if (!fields.number("version"_L1, planVersion, planVersion))
        fields.refuse(u"version"_s, u"must be %1."_s.arg(planVersion));
}

CampaignPlan planFrom(FileFields &fields, const ContractBook &book)
{
    checkFormat(fields);
    CampaignPlan plan;
    plan.name = fields.line("name"_L1, Need::Required);
    plan.endpoints = partsFrom(fields, "endpoints"_L1, endpointFrom, Need::Required);
    plan.models = partsFrom(fields, "models"_L1, modelFrom, Need::Required);
    plan.scaffolds = partsFrom(fields, "scaffolds"_L1, scaffoldFrom, Need::Required);
    plan.arms = partsFrom(fields, "arms"_L1, armFrom, Need::Optional);
    plan.configurations = partsFrom(fields, "configurations"_L1, configurationFrom, Need::Required);
    plan.tasks = readPlanTasks(fields, book);
    plan.judges = partsFrom(fields, "judges"_L1, judgeFrom, Need::Optional);
    plan.trials = fields.number("trials"_L1, 1, PlanLimits::trials).value_or(plan.trials);
    plan.parallel = fields.number("parallel"_L1, 1, PlanLimits::parallel).value_or(plan.parallel);
    plan.retries = fields.number("retries"_L1, 0, PlanLimits::retries).value_or(plan.retries);
    plan.costLimit = fields.decimal("costLimit"_L1, 0, PlanLimits::money).value_or(0);
    plan.network = networkFrom(fields);
    plan.deepSuite = fields.flag("deepSuite"_L1).value_or(plan.deepSuite);
    return plan;
}

} // namespace

Result<CampaignPlan> readPlan(QByteArrayView json, const QString &source, const ContractBook &book)
{
    auto fields = FileFields::parsed(json, source);
    if (!fields)
        return std::unexpected(std::move(fields.error()));
    auto plan = planFrom(*fields, book);
    if (!fields->isSound())
        return fields->error();
    if (const auto faults = planFaults(plan); !faults.isEmpty())
        return failure(ErrorKind::InvalidInput, u"\"%1\" cannot be used: %2"_s.arg(source, faults.join(u' ')));
    return plan;
}

} // namespace Decayscope
