// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the Evaluate page asks for, its commands, and what its bench tells; what they lead to stands in
// evaluationdesk.cpp.

#include "commands.h"
#include "evaluationdesk.h"
#include "evaluationguess.h"
#include "settings.h"

#include <pages/evaluatepage.h>
#include <pages/evaluationdetail.h>
#include <pages/evaluationform.h>
#include <pages/evaluationqueueview.h>
#include <pages/needsbanner.h>
#include <runview/logtail.h>

#include <QDir>
#include <QPushButton>
#include <QTabWidget>

#include <algorithm>

namespace Decayscope {

void EvaluationDesk::connectPage()
{
    auto *form = m_page.form();
    connect(form, &EvaluationForm::codeChanged, this, &EvaluationDesk::guessTask);
    connect(form, &EvaluationForm::draftChanged, this, &EvaluationDesk::refreshForm);
    connect(form, &EvaluationForm::addRequested, this, &EvaluationDesk::add);
    connect(form, &EvaluationForm::folderRequested, this, &EvaluationDesk::folderRequested);
    connect(form, &EvaluationForm::patchRequested, this, &EvaluationDesk::patchRequested);
    connect(form, &EvaluationForm::baseRequested, this, &EvaluationDesk::baseRequested);
    connect(form, &EvaluationForm::taskPatchRequested, this, &EvaluationDesk::taskPatchRequested);
    connect(form, &EvaluationForm::runtimesRequested, this, &EvaluationDesk::runtimesRequested);
    connect(&m_page, &EvaluatePage::pathsDropped, this, &EvaluationDesk::takePaths);
    auto *queue = m_page.queue();
    connect(queue, &EvaluationQueueView::currentChanged, this, &EvaluationDesk::refreshCommands);
    connect(queue, &EvaluationQueueView::runRequested, this, &EvaluationDesk::runRequested);
    connect(queue, &EvaluationQueueView::parallelChosen, this, [this](int count) {
        m_settings.set(Keys::evaluateParallel, count);
        if (m_bench)
            m_bench->setParallel(count);
    });
}

void EvaluationDesk::connectCommands()
{
    const auto on = [this](Command command, auto handler) {
        connect(m_commands.action(command), &QAction::triggered, this, handler);
    };
    auto *queue = m_page.queue();
    on(Command::EvaluateFolder, &EvaluationDesk::folderRequested);
    on(Command::EvaluatePatch, &EvaluationDesk::patchRequested);
    on(Command::Runtimes, &EvaluationDesk::runtimesRequested);
    on(Command::AddEvaluation, [this] { m_page.form()->request(); });
    on(Command::ReadEvaluation, [queue] { queue->requestRun(); });
    on(Command::RetryEvaluation, [queue] { queue->requestRetry(); });
    on(Command::CancelEvaluation, [queue] { queue->requestCancel(); });
    on(Command::ForgetEvaluation, [queue] { queue->requestForget(); });
    on(Command::PauseEvaluations, [this, queue](bool pause) {
        if (m_bench)
            m_bench->setPaused(pause);
        queue->setPaused(pause);
    });
    connect(queue, &EvaluationQueueView::pauseChosen, m_commands.action(Command::PauseEvaluations), &QAction::trigger);
    on(Command::FollowLog, [this] {
        auto *log = m_page.detail()->log();
        m_page.detail()->tabs()->setCurrentWidget(log);
        log->setFollowing(!log->isFollowing());
    });
}

void EvaluationDesk::connectBench()
{
    auto *bench = m_bench.get();
    connect(bench, &EvaluationBench::added, this, &EvaluationDesk::takeAdded);
    connect(bench, &EvaluationBench::refused, this, &EvaluationDesk::takeRefused);
    connect(bench, &EvaluationBench::changed, this, &EvaluationDesk::put);
    connect(bench, &EvaluationBench::logGrew, &m_page, &EvaluatePage::appendLog);
    connect(bench, &EvaluationBench::finished, this, &EvaluationDesk::store);
    connect(bench, &EvaluationBench::recipesFailed, this, &EvaluationDesk::recipesFailed);
    connect(bench, &EvaluationBench::recipesRead, this, &EvaluationDesk::takeRecipes);
    connect(bench, &EvaluationBench::forgotten, this, [this](int number) {
        m_page.remove(number);
        m_studyOf.erase(number);
        refreshWork();
    });
    connect(bench, &EvaluationBench::needsFound, m_page.needs(), &NeedsBanner::setNeeds);
    connect(m_page.needs(), &NeedsBanner::lookRequested, bench, &EvaluationBench::lookForNeeds);
    auto *queue = m_page.queue();
    connect(queue, &EvaluationQueueView::retryRequested, bench, &EvaluationBench::retry);
    connect(queue, &EvaluationQueueView::cancelRequested, bench, &EvaluationBench::cancel);
    connect(queue, &EvaluationQueueView::forgetRequested, bench, &EvaluationBench::forget);
}

void EvaluationDesk::takeRecipes(const std::vector<EditableRecipe> &recipes)
{
    m_featureRuntimes.clear();
    for (const auto &row : recipes) {
        if (frameworksOf(row.recipe.name).isEmpty())
            m_featureRuntimes << row.recipe.name;
    }
    refreshOffers();
    emit recipesRead(recipes);
}

void EvaluationDesk::readRecipes()
{
    if (m_bench)
        m_bench->readRecipes();
}

void EvaluationDesk::setRecipe(const RuntimeRecipe &recipe)
{
    if (m_bench)
        m_bench->setRecipe(recipe);
}

void EvaluationDesk::resetRecipe(const QString &name)
{
    if (m_bench)
        m_bench->resetRecipe(name);
}

void EvaluationDesk::takePaths(const QStringList &paths)
{
    if (paths.size() == 1) {
        setDraft(guessed(paths.front()));
        return;
    }
    int added = 0;
    QStringList unknown;
    for (const auto &path : paths) {
        const auto draft = guessed(path);
        if (draft.task.name.isEmpty() || !whatIsMissing(draft).isEmpty()) {
            unknown << path;
            continue;
        }
        add(draft);
        ++added;
    }
    if (added > 0)
        emit told(tr("%n evaluation(s) added.", nullptr, added));
    if (unknown.isEmpty())
        return;
    setDraft(guessed(unknown.front()));
    if (whyNothing().isEmpty())
        m_page.form()->setProblem(
            tr("The names of %n path(s) do not tell their task. Choose it here for the first of them.", nullptr,
                static_cast<int>(unknown.size())));
}

void EvaluationDesk::setDraft(const EvaluationDraft &draft)
{
    m_page.form()->setDraft(draft);
    refreshForm();
    if (draft.task.name.isEmpty())
        m_page.form()->focusTask();
    else
        m_page.form()->addButton()->setFocus();
}

/// A path that is typed tells its task as one that is dropped does, as long as the user has chosen none.
void EvaluationDesk::guessTask()
{
    auto draft = m_page.form()->draft();
    const bool isOpen = draft.task.name.isEmpty() || draft.task == m_guessedTask;
    if (draft.task.kind != TaskKind::Generation || !isOpen)
        return;
    const auto guess = guessFromPath(draft.code, m_contracts.tasks()).task;
    if (guess == m_guessedTask)
        return;
    m_guessedTask = guess;
    draft.task = guess.value_or(TaskSpec{});
    m_page.form()->setDraft(draft);
}

/// What the form has, with what the path itself tells.
EvaluationDraft EvaluationDesk::guessed(const QString &path) const
{
    auto draft = m_page.form()->draft();
    draft.code = QDir::toNativeSeparators(path);
    const auto guess = guessFromPath(path, m_contracts.tasks());
    if (guess.task)
        draft.task = *guess.task;
    else if (draft.task.kind == TaskKind::Generation)
        draft.task = {};
    if (guess.configuration)
        draft.configuration = *guess.configuration;
    return draft;
}

void EvaluationDesk::refreshCommands()
{
    const auto *chosen = evaluation(m_page.queue()->current());
    const auto state = chosen ? chosen->state : EvaluationState::Storing;
    const bool isOpen = state == EvaluationState::Waiting || state == EvaluationState::Running;
    const bool hasEnded = chosen && !isOpen && state != EvaluationState::Storing;
    const auto enable
        = [this](Command command, bool enabled) { m_commands.action(command)->setEnabled(m_isInView && enabled); };
    enable(Command::AddEvaluation, true);
    enable(Command::PauseEvaluations, m_bench != nullptr);
    enable(Command::ReadEvaluation, chosen && chosen->run);
    enable(Command::RetryEvaluation, hasEnded);
    enable(Command::CancelEvaluation, chosen && isOpen);
    enable(Command::ForgetEvaluation, hasEnded || (chosen && state == EvaluationState::Waiting));
    enable(Command::FollowLog, chosen != nullptr);
}

void EvaluationDesk::refreshWork()
{
    int running = 0;
    int waiting = static_cast<int>(m_asked.size());
    if (m_bench) {
        for (const auto &one : m_bench->evaluations()) {
            running += one.state == EvaluationState::Running || one.state == EvaluationState::Storing ? 1 : 0;
            waiting += one.state == EvaluationState::Waiting ? 1 : 0;
        }
    }
    if (running + waiting == 0)
        return emit workChanged({});
    QStringList words;
    if (running > 0)
        words << tr("%n evaluation(s) at work", nullptr, running);
    if (waiting > 0)
        words << tr("%n waiting", nullptr, waiting);
    emit workChanged(words.join(u" · "));
}

} // namespace Decayscope
