// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "evaluation.h"
#include "run.h"

namespace Decayscope {

/// Storing: the evaluation is over and its run on the way into the study.
enum class EvaluationState : quint8 { Waiting, Running, Storing, Done, Failed, Cancelled };

/// An evaluation in the queue, as far as it is.
struct QueuedEvaluation
{
    int number = 0; ///< Counted from 1, never used again.
    RunKey key;
    TaskSpec task;
    QString code; ///< Where the code comes from: a folder's or patch's path.
    EvaluationState state = EvaluationState::Waiting;
    QString message; ///< Why it failed, a sentence; empty otherwise.
    std::vector<StepRecord> steps; ///< All of them, in their order.
    QString scoredSuite; ///< The name of the suite that is scored.
    int plannedRequests = 0; ///< Of the scored suite.
    std::vector<HttpExchange> exchanges; ///< Of the scored suite, so far.
    std::vector<HttpExchange> deepExchanges; ///< Of the suite beside it, so far.
    ResourceUse resources; ///< Peaks so far.
    qint64 milliseconds = 0; ///< Since it began running.
    std::optional<RunId> run; ///< Where it is done.
    bool replaces = false; ///< It was done before and is made again: its run gets a new version.

    bool operator==(const QueuedEvaluation &) const = default;
};

} // namespace Decayscope
