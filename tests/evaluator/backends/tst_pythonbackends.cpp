// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pythonlab.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <optional>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;

namespace {

QString missingFor(const ReferenceBackend &backend)
{
    return backend.constraints.contains(Constraint::Postgres) ? missingRequirement({u"PostgreSQL"_s}) : QString();
}

QStringList perfect(const ReferenceBackend &backend)
{
    QStringList lines;
    for (const auto *suite : {&BackendLab::suite(), &BackendLab::deepSuite()})
        lines << u"%1 %2 of %2"_s.arg(suite->name).arg(suite->checkCount());
    for (const auto constraint : backend.constraints.toVector())
        lines << constraintName(constraint) + u" holds";
    return lines;
}

/// A git repository of the Flask backend, and patches that take its comments away and bring them back.
class CommentsTask
{
public:
    [[nodiscard]] bool make()
    {
        return copyFolder(pythonBackend(u"flask"_s).folder(), m_folder.path()) && git({u"init"_s, u"--quiet"_s})
            && git({u"add"_s, u"."_s}) && git({u"commit"_s, u"--quiet"_s, u"-m"_s, u"Conduit"_s})
            && git({u"rev-parse"_s, u"HEAD"_s}, &m_commit) && takeCommentsAway()
            && git({u"diff"_s, u"--binary"_s}, &m_taskPatch) && git({u"diff"_s, u"--binary"_s, u"-R"_s}, &m_agentPatch)
            && git({u"checkout"_s, u"--quiet"_s, u"."_s});
    }

    /// As a feature task whose agent gave this patch.
    [[nodiscard]] EvaluationRequest request(const QByteArray &patch) const
    {
        auto request = pythonRequest(pythonBackend(u"flask"_s), {});
        request.task = {TaskKind::Feature, u"flask"_s, u"flask"_s, u"hard-focused-task-001"_s, {}};
        request.key.runtime = request.task.runtime;
        request.key.task = request.task.name;
        request.runtime.name = request.task.runtime;
        request.code = WorkspacePatch{.path = u"agent.patch"_s, .bytes = patch};
        request.base = m_folder.path();
        request.baseCommit = QString::fromLatin1(m_commit.trimmed());
        request.taskPatch = m_taskPatch;
        return request;
    }

    [[nodiscard]] const QByteArray &agentPatch() const { return m_agentPatch; }

private:
    bool takeCommentsAway()
    {
        const auto app = u"app.py"_s;
        return QFile::remove(m_folder.filePath(u"comments.py"_s))
            && plant({.file = app, .find = u"from comments import comments\n"_s, .replace = {}}, m_folder.path())
            && plant({.file = app, .find = u", comments)"_s, .replace = u")"_s}, m_folder.path());
    }

    bool git(const QStringList &arguments, QByteArray *output = nullptr)
    {
        QProcess git;
        git.setWorkingDirectory(m_folder.path());
        git.start(u"git"_s, QStringList{u"-c"_s, u"user.name=A"_s, u"-c"_s, u"user.email=a@b.c"_s} + arguments);
        const auto isDone = git.waitForFinished() && git.exitStatus() == QProcess::NormalExit && git.exitCode() == 0;
        if (output != nullptr)
            *output = git.readAllStandardOutput();
        return isDone;
    }

    QTemporaryDir m_folder;
    QByteArray m_commit;
    QByteArray m_taskPatch;
    QByteArray m_agentPatch;
};

} // namespace

/// Our own backends in Python, evaluated for real: the good ones pass everything, the damaged ones fail what they must.
class TestPythonBackends : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyFolderIsKnown();
    void passesEverything_data();
    void passesEverything();
    void passesEverythingByWayOfRegistries();
    void failsWhatItMust_data();
    void failsWhatItMust();
    void featureTaskRestored();
    void featureTaskNotRestored();

private:
    std::optional<BackendLab> m_lab;
};

void TestPythonBackends::initTestCase()
{
    if (const auto missing = missingForPython(); !missing.isEmpty())
        QSKIP(qPrintable(u"Backends in Python are not evaluated: "_s + missing));
    auto lab = BackendLab::open();
    QVERIFY2(lab, lab ? "" : qPrintable(lab.error().message));
    m_lab = *std::move(lab);
}

void TestPythonBackends::everyFolderIsKnown()
{
    QStringList names;
    QStringList folders;
    for (const auto *name : {"django", "flask"})
        for (const auto &folder : QDir(pythonBackend(QLatin1StringView(name)).folder() + u"/.."_s)
                 .entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            folders << folder;
    for (const auto &backend : pythonBackends())
        names << backend.name;
    folders.sort();
    QCOMPARE(folders, names);
}

void TestPythonBackends::passesEverything_data()
{
    QTest::addColumn<QString>("name");
    for (const auto &backend : pythonBackends())
        QTest::addRow("%s", qPrintable(backend.name)) << backend.name;
}

void TestPythonBackends::passesEverything()
{
    QFETCH(const QString, name);
    const auto &backend = pythonBackend(name);
    if (const auto missing = missingFor(backend); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    const auto run = m_lab->evaluateRequest(pythonRequest(backend, backend.folder()));
    QVERIFY2(run, run ? "" : qPrintable(run.error().message));
    for (const auto &suite : run->record.suites)
        QCOMPARE(failedChecks(suite), QStringList());
    QCOMPARE(run->printed(), perfect(backend));
}

/// Packages come from PyPI where it answers, else they are this system's.
void TestPythonBackends::passesEverythingByWayOfRegistries()
{
    const auto run = m_lab->evaluateBackend(pythonBackend(u"flask"_s));
    QVERIFY2(run, run ? "" : qPrintable(run.error().message));
    QCOMPARE(run->printed(), perfect(pythonBackend(u"flask"_s)));
}

void TestPythonBackends::failsWhatItMust_data()
{
    QTest::addColumn<PlantedDefect>("defect");
    const auto defects = readDefects(defectsFile(u"python"_s));
    QVERIFY2(defects, defects ? "" : qPrintable(defects.error().message));
    for (const auto &defect : *defects)
        QTest::addRow("%s: %s", qPrintable(defect.backend), qPrintable(defect.name)) << defect;
}

/// The set-up is left out here: the packages are the system's, and each backend's set-up was seen to work above.
void TestPythonBackends::failsWhatItMust()
{
    QFETCH(const PlantedDefect, defect);
    const auto &backend = pythonBackend(defect.backend);
    if (const auto missing = missingFor(backend); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    const QTemporaryDir copy;
    QVERIFY(copyFolder(backend.folder(), copy.path()));
    const auto planted = plant(defect, copy.path());
    QVERIFY2(planted, planted ? "" : qPrintable(planted.error().message));
    auto request = pythonRequest(backend, copy.path());
    dropSetUp(request);
    const auto run = m_lab->evaluateRequest(request);
    QVERIFY2(run, run ? "" : qPrintable(run.error().message));
    QCOMPARE(violated(run->bundle), defect.violates);
    QCOMPARE(run->record.suites.size(), 2U);
    QCOMPARE(failedChecks(run->record.suites[0]), meantChecks(defect.fails, BackendLab::suite()));
    if (!defect.fails.isEmpty() && defect.deep.isEmpty())
        QVERIFY(run->record.suites[1].passed() < run->record.suites[1].total());
    else
        QCOMPARE(failedChecks(run->record.suites[1]), meantChecks(defect.deep, BackendLab::deepSuite()));
}

/// The agent brought back what the task's patch had taken away.
void TestPythonBackends::featureTaskRestored()
{
    if (const auto missing = missingRequirement({u"PostgreSQL"_s, u"git"_s}); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    CommentsTask task;
    QVERIFY(task.make());
    const auto run = m_lab->evaluateRequest(task.request(task.agentPatch()));
    QVERIFY2(run, run ? "" : qPrintable(run.error().message));
    QCOMPARE(run->printed(), perfect(pythonBackend(u"flask"_s)));
}

void TestPythonBackends::featureTaskNotRestored()
{
    if (const auto missing = missingRequirement({u"PostgreSQL"_s, u"git"_s}); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    CommentsTask task;
    QVERIFY(task.make());
    const auto run = m_lab->evaluateRequest(task.request({}));
    QVERIFY2(run, run ? "" : qPrintable(run.error().message));
    const QStringList comments{u"23. Create Comment for Article: *"_s, u"24. All Comments for Article: *"_s,
        u"25. All Comments for Article without login: *"_s};
    QVERIFY(!run->record.suites.empty());
    QCOMPARE(failedChecks(run->record.suites.front()), meantChecks(comments, BackendLab::suite()));
}

QTEST_GUILESS_MAIN(TestPythonBackends)
#include "tst_pythonbackends.moc"
