// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "recordedrequests.h"

#include <domain/evaluationjson.h>
#include <domain/suiterequests.h>

#include <algorithm>

namespace Decayscope {

namespace {

bool isSameRequest(const RequestResult &a, const RequestResult &b)
{
    return a.name == b.name && a.method == b.method && a.url == b.url && a.total == b.total && a.passed == b.passed
        && a.failed == b.failed && a.skipped == b.skipped;
}

} // namespace

std::optional<std::vector<RequestResult>> recordedRequests(
    QByteArrayView record, const std::vector<RequestResult> &counted)
{
    const auto read = readEvaluation(record);
    if (!read || read->suites.empty())
        return {};
    auto requests = requestResults(read->suites.front());
    if (!std::ranges::equal(requests, counted, isSameRequest))
        return {};
    return requests;
}

} // namespace Decayscope
