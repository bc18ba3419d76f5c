// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the window asks its user, and the windows beside it.

#include "handbook.h"
#include "keyssheet.h"
#include "mainwindow.h"
#include "readingdesk.h"
#include "settings.h"
#include "studycontroller.h"
#include "studyfiles.h"

#include <pages/runpage.h>
#include <pages/tablespage.h>
#include <widgets/messagebar.h>

#include <QClipboard>
#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <QMessageBox>
#include <QSaveFile>

namespace Decayscope {

namespace {

struct ExportFormat
{
    TableFormat format;
    const char *suffix;
};

constexpr std::array exportFormats{ExportFormat{TableFormat::Csv, "csv"}, ExportFormat{TableFormat::Latex, "tex"},
    ExportFormat{TableFormat::Markdown, "md"}, ExportFormat{TableFormat::Html, "html"},
    ExportFormat{TableFormat::Json, "json"}, ExportFormat{TableFormat::Text, "txt"}};

QString suffixOf(TableFormat format)
{
    for (const auto &known : exportFormats) {
        if (known.format == format)
            return QString::fromLatin1(known.suffix);
    }
    return {};
}

/// The format a file's name asks for, else the one chosen before.
TableFormat formatOf(const QString &path, TableFormat chosen)
{
    for (const auto &known : exportFormats) {
        if (QFileInfo(path).suffix().compare(QLatin1StringView(known.suffix), Qt::CaseInsensitive) == 0)
            return known.format;
    }
    return chosen;
}

} // namespace

/// Where a new study is to stand; empty where none was chosen, or one stands there.
QString MainWindow::askForFreshPath(const QString &title)
{
    auto path = QFileDialog::getSaveFileName(this, title, m_settings.value(Keys::lastFolder),
        tr("Studies (*.%1)").arg(studySuffix), nullptr, QFileDialog::DontConfirmOverwrite);
    if (path.isEmpty())
        return {};
    if (!isStudy(path))
        path += u'.' % studySuffix;
    m_settings.set(Keys::lastFolder, QFileInfo(path).path());
    if (!QFileInfo::exists(path))
        return path;
    showProblem(tr("“%1” exists already. Choose another name, or open it.").arg(QDir::toNativeSeparators(path)));
    return {};
}

void MainWindow::askForNewStudy()
{
    if (const auto path = askForFreshPath(tr("New study")); !path.isEmpty())
        m_study.createStudy(path);
}

void MainWindow::askForStudy()
{
    const auto path = QFileDialog::getOpenFileName(this, tr("Open study"), m_settings.value(Keys::lastFolder),
        tr("Studies (*.%1);;All files (*)").arg(studySuffix));
    if (path.isEmpty())
        return;
    m_settings.set(Keys::lastFolder, QFileInfo(path).path());
    m_study.openStudy(path);
}

void MainWindow::askForCopy()
{
    if (const auto path = askForFreshPath(tr("Save a copy")); !path.isEmpty())
        m_study.copyStudy(path);
}

void MainWindow::askForFolder()
{
    const auto path
        = QFileDialog::getExistingDirectory(this, tr("Import a folder of results"), m_settings.value(Keys::lastFolder));
    if (path.isEmpty())
        return;
    m_settings.set(Keys::lastFolder, path);
    m_study.importPaths({path});
}

void MainWindow::askForStudiesToMerge()
{
    const auto paths = QFileDialog::getOpenFileNames(this, tr("Merge studies into this one"),
        m_settings.value(Keys::lastFolder), tr("Studies (*.%1)").arg(studySuffix));
    if (paths.isEmpty())
        return;
    m_settings.set(Keys::lastFolder, QFileInfo(paths.first()).path());
    m_study.mergeStudies(paths);
}

void MainWindow::askForFiles()
{
    const auto paths = QFileDialog::getOpenFileNames(this, tr("Import archives, trajectories and reports"),
        m_settings.value(Keys::lastFolder),
        tr("What can be imported (*.zip *.json *.jsonl *.traj *.eval *.csv *.xml);;All files (*)"));
    if (paths.isEmpty())
        return;
    m_settings.set(Keys::lastFolder, QFileInfo(paths.first()).path());
    m_study.importPaths(paths);
}

void MainWindow::fillRecent(QMenu &menu)
{
    menu.clear();
    for (const auto &path : m_settings.value(Keys::recentStudies)) {
        auto *action = menu.addAction(QFileInfo(path).completeBaseName());
        action->setToolTip(path);
        connect(action, &QAction::triggered, this, [this, path] { m_study.openStudy(path); });
    }
    if (menu.isEmpty())
        menu.addAction(tr("No study yet"))->setEnabled(false);
}

void MainWindow::copyTable(const TableSpec &table, TableFormat format)
{
    QGuiApplication::clipboard()->setText(QString::fromUtf8(writeTable(table, format, m_tables->look())));
    m_messages->showMessage(MessageBar::Kind::Information, tr("“%1” is in the clipboard.").arg(table.title));
}

void MainWindow::exportTable(const TableSpec &table, TableFormat format)
{
    const QString suggestion = QDir(m_settings.value(Keys::lastFolder)).filePath(table.name % u'.' % suffixOf(format));
    const auto path = QFileDialog::getSaveFileName(
        this, tr("Export table"), suggestion, tr("Tables (*.csv *.tex *.md *.html *.json *.txt)"));
    if (path.isEmpty())
        return;
    m_settings.set(Keys::lastFolder, QFileInfo(path).path());
    QSaveFile file(path);
    const auto bytes = writeTable(table, formatOf(path, format), m_tables->look());
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        m_messages->showMessage(MessageBar::Kind::Information,
            tr("“%1” was written to %2.").arg(table.title, QDir::toNativeSeparators(path)));
    else
        showProblem(tr("Cannot write “%1”: %2. Choose another folder.")
                .arg(QDir::toNativeSeparators(path), file.errorString()));
}

void MainWindow::exportRun()
{
    const auto reading = m_run->reading();
    if (!reading)
        return;
    const QString suggestion
        = QDir(m_settings.value(Keys::lastFolder)).filePath(QStringLiteral("run-%1.html").arg(reading->run.id.value));
    const auto path = QFileDialog::getSaveFileName(this, tr("Export run"), suggestion, tr("Web pages (*.html)"));
    if (path.isEmpty())
        return;
    m_settings.set(Keys::lastFolder, QFileInfo(path).path());
    m_desk->exportRun(path);
}

void MainWindow::showHandbook(const QString &page)
{
    if (!m_handbook)
        m_handbook = new HandbookWindow(this);
    m_handbook->showPage(page);
}

KeysSheet *MainWindow::keysSheet()
{
    if (m_keysSheet)
        return m_keysSheet;
    m_keysSheet = new KeysSheet(m_keys, this);
    connect(m_keysSheet, &KeysSheet::keysChanged, this,
        [this](Command command, const QList<QKeySequence> &keys) { m_commands->action(command)->setShortcuts(keys); });
    return m_keysSheet;
}

void MainWindow::copyLink(const QString &link)
{
    if (link.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(link);
    m_messages->showMessage(MessageBar::Kind::Information, tr("The link is in the clipboard: %1").arg(link));
}

void MainWindow::showAbout()
{
    auto *box = new QMessageBox(this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("About Decayscope"));
    box->setIconPixmap(windowIcon().pixmap(64));
    box->setText(tr("Decayscope %1").arg(QCoreApplication::applicationVersion()));
    box->setInformativeText(tr("Shows how coding agents lose quality as structural constraints pile up.\n\n"
                               "After the study “Constraint Decay: The Fragility of LLM Agents in Backend Code "
                               "Generation” by Dente, Satriani and Papotti (arXiv 2605.06445).\n\n"
                               "Free software under the GNU General Public License, version 3 or later. Works offline: "
                               "it opens no connection."));
    box->open();
}

} // namespace Decayscope
