// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "suiterequests.h"

#include <algorithm>

namespace Decayscope {

using namespace Qt::StringLiterals;

namespace {

RequestResult requestResult(const HttpExchange &exchange)
{
    RequestResult request;
    request.name = exchange.name;
    request.method = exchange.method;
    request.url = exchange.url;
    request.status = exchange.reason;
    request.code = exchange.status;
    if (exchange.status) {
        request.milliseconds = exchange.milliseconds;
        request.bytes = static_cast<int>(exchange.answer.bodySize);
    }
    request.total = static_cast<int>(exchange.checks.size());
    request.passed = static_cast<int>(std::ranges::count_if(exchange.checks, &CheckResult::passed));
    request.failed = request.total - request.passed;
    request.assertions.reserve(exchange.checks.size());
    for (const auto &check : exchange.checks) {
        request.assertions.push_back({.name = check.name,
            .outcome = check.passed ? AssertionOutcome::Passed : AssertionOutcome::Failed,
            .message = check.passed ? QString() : failureMessage(check, exchange)});
    }
    return request;
}

} // namespace

QString failureMessage(const CheckResult &check, const HttpExchange &exchange)
{
    if (!exchange.status && !exchange.error.isEmpty())
        return exchange.error;
    return u"expected %1, found %2"_s.arg(check.expected, check.actual);
}

std::vector<RequestResult> requestResults(const SuiteResult &result)
{
    std::vector<RequestResult> requests;
    requests.reserve(result.exchanges.size());
    for (const auto &exchange : result.exchanges)
        requests.push_back(requestResult(exchange));
    return requests;
}

} // namespace Decayscope
