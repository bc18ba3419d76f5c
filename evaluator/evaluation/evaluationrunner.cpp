// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evaluationrunner.h"

namespace Decayscope {

namespace {

using namespace std::chrono_literals;

constexpr auto resourceInterval = 250ms;

} // namespace

EvaluationRunner::EvaluationRunner(const EvaluationRequest &request, const EvaluationTools &tools,
    const EvaluationWatch &watch, const Progress &progress)
    : m_request(request)
    , m_tools(tools)
    , m_watch(watch)
    , m_asked(progress)
    , m_progress([this] { return isStopping(); })
    , m_journal(watch.step)
{ }

Result<RunBundle> EvaluationRunner::run()
{
    return prepare()
        .and_then([this] { return patch(); })
        .and_then([this] { return startDatabase(); })
        .and_then([this] { return setUp(); })
        .and_then([this] { return startServer(); })
        .and_then([this] { return checkHealth(); })
        .and_then([this] { return runScoredSuite(); })
        .and_then([this] { return runDeepSuite(); })
        .transform([this] {
            verify();
            stop();
            return assembled();
        });
}

/// Whatever waits asks here many times a second; output and limits of server and database are looked after on the way.
bool EvaluationRunner::isStopping()
{
    if (m_server)
        m_server->isRunning();
    if (m_database) [[maybe_unused]]
        const bool isThere = m_database->isRunning();
    if (m_session && (!m_sinceResources.isValid() || m_sinceResources.durationElapsed() > resourceInterval))
        tellResources();
    return m_asked.isCancelled();
}

void EvaluationRunner::tellResources()
{
    m_sinceResources.start();
    if (m_watch.resources)
        m_watch.resources(m_session->use());
}

std::function<void(QByteArrayView)> EvaluationRunner::outputOf(EvaluationStep step) const
{
    return [this, step](QByteArrayView text) {
        if (m_watch.output)
            m_watch.output(step, text);
    };
}

SuiteProcess EvaluationRunner::suiteProcess() const
{
    return SuiteProcess(m_tools.suiteProgram, m_session->networkEntrance());
}

} // namespace Decayscope
