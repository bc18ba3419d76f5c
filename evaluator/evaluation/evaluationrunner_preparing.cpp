// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evaluationrunner.h"
#include "networksettings.h"
#include "serverstart.h"
#include "workspacepreparing.h"

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

constexpr int registryPort = 4873; // as npm's own mirrors take it

/// Feature tasks do not say what they need: their repositories expect the database of the study's containers.
bool needsDatabase(const TaskSpec &task)
{
    return task.kind == TaskKind::Feature || task.constraints.contains(Constraint::Postgres);
}

} // namespace

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
    auto server = PostgresServer::start(
        *m_tools.sandbox, *m_session, m_tools.cacheFolder, {.database = m_request.contract.database}, m_progress);
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

} // namespace Decayscope
