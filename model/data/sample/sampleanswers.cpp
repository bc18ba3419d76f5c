// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sampleanswers.h"

#include "samplechance.h"

#include <imports/conduitsuite.h>

#include <algorithm>

namespace Decayscope {

namespace {

/// Which of a request's assertions fail: mostly all or none, for later ones use what earlier ones gave.
QStringList failing(const QStringList &assertions, const SampleRun &run, SampleChance &chance)
{
    if (!run.serverStarts)
        return assertions;
    if (!chance.happens((1 - run.share) * 1.15))
        return {};
    return chance.happens(0.75) ? assertions : assertions.mid(assertions.size() / 2);
}

/// A request without assertions says nothing, and one of which some hold found a body to look at.
int codeOf(const SampleAnswer &answer, SampleChance &chance)
{
    const auto &endpoint = sampleEndpoint(answer.request.endpoint);
    if (answer.failed.isEmpty())
        return endpoint.status;
    const bool crashed = chance.happens(0.5);
    if (!answer.passed.isEmpty())
        return endpoint.status;
    if (crashed)
        return 500;
    return endpoint.access == SampleAccess::Open ? 404 : 401;
}

SampleAnswer answerOf(
    const SuiteRequest &suite, const SampleRequest &request, const SampleRun &run, SampleChance &chance)
{
    SampleAnswer answer{.name = suite.name, .request = request, .failed = failing(suite.assertions, run, chance)};
    answer.passed = suite.assertions.first(suite.assertions.size() - answer.failed.size());
    if (!run.serverStarts)
        return answer;
    answer.code = codeOf(answer, chance);
    answer.milliseconds = chance.between(2, 40);
    answer.bytes = chance.between(20, 900);
    return answer;
}

bool failsWholly(const SampleAnswer &answer)
{
    return answer.code != 0 && answer.passed.isEmpty() && !answer.failed.isEmpty();
}

/// A function of the server that fails for every request fails in one way.
void agree(std::vector<SampleAnswer> &answers)
{
    for (const auto &endpoint : sampleEndpoints()) {
        std::vector<SampleAnswer *> its;
        for (auto &answer : answers) {
            if (QByteArrayView(answer.request.endpoint) == endpoint.name)
                its.push_back(&answer);
        }
        const auto fails = [](const SampleAnswer *answer) { return failsWholly(*answer); };
        if (its.empty() || !std::ranges::all_of(its, fails))
            continue;
        for (auto *answer : its)
            answer->code = its.front()->code;
    }
}

} // namespace

std::vector<SampleAnswer> sampleAnswers(const SampleRun &run)
{
    SampleChance chance(u"report" % run.key.configuration.scaffold % run.key.configuration.model % run.key.runtime
        % run.key.task % QString::number(run.key.trial));
    const auto requests = sampleRequests();
    const auto &suite = conduitSuite();
    std::vector<SampleAnswer> answers;
    for (std::size_t i = 0; i < std::min(suite.size(), requests.size()); ++i)
        answers.push_back(answerOf(suite[i], requests[i], run, chance));
    agree(answers);
    return answers;
}

const char *reasonPhrase(int code)
{
    switch (code) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 401:
        return "Unauthorized";
    case 404:
        return "Not Found";
    default:
        return "Internal Server Error";
    }
}

} // namespace Decayscope
