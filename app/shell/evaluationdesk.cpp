// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evaluationdesk.h"

#include "commands.h"
#include "settings.h"
#include "studycontroller.h"

#include <domain/runnaming.h>
#include <jobs/runjob.h>
#include <pages/evaluatepage.h>
#include <pages/evaluationform.h>
#include <pages/evaluationqueueview.h>
#include <pages/needsbanner.h>
#include <pages/taskfield.h>
#include <workspace/workspace.h>

#include <QFileInfo>
#include <QLineEdit>

#include <algorithm>

namespace Decayscope {

namespace {

constexpr qsizetype mostRecent = 12;

bool isOpen(EvaluationState state)
{
    return state == EvaluationState::Waiting || state == EvaluationState::Running || state == EvaluationState::Storing;
}

/// A run only for its name: one that is still to come.
Run awaited(const RunKey &key)
{
    Run run;
    run.key = key;
    return run;
}

} // namespace

EvaluationDesk::EvaluationDesk(
    StudyController &study, EvaluatePage &page, CommandSet &commands, Settings &settings, QObject *parent)
    : QObject(parent)
    , m_study(study)
    , m_page(page)
    , m_commands(commands)
    , m_settings(settings)
{
    connectPage();
    connectCommands();
    m_page.queue()->setParallel(settings.value(Keys::evaluateParallel));
    m_page.form()->setRecent(settings.value(Keys::evaluateRecent));
    m_page.form()->setDraft(
        {.configuration = {settings.value(Keys::evaluateScaffold), settings.value(Keys::evaluateModel)},
            .network = static_cast<SetUpNetwork>(qBound(0, settings.value(Keys::evaluateNetwork), 2)),
            .deepSuite = settings.value(Keys::evaluateDeep)});
    refreshOffers();
    refreshForm();
    refreshCommands();
}

EvaluationDesk::~EvaluationDesk() = default;

void EvaluationDesk::setBench(std::unique_ptr<EvaluationBench> bench)
{
    if (m_bench) {
        for (const auto &one : m_bench->evaluations())
            m_page.remove(one.number);
    }
    m_asked.clear();
    m_studyOf.clear();
    m_bench = std::move(bench);
    m_hasLooked = false;
    connectBench();
    m_bench->setParallel(m_settings.value(Keys::evaluateParallel));
    setInView(m_isInView);
    refreshForm();
}

void EvaluationDesk::takeStudy()
{
    takeChange();
}

void EvaluationDesk::takeChange()
{
    refreshOffers();
    refreshForm();
}

/// What is missing on this system is looked for when the page is first seen.
void EvaluationDesk::setInView(bool inView)
{
    m_isInView = inView;
    if (inView && m_page.form()->draft().code.isEmpty() && (!m_bench || m_bench->evaluations().empty()))
        m_page.form()->focusCode();
    if (inView && m_bench && !std::exchange(m_hasLooked, true)) {
        m_bench->lookForNeeds();
        m_bench->readRecipes();
        readContracts();
    }
    refreshCommands();
}

void EvaluationDesk::saveState()
{
    const auto draft = m_page.form()->draft();
    m_settings.set(Keys::evaluateNetwork, static_cast<int>(draft.network));
    m_settings.set(Keys::evaluateDeep, draft.deepSuite);
}

int EvaluationDesk::unfinished() const
{
    if (!m_bench)
        return 0;
    const auto open
        = std::ranges::count_if(m_bench->evaluations(), [](const QueuedEvaluation &one) { return isOpen(one.state); });
    return static_cast<int>(open + std::ssize(m_asked));
}

bool EvaluationDesk::mayClose()
{
    return unfinished() == 0 || std::exchange(m_mayClose, true);
}

/// The user's contracts are looked for beside the window's thread; one that cannot be used is said.
void EvaluationDesk::readContracts()
{
    const auto work
        = [](const Progress &) { return Result<ContractBook>(ContractBook::open(ContractBook::userFolder())); };
    runJob(QThreadPool::globalInstance(), work).then(this, [this](const Result<ContractBook> &book) {
        if (!book)
            return;
        m_contracts = *book;
        refreshOffers();
        for (const auto &sentence : m_contracts.problems())
            emit problem(sentence);
    });
}

void EvaluationDesk::refreshOffers()
{
    EvaluationOffers offers{.tasks = m_contracts.tasks(),
        .featureTasks = {},
        .featureRuntimes = m_featureRuntimes,
        .scaffolds = {},
        .models = {}};
    for (int number = 1; number <= 4; ++number)
        offers.featureTasks << QStringLiteral("hard-focused-task-%1").arg(number, 3, 10, QLatin1Char('0'));
    if (const auto study = m_study.snapshot()) {
        for (const auto &style : study->styles) {
            offers.scaffolds << style.configuration.scaffold;
            offers.models << style.configuration.model;
        }
        for (const auto &run : study->runs) {
            if (run.task.kind == TaskKind::Feature && !offers.featureTasks.contains(run.task.name))
                offers.featureTasks << run.task.name;
        }
    }
    for (auto *names : {&offers.scaffolds, &offers.models}) {
        names->prepend(Keys::evaluateModel.fallback);
        names->removeDuplicates();
    }
    m_page.form()->setOffers(offers);
}

void EvaluationDesk::refreshForm()
{
    const auto draft = m_page.form()->draft();
    const auto why = whyNothing();
    m_page.form()->setAddable(why.isEmpty() && m_bench);
    m_page.form()->setProblem(why);
    const bool isNamed = !draft.task.name.isEmpty() && !draft.configuration.model.isEmpty();
    if (!isNamed || !why.isEmpty())
        return m_page.form()->setTrial({});
    const auto key = keyFor(draft);
    m_page.form()->setTrial(tr("Becomes run_%1 of %2.").arg(key.trial).arg(key.date));
}

void EvaluationDesk::add(const EvaluationDraft &draft)
{
    if (!m_bench)
        return;
    if (const auto missing = whatIsMissing(draft); !missing.isEmpty())
        return m_page.form()->setProblem(missing);
    const auto key = keyFor(draft);
    m_asked.emplace_back(key, m_study.snapshot()->path);
    m_mayClose = false;
    remember(draft);
    refreshForm();
    refreshWork();
    m_bench->add(key, draft);
}

void EvaluationDesk::takeAdded(int number)
{
    const auto *made = evaluation(number);
    const auto asked = made ? std::ranges::find(m_asked, made->key, &std::pair<RunKey, QString>::first) : m_asked.end();
    if (asked != m_asked.end()) {
        m_studyOf[number] = asked->second;
        m_asked.erase(asked);
    }
    put(number);
    m_page.queue()->setCurrent(number);
}

void EvaluationDesk::takeRefused(const RunKey &key, const QString &sentence)
{
    const auto asked = std::ranges::find(m_asked, key, &std::pair<RunKey, QString>::first);
    if (asked != m_asked.end())
        m_asked.erase(asked);
    refreshForm();
    refreshWork();
    m_page.form()->setProblem(sentence);
    if (!m_isInView)
        emit problem(sentence);
}

void EvaluationDesk::put(int number)
{
    if (const auto *now = evaluation(number))
        m_page.put(*now);
    refreshCommands();
    refreshWork();
}

/// A run belongs to the study it was asked for in, whatever is open now.
void EvaluationDesk::store(int number, const std::shared_ptr<RunBundle> &bundle)
{
    const auto known = m_studyOf.find(number);
    const auto study = m_study.snapshot();
    const auto path = known != m_studyOf.end() ? known->second : study ? study->path : QString();
    // Somebody else may have taken the trial meanwhile; only what is made again replaces its own run.
    const auto *queued = evaluation(number);
    const auto taken = queued != nullptr && queued->replaces ? TakenKey::NewVersion : TakenKey::NextTrial;
    const auto stored = study && study->path == path
        ? m_study.addRun(*bundle, taken)
        : runJob(QThreadPool::globalInstance(),
              [path, bundle, taken, versions = m_study.verifiers().versions()](
                  const Progress &) { return addRunToStore(path, *bundle, versions, taken); });
    QFuture<Result<RunId>>(stored).then(this, [this, number](const Result<RunId> &run) {
        m_bench->setStored(number, run);
        if (!run)
            emit problem(run.error().message);
        else
            emit told(tr("Evaluation %1 is a run of the study now.").arg(number));
    });
}

void EvaluationDesk::remember(const EvaluationDraft &draft)
{
    auto recent = m_settings.value(Keys::evaluateRecent);
    recent.removeAll(draft.code);
    recent.prepend(draft.code);
    m_settings.set(Keys::evaluateRecent, recent.mid(0, mostRecent));
    m_settings.set(Keys::evaluateScaffold, draft.configuration.scaffold);
    m_settings.set(Keys::evaluateModel, draft.configuration.model);
    m_page.form()->setRecent(recent.mid(0, mostRecent));
}

RunKey EvaluationDesk::keyFor(const EvaluationDraft &draft) const
{
    std::vector<Run> runs;
    if (const auto study = m_study.snapshot())
        runs = study->runs;
    for (const auto &[key, study] : m_asked)
        runs.push_back(awaited(key));
    if (m_bench) {
        for (const auto &one : m_bench->evaluations()) {
            if (isOpen(one.state))
                runs.push_back(awaited(one.key));
        }
    }
    return nextRunKey(runs, draft.configuration, draft.task, std::nullopt, QDateTime::currentDateTimeUtc());
}

QString EvaluationDesk::whyNothing() const
{
    const auto study = m_study.snapshot();
    if (!study)
        return tr("Open or make a study first: what is evaluated becomes a run of it.");
    if (study->isSample && study->isReadOnly)
        return tr(
            "The sample cannot be changed. Make or open a study of your own (File menu): what is evaluated becomes "
            "a run of it.");
    if (study->isReadOnly)
        return tr("This study is read-only. Open one that can be changed: what is evaluated becomes a run of it.");
    return {};
}

/// What was typed may be the name of no task, such as one for a contract that is not there.
QString EvaluationDesk::whyNoTask() const
{
    const auto typed = m_page.form()->task()->edit()->text().trimmed();
    const auto task = m_contracts.taskNamed(typed);
    return typed.isEmpty() || task ? tr("Choose the task that the code is for.") : task.error().message;
}

QString EvaluationDesk::whatIsMissing(const EvaluationDraft &draft) const
{
    if (const auto why = whyNothing(); !why.isEmpty())
        return why;
    if (draft.code.isEmpty())
        return tr("Choose the folder or the patch with the code.");
    if (draft.task.name.isEmpty())
        return whyNoTask();
    if (draft.task.kind == TaskKind::Feature && draft.task.runtime.isEmpty())
        return tr("Choose the runtime of the feature task.");
    if (draft.configuration.model.isEmpty() || draft.configuration.scaffold.isEmpty())
        return tr("Say who made the code: a scaffold and a model, or “manual” twice.");
    return {};
}

const QueuedEvaluation *EvaluationDesk::evaluation(int number) const
{
    if (!m_bench)
        return nullptr;
    const auto &all = m_bench->evaluations();
    const auto found = std::ranges::find(all, number, &QueuedEvaluation::number);
    return found == all.end() ? nullptr : &*found;
}

} // namespace Decayscope
