// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "suiterunner.h"

#include <QJsonObject>

namespace Decayscope {

/// What SuiteProcess and the program `decayscope-suite` say to each other: one JSON document there, lines of JSON back.
/// A line holds "exchange" and its "index", or at the end "result", "status" or "error".
struct SuiteJob
{
    std::optional<HttpSuite> suite; ///< Absent: a probe of the target's base URL.
    SuiteTarget target;
};

[[nodiscard]] QByteArray suiteJobDocument(const SuiteJob &job);
[[nodiscard]] Result<SuiteJob> readSuiteJob(QByteArrayView document);

[[nodiscard]] QJsonObject errorObject(const Error &error);
[[nodiscard]] Error errorFromObject(const QJsonObject &object);

} // namespace Decayscope
