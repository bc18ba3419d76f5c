// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resultsfolder.h"

#include <domain/evaluationjson.h>
#include <domain/runnaming.h>
#include <workspace/workspace.h>

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Decayscope;
using Test::namingVerifier;

namespace {

constexpr int patience = 120'000;

template <typename T>
bool waitFor(const QFuture<T> &future)
{
    return QTest::qWaitFor([&] { return future.isFinished(); }, patience);
}

RunBundle runMadeHere()
{
    const auto task = *taskFromFolder(QStringLiteral("uv"), QStringLiteral("flask-openapi-unconstrained"));
    const Configuration configuration{.scaffold = QStringLiteral("manual"), .model = QStringLiteral("me")};
    RunBundle run{.key = nextRunKey({}, configuration, task, 2, QDateTime::currentDateTimeUtc()),
        .task = task,
        .origin = QStringLiteral("/somewhere"),
        .contentHash = "hash"};
    run.requests.push_back({.name = QStringLiteral("Register"), .total = 4, .passed = 3, .failed = 1});
    run.documents.push_back({DocumentKind::ServerLog, QStringLiteral("conduit.log"), "listening", {}});
    run.documents.push_back({DocumentKind::Evaluation, QStringLiteral("evaluation.json"),
        evaluationDocument({.sandbox = QStringLiteral("of glass")}), {}});
    return run;
}

} // namespace

class TestWorkspace : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = m_folder->filePath(QStringLiteral("study.decayscope"));
        m_tree = m_folder->filePath(QStringLiteral("results"));
        auto opened = Workspace::open(m_store, OpenMode::CreateOrReadWrite, namingVerifier());
        QVERIFY(opened);
        m_workspace = std::move(*opened);
    }

    void cleanup() { m_workspace.reset(); }

    void startsEmpty()
    {
        QCOMPARE(m_workspace->snapshot()->runs.size(), 0U);
        QCOMPARE(m_workspace->snapshot()->name, u"study");
        QVERIFY(!m_workspace->snapshot()->isSample);
        QCOMPARE(Workspace::open(m_folder->filePath(QStringLiteral("none")), OpenMode::ReadWrite, {}).error().kind,
            ErrorKind::NotFound);
    }

    void aRunMadeHereIsStoredAndCanBeUndone()
    {
        const auto added = m_workspace->addRun(runMadeHere(), TakenKey::NewVersion);
        QVERIFY(waitFor(added));
        QVERIFY(added.result());
        QVERIFY(QTest::qWaitFor([&] { return m_workspace->snapshot()->runs.size() == 1; }));
        const auto reading = m_workspace->openRun(*added.result());
        QVERIFY(waitFor(reading));
        QVERIFY(reading.result());
        QCOMPARE((*reading.result())->run.passed, 3);
        QCOMPARE((*reading.result())->serverLog.bytes, "listening");
        QVERIFY((*reading.result())->evaluation);
        QCOMPARE((*reading.result())->evaluation->sandbox, u"of glass");
        const auto undone = m_workspace->undoImport(m_workspace->imports()->front().id);
        QVERIFY(waitFor(undone));
        QVERIFY(QTest::qWaitFor([&] { return m_workspace->snapshot()->runs.empty(); }));
    }

    void aRunThatIsMadeAgainIsANewVersionOfIt()
    {
        const auto first = m_workspace->addRun(runMadeHere(), TakenKey::NewVersion);
        QVERIFY(waitFor(first));
        auto again = runMadeHere();
        again.requests.front().passed = 4;
        again.contentHash = "other";
        const auto second = m_workspace->addRun(std::move(again), TakenKey::NewVersion);
        QVERIFY(waitFor(second));
        QVERIFY(first.result() && second.result());
        QCOMPARE(second.result()->value, first.result()->value);
        QVERIFY(QTest::qWaitFor([&] { return m_workspace->snapshot()->runs.front().passed == 4; }));
    }

    void anotherRunOfATakenKeyHasTheNextTrial()
    {
        const QTemporaryDir folder;
        const auto store = folder.filePath(QStringLiteral("study.decayscope"));
        for (int number = 0; number < 3; ++number) {
            auto run = runMadeHere();
            run.key.date = QStringLiteral("2026-11-22T20-14-16");
            run.contentHash = QByteArray::number(number);
            QVERIFY(addRunToStore(store, std::move(run), {}, TakenKey::NextTrial));
        }
        const auto study = readSnapshot(store);
        QVERIFY(study);
        std::vector<int> trials;
        for (const auto &run : study->runs)
            trials.push_back(run.key.trial);
        std::ranges::sort(trials);
        const auto first = runMadeHere().key.trial;
        QCOMPARE(trials, std::vector({first, first + 1, first + 2}));
    }

    void whetherAStoreTakesRunsIsKnownBefore()
    {
        const QTemporaryDir folder;
        const auto store = folder.filePath(QStringLiteral("below/it/study.decayscope"));
        QVERIFY(tryWritingStore(store));
        QVERIFY2(!QFile::exists(folder.filePath(QStringLiteral("below"))), "nothing is made yet");
        QVERIFY(addRunToStore(store, runMadeHere(), {}));
        QVERIFY(tryWritingStore(store));
        QCOMPARE(readSnapshot(store)->runs.size(), 1U);
        QFile damaged(store);
        QVERIFY(damaged.open(QIODevice::WriteOnly) && damaged.write("no study") > 0);
        damaged.close();
        QCOMPARE(tryWritingStore(store).error().kind, ErrorKind::Damaged);
        QCOMPARE(tryWritingStore(QString(store + u"/study.decayscope")).error().kind, ErrorKind::ReadOnly);
    }

    void anImportChangesTheSnapshotBeforeItIsDone()
    {
        QVERIFY(Test::writeRuns(m_tree, 5, 4));
        const QSignalSpy finished(m_workspace.get(), &Workspace::importFinished);
        const auto before = m_workspace->snapshot();
        std::size_t seen = 0;
        int imported = 0;
        const auto done
            = m_workspace->importPaths({m_tree}).then(m_workspace.get(), [&](const Result<ImportReport> &report) {
                  seen = m_workspace->snapshot()->runs.size();
                  imported = report->imported;
              });
        QVERIFY(waitFor(done));
        QCOMPARE(imported, 5);
        QCOMPARE(seen, 5U);
        QCOMPARE(before->runs.size(), 0U);
        QVERIFY(m_workspace->snapshot()->revision > before->revision);
        QCOMPARE(finished.size(), 1);
        QCOMPARE(m_workspace->imports()->front().paths, QStringList({m_tree}));
    }

    void cancellingTellsByTheSignal()
    {
        QVERIFY(Test::writeRuns(m_tree, 80, 80));
        QSignalSpy finished(m_workspace.get(), &Workspace::importFinished);
        auto future = m_workspace->importPaths({m_tree});
        QVERIFY(QTest::qWaitFor([&] { return future.progressValue() > 0; }, patience));
        future.cancel();
        QVERIFY(finished.wait(patience));
        const auto report = finished.front().front().value<ImportReport>();
        QVERIFY(report.cancelled);
        QCOMPARE(m_workspace->snapshot()->runs.size(), static_cast<std::size_t>(report.imported));
    }

    void undoesAnImport()
    {
        importRuns(4);
        const auto undone = m_workspace->undoImport(m_workspace->imports()->front().id);
        QVERIFY(waitFor(undone));
        QVERIFY(undone.result());
        QCoreApplication::processEvents();
        QCOMPARE(m_workspace->snapshot()->runs.size(), 0U);
        QVERIFY(m_workspace->imports()->front().undone);
        QCOMPARE(m_workspace->undoImport(99).result().error().kind, ErrorKind::NotFound);
    }

    void excludesRuns()
    {
        importRuns(2);
        const auto run = m_workspace->snapshot()->runs.front().id;
        QVERIFY(waitFor(m_workspace->setExclusion({run}, QStringLiteral("disk full"))));
        QVERIFY(QTest::qWaitFor(
            [&] {
                return m_workspace->snapshot()->runs.front().exclusion == std::optional(QStringLiteral("disk full"));
            },
            patience));
        QVERIFY(waitFor(m_workspace->setExclusion({run}, std::nullopt)));
        QVERIFY(
            QTest::qWaitFor([&] { return m_workspace->snapshot()->runs.front().exclusion == std::nullopt; }, patience));
    }

    void smallWritesKeepTheirOrder()
    {
        importRuns(1);
        const auto &configuration = m_workspace->snapshot()->runs.front().key.configuration;
        std::vector<QFuture<Result<>>> writes;
        for (int color = 0; color < 20; ++color)
            writes.push_back(m_workspace->setStyles({{configuration, QStringLiteral("X"), color, LineStyle::Dash, 0}}));
        QVERIFY(waitFor(writes.back()));
        QVERIFY(QTest::qWaitFor([&] { return m_workspace->snapshot()->styles.front().color == 19; }, patience));
    }

    void smallWritesGoBetweenTheUnitsOfAnImport()
    {
        QVERIFY(Test::writeRuns(m_tree, 120, 80));
        const auto import = m_workspace->importPaths({m_tree});
        QVERIFY(QTest::qWaitFor([&] { return import.progressValue() > 0; }, patience));
        QVERIFY(waitFor(m_workspace->setSavedFilters({{QStringLiteral("mine"), {.levels = {3}}}})));
        QVERIFY(!import.isFinished());
        QVERIFY(waitFor(import));
        QCOMPARE(m_workspace->savedFilters()->front().name, u"mine");
    }

    void opensARun()
    {
        QVERIFY(Test::writeRun(m_tree, {.constraints = {Constraint::Postgres}, .passed = 4}));
        QVERIFY(waitFor(m_workspace->importPaths({m_tree})));
        const auto run = m_workspace->snapshot()->runs.front();
        const auto opened = m_workspace->openRun(run.id);
        QVERIFY(waitFor(opened));
        QVERIFY(opened.result());
        const auto &reading = *opened.result().value();
        QVERIFY(reading.run == run);
        QVERIFY(reading.origin.endsWith(u"/run_0"));
        QCOMPARE(reading.requests.size(), 1U);
        QCOMPARE(reading.requests.front().assertions.size(), 6U);
        QCOMPARE(reading.verdicts.size(), 1U);
        QCOMPARE(reading.patch.bytes, QByteArray("diff --git a/app.py b/app.py\n+hello = 1\n"));
        QCOMPARE(reading.serverLog.path, u"conduit.log");
        QCOMPARE(reading.setupLog, RunText());
        QCOMPARE(reading.turns->count(), 2);
        QVERIFY(reading.turns->raw(1).contains("done"));

        const auto again = openRunInStore(m_store, run.id);
        QVERIFY(again);
        QVERIFY((*again)->run == run);
        QCOMPARE(openRunInStore(m_store, {.value = 99}).error().kind, ErrorKind::NotFound);
    }

    void findsWords()
    {
        QVERIFY(Test::writeRun(m_tree, {.turns = {QStringLiteral("a needle in here")}}));
        QVERIFY(Test::writeRun(m_tree, {.trial = 1}));
        QVERIFY(waitFor(m_workspace->importPaths({m_tree})));
        const auto found = m_workspace->runsMentioning(QStringLiteral("needle"));
        QVERIFY(waitFor(found));
        QCOMPARE(found.result()->size(), 1U);
    }

    void takesVerdictsAgain()
    {
        importRuns(10);
        QCOMPARE(m_workspace->countUnjudged().value_or(-1), 0);
        m_workspace = *Workspace::open(m_store, OpenMode::ReadWrite, namingVerifier(QStringLiteral("naming-2")));
        QCOMPARE(m_workspace->countUnjudged().value_or(-1), 9); // One of the ten variants has no constraint.
        const auto taken = m_workspace->retakeVerdicts();
        QVERIFY(waitFor(taken));
        QCOMPARE(taken.result().value_or(0), 9);
        QCOMPARE(m_workspace->countUnjudged().value_or(-1), 0);
    }

    void seesWhatOthersChange()
    {
        QVERIFY(Test::writeRuns(m_tree, 3, 4));
        QSignalSpy changed(m_workspace.get(), &Workspace::snapshotChanged);
        QVERIFY(importIntoStore(m_store, {m_tree}, {}, namingVerifier(), {}));
        QVERIFY(changed.wait(patience));
        QCOMPARE(m_workspace->snapshot()->runs.size(), 3U);
    }

    void closingEndsAnImport()
    {
        QVERIFY(Test::writeRuns(m_tree, 120, 80));
        const auto import = m_workspace->importPaths({m_tree});
        QVERIFY(QTest::qWaitFor([&] { return import.progressValue() > 0; }, patience));
        m_workspace.reset();
        QCOMPARE(checkStore(m_store, {})->findings, QStringList());
    }

    void readOnlyChangesNothing()
    {
        importRuns(1);
        auto opened = Workspace::open(m_store, OpenMode::ReadOnly, namingVerifier());
        QVERIFY(opened);
        const auto &workspace = *opened;
        QVERIFY(workspace->snapshot()->isReadOnly);
        const auto written = workspace->setStyles({});
        QCOMPARE(written.result().error().kind, ErrorKind::ReadOnly);
        const auto import = workspace->importPaths({m_tree});
        QVERIFY(waitFor(import));
        QCOMPARE(import.result().error().kind, ErrorKind::ReadOnly);
    }

private:
    void importRuns(int count)
    {
        QVERIFY(Test::writeRuns(m_tree, count, 4));
        QSignalSpy changed(m_workspace.get(), &Workspace::snapshotChanged);
        const auto import = m_workspace->importPaths({m_tree});
        QVERIFY(changed.wait(patience));
        QVERIFY(waitFor(import));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_store;
    QString m_tree;
    std::unique_ptr<Workspace> m_workspace;
};

QTEST_GUILESS_MAIN(TestWorkspace)
#include "tst_workspace.moc"
