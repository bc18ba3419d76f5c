// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowfixture.h"

#include <pages/importpanel.h>
#include <pages/overviewpage.h>
#include <shell/topbar.h>

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace Decayscope;

/// Importing with the window open: from the sample into a study of its own, with a report, and undone again.
class TestWindowImport : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(Test::makeTree(m_folder.filePath(QStringLiteral("my runs")), 40));
        m_context = Test::openWindow(*qApp);
        QVERIFY(m_context);
    }

    void startsWithTheSampleReadOnly()
    {
        QVERIFY(study()->isSample);
        QVERIFY(study()->isReadOnly);
        QVERIFY2(
            window().topBar()->studyText().contains(u"sample, made up"), qPrintable(window().topBar()->studyText()));
        QVERIFY(window().windowTitle().contains(u"made up"));
    }

    void aDroppedFolderBecomesAStudyOfItsOwn()
    {
        QSignalSpy finished(&m_context->study(), &StudyController::importFinished);
        window().takePaths({m_folder.filePath(QStringLiteral("my runs"))});
        QVERIFY(window().importPanel()->isRunning());
        QVERIFY(finished.wait(120'000));
        QVERIFY(!study()->isSample);
        QVERIFY2(study()->path.endsWith(u"/decayscope/my runs.decayscope"), qPrintable(study()->path));
        QVERIFY(QTest::qWaitFor([&] { return study()->runs.size() == 40; }));
        QCOMPARE(window().importPanel()->headline(), QStringLiteral("40 runs imported"));
        QVERIFY(QTest::qWaitFor([&] { return window().statusText().startsWith(u"40 runs"); }));
    }

    void whatCannotBeImportedIsSaid()
    {
        QSignalSpy finished(&m_context->study(), &StudyController::importFinished);
        QSignalSpy failed(&m_context->study(), &StudyController::importFailed);
        const auto bad = m_folder.filePath(QStringLiteral("bad.zip"));
        QFile file(bad);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no archive") > 0);
        file.close();
        window().takePaths({bad});
        QVERIFY(QTest::qWaitFor([&] { return !finished.isEmpty() || !failed.isEmpty(); }, 120'000));
        QCOMPARE(study()->runs.size(), std::size_t{40});
        QVERIFY(!window().importPanel()->isRunning());
    }

    void undoingTakesEverythingBack()
    {
        const auto imports = m_context->study().imports();
        QVERIFY(!imports.empty());
        m_context->study().undoImport(imports.back().id);
        QVERIFY(QTest::qWaitFor([&] { return study()->runs.empty(); }, 120'000));
    }

    void closingInTheMiddleIsQuick()
    {
        QVERIFY(Test::makeTree(m_folder.filePath(QStringLiteral("more")), 400));
        window().takePaths({m_folder.filePath(QStringLiteral("more"))});
        m_context.reset(); // Ends here or the test's time-out tells.
    }

private:
    [[nodiscard]] MainWindow &window() const { return m_context->window(); }
    [[nodiscard]] std::shared_ptr<const StudySnapshot> study() const { return m_context->study().snapshot(); }

    QTemporaryDir m_folder;
    std::unique_ptr<AppContext> m_context;
};

int main(int argc, char **argv)
{
    const Decayscope::Test::FreshUser user;
    QApplication application(argc, argv);
    TestWindowImport test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_windowimport.moc"
