// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What becomes of files that are dropped on the window or chosen for it.

#include "figuredesk.h"
#include "figureexporter.h"
#include "mainwindow.h"
#include "studycontroller.h"
#include "studyfiles.h"
#include "taskscontracts.h"
#include "tasksdesk.h"

#include <widgets/stateoverlay.h>

#include <QDir>
#include <QDropEvent>
#include <QMimeData>

namespace Decayscope {

void MainWindow::takePaths(const QStringList &paths)
{
    QStringList importable;
    QStringList contracts;
    QStringList figures;
    for (const auto &path : paths) {
        if (isStudy(path)) {
            m_study.openStudy(path);
            return;
        }
        if (isFigureFile(path))
            figures << path;
        else if (isContract(path))
            contracts << path;
        else if (canImport(path))
            importable << path;
        else
            showProblem(tr(
                "Cannot import “%1”: there is no such file. Drop folders, archives, trajectories, reports or a study.")
                    .arg(QDir::toNativeSeparators(path)));
    }
    if (!contracts.isEmpty()) {
        goTo(Page::Tasks);
        m_tasksDesk->addContracts(contracts);
    }
    if (!figures.isEmpty())
        m_figureDesk->exporter()->openFile(figures.first());
    if (!importable.isEmpty() || (contracts.isEmpty() && figures.isEmpty()))
        m_study.importPaths(importable);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!event->mimeData()->hasUrls())
        return;
    event->acceptProposedAction();
    m_drop->setState(ViewState::empty(tr("Drop to import"),
        tr("Results, archives, trajectories, reports, label files and task files are imported in the background; a "
           "contract is added, a study is opened, an exported figure shows what it was made from.")));
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent *)
{
    m_drop->setState(ViewState::ready());
}

void MainWindow::dropEvent(QDropEvent *event)
{
    m_drop->setState(ViewState::ready());
    QStringList paths;
    for (const auto &url : event->mimeData()->urls()) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    event->acceptProposedAction();
    takePaths(paths);
}

} // namespace Decayscope
