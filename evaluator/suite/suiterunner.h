// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "httpsuite.h"

#include <base/progress.h>
#include <domain/evaluation.h>

#include <chrono>
#include <functional>

namespace Decayscope {

/// The server a suite is run against, and what bounds the talk with it.
struct SuiteTarget
{
    QString baseUrl; ///< Such as "http://localhost:8080/api"; a slash at its end is ignored.
    std::map<QString, QString> variables; ///< Over the suite's own.
    std::chrono::milliseconds timeout{10'000}; ///< Without a byte from the server, as the study's runner counts it.
    std::chrono::milliseconds longest{60'000}; ///< A request with all its redirects, from sending to the last byte.
    qint64 longestBody = qint64{16} * 1024 * 1024; ///< Bytes; a longer answer fails its request.
    qint64 keptBody = qint64{64} * 1024; ///< Bytes of each body kept in the result.
    int redirects = 10; ///< Followed at most.
};

/// Called with each exchange as it ends, in the runner's thread.
using ExchangeSink = std::function<void(int index, const HttpExchange &exchange)>;

/// Runs every request of a suite in order against one server and checks the answers: what
/// cannot be answered fails its checks, and the run goes on. In the calling thread, which needs no event loop.
/// Errors: InvalidInput (the base URL), Cancelled.
[[nodiscard]] Result<SuiteResult> runSuite(
    const HttpSuite &suite, const SuiteTarget &target, const Progress &progress, const ExchangeSink &sink = {});

/// One GET without a body, as health checks make it; the status, or why there was no answer (Unreadable, Cancelled).
[[nodiscard]] Result<int> probe(const QString &url, std::chrono::milliseconds timeout, const Progress &progress);

} // namespace Decayscope
