// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "evaluation.h"
#include "runbundle.h"

namespace Decayscope {

/// The result of a suite as a run's requests; messages say what was expected and what was there.
[[nodiscard]] std::vector<RequestResult> requestResults(const SuiteResult &result);

/// Why a check failed, for people: what was expected and what was there, or why there was no answer.
[[nodiscard]] QString failureMessage(const CheckResult &check, const HttpExchange &exchange);

} // namespace Decayscope
