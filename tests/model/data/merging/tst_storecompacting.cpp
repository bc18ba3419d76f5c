// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "abundle.h"
#include "rawstore.h"
#include "somelabels.h"
#include "studyinwords.h"

#include <merging/studymerging.h>
#include <store/importlog.h>

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;

namespace {

/// Words that cannot be packed well.
QString noise(quint32 seed)
{
    QRandomGenerator chance(seed);
    QStringList words;
    for (int i = 0; i < 4000; ++i)
        words.append(QString::number(chance.generate(), 36));
    return words.join(u' ');
}

std::vector<RunBundle> someRuns(int first, int count, int passed)
{
    std::vector<RunBundle> runs;
    for (int trial = first; trial < first + count; ++trial)
        runs.push_back(aBundle()
                .trial(trial)
                .passing(passed, 10)
                .explaining("why not")
                .saying({u"please build it"_s, noise(static_cast<quint32>(trial + 1000 * passed))})
                .bundle());
    return runs;
}

} // namespace

class TestStoreCompacting : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void losesNothingThatCanBeSeenOrUndone()
    {
        const auto store = studyOf(*m_folder, u"store"_s, someRuns(0, 6, 4));
        std::ignore = studyOf(*m_folder, u"store"_s, someRuns(0, 4, 8));
        auto connection = Connection::open(store, OpenMode::ReadWrite).value();
        QVERIFY(writeSomeLabels(connection));
        const auto before = printedStudy(store);
        const auto report = compactStore(store, {});
        QVERIFY2(report, qPrintable(report ? QString() : report.error().message));
        QVERIFY(report->after <= report->before);
        QCOMPARE(report->texts, 0);
        QCOMPARE(printedStudy(store), before);
        QCOMPARE(findingsOf(store), QStringList());
        writeInto(store, [](Connection &writing) { return undoImport(writing, 2); });
        QVERIFY(printedRuns(store).contains(u"gpt-x 0: 4/10"_s));
    }

    void whatWasUndoneGoes()
    {
        const auto store = studyOf(*m_folder, u"store"_s, someRuns(0, 3, 4));
        const auto before = printedStudy(store);
        std::ignore = studyOf(*m_folder, u"store"_s, someRuns(3, 12, 8));
        writeInto(store, [](Connection &connection) { return undoImport(connection, 2); });
        const auto report = compactStore(store, {});
        QVERIFY2(report, qPrintable(report ? QString() : report.error().message));
        QCOMPARE(report->texts, 12);
        QVERIFY2(report->after * 3 < report->before * 2, qPrintable(u"%1 %2"_s.arg(report->before).arg(report->after)));
        QCOMPARE(printedStudy(store), before);
        QCOMPARE(findingsOf(store), QStringList());
        QCOMPARE(raw(store, u"PRAGMA freelist_count"_s), QStringList({u"0"_s}));
    }

    void unusedRowsGo()
    {
        const auto store = studyOf(*m_folder, u"store"_s, someRuns(0, 2, 4));
        const auto before = printedStudy(store);
        raw(store, u"INSERT INTO text (hash, size, data) VALUES (x'01', 1, x'02')"_s);
        raw(store, u"INSERT INTO endpoint (name, method, url) VALUES ('a', 'b', 'c')"_s);
        raw(store, u"INSERT INTO failure_message (text) VALUES ('a')"_s);
        raw(store, u"INSERT INTO assertion_list (names) VALUES ('[]')"_s);
        QCOMPARE(compactStore(store, {})->texts, 1);
        QCOMPARE(raw(store, u"SELECT count(*) FROM endpoint"_s), QStringList({u"1"_s}));
        QCOMPARE(raw(store, u"SELECT text FROM failure_message"_s), QStringList({u"why not"_s}));
        QCOMPARE(printedStudy(store), before);
    }

    void aStoreInUseIsLeftAlone_data()
    {
        QTest::addColumn<QString>("use");
        QTest::newRow("reading") << u"BEGIN"_s;
        QTest::newRow("writing") << u"BEGIN IMMEDIATE"_s;
    }

    void aStoreInUseIsLeftAlone()
    {
        QFETCH(QString, use);
        const auto store = studyOf(*m_folder, u"store"_s, someRuns(0, 2, 4));
        auto user = Connection::open(store, OpenMode::ReadWrite).value();
        QVERIFY(user.execute(use));
        QVERIFY(user.execute(u"SELECT count(*) FROM run"_s));
        // A reader holds nobody up before something was written behind its back.
        if (use == u"BEGIN")
            raw(store, u"INSERT INTO setting VALUES ('a', 'b')"_s);
        auto connection = Connection::open(store, OpenMode::ReadWrite, {.busyMilliseconds = 50}).value();
        const PerformWrite perform = [&](const WriteUnit &unit) { return unit(connection); };
        const auto report = compactStudy(perform, store, {});
        QVERIFY(!report);
        QCOMPARE(report.error().kind, ErrorKind::Busy);
        QVERIFY(user.execute(u"ROLLBACK"_s));
        QVERIFY(compactStudy(perform, store, {}));
        QCOMPARE(findingsOf(store), QStringList());
    }

    void anIdleWindowIsNoHindrance()
    {
        const auto store = studyOf(*m_folder, u"store"_s, someRuns(0, 2, 4));
        auto idle = Connection::open(store, OpenMode::ReadWrite).value();
        QVERIFY(idle.dataVersion());
        QVERIFY(compactStore(store, {}));
        QVERIFY(idle.execute(u"DELETE FROM saved_filter"_s));
        QCOMPARE(printedRuns(store).size(), 2);
    }

    void missingStoresAreNotMade()
    {
        const auto report = compactStore(m_folder->filePath(u"none"_s), {});
        QVERIFY(!report);
        QCOMPARE(report.error().kind, ErrorKind::NotFound);
    }

    void cancellingLeavesItAsItWas()
    {
        const auto store = studyOf(*m_folder, u"store"_s, someRuns(0, 3, 4));
        const auto before = printedStudy(store);
        for (int patience = 0; patience < 5; ++patience) {
            int asked = 0;
            const auto report = compactStore(store, Progress([&] { return ++asked > patience; }));
            QCOMPARE(printedStudy(store), before);
            QCOMPARE(findingsOf(store), QStringList());
        }
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestStoreCompacting)
#include "tst_storecompacting.moc"
