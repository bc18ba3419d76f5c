// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The commands of the Tasks page; what they lead to stands in tasksdesk.cpp.

#include "commands.h"
#include "taskscontracts.h"
#include "tasksdesk.h"

#include <pages/tasksdetail.h>
#include <pages/taskspage.h>

#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QGuiApplication>
#include <QUrl>

namespace Decayscope {

void TasksDesk::connectCommands()
{
    const auto on = [this](Command command, auto handler) {
        connect(m_commands.action(command), &QAction::triggered, this, handler);
    };
    auto *detail = m_page.detail();
    on(Command::CopyPrompt, &TasksDesk::copyPrompt);
    on(Command::SavePrompt, [this] {
        if (const auto &definition = m_page.detail()->definition())
            emit saveRequested(QString(definition->task.runtime % u'-' % definition->task.name % u".md"));
    });
    on(Command::ExportTasks, &TasksDesk::exportRequested);
    on(Command::EvaluateTask, [this] {
        if (m_page.chosen())
            emit evaluationRequested(*m_page.chosen());
    });
    on(Command::TaskRuns, &TasksDesk::showRuns);
    on(Command::CompareTask, [detail](bool isOn) { detail->setComparing(isOn); });
    connect(detail, &TasksDetail::comparingChanged, m_commands.action(Command::CompareTask), &QAction::setChecked);
    on(Command::FindInPrompt, [detail] { detail->focusSearch(); });
    on(Command::AddContract, &TasksDesk::contractRequested);
    on(Command::RemoveContract, &TasksDesk::removeContract);
    on(Command::ContractsFolder, &TasksDesk::openContractsFolder);
    connect(&m_page, &TasksPage::contractsFolderRequested, this, &TasksDesk::openContractsFolder);
    m_commands.action(Command::CompareTask)->setCheckable(true);
    QList<QAction *> actions;
    for (const auto command : {Command::CopyPrompt, Command::SavePrompt, Command::EvaluateTask, Command::TaskRuns})
        actions << m_commands.action(command);
    detail->setActions(actions);
}

void TasksDesk::refreshCommands()
{
    const bool hasTask = m_isInView && m_page.detail()->definition().has_value();
    for (const auto command : {Command::CopyPrompt, Command::SavePrompt, Command::EvaluateTask, Command::TaskRuns,
             Command::CompareTask, Command::FindInPrompt})
        m_commands.action(command)->setEnabled(hasTask);
    m_commands.action(Command::ExportTasks)->setEnabled(m_isInView && m_input != nullptr);
    m_commands.action(Command::RemoveContract)->setEnabled(m_isInView && isOfUser());
}

void TasksDesk::copyPrompt()
{
    const auto &definition = m_page.detail()->definition();
    if (!definition)
        return;
    QGuiApplication::clipboard()->setText(definition->prompt);
    emit told(tr("The prompt of %1 is in the clipboard.").arg(definition->task.name));
}

void TasksDesk::showRuns()
{
    const auto &task = m_page.chosen();
    if (!task)
        return;
    RunFilter runs;
    runs.tasks = {task->name};
    runs.runtimes = {task->runtime};
    emit runsRequested(runs, tr("Runs of %1").arg(task->name));
}

bool TasksDesk::isOfUser() const
{
    const auto *contract = m_page.contract();
    return contract && !contract->origin.isEmpty();
}

void TasksDesk::removeContract()
{
    const auto *contract = m_page.contract();
    if (!contract)
        return;
    const auto title = contract->title;
    if (const auto done = Decayscope::removeContract(*contract, ContractBook::userFolder()); !done)
        return emit problem(done.error().message);
    emit told(tr("%1 is in the wastebasket; its runs stay.").arg(title));
    readContracts();
    emit contractsChanged();
}

void TasksDesk::openContractsFolder()
{
    const auto folder = ContractBook::userFolder();
    if (!QDir().mkpath(folder) || !QDesktopServices::openUrl(QUrl::fromLocalFile(folder)))
        emit problem(tr("No program opened the folder of contracts. It is %1.").arg(QDir::toNativeSeparators(folder)));
}

} // namespace Decayscope
