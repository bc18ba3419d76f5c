// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/progress.h>
#include <domain/evaluation.h>
#include <runtimes/runtimerecipe.h>
#include <sandbox/sandbox.h>
#include <suite/suiteprocess.h>

namespace Decayscope {

/// How a set-up went.
struct SetUpResult
{
    bool ok = false; ///< Every command succeeded.
    QString message;
    QByteArray log; ///< Each command after a "$ ", with its output.
};

/// How a shell command ended, a sentence that does not name the shell.
[[nodiscard]] QString shellEnding(const CommandReport &report);

/// Runs all commands of a way to set a project up, also after one failed. Together they have the recipe's time.
/// Errors: Cancelled, and those of starting a command.
[[nodiscard]] Result<SetUpResult> setUpProject(SandboxSession &session, const RuntimeRecipe &recipe,
    const SetUpWay &way, const CommandSpec &pattern, const SandboxLimits &limits, const Progress &progress,
    const std::function<void(QByteArrayView)> &watch);

/// Asks the server for its health until it answers with a 2xx status, the recipe's tries are over, or it ended. The
/// tries span the study's time (5 times 5 s), yet it is asked more often than that, so that a quick server waits for
/// nobody. Errors: Cancelled.
[[nodiscard]] Result<ServerRecord> awaitHealth(SandboxCommand &server, const SuiteProcess &asking, const QString &url,
    const RuntimeRecipe &recipe, const Progress &progress);

} // namespace Decayscope
