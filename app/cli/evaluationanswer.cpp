// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evaluationanswer.h"

#include "console.h"

#include <QLocale>

#include <nlohmann/json.hpp>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;
using nlohmann::ordered_json;

double seconds(qint64 milliseconds)
{
    return static_cast<double>(milliseconds) / 1000;
}

ordered_json failedChecks(const SuiteResult &suite)
{
    auto list = ordered_json::array();
    int number = 0;
    for (const auto &exchange : suite.exchanges) {
        ++number;
        for (const auto &check : exchange.checks) {
            if (!check.passed)
                list.push_back(
                    {{"request", number}, {"name", jsonText(exchange.name)}, {"assertion", jsonText(check.name)},
                        {"expected", jsonText(check.expected)}, {"actual", jsonText(check.actual)}});
        }
    }
    return list;
}

QString stepLine(const StepRecord &step)
{
    return u"  %1  %2 %3 s  %4"_s.arg(evaluationStepName(step.step), -10)
        .arg(stepOutcomeName(step.outcome), -8)
        .arg(seconds(step.milliseconds), 7, 'f', 2)
        .arg(step.message);
}

QString suiteLine(const SuiteResult &suite)
{
    return u"  %1  %2 of %3 passed, %4 s"_s.arg(suite.suite, -14)
        .arg(suite.passed())
        .arg(suite.total())
        .arg(seconds(suite.milliseconds), 0, 'f', 2);
}

ordered_json setUpToJson(const EvaluationRecord &record)
{
    const auto *step = record.step(EvaluationStep::SetUp);
    if (step == nullptr)
        return nullptr;
    return {{"ok", step->outcome == StepOutcome::Done}, {"seconds", seconds(step->milliseconds)},
        {"message", jsonText(step->message)}};
}

ordered_json serverToJson(const EvaluationRecord &record)
{
    const auto &server = record.server;
    return {{"healthy", server.healthy}, {"seconds", seconds(server.milliseconds)},
        {"exit", server.exitCode ? ordered_json(*server.exitCode) : ordered_json(nullptr)},
        {"attempts", server.attempts}, {"ending", jsonText(server.ending)}};
}

ordered_json stepsToJson(const EvaluationRecord &record)
{
    auto list = ordered_json::array();
    for (const auto &step : record.steps)
        list.push_back(
            {{"step", jsonText(evaluationStepName(step.step))}, {"outcome", jsonText(stepOutcomeName(step.outcome))},
                {"seconds", seconds(step.milliseconds)}, {"message", jsonText(step.message)}});
    return list;
}

ordered_json resourcesToJson(const EvaluationRecord &record)
{
    const auto &use = record.resources;
    return {{"memory_bytes", use.memoryBytes}, {"processes", use.processes},
        {"cpu_seconds", seconds(use.cpuMilliseconds)}, {"disk_bytes", use.diskBytes}};
}

ordered_json besideToJson(const EvaluationRecord &record)
{
    auto list = ordered_json::array();
    for (std::size_t i = 1; i < record.suites.size(); ++i) {
        const auto &suite = record.suites[i];
        list.push_back(
            {{"suite", jsonText(suite.suite)}, {"version", jsonText(suite.version)}, {"total", suite.total()},
                {"passed", suite.passed()}, {"seconds", seconds(suite.milliseconds)}, {"failed", failedChecks(suite)}});
    }
    return list;
}

/// The contract whose suites were run; null in records older than contracts.
ordered_json contractToJson(const EvaluationRecord &record)
{
    if (record.contract.isEmpty())
        return nullptr;
    return {{"name", jsonText(record.contract)}, {"version", jsonText(record.contractVersion)}};
}

ordered_json scoredSuiteToJson(const EvaluationRecord &record)
{
    if (record.suites.empty())
        return nullptr;
    const auto &suite = record.suites.front();
    return {{"name", jsonText(suite.suite)}, {"version", jsonText(suite.version)}};
}

} // namespace

ordered_json evaluationToJson(const EvaluationRecord &record)
{
    return {{"setup", setUpToJson(record)}, {"server", serverToJson(record)}, {"sandbox", jsonText(record.sandbox)},
        {"contract", contractToJson(record)}, {"suite", scoredSuiteToJson(record)}, {"steps", stepsToJson(record)},
        {"resources", resourcesToJson(record)}, {"beside", besideToJson(record)}};
}

QStringList evaluationLines(const EvaluationRecord &record)
{
    QStringList lines{u"Evaluation (%1, runtime %2)"_s.arg(record.sandbox, record.runtime)};
    for (const auto &step : record.steps)
        lines.append(stepLine(step));
    lines.append(u"  server      %1"_s.arg(record.server.ending));
    lines.append(u"  resources   %1, %2 processes, %3 s of CPU"_s
            .arg(QLocale::c().formattedDataSize(record.resources.memoryBytes))
            .arg(record.resources.processes)
            .arg(seconds(record.resources.cpuMilliseconds), 0, 'f', 1));
    lines.append(record.contract.isEmpty() ? u"Suites"_s
                                           : u"Suites (contract %1 %2)"_s.arg(record.contract, record.contractVersion));
    for (const auto &suite : record.suites)
        lines.append(suiteLine(suite));
    return lines;
}

} // namespace Decayscope
