// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labeljson.h"

namespace Decayscope {

using namespace Qt::StringLiterals;

namespace {

constexpr double warmest = 100;
constexpr double dearest = 1e12;

} // namespace

QJsonObject targetJson(const LabelTarget &target)
{
    return {{u"date"_s, target.date}, {u"model"_s, target.configuration.model}, {u"runtime"_s, target.runtime},
        {u"scaffold"_s, target.configuration.scaffold}, {u"task"_s, target.task}, {u"trial"_s, target.trial}};
}

LabelTarget targetFrom(JsonFields fields)
{
    return {.runtime = fields.text("runtime"_L1),
        .configuration = {.scaffold = fields.text("scaffold"_L1), .model = fields.text("model"_L1)},
        .task = fields.text("task"_L1),
        .trial = fields.number("trial"_L1, 0),
        .date = fields.text("date"_L1)};
}

QJsonObject evidenceJson(const Evidence &evidence)
{
    return {{u"firstLine"_s, evidence.firstLine}, {u"id"_s, evidence.id}, {u"kind"_s, evidenceKindName(evidence.kind)},
        {u"lastLine"_s, evidence.lastLine}, {u"place"_s, evidence.place}, {u"quote"_s, evidence.quote},
        {u"turn"_s, evidence.turn}};
}

Evidence evidenceFrom(JsonFields fields)
{
    const auto kind = evidenceKindFromName(fields.text("kind"_L1));
    if (!kind)
        fields.refuse("kind"_L1, u"is no kind of place");
    return {.id = fields.someText("id"_L1),
        .kind = kind.value_or(Evidence::Kind::Turn),
        .place = fields.text("place"_L1),
        .turn = fields.number("turn"_L1, -1, std::numeric_limits<int>::max(), -1),
        .firstLine = fields.number("firstLine"_L1, 0),
        .lastLine = fields.number("lastLine"_L1, 0),
        .quote = fields.text("quote"_L1)};
}

QJsonObject judgeRecordJson(const JudgeRecord &record)
{
    QJsonObject object{{u"answeredBy"_s, record.answeredBy}, {u"attempts"_s, record.attempts},
        {u"coarseAnswer"_s, record.coarseAnswer}, {u"coarseReasoning"_s, record.coarseReasoning},
        {u"fineAnswer"_s, record.fineAnswer}, {u"host"_s, record.host}, {u"inputTokens"_s, record.inputTokens},
        {u"invalid"_s, record.invalid}, {u"isCounted"_s, record.isCounted}, {u"model"_s, record.model},
        {u"outputTokens"_s, record.outputTokens}, {u"promptHash"_s, hashText(record.promptHash)},
        {u"promptVersion"_s, record.promptVersion}, {u"repeat"_s, record.repeat}};
    if (record.temperature)
        object.insert(u"temperature"_s, *record.temperature);
    if (record.cost)
        object.insert(u"cost"_s, *record.cost);
    return object;
}

JudgeRecord judgeRecordFrom(JsonFields fields)
{
    JudgeRecord record{.model = fields.text("model"_L1),
        .answeredBy = fields.text("answeredBy"_L1),
        .host = fields.text("host"_L1),
        .promptVersion = fields.text("promptVersion"_L1),
        .promptHash = fields.hash("promptHash"_L1),
        .temperature = {},
        .repeat = fields.number("repeat"_L1, 0),
        .attempts = fields.number("attempts"_L1, 0),
        .coarseReasoning = fields.text("coarseReasoning"_L1),
        .coarseAnswer = fields.text("coarseAnswer"_L1),
        .fineAnswer = fields.text("fineAnswer"_L1),
        .inputTokens = fields.integer("inputTokens"_L1, 0),
        .outputTokens = fields.integer("outputTokens"_L1, 0),
        .isCounted = fields.flag("isCounted"_L1),
        .cost = {},
        .invalid = fields.text("invalid"_L1)};
    if (fields.has("temperature"_L1))
        record.temperature = fields.real("temperature"_L1, 0, warmest);
    if (fields.has("cost"_L1))
        record.cost = fields.real("cost"_L1, 0, dearest);
    return record;
}

QJsonObject labelJson(const Label &label)
{
    QJsonArray evidence;
    for (const auto &place : label.evidence)
        evidence.append(evidenceJson(place));
    QJsonObject object{{u"blind"_s, label.blind}, {u"code"_s, label.code}, {u"codebook"_s, label.codebook},
        {u"confidence"_s, label.confidence}, {u"evidence"_s, evidence}, {u"memo"_s, label.memo},
        {u"subcode"_s, label.subcode}, {u"version"_s, label.version}};
    // Only where there is one: the bytes of all other labels, and so their hashes, are what they always were.
    if (label.judged)
        object.insert(u"judged"_s, judgeRecordJson(*label.judged));
    return object;
}

Label labelFrom(JsonFields fields)
{
    Label label{.code = fields.text("code"_L1),
        .subcode = fields.text("subcode"_L1),
        .codebook = fields.text("codebook"_L1),
        .version = fields.number("version"_L1, 0),
        .confidence = fields.number("confidence"_L1, 0, 3),
        .memo = fields.text("memo"_L1),
        .evidence = {},
        .blind = fields.flag("blind"_L1)};
    for (const auto &place : fields.objects("evidence"_L1))
        label.evidence.push_back(evidenceFrom(place));
    if (fields.has("judged"_L1))
        label.judged = judgeRecordFrom(fields.object("judged"_L1));
    return label;
}

} // namespace Decayscope
