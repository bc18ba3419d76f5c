// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runjson.h"

#include "console.h"
#include "runparts.h"

#include <stats/scores.h>

#include <nlohmann/json.hpp>

namespace Decayscope {

namespace {

using nlohmann::ordered_json;

ordered_json toJson(Verdict verdict)
{
    if (verdict == Verdict::NotApplicable)
        return nullptr;
    return verdict == Verdict::Compliant;
}

template <typename T>
ordered_json toJson(const std::optional<T> &value)
{
    return value ? ordered_json(*value) : ordered_json(nullptr);
}

/// Null where a text does not exist.
ordered_json textOrNull(const QString &text)
{
    return text.isNull() ? ordered_json(nullptr) : ordered_json(jsonText(text));
}

ordered_json toJson(const AssertionResult &assertion)
{
    const bool isSkipped = assertion.outcome == AssertionOutcome::Skipped;
    return {{"name", jsonText(assertion.name)},
        {"passed", isSkipped ? ordered_json(nullptr) : ordered_json(assertion.outcome == AssertionOutcome::Passed)},
        {"message", assertion.message.isEmpty() ? ordered_json(nullptr) : ordered_json(jsonText(assertion.message))}};
}

/// What the syntax verifiers say; null where they have not judged the run.
ordered_json syntaxToJson(const Run &run)
{
    if (!run.syntaxVerdicts)
        return nullptr;
    const auto &verdicts = *run.syntaxVerdicts;
    const bool isCompliant = verdicts.isCompliant();
    return {{"strict", isCompliant ? rawShare(run) : 0.0}, {"clean_architecture", toJson(verdicts.architecture)},
        {"database", toJson(verdicts.database)}, {"orm", toJson(verdicts.orm)},
        {"success", testsPassed(run) && isCompliant}};
}

} // namespace

ordered_json runToJson(const Run &run)
{
    return {{"id", run.id.value}, {"runtime", jsonText(run.key.runtime)},
        {"scaffold", jsonText(run.key.configuration.scaffold)}, {"model", jsonText(run.key.configuration.model)},
        {"task", jsonText(run.key.task)}, {"kind", jsonText(taskKindName(run.task.kind))}, {"trial", run.key.trial},
        {"date", jsonText(run.key.date)}, {"assertions", run.assertions}, {"passed", run.passed},
        {"failed", run.failed}, {"raw", rawShare(run)}, {"strict", strictShare(run)},
        {"clean_architecture", toJson(run.verdicts.architecture)}, {"database", toJson(run.verdicts.database)},
        {"orm", toJson(run.verdicts.orm)}, {"success", isSuccess(run, ScoreMode::Strict)},
        {"syntax", syntaxToJson(run)}, {"turns", run.turns}, {"warnings", run.warnings},
        {"excluded", run.exclusion ? ordered_json(jsonText(*run.exclusion)) : ordered_json(nullptr)}};
}

ordered_json requestsToJson(const std::vector<RequestResult> &requests)
{
    auto list = ordered_json::array();
    for (const auto &request : requests) {
        auto assertions = ordered_json::array();
        for (const auto &assertion : request.assertions)
            assertions.push_back(toJson(assertion));
        list.push_back({{"name", jsonText(request.name)}, {"method", jsonText(request.method)},
            {"url", jsonText(request.url)}, {"status", toJson(request.code)}, {"reason", jsonText(request.status)},
            {"milliseconds", toJson(request.milliseconds)}, {"assertions", std::move(assertions)}});
    }
    return list;
}

ordered_json violationsToJson(const std::vector<ConstraintVerdict> &verdicts)
{
    auto list = ordered_json::array();
    for (const auto &verdict : verdicts) {
        for (const auto &violation : verdict.violations) {
            ordered_json object{{"verifier", jsonText(constraintName(verdict.constraint))},
                {"file", jsonText(violation.file)}, {"line", violation.line}, {"reason", jsonText(violation.reason)}};
            if (!violation.rule.isEmpty())
                object["rule"] = jsonText(violation.rule);
            list.push_back(std::move(object));
        }
    }
    return list;
}

ordered_json filesToJson(QByteArrayView patch)
{
    auto list = ordered_json::array();
    for (const auto &file : changedFiles(patch))
        list.push_back({{"path", jsonText(file.path)}, {"lines", toJson(file.lines)}, {"change", jsonText(file.change)},
            {"added", file.added}, {"removed", file.removed}});
    return list;
}

ordered_json turnToJson(const TurnContent &turn)
{
    const auto facts = textsOf(turn);
    auto tokens = turn.tokens ? ordered_json{{"input", turn.tokens->input}, {"output", turn.tokens->output}}
                              : ordered_json(nullptr);
    return {{"index", turn.index}, {"role", jsonText(turnRoleName(turn.role))},
        {"kind", jsonText(turnKindName(turn.kind))}, {"text", textOrNull(facts.text)},
        {"command", textOrNull(facts.command)}, {"output", textOrNull(facts.output)},
        {"returncode", toJson(turn.returnCode())}, {"file", textOrNull(facts.file)}, {"tokens", std::move(tokens)},
        {"cost", toJson(turn.cost)}, {"time", toJson(turn.time)}};
}

} // namespace Decayscope
