// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What in the window belongs to tasks: where they lead, and what is chosen for them.

#include "evaluationdesk.h"
#include "mainwindow.h"
#include "settings.h"
#include "tasksdesk.h"

#include <pages/evaluatepage.h>
#include <pages/evaluationform.h>
#include <pages/taskspage.h>

#include <QDir>
#include <QFileDialog>
#include <QStatusBar>

namespace Decayscope {

void MainWindow::connectTasks()
{
    auto *desk = m_tasksDesk;
    connect(desk, &TasksDesk::told, this, [this](const QString &text) { statusBar()->showMessage(text, 6000); });
    connect(desk, &TasksDesk::problem, this, &MainWindow::showProblem);
    connect(desk, &TasksDesk::runsRequested, this, &MainWindow::showRunsBehind);
    connect(desk, &TasksDesk::contractsChanged, m_evaluationDesk, &EvaluationDesk::readContracts);
    connect(desk, &TasksDesk::saveRequested, this, &MainWindow::askForPromptFile);
    connect(desk, &TasksDesk::evaluationRequested, this, &MainWindow::evaluateTask);
    connect(desk, &TasksDesk::exportRequested, this,
        [this] { m_tasksDesk->exportTasks(askForExistingFolder(tr("Export tasks"))); });
    connect(desk, &TasksDesk::contractRequested, this, [this] {
        const auto folder = askForExistingFolder(tr("Add a contract: the folder of its contract.json"));
        if (!folder.isEmpty())
            m_tasksDesk->addContracts({folder});
    });
    connect(m_commands->action(Command::Tasks), &QAction::triggered, this, [this] { goTo(Page::Tasks); });
}

void MainWindow::askForPromptFile(const QString &fileName)
{
    const QDir folder(m_settings.value(Keys::lastFolder));
    m_tasksDesk->savePrompt(QFileDialog::getSaveFileName(
        this, tr("Save the prompt"), folder.filePath(fileName), tr("Markdown (*.md);;All files (*)")));
}

void MainWindow::evaluateTask(const TaskSpec &task)
{
    goTo(Page::Evaluate);
    auto draft = m_evaluate->form()->draft();
    draft.task = task;
    m_evaluationDesk->setDraft(draft);
    if (draft.code.isEmpty())
        m_evaluate->form()->focusCode();
}

} // namespace Decayscope
