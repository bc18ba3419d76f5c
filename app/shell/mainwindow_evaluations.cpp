// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What in the window belongs to evaluations: where they lead, and what is chosen for them.

#include "evaluationdesk.h"
#include "mainwindow.h"
#include "readingdesk.h"
#include "runtimeswindow.h"
#include "settings.h"

#include <pages/evaluatepage.h>
#include <pages/evaluationform.h>
#include <widgets/messagebar.h>

#include <QFileDialog>
#include <QFileInfo>
#include <QStatusBar>
#include <QToolButton>

namespace Decayscope {

void MainWindow::connectEvaluations()
{
    auto *desk = m_evaluationDesk;
    connect(desk, &EvaluationDesk::told, this, [this](const QString &text) { statusBar()->showMessage(text, 4000); });
    connect(desk, &EvaluationDesk::problem, this, &MainWindow::showProblem);
    connect(desk, &EvaluationDesk::runRequested, this, [this](RunId run) { m_desk->read({.run = run}); });
    connect(desk, &EvaluationDesk::folderRequested, this, &MainWindow::askForEvaluatedFolder);
    connect(desk, &EvaluationDesk::patchRequested, this, &MainWindow::askForEvaluatedPatch);
    connect(desk, &EvaluationDesk::baseRequested, this, &MainWindow::askForBase);
    connect(desk, &EvaluationDesk::taskPatchRequested, this, &MainWindow::askForTaskPatch);
    connect(desk, &EvaluationDesk::runtimesRequested, this, [this] { runtimesWindow()->showAll(); });
    connect(desk, &EvaluationDesk::workChanged, this, [this](const QString &words) {
        // Without text it would be lower, and a status bar of another height forgets what its message hides.
        if (!words.isEmpty())
            m_work->setText(words);
        m_work->setVisible(!words.isEmpty());
    });
    connect(m_work, &QToolButton::clicked, m_commands->action(Command::Evaluate), &QAction::trigger);
    connect(m_commands->action(Command::Evaluate), &QAction::triggered, this, [this] { goTo(Page::Evaluate); });
}

RuntimesWindow *MainWindow::runtimesWindow()
{
    if (!m_runtimesWindow)
        m_runtimesWindow = new RuntimesWindow(*m_evaluationDesk, this);
    return m_runtimesWindow;
}

QString MainWindow::askForPatchFile(const QString &title)
{
    auto path = QFileDialog::getOpenFileName(
        this, title, m_settings.value(Keys::lastFolder), tr("Patches (*.patch *.diff);;All files (*)"));
    if (!path.isEmpty())
        m_settings.set(Keys::lastFolder, QFileInfo(path).path());
    return path;
}

QString MainWindow::askForExistingFolder(const QString &title)
{
    auto path = QFileDialog::getExistingDirectory(this, title, m_settings.value(Keys::lastFolder));
    if (!path.isEmpty())
        m_settings.set(Keys::lastFolder, path);
    return path;
}

void MainWindow::askForEvaluatedFolder()
{
    goTo(Page::Evaluate);
    if (const auto path = askForExistingFolder(tr("Evaluate a folder of code")); !path.isEmpty())
        m_evaluationDesk->takePaths({path});
}

void MainWindow::askForEvaluatedPatch()
{
    goTo(Page::Evaluate);
    if (const auto path = askForPatchFile(tr("Evaluate a patch")); !path.isEmpty())
        m_evaluationDesk->takePaths({path});
}

void MainWindow::askForBase()
{
    auto draft = m_evaluate->form()->draft();
    draft.base = askForExistingFolder(tr("The repository the feature was removed from"));
    if (!draft.base.isEmpty())
        m_evaluationDesk->setDraft(draft);
}

void MainWindow::askForTaskPatch()
{
    auto draft = m_evaluate->form()->draft();
    draft.taskPatch = askForPatchFile(tr("The patch that took the feature away"));
    if (!draft.taskPatch.isEmpty())
        m_evaluationDesk->setDraft(draft);
}

/// Whether nothing keeps the window from closing; else it says what would be stopped.
bool MainWindow::mayClose()
{
    const auto running = m_evaluationDesk->unfinished();
    if (m_evaluationDesk->mayClose())
        return true;
    showProblem(tr("%n evaluation(s) are not finished. Close the window again to stop them: they leave no run.",
        nullptr, running));
    return false;
}

} // namespace Decayscope
