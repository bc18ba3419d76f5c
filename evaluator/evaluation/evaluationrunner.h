// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "evaluationrun.h"
#include "runassembly.h"
#include "stepjournal.h"

#include <database/postgresserver.h>
#include <suite/suiteprocess.h>

#include <QElapsedTimer>

namespace Decayscope {

/// One evaluation on its way: its steps in order, and what they hand on to each other.
class EvaluationRunner
{
public:
    EvaluationRunner(const EvaluationRequest &request, const EvaluationTools &tools, const EvaluationWatch &watch,
        const Progress &progress);

    [[nodiscard]] Result<RunBundle> run();

private:
    Result<> prepare();
    Result<> openSession();
    Result<> patch();
    Result<> startDatabase();
    Result<> setUp();
    Result<> startServer();
    Result<> runBefore(const QString &command);
    Result<> checkHealth();
    Result<> runScoredSuite();
    Result<> runDeepSuite();
    Result<> runOne(const HttpSuite &suite);
    void verify();
    void stop();
    RunBundle assembled();

    [[nodiscard]] Result<CommandSpec> setUpPattern(std::shared_ptr<void> &mirror);
    [[nodiscard]] SuiteProcess suiteProcess() const;
    [[nodiscard]] std::function<void(QByteArrayView)> outputOf(EvaluationStep step) const;
    [[nodiscard]] bool isStopping();
    void tellResources();

    const EvaluationRequest &m_request;
    const EvaluationTools &m_tools;
    const EvaluationWatch &m_watch;
    const Progress &m_asked;
    const Progress m_progress; ///< Asks the caller's, and looks after the server meanwhile.
    StepJournal m_journal;
    EvaluationOutcome m_outcome;
    QElapsedTimer m_sinceResources;

    // In the order in which they may go: the last first.
    std::unique_ptr<RunFolder> m_folder;
    std::unique_ptr<SandboxSession> m_session;
    std::unique_ptr<PostgresServer> m_database;
    std::unique_ptr<SandboxCommand> m_server;
};

} // namespace Decayscope
