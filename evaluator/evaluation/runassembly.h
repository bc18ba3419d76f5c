// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "evaluationrun.h"

#include <QDateTime>

namespace Decayscope {

/// What an evaluation has at its end.
struct EvaluationOutcome
{
    EvaluationRecord record;
    QByteArray patch;
    QByteArray serverLog;
    QByteArray setUpLog;
    std::vector<ConstraintVerdict> verdicts; ///< Of the reference verifiers.
    std::vector<ConstraintVerdict> syntaxVerdicts;
};

/// The run as an import would have read it from the study's folders: the same file names, the same columns of the
/// report.
[[nodiscard]] RunBundle assembledRun(
    const EvaluationRequest &request, EvaluationOutcome outcome, const QString &collection, const QDateTime &time);

} // namespace Decayscope
