// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>

#include <backends/pythonlab.h>
#include <sys/stat.h>

#include <optional>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// "prepare done", "set_up failed", …, and the score of each suite that ran.
QStringList stepsOf(const EvaluationRecord &record)
{
    QStringList lines;
    for (const auto &step : record.steps)
        lines << evaluationStepName(step.step) % u' ' % stepOutcomeName(step.outcome);
    for (const auto &suite : record.suites)
        lines << u"%1: %2 of %3"_s.arg(suite.suite).arg(suite.passed()).arg(suite.total());
    return lines;
}

bool writeFile(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return QFileInfo(path).dir().mkpath(u"."_s) && file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

/// The steps of a folder's evaluation without constraints, with what became of some of them.
QStringList stepsWith(const QString &setUp, const QString &health, const QString &passed)
{
    const bool isGood = passed == u"290";
    return {u"prepare done"_s, u"patch skipped"_s, u"database skipped"_s, u"set_up "_s + setUp, u"start done"_s,
        u"health "_s + health, isGood ? u"suite done"_s : u"suite failed"_s, u"deep_suite skipped"_s,
        u"verify skipped"_s, u"stop done"_s, u"conduit: %1 of 290"_s.arg(passed)};
}

QByteArray documentOf(const RunBundle &run, DocumentKind kind)
{
    const auto *document = run.document(kind);
    return document == nullptr ? QByteArray() : document->bytes;
}

} // namespace

/// Generated code is often not what it should be. Whatever it is, its run is recorded as the study does.
class TestEvaluationOddities : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (const auto missing = missingForPython(); !missing.isEmpty())
            QSKIP(qPrintable(u"Nothing is evaluated: "_s + missing));
        auto lab = BackendLab::open();
        QVERIFY2(lab, lab ? "" : qPrintable(lab.error().message));
        m_lab = *std::move(lab);
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_project = m_folder->filePath(u"project"_s);
    }

    void noRunScript()
    {
        copyFlask();
        QVERIFY(QFile::remove(m_project + u"/run.sh"));
        evaluate(aRequest());
        QCOMPARE(stepsOf(m_record), stepsWith(u"failed"_s, u"failed"_s, u"0"_s));
        QCOMPARE(m_record.server.exitCode, 127);
        QVERIFY2(documentOf(m_run, DocumentKind::SetupLog).contains("run.sh"), "the log names it");
    }

    void emptyWorkspace()
    {
        QVERIFY(QDir().mkpath(m_project));
        evaluate(aRequest());
        QCOMPARE(stepsOf(m_record), stepsWith(u"failed"_s, u"failed"_s, u"0"_s));
        QCOMPARE(documentOf(m_run, DocumentKind::Patch), QByteArray());
    }

    void packageThatDoesNotExist()
    {
        copyFlask();
        write(u"requirements.txt"_s, "flask>=2.2\ndecayscope-has-no-such-package>=1\n");
        evaluate(aRequest());
        QCOMPARE(stepsOf(m_record), stepsWith(u"failed"_s, u"done"_s, u"290"_s));
        QVERIFY(documentOf(m_run, DocumentKind::SetupLog).contains("decayscope-has-no-such-package"));
    }

    void requirementsThatAreNoText()
    {
        copyFlask();
        write(u"requirements.txt"_s, QByteArray("\0\xff\xfe flask\r\n", 11).repeated(200));
        evaluate(aRequest());
        QCOMPARE(stepsOf(m_record), stepsWith(u"failed"_s, u"done"_s, u"290"_s));
    }

    void serverThatExits()
    {
        write(u"run.sh"_s, "#!/bin/sh\necho 'cannot begin'\nexit 3\n");
        auto request = aQuickRequest();
        request.runtime.healthInterval = 60s; // The test ends in time only if the dead process ends the waiting.
        evaluate(request);
        QCOMPARE(stepsOf(m_record), stepsWith(u"done"_s, u"failed"_s, u"0"_s));
        QCOMPARE(m_record.server.exitCode, 3);
        QCOMPARE(documentOf(m_run, DocumentKind::ServerLog), QByteArray("cannot begin\n"));
    }

    void serverInTheBackground()
    {
        copyFlask();
        write(u"run.sh"_s, "#!/bin/sh\nsetsid python3 app.py &\nexit 0\n");
        evaluate(aQuickRequest());
        QCOMPARE(stepsOf(m_record), stepsWith(u"done"_s, u"failed"_s, u"0"_s));
        QCOMPARE(m_record.server.exitCode, 0);
    }

    void windowsLineEnds()
    {
        copyFlask();
        write(u"run.sh"_s, "#!/bin/bash\r\nexec python3 app.py\r\n");
        evaluate(aQuickRequest());
        QCOMPARE(stepsOf(m_record), stepsWith(u"done"_s, u"failed"_s, u"0"_s));
    }

    void wrongPort()
    {
        copyFlask();
        write(u"run.sh"_s, "#!/bin/sh\nPORT=8000 exec python3 app.py\n");
        auto request = aQuickRequest();
        request.runtime.healthInterval = 400ms;
        evaluate(request);
        QCOMPARE(stepsOf(m_record), stepsWith(u"done"_s, u"failed"_s, u"0"_s));
        QCOMPARE(m_record.server.exitCode, std::nullopt);
        QCOMPARE(m_record.server.ending, u"It ran until it was stopped."_s);
        QCOMPARE(int(m_run.requests.size()), 32);
    }

    void onlyOnAnAddressNobodyAsks()
    {
        copyFlask();
        change(u"app.py"_s, u"0.0.0.0"_s, u"127.0.0.2"_s);
        auto request = aQuickRequest();
        request.runtime.healthInterval = 400ms;
        evaluate(request);
        QCOMPARE(stepsOf(m_record), stepsWith(u"done"_s, u"failed"_s, u"0"_s));
    }

    void healthyAfterTwelveSeconds()
    {
        copyFlask();
        write(u"run.sh"_s, "#!/bin/sh\nsleep 12\nexec python3 app.py\n");
        evaluate(aQuickRequest());
        QCOMPARE(stepsOf(m_record), stepsWith(u"done"_s, u"done"_s, u"290"_s));
        QVERIFY2(m_record.server.milliseconds >= 12000, qPrintable(QString::number(m_record.server.milliseconds)));
        QVERIFY(m_record.server.attempts > 1);
    }

    void unhealthyButServing()
    {
        copyFlask();
        change(u"app.py"_s, u"/api/health-check"_s, u"/api/health"_s);
        auto request = aQuickRequest();
        request.runtime.healthInterval = 2s;
        evaluate(request);
        QCOMPARE(stepsOf(m_record), stepsWith(u"done"_s, u"failed"_s, u"290"_s));
    }

    void serverThatDiesMidway()
    {
        copyFlask();
        change(u"articles.py"_s, u"    user = caller()\n    return page("_s,
            u"    import os\n    os._exit(9)\n    return page("_s);
        evaluate(aQuickRequest());
        const auto before = 6 + 6 + 7 + 5 + 5 + 4 * 5 + 13; // Until the feed is asked for.
        QCOMPARE(stepsOf(m_record), stepsWith(u"done"_s, u"done"_s, QString::number(before)));
        QCOMPARE(m_record.server.exitCode, 9);
    }

    void patch()
    {
        auto request = aRequest(); // Patches of folders do not say what may be run; the set-up makes run.sh so.
        copyFlask();
        const auto whole = patchOfProject();
        QVERIFY(!whole.isEmpty());
        request.code = WorkspacePatch{.path = u"whole.patch"_s, .bytes = whole};
        evaluate(request);
        auto steps = stepsWith(u"done"_s, u"done"_s, u"290"_s);
        steps[1] = u"patch done"_s;
        QCOMPARE(stepsOf(m_record), steps);
        QCOMPARE(documentOf(m_run, DocumentKind::Patch), whole);
    }

    void patchThatDoesNothing_data()
    {
        QTest::addColumn<QByteArray>("patch");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("empty") << QByteArray() << u"patch done"_s;
        QTest::newRow("blank") << QByteArray("\n\n  \n") << u"patch done"_s;
        QTest::newRow("of a file that is not there")
            << QByteArray("diff --git a/app.py b/app.py\n--- a/app.py\n+++ b/app.py\n@@ -1 +1 @@\n-one\n+two\n")
            << u"patch failed"_s;
        QTest::newRow("cut short") << QByteArray(
            "diff --git a/run.sh b/run.sh\nnew file mode 100755\n--- /dev/null\n+++ b/run.sh\n@@ -0,0 +1,9 "
            "@@\n+#!/bin/sh\n") << u"patch failed"_s;
        QTest::newRow("no patch at all") << QByteArray("\xff\xfe\0binary", 9) << u"patch failed"_s;
        QTest::newRow("out of the workspace") << QByteArray(
            "diff --git a/../out b/../out\nnew file mode 100644\n--- /dev/null\n+++ b/../out\n@@ -0,0 +1 "
            "@@\n+here\n") << u"patch failed"_s;
        QTest::newRow("into git's own folder")
            << QByteArray("diff --git a/.git/hooks/x b/.git/hooks/x\nnew file mode 100755\n--- /dev/null\n+++ "
                          "b/.git/hooks/x\n@@ -0,0 +1 @@\n+here\n")
            << u"patch failed"_s;
    }

    void patchThatDoesNothing()
    {
        QFETCH(const QByteArray, patch);
        QFETCH(const QString, outcome);
        auto request = aQuickRequest();
        request.code = WorkspacePatch{.path = u"odd.patch"_s, .bytes = patch};
        evaluate(request);
        auto steps = stepsWith(u"done"_s, u"failed"_s, u"0"_s);
        steps[1] = outcome;
        QCOMPARE(stepsOf(m_record), steps);
        QCOMPARE(m_record.server.exitCode, 127);
    }

    void workspaceFullOfLinks()
    {
        copyFlask();
        QVERIFY(QFile::link(u"/etc/passwd"_s, m_project + u"/passwd"));
        QVERIFY(QFile::link(u"loop"_s, m_project + u"/loop"));
        QVERIFY(QFile::link(u"../../../../../.."_s, m_project + u"/up"));
        QVERIFY(QFile::link(u"nowhere"_s, m_project + u"/dangling"));
        for (int i = 0; i < 300; ++i)
            QVERIFY(QFile::link(u"."_s, m_project % u"/self" % QString::number(i)));
        QVERIFY(QFile::rename(m_project + u"/run.sh", m_project + u"/start.sh"));
        QVERIFY(QFile::link(u"start.sh"_s, m_project + u"/run.sh"));
        evaluate(aRequest());
        QCOMPARE(stepsOf(m_record), stepsWith(u"done"_s, u"done"_s, u"290"_s));
        QVERIFY2(!documentOf(m_run, DocumentKind::Patch).contains("root:x:0"), "nobody followed the link");
    }

    void pipesAndOddNames()
    {
        copyFlask();
        QCOMPARE(::mkfifo(QFile::encodeName(m_project + u"/pipe").constData(), 0644), 0);
        write(u"a\nb \"c\" 'd'.txt"_s, "odd\n");
        write(u"-rf"_s, "odd\n");
        write(u"deep/"_s.repeated(40) + u"file"_s, "odd\n");
        write(u"binary.bin"_s, QByteArray("\0\xff\xfe\n", 4).repeated(1000));
        evaluate(aRequest());
        QCOMPARE(stepsOf(m_record), stepsWith(u"done"_s, u"done"_s, u"290"_s));
    }

    void cancelled()
    {
        copyFlask();
        write(u"run.sh"_s, "#!/bin/sh\nexec sleep 1000\n");
        QElapsedTimer time;
        time.start();
        const Progress progress([&time] { return time.durationElapsed() > 1500ms; });
        const auto run = Decayscope::evaluate(aQuickRequest(), m_lab->tools(), {}, progress);
        QVERIFY(!run);
        QCOMPARE(run.error().kind, ErrorKind::Cancelled);
    }

    void noSuchFolder()
    {
        const auto run = m_lab->evaluateRequest(aQuickRequest());
        QVERIFY(!run);
        QVERIFY2(run.error().message.contains(m_project), qPrintable(run.error().message));
    }

private:
    /// A request for the project that is set up from this system's packages; the quick one leaves that out.
    [[nodiscard]] EvaluationRequest aRequest() const
    {
        auto request = pythonRequest(pythonBackend(u"flask"_s), m_project);
        request.deepSuite = false;
        return request;
    }
    [[nodiscard]] EvaluationRequest aQuickRequest() const
    {
        auto request = aRequest();
        dropSetUp(request);
        return request;
    }

    void copyFlask()
    {
        QVERIFY(QDir().mkpath(m_project));
        QVERIFY(copyFolder(pythonBackend(u"flask"_s).folder(), m_project));
    }

    void change(const QString &file, const QString &find, const QString &replacement)
    {
        const auto changed = plant({.file = file, .find = find, .replace = replacement}, m_project);
        QVERIFY2(changed, changed ? "" : qPrintable(changed.error().message));
    }

    void write(const QString &name, const QByteArray &text)
    {
        const QString path = m_project % u'/' % name;
        QVERIFY(writeFile(path, text));
        QVERIFY(QFile::setPermissions(path, QFile::permissions(path) | QFile::ExeOwner | QFile::ExeOther));
    }

    void evaluate(const EvaluationRequest &request)
    {
        auto run = m_lab->evaluateRequest(request);
        QVERIFY2(run, run ? "" : qPrintable(run.error().message));
        m_run = std::move(run->bundle);
        m_record = std::move(run->record);
    }

    /// The project as a patch: what its evaluation as a folder records.
    [[nodiscard]] QByteArray patchOfProject()
    {
        evaluate(aQuickRequest());
        return documentOf(m_run, DocumentKind::Patch);
    }

    std::optional<BackendLab> m_lab;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_project;
    RunBundle m_run;
    EvaluationRecord m_record;
};

QTEST_GUILESS_MAIN(TestEvaluationOddities)
#include "tst_evaluationoddities.moc"
