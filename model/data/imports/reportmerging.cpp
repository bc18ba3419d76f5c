// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reportmerging.h"

#include <QHash>

#include <algorithm>
#include <deque>

namespace Decayscope {

namespace {

QString shortName(const QString &name)
{
    const auto at = name.lastIndexOf(u" / ");
    return at < 0 ? name : name.sliced(at + 3);
}

/// Failed assertions by their names, in order.
using Failures = QHash<QString, std::deque<QString>>;

Failures failuresOf(const RequestResult &request)
{
    Failures failures;
    for (const auto &assertion : request.assertions) {
        if (assertion.outcome == AssertionOutcome::Failed)
            failures[assertion.name].push_back(assertion.message);
    }
    return failures;
}

int fillRequest(RequestResult &request, const RequestResult &other)
{
    if (request.status.isEmpty() && !request.code)
        request.status = other.status;
    request.code = request.code.or_else([&] { return other.code; });
    request.milliseconds = request.milliseconds.or_else([&] { return other.milliseconds; });
    request.bytes = request.bytes.or_else([&] { return other.bytes; });
    auto failures = failuresOf(other);
    for (auto &assertion : request.assertions) {
        const auto found = failures.find(assertion.name);
        if (assertion.outcome != AssertionOutcome::Failed || found == failures.end() || found->empty())
            continue;
        if (assertion.message.isEmpty())
            assertion.message = found->front();
        found->pop_front();
    }
    qsizetype left = 0;
    for (const auto &messages : std::as_const(failures))
        left += std::ssize(messages);
    return static_cast<int>(left);
}

} // namespace

int fillFrom(std::vector<RequestResult> &requests, const std::vector<RequestResult> &other)
{
    QHash<QString, std::deque<const RequestResult *>> byName;
    for (const auto &request : other)
        byName[shortName(request.name)].push_back(&request);
    int homeless = 0;
    for (auto &request : requests) {
        auto &candidates = byName[shortName(request.name)];
        if (candidates.empty())
            continue;
        homeless += fillRequest(request, *candidates.front());
        candidates.pop_front();
    }
    for (const auto &left : std::as_const(byName)) {
        for (const auto *request : left)
            homeless += request->failed;
    }
    return homeless;
}

bool lacksMessages(const std::vector<RequestResult> &requests)
{
    return std::ranges::any_of(requests, [](const RequestResult &request) {
        return std::ranges::any_of(request.assertions,
            [](const AssertionResult &a) { return a.outcome == AssertionOutcome::Failed && a.message.isEmpty(); });
    });
}

} // namespace Decayscope
