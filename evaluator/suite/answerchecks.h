// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "httpsuite.h"
#include "jsonbody.h"

#include <domain/evaluation.h>

namespace Decayscope {

/// What the checks of a request are made against.
struct CheckedAnswer
{
    std::optional<int> status; ///< Absent where there was no complete answer: then every check fails.
    const JsonBody *body = nullptr;
    const std::map<QString, QString> *variables = nullptr;
    QStringList captured; ///< The variables taken from this answer, their values being true to JavaScript.
};

[[nodiscard]] CheckResult checkAnswer(const SuiteCheck &check, const CheckedAnswer &answer);

/// What a check asks for, as text for people.
[[nodiscard]] QString expectation(const SuiteCheck &check, const std::map<QString, QString> &variables);

} // namespace Decayscope
