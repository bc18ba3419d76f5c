// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backendlab.h"

#include <domain/evaluationjson.h>
#include <evaluation/evaluationtools.h>
#include <runtimes/requirements.h>
#include <verifiers/bothverifiers.h>

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>

namespace Decayscope::Test {

namespace {

using namespace Qt::StringLiterals;

QString backendsFolder()
{
    return QStringLiteral(DECAYSCOPE_BACKENDS);
}

/// Tests run beside each other, so each program has a cache of its own; it stays for the next time.
QString cacheFolder()
{
    return QStringLiteral(DECAYSCOPE_EVALUATION_CACHE "/") + QCoreApplication::applicationName();
}

QString scoreOf(const SuiteResult &result)
{
    return u"%1 %2 of %3"_s.arg(result.suite).arg(result.passed()).arg(result.total());
}

QStringList verdictTexts(const std::vector<ConstraintVerdict> &verdicts)
{
    QStringList texts;
    for (const auto &verdict : verdicts)
        texts << constraintName(verdict.constraint)
                + (verdict.compliant ? u" holds"_s : u" does not hold: "_s + verdict.reason);
    return texts;
}

/// Steps that failed other than by a suite's assertions, which are counted already.
QStringList failedSteps(const EvaluationRecord &record)
{
    QStringList texts;
    for (const auto &step : record.steps) {
        const auto isSuite = step.step == EvaluationStep::Suite || step.step == EvaluationStep::DeepSuite;
        if (step.outcome == StepOutcome::Failed && !isSuite)
            texts << evaluationStepName(step.step) + u" failed: "_s + step.message;
    }
    return texts;
}

} // namespace

QString ReferenceBackend::folder() const
{
    const QString shared = QStringLiteral(DECAYSCOPE_DEMONSTRATION "/backends/") + name;
    if (runtime != u"node" && QFileInfo::exists(shared))
        return shared;
    return backendsFolder() + (runtime == u"node" ? u"/node/"_s : u"/python/"_s) + name;
}

TaskSpec ReferenceBackend::task() const
{
    return {TaskKind::Generation, runtime, framework, generationTaskName(framework, constraints), constraints};
}

QStringList LabRun::printed() const
{
    QStringList lines;
    for (const auto &suite : record.suites)
        lines << scoreOf(suite);
    return lines + verdictTexts(bundle.verdicts) + failedSteps(record);
}

BackendLab::BackendLab(std::shared_ptr<const EvaluationTools> tools)
    : m_tools(std::move(tools))
{ }

Result<BackendLab> BackendLab::open()
{
    auto tools = evaluationTools(
        {.programFolder = QStringLiteral(DECAYSCOPE_SUITE_FOLDER), .cacheFolder = cacheFolder(), .program = u"test"_s},
        bothVerifiers());
    if (!tools)
        return std::unexpected(std::move(tools.error()));
    return BackendLab(*std::move(tools));
}

const EvaluatedContract &BackendLab::contract()
{
    static const auto conduit = *evaluatedContract(ContractBook::builtIn(), generationTasks().front());
    return conduit;
}

Result<EvaluationRequest> BackendLab::request(const ReferenceBackend &backend, const QString &folder)
{
    const auto task = backend.task();
    auto recipe = RuntimeBook::builtIn().recipeFor(task);
    if (!recipe)
        return std::unexpected(std::move(recipe.error()));
    return EvaluationRequest{.key = {backend.runtime, {u"reference"_s, u"by-hand"_s}, task.name, u"2026-01-01"_s, 1},
        .task = task,
        .contract = contract(),
        .runtime = *std::move(recipe),
        .code = WorkspaceFolder{folder}};
}

Result<LabRun> BackendLab::evaluateBackend(const ReferenceBackend &backend) const
{
    return evaluateFolder(backend, backend.folder());
}

Result<LabRun> BackendLab::evaluateDefect(const ReferenceBackend &backend, const PlantedDefect &defect) const
{
    const QTemporaryDir copy;
    if (!copyFolder(backend.folder(), copy.path()))
        return failure(ErrorKind::Unreadable, u"Cannot copy \"%1\"."_s.arg(backend.folder()));
    if (auto planted = plant(defect, copy.path()); !planted)
        return std::unexpected(std::move(planted.error()));
    return evaluateFolder(backend, copy.path());
}

Result<LabRun> BackendLab::evaluateFolder(const ReferenceBackend &backend, const QString &folder) const
{
    const auto asked = request(backend, folder);
    if (!asked)
        return std::unexpected(asked.error());
    return evaluateRequest(*asked);
}

Result<LabRun> BackendLab::evaluateRequest(const EvaluationRequest &request) const
{
    auto bundle = evaluate(request, *m_tools, {}, {});
    if (!bundle)
        return std::unexpected(std::move(bundle.error()));
    const auto *document = bundle->document(DocumentKind::Evaluation);
    if (document == nullptr)
        return failure(ErrorKind::Internal, u"The run has no record of its evaluation."_s);
    auto record = readEvaluation(document->bytes);
    if (!record)
        return std::unexpected(std::move(record.error()));
    return LabRun{*std::move(bundle), *std::move(record)};
}

bool copyFolder(const QString &from, const QString &to)
{
    const QDir source(from);
    QDirIterator entries(from, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        const auto entry = entries.nextFileInfo();
        const QString target = to + u'/' + source.relativeFilePath(entry.filePath());
        if (entry.isDir() ? !QDir().mkpath(target) : !QFile::copy(entry.filePath(), target))
            return false;
    }
    return true;
}

QString missingRequirement(const QStringList &names)
{
    const auto all = evaluationRequirements();
    for (const auto &name : names) {
        const auto found = std::ranges::find(all, name, &Requirement::name);
        if (found == all.end())
            return u"Nothing is known of %1."_s.arg(name);
        if (!found->isMet())
            return u"%1 is missing. %2"_s.arg(name, found->remedy);
    }
    return {};
}

QString missingNpmRegistry()
{
    QProcess npm;
    npm.start(u"npm"_s, {u"view"_s, u"express"_s, u"version"_s, u"--prefer-online"_s, u"--fetch-retries=0"_s});
    if (npm.waitForFinished() && npm.exitStatus() == QProcess::NormalExit && npm.exitCode() == 0)
        return {};
    npm.kill();
    npm.waitForFinished();
    return u"The npm registry cannot be reached from here."_s;
}

QString defectsFile(const QString &language)
{
    return backendsFolder() + u"/defects/"_s + language + u".json"_s;
}

} // namespace Decayscope::Test
