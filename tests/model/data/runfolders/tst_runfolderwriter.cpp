// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <evaluation/runassembly.h>
#include <imports/runreader.h>
#include <imports/runsource.h>
#include <runfolders/runfolderpath.h>
#include <runfolders/runfolderwriter.h>
#include <sample/samplefiles.h>
#include <sample/sampleplan.h>
#include <support/madeupevaluation.h>
#include <support/shareddata.h>
#include <verifiers/bothverifiers.h>

#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

/// Every run below a folder, as an import reads and judges it.
std::vector<RunBundle> importedFrom(const QString &root)
{
    std::vector<RunBundle> runs;
    auto source = openRunSource(root, {});
    while (source) {
        const auto next = (*source)->next({});
        if (!next || !*next)
            break;
        if (auto files = (*next)->load()) {
            runs.push_back(readRun(**next, std::move(*files)));
            judge(runs.back(), bothVerifiers());
        }
    }
    return runs;
}

QStringList documentsOf(const RunBundle &run)
{
    QStringList lines;
    for (const auto &document : run.documents) {
        lines.append(u"%1 %2 %3 parts %4"_s.arg(QString::number(static_cast<int>(document.kind)), document.path)
                .arg(document.parts.size())
                .arg(qHash(document.bytes)));
        for (const auto &part : document.parts)
            lines.append(u"  %1 %2+%3"_s.arg(part.path).arg(part.offset).arg(part.length));
    }
    lines.sort();
    return lines;
}

/// What differs between two readings of a run, by name.
QStringList differences(const RunBundle &before, const RunBundle &after)
{
    QStringList names;
    const auto check = [&names](bool same, const QString &name) {
        if (!same)
            names.append(name);
    };
    check(before.key == after.key, u"key"_s);
    check(before.task == after.task, u"task"_s);
    check(before.requests == after.requests, u"requests"_s);
    check(before.turns == after.turns, u"turns"_s);
    check(before.termination == after.termination, u"termination"_s);
    check(before.tokens == after.tokens, u"tokens"_s);
    check(before.allTokens == after.allTokens, u"all tokens"_s);
    check(before.verdicts == after.verdicts, u"verdicts"_s);
    check(before.syntaxVerdicts == after.syntaxVerdicts, u"syntax verdicts"_s);
    check(documentsOf(before) == documentsOf(after), u"documents"_s);
    check(before.warnings.size() == after.warnings.size(), u"warnings"_s);
    return names;
}

/// Writes runs below one root, imports it, and says what does not come back as it was.
QStringList lostOf(const std::vector<RunBundle> &runs)
{
    const QTemporaryDir root;
    QStringList lost;
    for (const auto &run : runs) {
        if (const auto folder = writeRunFolder(root.path(), run); !folder)
            lost.append(folder.error().message);
    }
    const auto read = importedFrom(root.path());
    for (const auto &run : runs) {
        const auto found = std::ranges::find(read, run.key, &RunBundle::key);
        const auto differing = found == read.end() ? QStringList{u"gone"_s} : differences(run, *found);
        if (!differing.isEmpty())
            lost.append(run.origin + u": "_s + differing.join(u", "));
    }
    return lost;
}

RunBundle sampleRun(std::size_t index)
{
    auto run = sampleBundle(samplePlan().at(index));
    judge(run, bothVerifiers());
    return run;
}

/// A run as an evaluation in this program makes it, with an agent's trajectory beside it.
RunBundle evaluatedRun(const char *task, int number)
{
    auto queued = Test::doneEvaluation(number, Test::generationTask(task));
    EvaluationRequest request;
    request.key = queued.key;
    request.task = queued.task;
    EvaluationOutcome outcome{.record = Test::madeUpRecord(queued),
        .patch = "diff --git a/app.py b/app.py\n--- /dev/null\n+++ b/app.py\n@@ -0,0 +1 @@\n+import sqlite3\n",
        .serverLog = "listening\n",
        .setUpLog = "installed\n",
        .verdicts = {},
        .syntaxVerdicts = {}};
    auto run = assembledRun(request, std::move(outcome), u"Conduit"_s, QDateTime::currentDateTimeUtc());
    judge(run, bothVerifiers());
    return run;
}

QStringList filesBelow(const QString &root)
{
    QStringList files;
    QDirIterator entries(root, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (entries.hasNext())
        files.append(QDir(root).relativeFilePath(entries.next()));
    files.sort();
    return files;
}

} // namespace

class TestRunFolderWriter : public QObject
{
    Q_OBJECT

private slots:
    void runsOfTheSampleComeBack();
    void evaluatedRunsComeBack();
    void aResultsTreeComesBack();
    void whatCannotBeWrittenIsRefused_data();
    void whatCannotBeWrittenIsRefused();
    void anotherRunsFolderIsLeftAlone();
    void leftoversAreRemoved();
};

/// Both scaffolds, every ending, every runtime.
void TestRunFolderWriter::runsOfTheSampleComeBack()
{
    std::vector<RunBundle> runs;
    const auto count = samplePlan().size();
    for (std::size_t index = 0; index < count; index += 29)
        runs.push_back(sampleRun(index));
    QVERIFY(runs.size() > 10);
    QCOMPARE(lostOf(runs), QStringList());
}

void TestRunFolderWriter::evaluatedRunsComeBack()
{
    const auto run = evaluatedRun("flask-openapi-sqlite", 1);
    QVERIFY(run.document(DocumentKind::Evaluation));
    const QTemporaryDir root;
    QVERIFY(writeRunFolder(root.path(), run));
    const auto read = importedFrom(root.path());
    QCOMPARE(read.size(), std::size_t{1});
    // Only the import notes that no agent left a trajectory here.
    QCOMPARE(differences(run, read.front()), QStringList({u"warnings"_s}));
    QCOMPARE(read.front().warnings.back().reason, u"The run has no trajectory."_s);
}

void TestRunFolderWriter::aResultsTreeComesBack()
{
    const QTemporaryDir tree;
    if (!Test::makeResultsTree(tree.path(), {u"--size"_s, u"tiny"_s, u"--quirks"_s}))
        QSKIP("The shared generator of results is not beside this checkout.");
    const auto runs = importedFrom(tree.path());
    QVERIFY2(runs.size() > 4, qPrintable(QString::number(runs.size())));
    QCOMPARE(lostOf(runs), QStringList());
}

void TestRunFolderWriter::whatCannotBeWrittenIsRefused_data()
{
    QTest::addColumn<QString>("fault");
    for (const auto *fault : {"model climbs", "model is hidden", "task is another", "no date", "negative trial",
             "document climbs", "document twice", "file for folder", "part outside", "absolute", "name too long"})
        QTest::newRow(fault) << QString::fromLatin1(fault);
}

void TestRunFolderWriter::whatCannotBeWrittenIsRefused()
{
    QFETCH(const QString, fault);
    auto run = sampleRun(0);
    auto &document = run.documents.front();
    if (fault == u"model climbs")
        run.key.configuration.model = u"../../etc"_s;
    else if (fault == u"model is hidden")
        run.key.configuration.model = u"..."_s;
    else if (fault == u"task is another")
        run.key.task = u"flask-openapi-unconstrained"_s;
    else if (fault == u"no date")
        run.key.date = u"today"_s;
    else if (fault == u"negative trial")
        run.key.trial = -1;
    else if (fault == u"document climbs")
        document.path = u"a/../../b"_s;
    else if (fault == u"document twice")
        run.documents.push_back(document);
    else if (fault == u"file for folder")
        run.documents.push_back({DocumentKind::ServerLog, document.path + u"/log"_s, "x", {}});
    else if (fault == u"part outside")
        run.documents.push_back({DocumentKind::TrajectoryEvents, u"s/events"_s, "xx", {{u"s/events/1"_s, 1, 2}}});
    else if (fault == u"absolute")
        document.path = u"/etc/passwd"_s;
    else
        document.path = QString(300, u'a');
    const QTemporaryDir root;
    const auto written = writeRunFolder(root.path(), run);
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::Refused);
    QCOMPARE(filesBelow(root.path()), QStringList());
}

void TestRunFolderWriter::anotherRunsFolderIsLeftAlone()
{
    const QTemporaryDir root;
    const auto run = sampleRun(0);
    const auto folder = writeRunFolder(root.path(), run);
    QVERIFY(folder);
    const auto before = filesBelow(root.path());
    auto other = run;
    other.documents.resize(1);
    const auto second = writeRunFolder(root.path(), other);
    QVERIFY(!second);
    QCOMPARE(second.error().kind, ErrorKind::Busy);
    QCOMPARE(filesBelow(root.path()), before);

    // Not even an empty folder is taken.
    ++other.key.trial;
    QVERIFY(QDir(root.path()).mkpath(*runFolderPath(other.key)));
    QVERIFY(!writeRunFolder(root.path(), other));
}

void TestRunFolderWriter::leftoversAreRemoved()
{
    const QTemporaryDir root;
    const auto run = sampleRun(0);
    const auto path = *runFolderPath(run.key);
    const auto above = path.first(path.lastIndexOf(u'/'));
    const auto trial = QString::number(run.key.trial);
    QVERIFY(QDir(root.path()).mkpath(above % u"/.run_" % trial % u".0123.part/mini"));
    QVERIFY(QDir(root.path()).mkpath(above % u"/.run_" % trial % u"7.0123.part"));
    removeUnfinished(root.path(), run.key);
    const auto left = filesBelow(root.path());
    QCOMPARE(left.filter(u".part"_s), QStringList({QString(above % u"/.run_" % trial % u"7.0123.part")}));
}

QTEST_GUILESS_MAIN(TestRunFolderWriter)
#include "tst_runfolderwriter.moc"
