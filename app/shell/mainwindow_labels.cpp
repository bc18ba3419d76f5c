// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What in the window belongs to labels: where they lead, and the files they come from and go to.

#include "agreementdesk.h"
#include "labeldesk.h"
#include "labelfiles.h"
#include "mainwindow.h"
#include "readingdesk.h"
#include "revealwatch.h"
#include "runcommands.h"
#include "sampledesk.h"
#include "settings.h"
#include "studycontroller.h"

#include <pages/labelpage.h>
#include <widgets/messagebar.h>

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QStatusBar>

namespace Decayscope {

void MainWindow::connectLabels()
{
    connect(m_labelDesk, &LabelDesk::told, this, [this](const QString &text) { statusBar()->showMessage(text, 4000); });
    connect(m_labelDesk, &LabelDesk::problem, this, &MainWindow::showProblem);
    const auto takeAnnotator = [this](const QString &name) {
        m_sampleDesk->setAnnotator(name);
        m_agreementDesk->setAdjudicator(name);
        m_reveals->setAnnotator(name);
    };
    takeAnnotator(m_labelDesk->annotator());
    connect(m_labelDesk, &LabelDesk::annotatorChanged, this, takeAnnotator);
    connect(m_labelDesk, &LabelDesk::itemChanged, m_runCommands, &RunCommands::refresh);
    connect(m_labels, &LabelPage::viewChosen, m_runCommands, &RunCommands::refresh);
    connect(m_sampleDesk, &SampleDesk::problem, this, &MainWindow::showProblem);
    connect(m_sampleDesk, &SampleDesk::told, this,
        [this](const QString &text) { m_messages->showMessage(MessageBar::Kind::Information, text); });
    connect(m_sampleDesk, &SampleDesk::sampleMade, this, [this](const QString &id) {
        m_labelDesk->chooseSample(id);
        m_labels->openView(LabelPage::View::Queue);
    });
    connect(m_sampleDesk, &SampleDesk::runsRequested, this, &MainWindow::showRunsBehind);
    connect(m_agreementDesk, &AgreementDesk::problem, this, &MainWindow::showProblem);
    connect(m_agreementDesk, &AgreementDesk::placeRequested, m_desk, &ReadingDesk::read);
    connect(m_agreementDesk, &AgreementDesk::labelsShown, m_reveals, &RevealWatch::noteLabels);
    connect(m_desk, &ReadingDesk::readRun, m_reveals, &RevealWatch::noteRead);
    connect(m_commands->action(Command::NewSample), &QAction::triggered, this, [this] {
        goTo(Page::Label);
        m_labels->openView(LabelPage::View::Samples);
    });
}

void MainWindow::connectLabelFiles()
{
    const auto on = [this](Command command, void (MainWindow::*ask)()) {
        connect(m_commands->action(command), &QAction::triggered, this, ask);
    };
    on(Command::ImportLabels, &MainWindow::askForLabels);
    on(Command::ExportLabels, &MainWindow::askForLabelExport);
    on(Command::Handout, &MainWindow::askForHandout);
    on(Command::Certificate, &MainWindow::askForCertificate);
    connect(m_labelFiles, &LabelFiles::told, this,
        [this](const QString &text) { m_messages->showMessage(MessageBar::Kind::Information, text); });
    connect(m_labelFiles, &LabelFiles::problem, this, &MainWindow::showProblem);
}

void MainWindow::askForLabels()
{
    const auto paths = QFileDialog::getOpenFileNames(this, tr("Import labels"), m_settings.value(Keys::lastFolder),
        tr("Label files (*.dslabels *.csv *.json *.jsonl);;All files (*)"));
    if (paths.isEmpty())
        return;
    m_settings.set(Keys::lastFolder, QFileInfo(paths.first()).path());
    m_labelFiles->importFiles(paths);
}

void MainWindow::askForLabelExport()
{
    QString chosen;
    const auto path = QFileDialog::getSaveFileName(this, tr("Export labels"),
        QDir(m_settings.value(Keys::lastFolder)).filePath(QStringLiteral("labels.csv")),
        LabelFiles::exportFilters().join(QStringLiteral(";;")), &chosen);
    if (path.isEmpty())
        return;
    m_settings.set(Keys::lastFolder, QFileInfo(path).path());
    m_labelFiles->exportFile(path, chosen, m_labelDesk->annotator());
}

void MainWindow::askForHandout()
{
    if (!m_labelDesk->sample())
        return;
    const auto suggestion = QDir(m_settings.value(Keys::lastFolder)).filePath(m_labelDesk->annotator() % u".dslabels");
    const auto path = QFileDialog::getSaveFileName(
        this, tr("Hand-out for %1").arg(m_labelDesk->annotator()), suggestion, tr("Label files (*.dslabels)"));
    if (path.isEmpty())
        return;
    m_settings.set(Keys::lastFolder, QFileInfo(path).path());
    m_labelFiles->writeHandout(path, m_labelDesk->sample()->id, m_labelDesk->annotator());
}

void MainWindow::askForCertificate()
{
    if (!m_labelDesk->sample())
        return;
    const auto suggestion
        = QDir(m_settings.value(Keys::lastFolder)).filePath(QStringLiteral("blinding-certificate.json"));
    const auto path
        = QFileDialog::getSaveFileName(this, tr("Blinding certificate"), suggestion, tr("Certificates (*.json)"));
    if (path.isEmpty())
        return;
    m_settings.set(Keys::lastFolder, QFileInfo(path).path());
    m_labelFiles->writeCertificate(path, m_labelDesk->sample()->id);
}

} // namespace Decayscope
