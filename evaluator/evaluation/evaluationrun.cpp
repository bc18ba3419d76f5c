// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evaluationrun.h"

#include "networksettings.h"
#include "runassembly.h"
#include "serverstart.h"
#include "stepjournal.h"
#include "workspacepreparing.h"

#include <database/postgresserver.h>
#include <suite/suiteprocess.h>
#include <suite/suitereports.h>

#include <QElapsedTimer>

#include <algorithm>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr int registryPort = 4873; // as npm's own mirrors take it
constexpr auto resourceInterval = 250ms;

/// Feature tasks do not say what they need: their repositories expect the database of the study's containers.
bool needsDatabase(const TaskSpec &task)
{
    return task.kind == TaskKind::Feature || task.constraints.contains(Constraint::Postgres);
}

/// One evaluation on its way: its steps in order, and what they hand on to each other.
class EvaluationRunner
{
public:
    EvaluationRunner(const EvaluationRequest &request, const EvaluationTools &tools, const EvaluationWatch &watch,
        const Progress &progress)
        : m_request(request)
        , m_tools(tools)
        , m_watch(watch)
        , m_asked(progress)
        , m_progress([this] { return isStopping(); })
        , m_journal(watch.step)
    { }

    Result<RunBundle> run()
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

Result<> EvaluationRunner::prepare()
{
    m_journal.begin(EvaluationStep::Prepare);
    auto patch = patchOf(m_request);
    if (!patch)
        return std::unexpected(std::move(patch.error()));
    m_outcome.patch = *std::move(patch);
    if (auto opened = openSession(); !opened)
        return opened;
    m_journal.end(StepOutcome::Done, u"The workspace is ready."_s);
    return {};
}

Result<> EvaluationRunner::openSession()
{
    auto folder = m_tools.sandbox->makeFolder();
    if (!folder)
        return std::unexpected(std::move(folder.error()));
    m_folder = *std::move(folder);
    auto workspace = layOutWorkspace(*m_folder, m_request, m_progress);
    if (!workspace)
        return std::unexpected(std::move(workspace.error()));
    auto session = m_tools.sandbox->open({.workspace = *workspace,
        .limits = m_request.limits,
        .environment = m_request.runtime.environment,
        .image = m_request.runtime.image});
    if (!session)
        return std::unexpected(std::move(session.error()));
    m_session = *std::move(session);
    return {};
}

Result<> EvaluationRunner::patch()
{
    if (std::holds_alternative<WorkspaceFolder>(m_request.code)) {
        m_journal.skip(EvaluationStep::Patch, u"The code was given as a folder."_s);
        return {};
    }
    m_journal.begin(EvaluationStep::Patch);
    auto outcome = applyPatches(*m_session, *m_folder, m_request, m_progress);
    if (!outcome)
        return std::unexpected(std::move(outcome.error()));
    m_journal.end(outcome->isApplied ? StepOutcome::Done : StepOutcome::Failed, outcome->message, outcome->log);
    return {};
}

Result<> EvaluationRunner::startDatabase()
{
    if (!needsDatabase(m_request.task)) {
        m_journal.skip(EvaluationStep::Database, u"The task promises no database server."_s);
        return {};
    }
    m_journal.begin(EvaluationStep::Database);
    auto server = PostgresServer::start(*m_tools.sandbox, *m_session, m_tools.cacheFolder, {}, m_progress);
    if (server) {
        m_database = *std::move(server);
        m_journal.end(StepOutcome::Done, u"%1 takes connections."_s.arg(m_database->version()));
        return {};
    }
    // No generated code runs yet: without the database it was promised, its score would be one of this system.
    const auto kind = server.error().kind;
    if (m_request.task.kind != TaskKind::Feature || kind == ErrorKind::NotFound || kind == ErrorKind::Cancelled)
        return std::unexpected(std::move(server.error()));
    m_journal.end(StepOutcome::Failed, server.error().message, server.error().evidence);
    return {};
}

/// What all set-up commands share. The mirror serves as long as its handle lives: the server is to reach nothing.
Result<CommandSpec> EvaluationRunner::setUpPattern(std::shared_ptr<void> &mirror)
{
    CommandSpec pattern;
    if (m_request.network == SetUpNetwork::Everything) {
        auto settings = networkSettings(QProcessEnvironment::systemEnvironment());
        pattern.network = SandboxNetwork::System;
        pattern.environment = std::move(settings.environment);
        pattern.binds = std::move(settings.binds);
    }
    if (m_request.network != SetUpNetwork::Registries || !m_tools.registries)
        return pattern;
    return m_session->listenInside(registryPort)
        .and_then([this](int socket) { return m_tools.registries->serve(socket); })
        .transform([&](std::shared_ptr<void> serving) {
            mirror = std::move(serving);
            pattern.environment = RegistryMirror::environment(registryPort);
            return pattern;
        });
}

Result<> EvaluationRunner::setUp()
{
    m_journal.begin(EvaluationStep::SetUp);
    const auto way = chosenWay(m_request.runtime, m_request.network);
    if (!way)
        return std::unexpected(way.error());
    std::shared_ptr<void> mirror;
    const auto pattern = setUpPattern(mirror);
    if (!pattern)
        return std::unexpected(pattern.error());
    auto result = setUpProject(
        *m_session, m_request.runtime, *way, *pattern, m_request.limits, m_progress, outputOf(EvaluationStep::SetUp));
    if (!result)
        return std::unexpected(std::move(result.error()));
    m_outcome.setUpLog = std::move(result->log);
    m_journal.end(result->ok ? StepOutcome::Done : StepOutcome::Failed, result->message);
    return {};
}

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
    return runOne(m_tools.suite);
}

Result<> EvaluationRunner::runDeepSuite()
{
    if (!m_request.deepSuite) {
        m_journal.skip(EvaluationStep::DeepSuite, u"It was not asked for."_s);
        return {};
    }
    if (!m_outcome.record.server.healthy || !m_server->isRunning()) {
        m_journal.skip(EvaluationStep::DeepSuite, u"There is no healthy server to ask."_s);
        return {};
    }
    m_journal.begin(EvaluationStep::DeepSuite);
    return runOne(m_tools.deepSuite);
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
    m_outcome.verdicts = m_tools.verifier.verify(m_outcome.patch, m_request.task.constraints);
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
    record.limits = limitTexts(m_request.limits);
    record.steps = m_journal.steps();
    return assembledRun(m_request, std::move(m_outcome), m_tools.suite.title, QDateTime::currentDateTimeUtc());
}

} // namespace

Result<RunBundle> evaluate(const EvaluationRequest &request, const EvaluationTools &tools, const EvaluationWatch &watch,
    const Progress &progress)
{
    if (request.runtime.run.empty())
        return failure(ErrorKind::InvalidInput,
            u"The runtime \"%1\" has no command that starts a server. Add one under Runtimes."_s.arg(
                request.runtime.name));
    return EvaluationRunner(request, tools, watch, progress).run();
}

} // namespace Decayscope
