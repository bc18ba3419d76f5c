// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "madeupevaluation.h"

#include <domain/evaluationjson.h>

#include <QCryptographicHash>

#include <algorithm>
#include <array>

namespace Decayscope::Test {

namespace {

using namespace Qt::StringLiterals;

struct Call
{
    const char *method;
    const char *path;
    const char *name;
    const char *body;
    const char *answer;
};

constexpr std::array calls{
    Call{"POST", "/users", "Register", R"({"user":{"email":"user@mail.com","password":"password","username":"user"}})",
        R"({"user":{"email":"user@mail.com","token":"eyJhbGciOi","username":"user","bio":null,"image":null}})"},
    Call{"POST", "/users/login", "Login", R"({"user":{"email":"user@mail.com","password":"password"}})",
        R"({"user":{"email":"user@mail.com","token":"eyJhbGciOi","username":"user","bio":null,"image":null}})"},
    Call{"GET", "/user", "Current User", "", R"({"user":{"email":"user@mail.com","username":"user"}})"},
    Call{"POST", "/articles", "Create Article",
        R"({"article":{"title":"How to train your dragon","description":"Ever wonder how?","tagList":["dragons"]}})",
        R"({"article":{"slug":"how-to-train-your-dragon","tagList":["dragons"],"favoritesCount":0}})"},
    Call{"GET", "/articles?tag=dragons", "Articles by Tag", "", R"({"articles":[],"articlesCount":0})"},
    Call{"POST", "/articles/how-to-train-your-dragon/favorite", "Favorite Article", "",
        R"({"article":{"favorited":true,"favoritesCount":1}})"},
    Call{"DELETE", "/articles/how-to-train-your-dragon", "Delete Article", "", ""}};

HttpMessage message(const char *body)
{
    HttpMessage made{.headers = {{"Content-Type", "application/json"}}, .body = body};
    made.bodySize = made.body.size();
    return made;
}

std::vector<StepRecord> steps(EvaluationStep upTo, StepOutcome last)
{
    std::vector<StepRecord> made;
    for (const auto step : allEvaluationSteps) {
        const auto outcome = step < upTo ? StepOutcome::Done : step == upTo ? last : StepOutcome::Waiting;
        made.push_back({.step = step, .outcome = outcome, .milliseconds = outcome == StepOutcome::Done ? 340 : 0});
    }
    made[1].outcome = StepOutcome::Skipped;
    made[1].milliseconds = 0;
    return made;
}

} // namespace

std::vector<HttpExchange> madeUpExchanges(int count, int failing)
{
    std::vector<HttpExchange> made;
    for (int i = 0; i < count; ++i) {
        const auto &call = calls[static_cast<std::size_t>(i) % calls.size()];
        const bool fails = i >= count - failing;
        HttpExchange exchange{.group = u"Articles"_s,
            .name = QString::fromLatin1(call.name),
            .method = QString::fromLatin1(call.method),
            .url = u"http://localhost:8080/api"_s + QString::fromLatin1(call.path),
            .request = message(call.body),
            .status = fails ? 500 : 200,
            .reason = fails ? u"INTERNAL SERVER ERROR"_s : u"OK"_s,
            .answer
            = message(fails ? R"({"errors":{"body":["UNIQUE constraint failed: article.slug"]}})" : call.answer),
            .milliseconds = 9 + i};
        exchange.request.headers.emplace_back("Authorization", "Token eyJhbGciOi");
        exchange.checks = {{u"Status code is 200"_s, !fails, u"200"_s, fails ? u"500"_s : u"200"_s},
            {u"Response contains a body"_s, true, u"present"_s, u"an object"_s}};
        made.push_back(exchange);
    }
    return made;
}

TaskSpec generationTask(const char *name)
{
    const auto tasks = generationTasks();
    const auto found = std::ranges::find(tasks, QString::fromLatin1(name), &TaskSpec::name);
    return found == tasks.end() ? TaskSpec{} : *found;
}

QueuedEvaluation waitingEvaluation(int number, const TaskSpec &task)
{
    return {.number = number,
        .key = {task.runtime, {u"mini_swe_sdk"_s, u"atlas-2"_s}, task.name, u"2026-11-22T20-14-16"_s, number - 1},
        .task = task,
        .code = u"/data/generated/"_s + task.name,
        .steps = steps(EvaluationStep::Prepare, StepOutcome::Waiting),
        .scoredSuite = u"conduit"_s,
        .plannedRequests = 32};
}

QueuedEvaluation runningEvaluation(int number, const TaskSpec &task)
{
    auto made = waitingEvaluation(number, task);
    made.state = EvaluationState::Running;
    made.steps = steps(EvaluationStep::Suite, StepOutcome::Running);
    made.steps[2].message = u"PostgreSQL 17.6 takes connections."_s;
    made.steps[3].milliseconds = 12'400;
    made.exchanges = madeUpExchanges(6, 1);
    made.resources = {.memoryBytes = qint64{240} * 1024 * 1024, .processes = 14, .cpuMilliseconds = 9300};
    made.milliseconds = 16'900;
    return made;
}

QueuedEvaluation doneEvaluation(int number, const TaskSpec &task)
{
    auto made = waitingEvaluation(number, task);
    made.state = EvaluationState::Done;
    made.steps = steps(EvaluationStep::Stop, StepOutcome::Done);
    made.steps[3].outcome = StepOutcome::Failed;
    made.steps[3].milliseconds = 31'800;
    made.steps[3].message = u"npm install ended with exit code 1; the start is tried all the same."_s;
    made.exchanges = madeUpExchanges(32, 3);
    made.deepExchanges = madeUpExchanges(20, 2);
    made.resources = {.memoryBytes = qint64{310} * 1024 * 1024,
        .processes = 21,
        .cpuMilliseconds = 22'000,
        .diskBytes = qint64{48} * 1024 * 1024};
    made.milliseconds = 41'300;
    return made;
}

EvaluationRecord madeUpRecord(const QueuedEvaluation &evaluation)
{
    return {.program = u"Decayscope"_s,
        .sandbox = u"bubblewrap 0.12.0"_s,
        .runtime = u"node"_s,
        .limits = {u"memory 4 GiB"_s, u"512 processes"_s, u"900 s a command"_s},
        .steps = evaluation.steps,
        .server = {.healthy = true, .attempts = 2, .milliseconds = 5340, .ending = u"Stopped after the suites."_s},
        .resources = evaluation.resources,
        .suites = {{.suite = u"conduit"_s,
                       .version = u"1.0"_s,
                       .baseUrl = u"http://localhost:3000/api"_s,
                       .exchanges = evaluation.exchanges,
                       .milliseconds = 640},
            {.suite = u"conduit-deep"_s,
                .version = u"1.0"_s,
                .baseUrl = u"http://localhost:3000/api"_s,
                .exchanges = evaluation.deepExchanges,
                .milliseconds = 910}}};
}

RunBundle madeUpBundle(const QueuedEvaluation &evaluation)
{
    RunBundle bundle{.key = evaluation.key, .task = evaluation.task, .origin = evaluation.code};
    for (const auto &exchange : evaluation.exchanges) {
        RequestResult request{.name = exchange.name,
            .method = exchange.method,
            .url = exchange.url,
            .status = exchange.reason,
            .code = exchange.status,
            .milliseconds = exchange.milliseconds};
        for (const auto &check : exchange.checks) {
            request.assertions.push_back({.name = check.name,
                .outcome = check.passed ? AssertionOutcome::Passed : AssertionOutcome::Failed,
                .message = check.passed ? QString() : u"expected %1, was %2"_s.arg(check.expected, check.actual)});
            ++(check.passed ? request.passed : request.failed);
            ++request.total;
        }
        bundle.requests.push_back(request);
    }
    bundle.documents = {{.kind = DocumentKind::Evaluation,
                            .path = u"evaluation.json"_s,
                            .bytes = evaluationDocument(madeUpRecord(evaluation))},
        {.kind = DocumentKind::ServerLog, .path = u"conduit.log"_s, .bytes = "listening on 3000\n"}};
    bundle.contentHash = QCryptographicHash::hash(bundle.documents.front().bytes, QCryptographicHash::Sha256);
    return bundle;
}

} // namespace Decayscope::Test
