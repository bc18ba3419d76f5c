// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/queuedevaluation.h>
#include <domain/runbundle.h>

namespace Decayscope::Test {

/// Exchanges of a small suite of a made-up server; `failing` of them have a check that fails.
[[nodiscard]] std::vector<HttpExchange> madeUpExchanges(int count, int failing = 0);

/// An evaluation that waits.
[[nodiscard]] QueuedEvaluation waitingEvaluation(int number, const TaskSpec &task);

/// The same while its suite is at work: 6 requests are answered, one of them badly.
[[nodiscard]] QueuedEvaluation runningEvaluation(int number, const TaskSpec &task);

/// The same when it is over: set-up failed, the suite was run all the same.
[[nodiscard]] QueuedEvaluation doneEvaluation(int number, const TaskSpec &task);

/// What is recorded of such an evaluation.
[[nodiscard]] EvaluationRecord madeUpRecord(const QueuedEvaluation &evaluation);

/// The run that comes of it.
[[nodiscard]] RunBundle madeUpBundle(const QueuedEvaluation &evaluation);

/// A generation task of the study by its name.
[[nodiscard]] TaskSpec generationTask(const char *name);

} // namespace Decayscope::Test
