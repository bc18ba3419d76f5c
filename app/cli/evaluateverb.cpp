// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contractoptions.h"
#include "evaluationanswer.h"
#include "runjson.h"
#include "runtext.h"
#include "verbs.h"

#include <CLI/CLI.hpp>
#include <domain/runnaming.h>
#include <evaluation/evaluationtools.h>
#include <runtimes/runtimerecipe.h>
#include <verifiers/workspacepatch.h>
#include <workspace/taskfiles.h>
#include <workspace/workspace.h>

#include <QCoreApplication>
#include <QFileInfo>
#include <QStandardPaths>

#include <nlohmann/json.hpp>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;
using nlohmann::ordered_json;

/// What the options say, as text; nothing is opened before all of it is checked.
struct EvaluateOptions
{
    std::string task;
    std::vector<std::string> contracts;
    std::string workspace;
    std::string patch;
    std::string model = "manual";
    std::string scaffold = "manual";
    int trial = -1;
    std::string date;
    std::string runtime;
    std::string runtimes;
    std::string network = "registries";
    std::string base;
    std::string baseCommit;
    std::string taskPatch;
    std::string engine = "bubblewrap";
    bool withoutDeep = false;
};

QString text(const std::string &word)
{
    return QString::fromStdString(word);
}

/// What is evaluated: the task, and the contracts it is found among.
struct ChosenTask
{
    TaskSpec task;
    ContractBook contracts;
};

Result<RuntimeRecipe> chosenRecipe(const EvaluateOptions &options, const TaskSpec &task)
{
    const auto userFile = options.runtimes.empty() ? RuntimeBook::userFile() : text(options.runtimes);
    return RuntimeBook::open(userFile).and_then([&](const RuntimeBook &book) -> Result<RuntimeRecipe> {
        if (options.runtime.empty())
            return book.recipeFor(task);
        if (const auto *recipe = book.recipe(text(options.runtime)))
            return *recipe;
        return failure(ErrorKind::NotFound,
            u"There is no runtime \"%1\" among those of the program and \"%2\"."_s.arg(
                text(options.runtime), userFile));
    });
}

Result<std::variant<WorkspaceFolder, WorkspacePatch>> chosenCode(const EvaluateOptions &options)
{
    if (options.patch.empty()) {
        const QFileInfo folder(text(options.workspace));
        if (!folder.isDir())
            return failure(ErrorKind::NotFound, u"There is no folder \"%1\"."_s.arg(text(options.workspace)));
        return WorkspaceFolder{folder.absoluteFilePath()};
    }
    const auto path = QFileInfo(text(options.patch)).absoluteFilePath();
    return patchOfFile(path).transform([&](QByteArray bytes) {
        return std::variant<WorkspaceFolder, WorkspacePatch>(WorkspacePatch{.path = path, .bytes = std::move(bytes)});
    });
}

/// Without a study there are no runs yet: the first one makes it.
Result<RunKey> chosenKey(const EvaluateOptions &options, const TaskSpec &task, const QString &store)
{
    StudySnapshot study;
    if (QFileInfo::exists(store)) {
        auto read = readSnapshot(store);
        if (!read)
            return std::unexpected(std::move(read.error()));
        study = *std::move(read);
    }
    const auto date = text(options.date);
    if (!date.isEmpty())
        std::erase_if(study.runs, [&date](const Run &run) { return run.key.date != date; });
    auto key = nextRunKey(study.runs, {.scaffold = text(options.scaffold), .model = text(options.model)}, task,
        options.trial < 0 ? std::nullopt : std::optional(options.trial), QDateTime::currentDateTimeUtc());
    if (!date.isEmpty())
        key.date = date;
    return key;
}

Result<EvaluationRequest> requestOf(const EvaluateOptions &options, const ChosenTask &chosen)
{
    EvaluationRequest request{.task = chosen.task, .base = text(options.base), .baseCommit = text(options.baseCommit)};
    auto contract = evaluatedContract(chosen.contracts, chosen.task);
    if (!contract)
        return std::unexpected(std::move(contract.error()));
    request.contract = *std::move(contract);
    auto recipe = chosenRecipe(options, chosen.task);
    if (!recipe)
        return std::unexpected(std::move(recipe.error()));
    request.runtime = recipeUnderContract(*std::move(recipe), chosen.contracts, chosen.task);
    auto code = chosenCode(options);
    if (!code)
        return std::unexpected(std::move(code.error()));
    request.code = *std::move(code);
    if (!options.taskPatch.empty()) {
        auto taskPatch = patchOfFile(text(options.taskPatch));
        if (!taskPatch)
            return std::unexpected(std::move(taskPatch.error()));
        request.taskPatch = *std::move(taskPatch);
    }
    request.network = setUpNetworkFromName(text(options.network)).value_or(SetUpNetwork::Registries);
    request.deepSuite = !options.withoutDeep;
    return request;
}

/// What the study's file of a feature task says, where the options do not: without a base there is nothing it could be
/// said of.
Result<> completeFromStudy(EvaluationRequest &request, const EvaluateOptions &options, const QString &store)
{
    if (request.task.kind != TaskKind::Feature || request.base.isEmpty() || !QFileInfo::exists(store))
        return {};
    auto stored = storedTask(store, request.task);
    if (!stored)
        return std::unexpected(std::move(stored.error()));
    if (!*stored)
        return {};
    if (options.baseCommit.empty())
        request.baseCommit = (*stored)->commit;
    if (options.taskPatch.empty())
        request.taskPatch = (*stored)->patch;
    return {};
}

/// Steps as they go by, for people who wait.
EvaluationWatch progressOn(Console &console)
{
    return {.step = [&console](const StepRecord &step) {
        const auto name = evaluationStepName(step.step);
        if (step.outcome == StepOutcome::Running)
            console.progress().report({.done = static_cast<qint64>(step.step),
                .total = static_cast<qint64>(allEvaluationSteps.size()),
                .what = name});
        else if (step.outcome == StepOutcome::Failed)
            console.warn(QString(name % u": " % step.message));
    }};
}

ordered_json toJson(const RunReading &reading)
{
    ordered_json document{{"run", runToJson(reading.run)}, {"origin", jsonText(reading.origin)},
        {"requests", requestsToJson(reading.requests)}, {"violations", violationsToJson(reading.verdicts)},
        {"syntax_violations", violationsToJson(reading.syntaxVerdicts)}, {"files", filesToJson(reading.patch.bytes)}};
    document.update(evaluationToJson(*reading.evaluation));
    return document;
}

class EvaluateVerb : public Verb
{
public:
    void declare(CLI::App &program) override
    {
        m_command = program.add_subcommand(
            "evaluate", "Sets generated code up, starts it in a sandbox, tests and verifies it, and stores the run");
        declareInput();
        declareRun();
        declareSetting();
    }

    [[nodiscard]] bool wasChosen() const override { return m_command->parsed(); }

    [[nodiscard]] ExitStatus run(const VerbContext &context, Console &console) override
    {
        const auto contracts = chosenContracts(m_options.contracts, console);
        if (!contracts) {
            console.fail(contracts.error());
            return ExitStatus::Partly;
        }
        const auto task = contracts->taskNamed(text(m_options.task));
        if (!task) {
            console.fail(task.error());
            return ExitStatus::Usage;
        }
        auto request = requestOf(m_options, {.task = *task, .contracts = *contracts});
        if (!request) {
            console.fail(request.error());
            return ExitStatus::Partly;
        }
        auto key = tryWritingStore(context.store)
                       .and_then([&] { return completeFromStudy(*request, m_options, context.store); })
                       .and_then([&] { return chosenKey(m_options, *task, context.store); });
        if (!key) {
            console.fail(key.error());
            return statusOf(key.error());
        }
        request->key = *std::move(key);
        return evaluateAndStore(*request, context, console);
    }

private:
    void declareInput()
    {
        m_command->add_option("--task", m_options.task, "The task, such as flask-openapi-sqlite or express/TASK")
            ->required();
        declareContracts(*m_command, m_options.contracts);
        auto *input = m_command->add_option_group("input", "The generated code");
        input->add_option("--workspace", m_options.workspace, "A folder; it is copied, never changed");
        input->add_option("--patch", m_options.patch, "A patch, as `git diff` writes it");
        input->require_option(1);
        m_command->add_option("--base", m_options.base, "Feature tasks: the repository's folder the patches are for")
            ->check(CLI::ExistingDirectory);
        m_command->add_option("--base-commit", m_options.baseCommit,
            "The commit of it to start from; default: that of the imported task");
        m_command->add_option("--task-patch", m_options.taskPatch,
            "The patch that takes the feature out; default: that of the imported task");
    }

    void declareRun()
    {
        m_command->add_option("--model", m_options.model, "The model that wrote the code")->capture_default_str();
        m_command->add_option("--scaffold", m_options.scaffold, "The scaffold that drove it")->capture_default_str();
        m_command
            ->add_option(
                "--trial", m_options.trial, "The N of run_N, made anew where it is there; default: the first free one")
            ->check(CLI::NonNegativeNumber);
        m_command->add_option("--date", m_options.date,
            "Name of the date folder; default: the newest of the task's, else now, so that trials count together");
    }

    void declareSetting()
    {
        m_command->add_option("--runtime", m_options.runtime, "The runtime recipe; default: that of the task");
        m_command->add_option("--runtimes", m_options.runtimes, "A file of runtime recipes in place of the user's own");
        m_command->add_option("--network", m_options.network, "What set-up may reach; the server reaches nothing")
            ->check(CLI::IsMember({"nothing", "registries", "everything"}))
            ->capture_default_str();
        m_command->add_option("--sandbox", m_options.engine, "What keeps the code in")
            ->check(CLI::IsMember({"bubblewrap", "podman", "docker"}))
            ->capture_default_str();
        m_command->add_flag("--no-deep", m_options.withoutDeep,
            "Without the second suite that a contract may have beside the scored one");
    }

    [[nodiscard]] ExitStatus evaluateAndStore(
        const EvaluationRequest &request, const VerbContext &context, Console &console) const
    {
        const auto tools
            = evaluationTools({.programFolder = QCoreApplication::applicationDirPath(),
                                  .cacheFolder = QStandardPaths::writableLocation(QStandardPaths::CacheLocation),
                                  .engine = text(m_options.engine),
                                  .program = QCoreApplication::applicationVersion()},
                context.verifiers);
        if (!tools) {
            console.fail(tools.error());
            return ExitStatus::Partly;
        }
        auto bundle = evaluate(request, **tools, progressOn(console), console.progress());
        console.endProgress();
        if (!bundle) {
            console.fail(bundle.error());
            return bundle.error().kind == ErrorKind::Cancelled ? ExitStatus::Cancelled : ExitStatus::Partly;
        }
        return store(*std::move(bundle), context, console);
    }

    /// What was free before may be another program's by now; a trial that was asked for is made anew.
    [[nodiscard]] ExitStatus store(RunBundle bundle, const VerbContext &context, const Console &console) const
    {
        if (auto key = chosenKey(m_options, bundle.task, context.store))
            bundle.key = *std::move(key);
        const auto taken = m_options.trial < 0 ? TakenKey::NextTrial : TakenKey::NewVersion;
        const auto reading = addRunToStore(context.store, std::move(bundle), context.verifiers.versions(), taken)
                                 .and_then([&](RunId id) { return openRunInStore(context.store, id); });
        if (!reading) {
            console.fail(reading.error());
            return statusOf(reading.error());
        }
        if (console.wantsJson())
            console.answer(toJson(**reading));
        else
            console.answer(runToText(**reading));
        const auto &run = (*reading)->run;
        const bool isSuccess = run.assertions > 0 && run.failed == 0 && run.verdicts.isCompliant();
        return isSuccess ? ExitStatus::Done : ExitStatus::Findings;
    }

    CLI::App *m_command = nullptr;
    EvaluateOptions m_options;
};

} // namespace

std::unique_ptr<Verb> makeEvaluateVerb()
{
    return std::make_unique<EvaluateVerb>();
}

} // namespace Decayscope
