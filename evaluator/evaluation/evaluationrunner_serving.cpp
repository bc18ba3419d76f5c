// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evaluationrunner.h"
#include "serverstart.h"

#include <suite/suitereports.h>

#include <algorithm>

namespace Decayscope {

using namespace Qt::StringLiterals;

Result<> EvaluationRunner::startServer()
{
    m_journal.begin(EvaluationStep::Start);
    const auto &commands = m_request.runtime.run;
    for (std::size_t i = 0; i + 1 < commands.size(); ++i) {
        if (auto done = runBefore(commands[i]); !done)
            return done;
    }
    auto limits = m_request.limits;
    limits.wall = std::chrono::hours(24); // Each step that uses the server has a time of its own.
    auto server = m_session->start(
        {.command = {u"/bin/sh"_s, u"-c"_s, commands.back()}, .limits = limits}, outputOf(EvaluationStep::Start));
    if (!server)
        return std::unexpected(std::move(server.error()));
    m_server = *std::move(server);
    m_journal.end(StepOutcome::Done, u"\"%1\" was started."_s.arg(commands.back()));
    return {};
}

/// A command before the server's; what it says belongs to the set-up's log.
Result<> EvaluationRunner::runBefore(const QString &command)
{
    auto report = runCommand(
        *m_session, {.command = {u"/bin/sh"_s, u"-c"_s, command}}, m_progress, outputOf(EvaluationStep::Start));
    if (!report)
        return std::unexpected(std::move(report.error()));
    m_outcome.setUpLog += "$ " + command.toUtf8() + '\n' + report->output;
    return {};
}

Result<> EvaluationRunner::checkHealth()
{
    m_journal.begin(EvaluationStep::Health);
    const QString url = m_session->serverUrl(m_request.runtime.port) + m_request.runtime.healthPath;
    auto record = awaitHealth(*m_server, suiteProcess(), url, m_request.runtime, m_progress);
    if (!record)
        return std::unexpected(std::move(record.error()));
    m_outcome.record.server = *record;
    if (record->healthy)
        m_journal.end(StepOutcome::Done, u"The server answers."_s);
    else if (m_server->isRunning())
        m_journal.end(StepOutcome::Failed, u"The server did not answer %1 in time."_s.arg(url));
    else
        m_journal.end(StepOutcome::Failed, u"The server is gone. %1"_s.arg(shellEnding(m_server->report())));
    return {};
}

Result<> EvaluationRunner::runScoredSuite()
{
    m_journal.begin(EvaluationStep::Suite);
    return runOne(m_request.contract.suite);
}

Result<> EvaluationRunner::runDeepSuite()
{
    if (!m_request.deepSuite) {
        m_journal.skip(EvaluationStep::DeepSuite, u"It was not asked for."_s);
        return {};
    }
    if (!m_request.contract.deepSuite) {
        m_journal.skip(EvaluationStep::DeepSuite, u"The contract has no second suite."_s);
        return {};
    }
    if (!m_outcome.record.server.healthy || !m_server->isRunning()) {
        m_journal.skip(EvaluationStep::DeepSuite, u"There is no healthy server to ask."_s);
        return {};
    }
    m_journal.begin(EvaluationStep::DeepSuite);
    return runOne(*m_request.contract.deepSuite);
}

Result<> EvaluationRunner::runOne(const HttpSuite &suite)
{
    const QString baseUrl = m_session->serverUrl(m_request.runtime.port) + m_request.runtime.basePath;
    auto result = suiteProcess().runSuite(
        suite, {.baseUrl = baseUrl}, m_progress, [&](int index, const HttpExchange &exchange) {
            if (m_watch.exchange)
                m_watch.exchange(suite.name, index, exchange);
        });
    if (!result && result.error().kind == ErrorKind::Cancelled)
        return cancelled();
    if (!result)
        result = unansweredResult(suite, baseUrl, result.error().message);
    const auto total = result->total();
    const auto passed = result->passed();
    m_outcome.record.suites.push_back(*std::move(result));
    m_journal.end(passed == total ? StepOutcome::Done : StepOutcome::Failed,
        u"%1 of %2 assertions passed."_s.arg(passed).arg(total));
    return {};
}

void EvaluationRunner::verify()
{
    if (m_request.task.constraints.isEmpty()) {
        m_journal.skip(EvaluationStep::Verify, u"The task has no constraints to verify."_s);
        return;
    }
    m_journal.begin(EvaluationStep::Verify);
    const auto constraints = m_request.task.constraints;
    m_outcome.verdicts = m_tools.verifiers.reference.verify(m_outcome.patch, constraints);
    m_outcome.syntaxVerdicts = m_tools.verifiers.syntax.verify(m_outcome.patch, constraints);
    const auto violated = std::ranges::count_if(m_outcome.verdicts, std::not_fn(&ConstraintVerdict::compliant));
    m_journal.end(violated == 0 ? StepOutcome::Done : StepOutcome::Failed,
        violated == 0 ? u"Every verifier holds."_s
                      : u"%1 of %2 verifiers do not hold."_s.arg(violated).arg(m_outcome.verdicts.size()));
}

void EvaluationRunner::stop()
{
    m_journal.begin(EvaluationStep::Stop);
    const auto ranUntilNow = m_server->isRunning();
    m_server->stop();
    const auto report = m_server->report();
    m_outcome.serverLog = report.output;
    m_outcome.record.server.exitCode = ranUntilNow ? std::nullopt : report.exitCode;
    m_outcome.record.server.ending = ranUntilNow ? u"It ran until it was stopped."_s : shellEnding(report);
    m_outcome.record.resources = m_session->use();
    m_server.reset();
    m_database.reset();
    m_session.reset();
    m_folder.reset();
    m_journal.end(StepOutcome::Done, u"Nothing is left of it."_s);
}

RunBundle EvaluationRunner::assembled()
{
    auto &record = m_outcome.record;
    record.program = m_tools.program;
    record.sandbox = m_tools.sandbox->description();
    record.runtime = m_request.runtime.name;
    record.contract = m_request.contract.name;
    record.contractVersion = m_request.contract.version;
    record.limits = limitTexts(m_request.limits);
    record.steps = m_journal.steps();
    return assembledRun(
        m_request, std::move(m_outcome), m_request.contract.suite.title, QDateTime::currentDateTimeUtc());
}

} // namespace Decayscope
