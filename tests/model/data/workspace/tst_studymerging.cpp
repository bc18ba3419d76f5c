// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labelsample.h"
#include "resultsfolder.h"

#include <workspace/labeljournal.h>
#include <workspace/workspace.h>

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;
using Test::namingVerifier;

namespace {

constexpr int patience = 120'000;

template <typename T>
bool waitFor(const QFuture<T> &future)
{
    return QTest::qWaitFor([&] { return future.isFinished(); }, patience);
}

} // namespace

/// Other studies come into the one that is open.
class TestStudyMerging : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = m_folder->filePath(u"study.decayscope"_s);
        m_other = m_folder->filePath(u"other.decayscope"_s);
        const auto tree = m_folder->filePath(u"results"_s);
        QVERIFY(Test::writeRuns(tree, 12, 5));
        QVERIFY(importIntoStore(m_other, {tree}, {}, namingVerifier(), {}));
        m_workspace = Workspace::open(m_store, OpenMode::CreateOrReadWrite, namingVerifier()).value();
    }

    void cleanup() { m_workspace.reset(); }

    void itsRunsAreSeenSearchedAndUndone()
    {
        const QSignalSpy changed(m_workspace.get(), &Workspace::snapshotChanged);
        const QSignalSpy progressed(m_workspace.get(), &Workspace::importProgressed);
        const auto reports = merged();
        QCOMPARE(reports.size(), 1U);
        QCOMPARE(reports.front()->added, 12);
        QVERIFY(QTest::qWaitFor([&] { return !changed.isEmpty(); }));
        QVERIFY(!progressed.isEmpty());
        QCOMPARE(Test::printed(m_workspace->snapshot()->runs), Test::printed(readSnapshot(m_other)->runs));
        const auto found = m_workspace->runsMentioning(u"word12 turn"_s);
        QVERIFY(waitFor(found));
        QCOMPARE(found.result()->size(), runsMentioningInStore(m_other, u"word12 turn"_s)->size());
        QVERIFY(!found.result()->empty());
        QCOMPARE(m_workspace->countUnjudged().value(), 0);
        QCOMPARE(m_workspace->imports()->front().paths, QStringList({m_other}));
        QVERIFY(waitFor(m_workspace->undoImport(m_workspace->imports()->front().id)));
        QVERIFY(QTest::qWaitFor([&] { return m_workspace->snapshot()->runs.empty(); }));
    }

    void itsLabelsComeIntoTheJournal()
    {
        const auto sample = Test::aTrialSample(2);
        {
            auto other = Workspace::open(m_other, OpenMode::ReadWrite, namingVerifier()).value();
            QVERIFY(waitFor(other->labels().freeze(sample)));
            QVERIFY(waitFor(other->labels().record(
                u"ada"_s, {sample.id, 0, 0}, Committed{Test::aJournalLabel(u"schema_format_error"_s)})));
        }
        const auto reports = merged();
        QCOMPARE(reports.front()->labels, 1);
        QCOMPARE(reports.front()->samples, 1);
        QVERIFY(QTest::qWaitFor([&] { return m_workspace->labels().book()->rows.size() == 1; }));
        const auto state = m_workspace->labels().state(u"ada"_s, {sample.id, 0, 0});
        QVERIFY(state.committed);
        QCOMPARE(state.committed->code, u"schema_format_error"_s);
    }

    void compactingLeavesTheStudy()
    {
        QCOMPARE(merged().front()->added, 12);
        const auto runs = Test::printed(readSnapshot(m_other)->runs);
        const auto report = m_workspace->compact();
        QVERIFY(waitFor(report));
        QVERIFY2(report.result(), qPrintable(report.result() ? QString() : report.result().error().message));
        QVERIFY(report.result()->after > 0);
        QCOMPARE(Test::printed(readSnapshot(m_store)->runs), runs);
        QCOMPARE(checkStore(m_store, {})->findings, QStringList());
    }

    void aReadOnlyStudyRefuses()
    {
        m_workspace = Workspace::open(m_other, OpenMode::ReadOnly, namingVerifier()).value();
        const auto merging = m_workspace->mergeStudies({m_store});
        const auto compacting = m_workspace->compact();
        QVERIFY(waitFor(merging) && waitFor(compacting));
        QCOMPARE(merging.result().error().kind, ErrorKind::ReadOnly);
        QCOMPARE(compacting.result().error().kind, ErrorKind::ReadOnly);
    }

    void beingCancelledIsToldWithWhatWasDone()
    {
        QSignalSpy told(m_workspace.get(), &Workspace::studiesMerged);
        auto merging = m_workspace->mergeStudies({m_other, m_other});
        merging.cancel();
        QVERIFY(QTest::qWaitFor([&] { return merging.isFinished(); }, patience));
        QTest::qWait(50);
        int added = 0;
        // Cancelled before it began it tells nothing.
        for (const auto &signal : std::as_const(told)) {
            const auto reports = signal.front().value<std::vector<Result<MergeReport>>>();
            QCOMPARE(reports.size(), 2U);
            for (const auto &report : reports) {
                QVERIFY(report || report.error().kind == ErrorKind::Cancelled);
                added += report ? report->added : 0;
            }
        }
        QCOMPARE(readSnapshot(m_store)->runs.size(), static_cast<std::size_t>(added));
        QCOMPARE(merged().size(), 1U);
        QVERIFY(QTest::qWaitFor([&] { return m_workspace->snapshot()->runs.size() == 12U; }));
    }

    void nothingIsCompactedMeanwhile()
    {
        const auto merging = m_workspace->mergeStudies({m_other});
        const auto refused = m_workspace->compact();
        QVERIFY(refused.isFinished());
        QCOMPARE(refused.result().error().kind, ErrorKind::Busy);
        QVERIFY(refused.result().error().message.startsWith(u"The study cannot be compacted now"));
        QVERIFY(waitFor(merging));
        const auto compacting = m_workspace->compact();
        QVERIFY(!m_workspace->compact().result());
        QVERIFY(waitFor(compacting));
        QVERIFY(compacting.result());
    }

    void closingStopsIt()
    {
        const auto merging = m_workspace->mergeStudies({m_other});
        m_workspace.reset();
        QVERIFY(merging.isFinished());
        QCOMPARE(checkStore(m_store, {})->findings, QStringList());
    }

private:
    std::vector<Result<MergeReport>> merged()
    {
        const auto merging = m_workspace->mergeStudies({m_other});
        if (!waitFor(merging) || !merging.result())
            return {};
        return *merging.result();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_store;
    QString m_other;
    std::unique_ptr<Workspace> m_workspace;
};

QTEST_GUILESS_MAIN(TestStudyMerging)
#include "tst_studymerging.moc"
