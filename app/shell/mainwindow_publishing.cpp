// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What in the window leads to bundles and reports.

#include "mainwindow.h"
#include "publishingdesk.h"
#include "settings.h"

#include <widgets/messagebar.h>

#include <QFileDialog>

namespace Decayscope {

void MainWindow::connectPublishing()
{
    on(Command::BuildBundle, [this] { m_publishing->openBundle(m_places.current().filter, m_score); });
    on(Command::WriteReport, [this] { m_publishing->openReport(m_places.current().filter, m_score); });
    on(Command::VerifyBundle, [this] {
        const auto folder = QFileDialog::getExistingDirectory(
            this, tr("Verify a bundle"), m_settings.value(Keys::lastFolder), QFileDialog::ShowDirsOnly);
        if (!folder.isEmpty())
            m_publishing->verifyBundle(folder);
    });
    connect(m_publishing, &PublishingDesk::problem, this, &MainWindow::showProblem);
    connect(m_publishing, &PublishingDesk::told, this,
        [this](const QString &sentence) { m_messages->showMessage(MessageBar::Kind::Information, sentence); });
}

} // namespace Decayscope
