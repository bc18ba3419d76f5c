// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "evaluation.h"
#include "turnsource.h"

#include <memory>

namespace Decayscope {

/// A log or patch of a run, as a reader sees it.
struct RunText
{
    QString path; ///< Relative to the run's folder; empty where the run has none.
    QByteArray bytes;

    bool operator==(const RunText &) const = default;
};

/// Everything there is to read of one run, opened from the store.
struct RunReading
{
    Run run;
    QString origin; ///< Where it was imported from.
    std::vector<RequestResult> requests; ///< In the order of the suite.
    std::vector<ConstraintVerdict> verdicts; ///< Of the reference verifiers.
    std::vector<ConstraintVerdict> syntaxVerdicts; ///< Empty where the syntax verifiers have not judged the run.
    VerifierVersions verifiers;
    RunText patch;
    RunText serverLog;
    RunText setupLog;
    std::vector<ImportIssue> warnings;
    std::shared_ptr<const EvaluationRecord> evaluation; ///< Null where the run was evaluated elsewhere.
    std::shared_ptr<const TurnSource> turns; ///< Never null.
};

} // namespace Decayscope
