// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "evaluation.h"

#include <base/result.h>

#include <QJsonObject>

namespace Decayscope {

/// Values of an evaluation as JSON, as stored and as sent between processes. Bodies that are UTF-8 stand as text under
/// "body", others as base64 under "body_base64". Reading ignores unknown keys.
[[nodiscard]] QJsonObject toJson(const HttpExchange &exchange);
[[nodiscard]] QJsonObject toJson(const SuiteResult &result);
[[nodiscard]] HttpExchange exchangeFromJson(const QJsonObject &object);
[[nodiscard]] SuiteResult suiteResultFromJson(const QJsonObject &object);

/// The record as one document, and back. Errors: Damaged, where it is no JSON object; Refused beyond 256 MB or a
/// million of requests, headers, checks and steps together.
[[nodiscard]] QByteArray evaluationDocument(const EvaluationRecord &record);
[[nodiscard]] Result<EvaluationRecord> readEvaluation(QByteArrayView document);

} // namespace Decayscope
