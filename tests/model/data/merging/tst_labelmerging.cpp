// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rawstore.h"
#include "somelabels.h"
#include "studyinwords.h"

#include <store/labelstore.h>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;

class TestLabelMerging : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void labelsComeWithTheirChains()
    {
        const auto other = labelled(u"other"_s);
        const auto here = empty(u"here"_s);
        QCOMPARE(merge(here, {other}), QStringList({u"labels 7, samples 1, codebooks 1"_s}));
        QCOMPARE(printedStudy(here), printedStudy(other));
        QCOMPARE(hashes(here, u"ada"_s), hashes(other, u"ada"_s));
        QCOMPARE(findingsOf(here), QStringList());
        QCOMPARE(merge(here, {other}), QStringList({QString()}));
        QCOMPARE(printedStudy(here), printedStudy(other));
    }

    void theLongerCopyWins()
    {
        const auto here = labelled(u"here"_s);
        const auto copy = copied(here, u"copy"_s);
        label(copy, u"ada"_s, 0, u"missing_file"_s);
        QCOMPARE(merge(here, {copy}), QStringList({u"labels 1"_s}));
        QCOMPARE(printedStudy(here), printedStudy(copy));
        label(here, u"ada"_s, 1, u"missing_file"_s);
        QCOMPARE(merge(here, {copy}), QStringList({QString()}));
        QCOMPARE(hashes(here, u"ada"_s).size(), 5);
        QCOMPARE(merge(copy, {here}), QStringList({u"labels 1"_s}));
        QCOMPARE(hashes(here, u"ada"_s), hashes(copy, u"ada"_s));
        QCOMPARE(findingsOf(here), QStringList());
    }

    void copiesThatWentApartAreRefused()
    {
        const auto here = labelled(u"here"_s);
        const auto copy = copied(here, u"copy"_s);
        label(copy, u"ada"_s, 0, u"missing_file"_s);
        label(copy, u"bob"_s, 0, u"missing_file"_s);
        label(here, u"ada"_s, 0, u"schema_format_error"_s);
        const auto before = hashes(here, u"ada"_s);
        auto lines = merge(here, {copy});
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[0], u"labels 1"_s);
        QVERIFY2(lines[1].startsWith(u"The labels of \"ada\" were left out from there on: Event 4 of \"ada\" ("),
            qPrintable(lines[1]));
        QCOMPARE(hashes(here, u"ada"_s), before);
        QCOMPARE(findingsOf(here), QStringList());
        QCOMPARE(merge(here, {copy}).size(), 2);
    }

    void importedLabelsAreTheSameEverywhere()
    {
        const auto other = labelled(u"other"_s);
        const auto here = labelled(u"here"_s);
        QCOMPARE(merge(here, {other}), QStringList({u"labels 6"_s}));
        QCOMPARE(raw(here, u"SELECT count(*) FROM label_event WHERE action = 'imported'"_s), QStringList({u"1"_s}));
        QCOMPARE(findingsOf(here), QStringList());
        QCOMPARE(merge(here, {other}), QStringList({QString()}));
    }

    /// What follows an imported label that is here already cannot stand in its chain.
    void whatFollowsAKnownLabelGoesToTheEnd()
    {
        const auto here = labelled(u"here"_s);
        const auto other = labelled(u"other"_s);
        label(other, judgeName, 0, u"missing_file"_s);
        label(other, judgeName, 1, u"missing_file"_s);
        QCOMPARE(merge(here, {other}), QStringList({u"labels 8"_s}));
        QCOMPARE(hashes(here, judgeName).size(), 3);
        QCOMPARE(findingsOf(here), QStringList());
        QCOMPARE(merge(here, {other}), QStringList({QString()}));
        const auto third = labelled(u"third"_s);
        QVERIFY(mergeStores(third, {here, other}, {}));
        QCOMPARE(raw(third, u"SELECT count(*) FROM label_event"_s), QStringList({u"21"_s}));
        QCOMPARE(findingsOf(third), QStringList());
    }

    void brokenChainsAreLeftOut()
    {
        const auto other = labelled(u"other"_s);
        raw(other, u"DROP TRIGGER label_event_deleted"_s);
        raw(other, u"DELETE FROM label_event WHERE annotator = 'ada' AND number = 2"_s);
        restoreTrigger(other);
        const auto here = empty(u"here"_s);
        const auto lines = merge(here, {other});
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[0], u"labels 4, samples 1, codebooks 1"_s);
        QVERIFY2(
            lines[1].startsWith(u"The labels of \"ada\" were left out: Event 2 of ada (stream"), qPrintable(lines[1]));
        QCOMPARE(findingsOf(here), QStringList());
    }

    void otherCodebooksOfOneVersionStayApart()
    {
        const auto here = labelled(u"here"_s);
        const auto other = empty(u"other"_s);
        writeInto(other, [](Connection &connection) {
            Code code;
            code.name = u"another_fault"_s;
            return writeCodebook(
                connection, withCode(studyCodebook(), code, {.name = u"Bob"_s, .reason = {}, .time = {}}).value());
        });
        QCOMPARE(merge(here, {other}),
            QStringList({QString(),
                u"Version 2 of the codebook \"constraint-decay\" has other content there; this study's stays, and "
                u"labels "
                "may carry codes that it does not have."_s}));
    }

    void longStreamsComeInPieces()
    {
        const auto other = empty(u"other"_s);
        auto connection = Connection::open(other, OpenMode::ReadWrite).value();
        std::vector<LabelEvent> events;
        for (int i = 0; i < 1001; ++i)
            events.push_back(makeLabelEvent(u"ada"_s, {u"s"_s, i % 7, 0}, Opened()));
        QVERIFY(appendLabelEvents(connection, events));
        const auto here = empty(u"here"_s);
        QCOMPARE(merge(here, {other}), QStringList({u"labels 1001"_s}));
        QCOMPARE(findingsOf(here), QStringList());
    }

private:
    QString empty(const QString &name) const { return studyOf(*m_folder, name, {}); }

    QString labelled(const QString &name) const
    {
        const auto store = empty(name);
        auto connection = Connection::open(store, OpenMode::ReadWrite).value();
        if (!writeSomeLabels(connection))
            qFatal("no labels");
        return store;
    }

    QString copied(const QString &store, const QString &name) const
    {
        const auto copy = m_folder->filePath(name + u".decayscope"_s);
        raw(store, u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
        if (!QFile::copy(store, copy))
            qFatal("cannot copy");
        return copy;
    }

    static void label(const QString &store, const QString &annotator, int item, const QString &code)
    {
        auto connection = Connection::open(store, OpenMode::ReadWrite).value();
        std::vector events{makeLabelEvent(annotator, {aFrozenSample().id, item, 0}, Committed{aStudyLabel(code)})};
        if (!appendLabelEvents(connection, events))
            qFatal("no label");
    }

    static QStringList hashes(const QString &store, const QString &annotator)
    {
        return raw(store,
            u"SELECT hex(hash) FROM label_event WHERE annotator = '%1' ORDER BY stream, number"_s.arg(annotator));
    }

    static void restoreTrigger(const QString &store)
    {
        raw(store,
            u"CREATE TRIGGER label_event_deleted BEFORE DELETE ON label_event BEGIN\n    SELECT raise(ABORT, 'label "
            "events are never deleted');\nEND"_s);
    }

    static QStringList merge(const QString &here, const QStringList &others)
    {
        return printed(mergeStores(here, others, {}));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestLabelMerging)
#include "tst_labelmerging.moc"
