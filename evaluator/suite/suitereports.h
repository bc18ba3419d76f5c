// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "httpsuite.h"

#include <domain/suiterequests.h>

namespace Decayscope {

/// The result in the columns of the study's CSV reports, which its scripts and this program's import read.
[[nodiscard]] QByteArray csvReport(const SuiteResult &result, const QString &collection);

/// The result as JUnit XML, one test suite a request.
[[nodiscard]] QByteArray junitReport(const SuiteResult &result, const QString &collection);

/// A request that was not answered: every check failed.
[[nodiscard]] HttpExchange unansweredExchange(
    const HttpSuite &suite, const SuiteCall &call, const QString &baseUrl, const QString &why);

/// What a suite gives when it cannot be run at all: every request without an answer, every check failed.
[[nodiscard]] SuiteResult unansweredResult(const HttpSuite &suite, const QString &baseUrl, const QString &why);

} // namespace Decayscope
