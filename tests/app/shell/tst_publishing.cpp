// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowfixture.h"

#include <exporting/bundledialog.h>
#include <exporting/reportdialog.h>
#include <pages/analysespage.h>
#include <shell/analysisdesk.h>
#include <shell/programjob.h>
#include <shell/publishingdesk.h>
#include <tables/tableview.h>
#include <widgets/messagebar.h>

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 300'000;

QPushButton *buttonOf(const QWidget &dialog, const QString &text)
{
    const auto buttons = dialog.findChildren<QPushButton *>();
    const auto found = std::ranges::find_if(buttons, [&](const QPushButton *button) { return button->text() == text; });
    return found == buttons.end() ? nullptr : *found;
}

} // namespace

/// Analyses in the window, and what leaves the study as a whole: bundles and reports made by the program beside it.
class TestPublishing : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const auto study = Test::makeStudy(m_folder.path());
        QVERIFY(!study.isEmpty());
        m_context = Test::openWindow(*qApp, study);
        QVERIFY(m_context);
        QVERIFY(Test::waitForPage(window(), window().place().page));
        desk()->job()->setProgram(QStringLiteral(DECAYSCOPE_PROGRAM));
    }

    void everyAnalysisIsShown()
    {
        trigger(Command::Analyses);
        QStringList without;
        for (const auto &info : analysisCatalogue()) {
            emit window().analysesPage() -> analysisChosen(info.name);
            QVERIFY(Test::waitForPage(window(), Page::Analyses));
            QCOMPARE(window().analysesPage()->chosenAnalysis(), info.name);
            QCOMPARE(window().analysesPage()->table()->table().name, info.name);
            if (window().analysesPage()->analysis().table.rows.empty())
                without << info.name;
        }
        QCOMPARE(without, QStringList());
        QCOMPARE(Test::namelessWidgets(window()), QStringList());
    }

    void aRegressionsFilesAreSaved()
    {
        emit window().analysesPage() -> analysisChosen(u"regression"_s);
        QVERIFY(Test::waitForPage(window(), Page::Analyses));
        const QDir folder(m_folder.filePath(u"checked"_s));
        QVERIFY(folder.mkpath(u"."_s));
        window().analysisDesk()->saveFiles(folder.path());
        QStringList saved;
        for (const auto &file : window().analysesPage()->analysis().files)
            saved << file.name;
        saved.sort();
        QVERIFY(saved.size() >= 2);
        QCOMPARE(folder.entryList(QDir::Files, QDir::Name), saved);
    }

    void aBundleIsBuiltVerifiedAndFoundChanged()
    {
        const auto folder = m_folder.filePath(u"bundle"_s);
        trigger(Command::BuildBundle);
        auto *dialog = desk()->bundleDialog();
        QVERIFY(dialog);
        QCOMPARE(Test::namelessWidgets(*dialog), QStringList());
        dialog->setFolder(folder);
        buttonOf(*dialog, u"&Build"_s)->click();
        QVERIFY(dialog->isWorking());
        QVERIFY(QTest::qWaitFor([&] { return !dialog->isWorking(); }, patience));
        QVERIFY2(dialog->message()->text().contains(u"written to"), qPrintable(dialog->message()->text()));
        QVERIFY(QFile::exists(folder + u"/MANIFEST.sha256"));
        dialog->close();

        QVERIFY2(verified(folder).contains(u"holds"), qPrintable(window().messages()->text()));
        QFile readme(folder + u"/README.md");
        QVERIFY(readme.open(QIODevice::Append));
        readme.write("x");
        readme.close();
        QVERIFY2(verified(folder).contains(u"README.md"), qPrintable(window().messages()->text()));
    }

    void aCancelledBundleLeavesNothing()
    {
        const auto folder = m_folder.filePath(u"cancelled"_s);
        const auto before = QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
        trigger(Command::BuildBundle);
        auto *dialog = desk()->bundleDialog();
        dialog->setFolder(folder);
        const QSignalSpy progress(desk()->job(), &ProgramJob::progressed);
        buttonOf(*dialog, u"&Build"_s)->click();
        QVERIFY(QTest::qWaitFor([&] { return !progress.isEmpty(); }, patience));
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(QTest::qWaitFor([&] { return !dialog->isWorking(); }, patience));
        QVERIFY2(dialog->message()->text().contains(u"Cancelled"), qPrintable(dialog->message()->text()));
        QCOMPARE(QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), before);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(QTest::qWaitFor([&] { return !desk()->bundleDialog(); }, patience));
    }

    void aReportIsWritten()
    {
        const auto file = m_folder.filePath(u"study.html"_s);
        trigger(Command::WriteReport);
        auto *dialog = desk()->reportDialog();
        QVERIFY(dialog);
        dialog->setFile(file);
        buttonOf(*dialog, u"&Write"_s)->click();
        QVERIFY(QTest::qWaitFor([&] { return !dialog->isWorking(); }, patience));
        QVERIFY2(dialog->message()->text().contains(u"written to"), qPrintable(dialog->message()->text()));
        QFile report(file);
        QVERIFY(report.open(QIODevice::ReadOnly));
        QVERIFY(report.read(200).contains("<!DOCTYPE html>"));
        dialog->close();
    }

private:
    [[nodiscard]] MainWindow &window() const { return m_context->window(); }
    [[nodiscard]] PublishingDesk *desk() const { return window().publishingDesk(); }
    void trigger(Command command) const { window().commands().action(command)->trigger(); }

    /// What the window says of a bundle.
    [[nodiscard]] QString verified(const QString &folder) const
    {
        desk()->verifyBundle(folder);
        [[maybe_unused]] const bool isDone = QTest::qWaitFor([this] { return !desk()->job()->isRunning(); }, patience);
        QTest::qWait(1);
        return window().messages()->text();
    }

    QTemporaryDir m_folder;
    std::unique_ptr<AppContext> m_context;
};

int main(int argc, char **argv)
{
    const Decayscope::Test::FreshUser user;
    QApplication application(argc, argv);
    TestPublishing test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_publishing.moc"
