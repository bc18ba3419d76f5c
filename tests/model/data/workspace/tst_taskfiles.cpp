// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resultsfolder.h"

#include <contracts/contractbook.h>
#include <support/shareddata.h>
#include <workspace/taskfiles.h>
#include <workspace/workspace.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

bool put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly) && file.write(bytes) >= 0;
}

QByteArray featureFile()
{
    return "{'name': 'hard-focused-task-001', 'description': 'Removed comments', 'prompt': 'Add the comments.', "
           "'patch': 'express-hard-focused-task-001.patch', 'dockerFolder': 'express', 'repoMetadata': "
           "{'repoUrl': 'https://example.org/x.git', 'repoCommit': 'abc', 'setupCmds': ['npm ci'], "
           "'runCmds': ['npm start'], 'port': 3000, 'baseUrl': '/api', 'healthcheckEndpoint': '/'}, "
           "'taskMetadata': {'linesAdded': 0, 'linesRemoved': 3, 'linesOfChange': 3, 'numChangedFiles': 1}}"_ba.replace(
               '\'', '"');
}

} // namespace

class TestTaskFiles : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = m_folder->filePath(u"study.decayscope"_s);
        m_tasks = m_folder->filePath(u"tasks"_s);
    }

    void taskFilesAreKnownByTheirContent()
    {
        QVERIFY(put(m_tasks + u"/express/a.json"_s, featureFile()));
        QVERIFY(put(m_tasks + u"/express/express-hard-focused-task-001.patch"_s, "diff"));
        QVERIFY(holdsTaskFiles(m_tasks));
        QVERIFY(holdsTaskFiles(m_tasks + u"/express/a.json"_s));
        QVERIFY(put(m_tasks + u"/express/run.log"_s, "x"));
        QVERIFY(!holdsTaskFiles(m_tasks));
        QVERIFY(put(m_folder->filePath(u"other.json"_s), R"({"name": "x", "messages": []})"));
        QVERIFY(!holdsTaskFiles(m_folder->filePath(u"other.json"_s)));
        QVERIFY(!holdsTaskFiles(m_folder->filePath(u"missing"_s)));
    }

    void importsOnceAndTakesChanges()
    {
        QVERIFY(put(m_tasks + u"/express/a.json"_s, featureFile()));
        QVERIFY(put(m_tasks + u"/express/express-hard-focused-task-001.patch"_s, "diff --git a/x b/x\n"));
        QCOMPARE(imported(), u"1 tasks, 0 refused, 0 warnings"_s);
        QCOMPARE(imported(), u"0 tasks, 0 refused, 0 warnings"_s);
        const auto task = storedTask(m_store, *taskFromFolder(u"express"_s, u"hard-focused-task-001"_s));
        QVERIFY(task && *task);
        QCOMPARE((*task)->prompt, u"Add the comments."_s);
        QCOMPARE((*task)->patch, QByteArray("diff --git a/x b/x\n"));
        QCOMPARE((*task)->commit, u"abc"_s);
        QVERIFY(put(m_tasks + u"/express/a.json"_s, featureFile().replace("Add the", "Restore the")));
        QCOMPARE(imported(), u"1 tasks, 0 refused, 0 warnings"_s);
        QCOMPARE(storedTasks(m_store)->size(), 1U);
        QCOMPARE(storedTasks(m_store)->front().prompt, u"Restore the comments."_s);
    }

    void oneBadFileStopsNoOther()
    {
        QVERIFY(put(m_tasks + u"/express/a.json"_s, featureFile()));
        QVERIFY(put(m_tasks + u"/express/b.json"_s, featureFile().replace("3000", "[]")));
        QCOMPARE(imported(), u"1 tasks, 1 refused, 1 warnings"_s);
    }

    void aStoreWithoutTasksHasNone()
    {
        QVERIFY(Workspace::open(m_store, OpenMode::CreateOrReadWrite, Test::namingVerifier()));
        QCOMPARE(storedTasks(m_store)->size(), 0U);
        QCOMPARE(storedTasks(m_folder->filePath(u"none"_s)).error().kind, ErrorKind::NotFound);
    }

    void takesTheStudysFiles()
    {
        DECAYSCOPE_REQUIRE_SHARED("data/paper/tasks");
        m_tasks = Test::sharedFile(u"data/paper/tasks"_s);
        // The patches of the 20 feature tasks are not among the published task files.
        QCOMPARE(imported(), u"100 tasks, 0 refused, 20 warnings"_s);
        QStringList missing;
        const auto stored = *storedTasks(m_store);
        for (const auto &task : ContractBook::builtIn().contracts().front().tasks()) {
            if (!std::ranges::contains(stored, task, &TaskDefinition::task))
                missing << task.name;
        }
        QCOMPARE(missing, QStringList());
    }

private:
    QString imported()
    {
        const auto report = importIntoStore(m_store, {m_tasks}, {}, Test::namingVerifier(), {});
        if (!report)
            return report.error().message;
        return u"%1 tasks, %2 refused, %3 warnings"_s.arg(report->tasks)
            .arg(report->refused.size())
            .arg(report->warnings.size());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_store;
    QString m_tasks;
};

QTEST_GUILESS_MAIN(TestTaskFiles)
#include "tst_taskfiles.moc"
