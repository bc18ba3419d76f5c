// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evaluationjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QStringDecoder>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype longestRecord = qsizetype{256} * 1024 * 1024;
constexpr qsizetype mostEntries = 1'000'000; // many times those of the largest suite that is run

template <typename Value, typename Write>
QJsonArray arrayOf(const std::vector<Value> &values, Write write)
{
    QJsonArray array;
    for (const auto &value : values)
        array.append(write(value));
    return array;
}

template <typename Value, typename Read>
std::vector<Value> valuesIn(const QJsonValue &value, Read read)
{
    const auto array = value.toArray();
    std::vector<Value> values;
    values.reserve(static_cast<std::size_t>(array.size()));
    for (const auto &entry : array)
        values.push_back(read(entry.toObject()));
    return values;
}

std::optional<int> numberIn(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toInt()) : std::nullopt;
}

QJsonValue numberOrNull(const std::optional<int> &number)
{
    return number ? QJsonValue(*number) : QJsonValue();
}

QJsonObject messageJson(const HttpMessage &message)
{
    QJsonArray headers;
    for (const auto &[name, value] : message.headers)
        headers.append(QJsonArray{QString::fromLatin1(name), QString::fromLatin1(value)});
    QJsonObject object{{u"headers"_s, headers}, {u"size"_s, message.bodySize}};
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(message.body);
    if (decoder.hasError() || text.toUtf8() != message.body)
        object.insert(u"body_base64"_s, QString::fromLatin1(message.body.toBase64()));
    else
        object.insert(u"body"_s, text);
    return object;
}

HttpMessage messageFromJson(const QJsonObject &object)
{
    HttpMessage message;
    const auto headers = object[u"headers"].toArray();
    message.headers.reserve(static_cast<std::size_t>(headers.size()));
    for (const auto &header : headers) {
        const auto pair = header.toArray();
        message.headers.emplace_back(pair.at(0).toString().toLatin1(), pair.at(1).toString().toLatin1());
    }
    message.body = object.contains(u"body_base64")
        ? QByteArray::fromBase64(object[u"body_base64"].toString().toLatin1())
        : object[u"body"].toString().toUtf8();
    message.bodySize = object[u"size"].toInteger();
    return message;
}

QJsonObject checkJson(const CheckResult &check)
{
    return {{u"name"_s, check.name}, {u"passed"_s, check.passed}, {u"expected"_s, check.expected},
        {u"actual"_s, check.actual}};
}

CheckResult checkFromJson(const QJsonObject &object)
{
    return {.name = object[u"name"].toString(),
        .passed = object[u"passed"].toBool(),
        .expected = object[u"expected"].toString(),
        .actual = object[u"actual"].toString()};
}

QJsonObject stepJson(const StepRecord &step)
{
    return {{u"step"_s, evaluationStepName(step.step)}, {u"outcome"_s, stepOutcomeName(step.outcome)},
        {u"milliseconds"_s, step.milliseconds}, {u"message"_s, step.message}, {u"log"_s, step.log}};
}

StepRecord stepFromJson(const QJsonObject &object)
{
    return {.step = evaluationStepFromName(object[u"step"].toString()).value_or(EvaluationStep::Prepare),
        .outcome = stepOutcomeFromName(object[u"outcome"].toString()).value_or(StepOutcome::Failed),
        .milliseconds = object[u"milliseconds"].toInteger(),
        .message = object[u"message"].toString(),
        .log = object[u"log"].toString()};
}

QJsonObject serverJson(const ServerRecord &server)
{
    return {{u"healthy"_s, server.healthy}, {u"attempts"_s, server.attempts}, {u"milliseconds"_s, server.milliseconds},
        {u"exit"_s, numberOrNull(server.exitCode)}, {u"ending"_s, server.ending}};
}

ServerRecord serverFromJson(const QJsonObject &object)
{
    return {.healthy = object[u"healthy"].toBool(),
        .attempts = object[u"attempts"].toInt(),
        .milliseconds = object[u"milliseconds"].toInteger(),
        .exitCode = numberIn(object[u"exit"]),
        .ending = object[u"ending"].toString()};
}

QJsonObject resourcesJson(const ResourceUse &use)
{
    return {{u"memory_bytes"_s, use.memoryBytes}, {u"processes"_s, use.processes},
        {u"cpu_milliseconds"_s, use.cpuMilliseconds}, {u"disk_bytes"_s, use.diskBytes}};
}

ResourceUse resourcesFromJson(const QJsonObject &object)
{
    return {.memoryBytes = object[u"memory_bytes"].toInteger(),
        .processes = object[u"processes"].toInt(),
        .cpuMilliseconds = object[u"cpu_milliseconds"].toInteger(),
        .diskBytes = object[u"disk_bytes"].toInteger()};
}

QJsonObject contractJson(const EvaluationRecord &record)
{
    return {{u"name"_s, record.contract}, {u"version"_s, record.contractVersion}};
}

qsizetype sizeOf(const QJsonObject &object, QStringView key)
{
    return object[key].toArray().size();
}

/// Steps, suites, requests, headers and checks: each takes far more room as a value than it may as text.
qsizetype entriesIn(const QJsonObject &record)
{
    auto count = sizeOf(record, u"limits") + sizeOf(record, u"steps") + sizeOf(record, u"suites");
    const auto suites = record[u"suites"].toArray();
    for (const auto &suite : suites) {
        const auto exchanges = suite.toObject()[u"exchanges"].toArray();
        count += exchanges.size();
        for (const auto &entry : exchanges) {
            const auto exchange = entry.toObject();
            count += sizeOf(exchange, u"checks") + sizeOf(exchange[u"request"].toObject(), u"headers")
                + sizeOf(exchange[u"answer"].toObject(), u"headers");
        }
    }
    return count;
}

std::unexpected<Error> tooLarge()
{
    return failure(ErrorKind::Refused, u"The record of an evaluation is larger than any suite makes it."_s);
}

} // namespace

QJsonObject toJson(const HttpExchange &exchange)
{
    return {{u"group"_s, exchange.group}, {u"name"_s, exchange.name}, {u"method"_s, exchange.method},
        {u"url"_s, exchange.url}, {u"request"_s, messageJson(exchange.request)},
        {u"status"_s, numberOrNull(exchange.status)}, {u"reason"_s, exchange.reason},
        {u"answer"_s, messageJson(exchange.answer)}, {u"milliseconds"_s, exchange.milliseconds},
        {u"error"_s, exchange.error}, {u"checks"_s, arrayOf(exchange.checks, checkJson)}};
}

HttpExchange exchangeFromJson(const QJsonObject &object)
{
    return {.group = object[u"group"].toString(),
        .name = object[u"name"].toString(),
        .method = object[u"method"].toString(),
        .url = object[u"url"].toString(),
        .request = messageFromJson(object[u"request"].toObject()),
        .status = numberIn(object[u"status"]),
        .reason = object[u"reason"].toString(),
        .answer = messageFromJson(object[u"answer"].toObject()),
        .milliseconds = object[u"milliseconds"].toInt(),
        .error = object[u"error"].toString(),
        .checks = valuesIn<CheckResult>(object[u"checks"], checkFromJson)};
}

QJsonObject toJson(const SuiteResult &result)
{
    return {{u"suite"_s, result.suite}, {u"version"_s, result.version}, {u"base_url"_s, result.baseUrl},
        {u"milliseconds"_s, result.milliseconds},
        {u"exchanges"_s, arrayOf(result.exchanges, [](const HttpExchange &exchange) { return toJson(exchange); })}};
}

SuiteResult suiteResultFromJson(const QJsonObject &object)
{
    return {.suite = object[u"suite"].toString(),
        .version = object[u"version"].toString(),
        .baseUrl = object[u"base_url"].toString(),
        .exchanges = valuesIn<HttpExchange>(object[u"exchanges"], exchangeFromJson),
        .milliseconds = object[u"milliseconds"].toInteger()};
}

QByteArray evaluationDocument(const EvaluationRecord &record)
{
    const QJsonObject object{{u"program"_s, record.program}, {u"sandbox"_s, record.sandbox},
        {u"runtime"_s, record.runtime}, {u"contract"_s, contractJson(record)},
        {u"limits"_s, QJsonArray::fromStringList(record.limits)}, {u"steps"_s, arrayOf(record.steps, stepJson)},
        {u"server"_s, serverJson(record.server)}, {u"resources"_s, resourcesJson(record.resources)},
        {u"suites"_s, arrayOf(record.suites, [](const SuiteResult &result) { return toJson(result); })}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<EvaluationRecord> readEvaluation(QByteArrayView document)
{
    if (document.size() > longestRecord)
        return tooLarge();
    QJsonParseError error;
    const auto parsed = QJsonDocument::fromJson(document.toByteArray(), &error);
    if (!parsed.isObject())
        return failure(ErrorKind::Damaged, u"The record of an evaluation is no JSON object."_s, error.errorString());
    const auto object = parsed.object();
    if (entriesIn(object) > mostEntries)
        return tooLarge();
    const auto contract = object[u"contract"].toObject();
    EvaluationRecord record{.program = object[u"program"].toString(),
        .sandbox = object[u"sandbox"].toString(),
        .runtime = object[u"runtime"].toString(),
        .contract = contract[u"name"].toString(),
        .contractVersion = contract[u"version"].toString(),
        .limits = {},
        .steps = valuesIn<StepRecord>(object[u"steps"], stepFromJson),
        .server = serverFromJson(object[u"server"].toObject()),
        .resources = resourcesFromJson(object[u"resources"].toObject()),
        .suites = valuesIn<SuiteResult>(object[u"suites"], suiteResultFromJson)};
    const auto limits = object[u"limits"].toArray();
    for (const auto &limit : limits)
        record.limits.append(limit.toString());
    return record;
}

} // namespace Decayscope
