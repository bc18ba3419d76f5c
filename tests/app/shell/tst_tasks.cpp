// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowfixture.h"

#include <contracts/contractbook.h>
#include <contracts/taskexport.h>
#include <labeling/plaintable.h>
#include <pages/evaluatepage.h>
#include <pages/evaluationform.h>
#include <pages/importpanel.h>
#include <pages/tasksdetail.h>
#include <pages/tasksmatrix.h>
#include <pages/tasksmatrixmodel.h>
#include <pages/taskspage.h>
#include <pages/tasksprompt.h>
#include <shell/taskscontracts.h>
#include <shell/tasksdesk.h>
#include <widgets/messagebar.h>

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDirIterator>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly)
        && file.write(bytes) == bytes.size();
}

QStringList filesBelow(const QString &folder)
{
    QStringList files;
    QDirIterator walk(folder, QDir::Files, QDirIterator::Subdirectories);
    while (walk.hasNext())
        files << QDir(folder).relativeFilePath(walk.next());
    files.sort();
    return files;
}

/// A contract of a user: Conduit under another name and with fewer tasks.
bool makeContract(const QString &folder, const QByteArray &name)
{
    return write(folder + u"/contract.json"_s,
               R"({"name": ")" + name + R"(", "title": "Little )" + name + R"(", "version": "1", "openapi": "api.json",
                   "suite": "conduit", "basePath": "/api", "healthPath": "/health",
                   "runtimes": [{"name": "node", "language": "JavaScript", "frameworks": ["express"],
                                 "manifest": "package.json", "setUp": ["npm install"], "orm": "sequelize"}],
                   "variants": [[], ["sqlite"], ["sqlite", "orm"]]})")
        && write(folder + u"/api.json"_s,
            R"({"openapi": "3.1.0", "info": {"title": "Little", "version": "1"},
                "paths": {"/things": {"get": {"operationId": "list", "responses": {"200": {"description": "All"}}}}}})");
}

} // namespace

/// The Tasks page in the window: what it lists, writes, and leads to.
class TestTasks : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_context = Test::openWindow(*qApp, Test::makeStudy(m_folder.path()));
        QVERIFY(m_context);
        window().commands().action(Command::Tasks)->trigger();
        QVERIFY(Test::waitForPage(window(), Page::Tasks));
    }

    void cellsCountTheRunsOfTheStudy()
    {
        const auto *model = page().matrix()->model();
        QCOMPARE(model->rowCount(), 8);
        int runs = 0;
        for (int row = 0; row < model->rowCount(); ++row) {
            for (int column = 0; column < model->columnCount(); ++column)
                runs += model->index(row, column).data(TasksMatrixModel::RunsRole).toInt();
        }
        const auto study = m_context->study().snapshot();
        const auto expected = std::ranges::count_if(study->runs,
            [](const Run &run) { return run.task.kind == TaskKind::Generation && RunFilter().accepts(run); });
        qInfo() << runs << "of" << study->runs.size() << "runs";
        QCOMPARE(runs, static_cast<int>(expected));
        QCOMPARE(Test::namelessWidgets(page()), QStringList());
    }

    void copiesAndSavesThePromptWordForWord()
    {
        const auto task = *ContractBook::builtIn().taskNamed(u"koa-openapi-clean_architecture-sqlite"_s);
        page().choose(task);
        const auto expected = promptOf(*ContractBook::builtIn().contract(u"conduit"), task);
        window().commands().action(Command::CopyPrompt)->trigger();
        QCOMPARE(QApplication::clipboard()->text(), expected);
        const auto path = m_folder.filePath(u"prompt.md"_s);
        window().tasksDesk()->savePrompt(path);
        QCOMPARE(bytesOf(path), expected.toUtf8());
        window().tasksDesk()->savePrompt(m_folder.filePath(u"no such folder/prompt.md"_s));
        QVERIFY(window().messages()->text().contains(u"no such folder"_s));
    }

    void exportsWhatTheCommandLineWrites()
    {
        const auto mine = m_folder.filePath(u"exported"_s);
        window().tasksDesk()->exportTasks(mine);
        QVERIFY(QTest::qWaitFor([&] { return !window().tasksDesk()->isBusy(); }, 60'000));
        const auto files = filesBelow(mine);
        qInfo().noquote() << files.size() << "files, such as" << files.value(0);
        QCOMPARE(files.size(), 160);
        const auto &conduit = *ContractBook::builtIn().contract(u"conduit");
        QStringList different;
        for (const auto &task : conduit.tasks()) {
            const auto file = writeTask(m_folder.filePath(u"expected"_s), definitionOf(conduit, task));
            QVERIFY(file.has_value());
            if (bytesOf(mine + u'/' + *file) != bytesOf(m_folder.filePath(u"expected/"_s + *file)))
                different << *file;
        }
        QCOMPARE(different, QStringList());
    }

    void leadsToItsRunsAndToAnEvaluation()
    {
        const auto task = *ContractBook::builtIn().taskNamed(u"flask-openapi-unconstrained"_s);
        page().choose(task);
        window().commands().action(Command::TaskRuns)->trigger();
        QVERIFY(Test::waitForPage(window(), Page::Runs));
        QCOMPARE(window().place().origin.tasks, QStringList{task.name});
        window().commands().action(Command::Tasks)->trigger();
        QCOMPARE(page().chosen()->name, task.name);
        window().commands().action(Command::EvaluateTask)->trigger();
        QVERIFY(window().place().page == Page::Evaluate);
        QCOMPARE(window().evaluatePage()->form()->draft().task.name, task.name);
        window().commands().action(Command::Tasks)->trigger();
        QVERIFY(Test::waitForPage(window(), Page::Tasks));
    }

    void aDroppedFolderOfTaskFilesIsListed()
    {
        const auto &conduit = *ContractBook::builtIn().contract(u"conduit");
        const auto folder = m_folder.filePath(u"tasks"_s);
        auto definition = definitionOf(conduit, conduit.tasks().front());
        definition.prompt = u"Another text.\n"_s;
        QVERIFY(writeTask(folder, definition).has_value());
        definition.task = *taskFromFolder(u"express"_s, u"hard-focused-task-007"_s);
        definition.dockerFolder = u"express"_s;
        definition.repository = u"https://example.org/repository"_s;
        definition.commit = QString(40, u'a');
        definition.patchName = u"feature.patch"_s;
        definition.patch = "--- a/x\n+++ b/x\n@@ -1 +0,0 @@\n-x\n";
        QVERIFY(writeTask(folder, definition).has_value());
        QSignalSpy finished(&m_context->study(), &StudyController::importFinished);
        window().takePaths({folder});
        QVERIFY(finished.wait(60'000));
        QCOMPARE(window().importPanel()->headline(), u"2 tasks imported"_s);
        QVERIFY(QTest::qWaitFor([&] { return !page().others()->printed().isEmpty(); }, 60'000));
        qInfo().noquote() << page().others()->printed().join(u'\n');
        QCOMPARE(page().others()->printed().size(), 1);
    }

    void contractsAreAddedAndTakenAwayAgain()
    {
        const auto folder = m_folder.filePath(u"my contract"_s);
        QVERIFY(makeContract(folder, "little"));
        const auto count = page().contracts()->count();
        window().takePaths({folder});
        QVERIFY(QTest::qWaitFor([&] { return page().contracts()->count() == count + 1; }, 60'000));
        QVERIFY(QFileInfo::exists(ContractBook::userFolder() + u"/little/contract.json"_s));
        page().contracts()->setCurrentIndex(count);
        QCOMPARE(page().contract()->name, u"little"_s);
        QCOMPARE(page().matrix()->model()->columnCount(), 3);
        QVERIFY(window().commands().action(Command::RemoveContract)->isEnabled());
        window().takePaths({folder});
        QVERIFY(QTest::qWaitFor([&] { return window().messages()->text().contains(u"already"_s); }, 60'000));
        QVERIFY(QTest::qWaitFor([&] { return !window().tasksDesk()->isBusy(); }, 60'000));
        window().commands().action(Command::RemoveContract)->trigger();
        qInfo().noquote() << window().messages()->text();
        QVERIFY(QTest::qWaitFor([&] { return page().contracts()->count() == count; }, 60'000));
        QVERIFY(!QFileInfo::exists(ContractBook::userFolder() + u"/little"_s));
    }

    void badContractsAreRefused()
    {
        const auto shelf = m_folder.filePath(u"shelf"_s);
        const auto refused = [&](const QString &path) {
            const auto added = addContract(path, shelf);
            return added ? QString() : added.error().message;
        };
        QVERIFY(write(m_folder.filePath(u"bad/contract.json"_s), "{"));
        QVERIFY(makeContract(m_folder.filePath(u"clash"_s), "conduit"));
        QVERIFY(makeContract(m_folder.filePath(u"large"_s), "large"));
        for (int i = 0; i < 201; ++i)
            QVERIFY(write(m_folder.filePath(u"large/more/%1"_s.arg(i)), "x"));
        for (const auto *name : {"bad", "clash", "large", "missing"}) {
            const auto sentence = refused(m_folder.filePath(QLatin1StringView(name)));
            qInfo().noquote() << sentence;
            QVERIFY(!sentence.isEmpty());
        }
        QCOMPARE(filesBelow(shelf), QStringList());
        QVERIFY(!removeContract(ContractBook::builtIn().contracts().front(), shelf).has_value());
    }

    void aBadContractOfTheUserIsSaid()
    {
        const auto file = ContractBook::userFolder() + u"/odd/contract.json"_s;
        QVERIFY(write(file, "{\"name\": 5}"));
        window().tasksDesk()->readContracts();
        QVERIFY(QTest::qWaitFor([&] { return page().problems()->isVisible(); }, 60'000));
        qInfo().noquote() << page().problems()->text();
        QVERIFY(page().problems()->text().contains(u"odd/contract.json"_s));
        QVERIFY(QDir(QFileInfo(file).path()).removeRecursively());
        window().tasksDesk()->readContracts();
        QVERIFY(QTest::qWaitFor([&] { return page().problems()->isHidden(); }, 60'000));
    }

    void cleanupTestCase() { m_context.reset(); }

private:
    MainWindow &window() { return m_context->window(); }
    TasksPage &page() { return *window().tasksPage(); }

    QTemporaryDir m_folder;
    std::unique_ptr<AppContext> m_context;
};

int main(int argc, char *argv[])
{
    const Test::FreshUser user;
    QApplication application(argc, argv);
    TestTasks test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_tasks.moc"
