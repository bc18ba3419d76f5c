// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rawstore.h"
#include "somelabels.h"

#include <labels/certificate.h>
#include <store/durably.h>
#include <store/labelstore.h>
#include <store/statement.h>

#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace Decayscope;
using namespace Qt::StringLiterals;
using Test::aFrozenSample;
using Test::aStudyLabel;
using Test::raw;

namespace {

LabelEvent commit(const QString &annotator, int item, const QString &code = u"schema_format_error"_s)
{
    return makeLabelEvent(annotator, {aFrozenSample().id, item, 0}, Committed{aStudyLabel(code)});
}

/// Merges as the journal does: all or nothing.
Result<int> merged(Connection &connection, const std::vector<LabelEvent> &events)
{
    int added = 0;
    return durably(connection, [&] {
        return mergeLabelEvents(connection, events).transform([&](int count) { added = count; });
    }).transform([&] { return added; });
}

QString outcome(const Result<int> &count)
{
    return count ? QString::number(*count) : count.error().message;
}

QStringList printed(const std::vector<LabelEvent> &events)
{
    QStringList lines;
    for (const auto &event : events)
        lines.append(u"%1 %2 %3"_s.arg(event.annotator).arg(event.number).arg(labelActionName(event.action)));
    return lines;
}

} // namespace

class TestLabelStore : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void eventsAreNumberedAndChained()
    {
        auto store = opened(u"store"_s);
        std::vector<LabelEvent> first{commit(u"ada"_s, 0), commit(u"bob"_s, 0), commit(u"ada"_s, 1)};
        QVERIFY(appendLabelEvents(store, first));
        std::vector<LabelEvent> second{commit(u"ada"_s, 2)};
        QVERIFY(appendLabelEvents(store, second));
        const auto stored = readLabelEvents(store);
        QVERIFY(stored);
        QCOMPARE(printed(stored->events),
            QStringList({u"ada 1 committed"_s, u"bob 1 committed"_s, u"ada 2 committed"_s, u"ada 3 committed"_s}));
        QCOMPARE(stored->events[3], second.front());
        QCOMPARE(stored->lastRow, 4);
        QCOMPARE(chainProblems(stored->events), QStringList());
        QCOMPARE(printed(readLabelEvents(store, 3)->events), QStringList({u"ada 3 committed"_s}));
    }

    void theFormerSafetyComesBack()
    {
        auto store = opened(u"store"_s);
        std::vector<LabelEvent> events{commit(u"ada"_s, 0)};
        QVERIFY(appendLabelEvents(store, events));
        QCOMPARE(Statement(store, u"PRAGMA synchronous").number(), 1);
    }

    void nothingIsChangedOrTakenAway_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("answer");
        const auto row = [](const char *sql, const char *answer) {
            QTest::newRow(sql) << QString::fromUtf8(sql) << QString::fromUtf8(answer);
        };
        row("UPDATE label_event SET event = ''", "label events are never changed");
        row("DELETE FROM label_event", "label events are never deleted");
        row("UPDATE label_sample SET content = ''", "samples are never changed");
        row("DELETE FROM label_sample", "samples are never deleted");
        row("UPDATE codebook SET content = ''", "versions of codebooks are never changed");
        row("DELETE FROM codebook", "versions of codebooks are never deleted");
    }

    void nothingIsChangedOrTakenAway()
    {
        QFETCH(QString, sql);
        QFETCH(QString, answer);
        auto store = opened(u"store"_s);
        QVERIFY(Test::writeSomeLabels(store));
        const auto rows = raw(store.path(), sql);
        QVERIFY2(rows.join(u' ').contains(answer), qPrintable(rows.join(u' ')));
    }

    void aShownItemIsNoLongerBlind()
    {
        auto store = opened(u"store"_s);
        const auto sample = aFrozenSample().id;
        std::vector<LabelEvent> events{makeLabelEvent(u"ada"_s, {sample, 0, 0}, Revealed{u"judge"_s}),
            makeLabelEvent(u"ada"_s, {sample, 0, 1}, Committed{aStudyLabel()}), commit(u"ada"_s, 1),
            commit(u"bob"_s, 0)};
        QVERIFY(appendLabelEvents(store, events));
        QStringList blind;
        for (const auto &event : events) {
            if (const auto *committed = std::get_if<Committed>(&event.action))
                blind.append(committed->label.blind ? u"blind"_s : u"seen"_s);
        }
        QCOMPARE(blind, QStringList({u"seen"_s, u"blind"_s, u"blind"_s}));
    }

    void oddCharactersAreStoredAsTheyWillBeRead()
    {
        auto store = opened(u"store"_s);
        std::vector<LabelEvent> events{makeLabelEvent(
            u"ada"_s, {aFrozenSample().id, 0, 0}, Noted{u"a"_s + QChar(0xd800) + QChar(0) + u"b\u2028"_s})};
        QVERIFY(appendLabelEvents(store, events));
        QCOMPARE(readLabelEvents(store)->events, events);
        QCOMPARE(chainProblems(events), QStringList());
        std::vector<LabelEvent> tooLong{
            makeLabelEvent(u"ada"_s, {aFrozenSample().id, 0, 0}, Noted{QString(longestLabelEvent, u'x')})};
        const auto refused = appendLabelEvents(store, tooLong);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::InvalidInput);
        QCOMPARE(readLabelEvents(store)->events.size(), 1U);
    }

    void eventsTravelAsTheyAre()
    {
        auto home = opened(u"home"_s);
        auto away = opened(u"away"_s);
        std::vector<LabelEvent> events{commit(u"ada"_s, 0), commit(u"bob"_s, 0), commit(u"ada"_s, 1)};
        QVERIFY(appendLabelEvents(away, events));
        QCOMPARE(outcome(merged(home, {events.begin(), events.begin() + 2})), u"2"_s);
        QCOMPARE(outcome(merged(home, events)), u"1"_s);
        QCOMPARE(outcome(merged(home, events)), u"0"_s);
        QCOMPARE(readLabelEvents(home)->events, events);
        std::vector<LabelEvent> own{commit(u"ada"_s, 2)};
        QVERIFY(appendLabelEvents(home, own));
        QCOMPARE(own.front().number, 1);
        QVERIFY(own.front().stream != events.front().stream);
    }

    void anotherContentIsRefusedAndNothingIsTaken()
    {
        auto home = opened(u"home"_s);
        auto away = opened(u"away"_s);
        std::vector<LabelEvent> events{commit(u"ada"_s, 0), commit(u"ada"_s, 1)};
        QVERIFY(appendLabelEvents(away, events));
        QCOMPARE(outcome(merged(home, {events.front()})), u"1"_s);
        auto changed = events;
        std::get<Committed>(changed[1].action).label.code = u"other"_s;
        QVERIFY2(outcome(merged(home, changed)).contains(u"is not what was written: its hash differs"),
            qPrintable(outcome(merged(home, changed))));
        changed[0].action = changed[1].action;
        changed[0].hash = labelEventHash(changed[0]);
        const auto other = outcome(merged(home, {commit(u"bob"_s, 0), changed[0]}));
        QVERIFY2(other.startsWith(u"Event 1 of \"ada\" (") && other.contains(u"is stored with another content"),
            qPrintable(other));
        changed[0].id = u"new"_s;
        changed[0].hash = labelEventHash(changed[0]);
        QVERIFY(outcome(merged(home, {changed[0]})).contains(u"is stored with another content"));
        auto fork = events[1];
        fork.previous = QByteArray(32, 'x');
        fork.hash = labelEventHash(fork);
        QVERIFY(outcome(merged(home, {fork})).contains(u"is stored with another content"));
        QCOMPARE(readLabelEvents(home)->events.size(), 1U);
    }

    /// A hash may fit what a program made up although nobody could read it back.
    void whatCannotBeReadBackIsRefused()
    {
        auto home = opened(u"home"_s);
        auto event = makeLabelEvent(u"ada"_s, {aFrozenSample().id, 0, 0}, Rated{7});
        event.stream = u"forged"_s;
        event.number = 1;
        event.hash = labelEventHash(event);
        QVERIFY2(
            outcome(merged(home, {event})).contains(u"its hash differs"), qPrintable(outcome(merged(home, {event}))));
        QCOMPARE(readLabelEvents(home)->events.size(), 0U);
    }

    void importedLabelsCountOnce()
    {
        auto store = opened(u"store"_s);
        auto label = makeLabelEvent(judgeName, {}, Imported{aStudyLabel(), u"file.csv"_s, 0});
        label.target = aFrozenSample().items.front().target;
        QCOMPARE(outcome(merged(store, {label})), u"1"_s);
        auto again = label;
        again.time = u"2027-01-01T00:00:00.000Z"_s;
        again.stream = u"another store's"_s;
        again.number = 17;
        QCOMPARE(outcome(merged(store, {again})), u"0"_s);
        std::get<Imported>(again.action).label.code = u"other"_s;
        QVERIFY(outcome(merged(store, {again})).contains(u"is stored with another content"));
        QCOMPARE(chainProblems(readLabelEvents(store)->events), QStringList());
    }

    void aRestoredBackupGoesOn()
    {
        auto store = opened(u"store"_s);
        std::vector<LabelEvent> events{commit(u"ada"_s, 0), commit(u"ada"_s, 1)};
        QVERIFY(appendLabelEvents(store, events));
        const auto backup = m_folder->filePath(u"backup"_s);
        QVERIFY(store.execute(u"VACUUM INTO '"_s + backup + u'\''));
        std::vector<LabelEvent> later{commit(u"ada"_s, 2)};
        QVERIFY(appendLabelEvents(store, later));
        auto restored = opened(u"backup"_s);
        QCOMPARE(outcome(merged(restored, later)), u"1"_s);
        std::vector<LabelEvent> next{commit(u"ada"_s, 0)};
        QVERIFY(appendLabelEvents(restored, next));
        QCOMPARE(next.front().number, 4);
        QCOMPARE(chainProblems(readLabelEvents(restored)->events), QStringList());
    }

    void samplesAndCodebooksAreKeptOnce()
    {
        auto store = opened(u"store"_s);
        QCOMPARE(readCodebooks(store)->size(), 1U);
        for (int time = 0; time < 2; ++time) {
            QVERIFY(writeSample(store, aFrozenSample()));
            QVERIFY(writeSample(store, aFrozenSample(5)));
            QVERIFY(writeCodebook(store, studyCodebook()));
            QVERIFY(writeCodebook(store, Test::aSecondVersion()));
        }
        QCOMPARE(readSamples(store)->size(), 2U);
        QCOMPARE(readSamples(store)->front(), aFrozenSample());
        QCOMPARE(readCodebooks(store)->back(), Test::aSecondVersion());
        auto changed = aFrozenSample();
        changed.items.pop_back();
        QVERIFY(!writeSample(store, changed));
        auto other = Test::aSecondVersion();
        other.title = u"Other"_s;
        const auto refused = writeCodebook(store, other);
        QVERIFY(!refused);
        QCOMPARE(refused.error().message,
            u"Version 2 of the codebook \"constraint-decay\" is stored with another content. Take the newest version and make the change again."_s);
        other.version = 1;
        QVERIFY(!writeCodebook(store, other));
    }

    void theBookHoldsEverything()
    {
        auto store = opened(u"store"_s);
        QVERIFY(Test::writeSomeLabels(store));
        const auto book = readLabelBook(store);
        QVERIFY(book);
        QCOMPARE(book->rows.size(), 7U);
        QCOMPARE(book->annotators(), QStringList({u"judge"_s, u"ada"_s, u"bob"_s}));
        QCOMPARE(book->samples.size(), 1U);
        QCOMPARE(book->codebook(u"constraint-decay")->version, 2);
        QVERIFY(blindingCertificate(*book, aFrozenSample().id).holds());
    }

    /// Two programs write at once: no number is given twice, and nothing is lost.
    void twoWritersTakeTurns()
    {
        opened(u"store"_s);
        const auto label = [this](int from) {
            auto store = opened(u"store"_s);
            for (int item = 0; item < 25; ++item) {
                std::vector<LabelEvent> events{commit(u"ada"_s, from + item)};
                if (!appendLabelEvents(store, events))
                    return;
            }
        };
        {
            const std::jthread one(label, 0);
            const std::jthread other(label, 100);
        }
        auto store = opened(u"store"_s);
        const auto stored = readLabelEvents(store);
        QCOMPARE(stored->events.size(), 50U);
        QCOMPARE(stored->events.back().number, 50);
        QCOMPARE(chainProblems(stored->events), QStringList());
    }

private:
    Connection opened(const QString &name) const
    {
        auto connection = Connection::open(m_folder->filePath(name), OpenMode::CreateOrReadWrite);
        if (!connection)
            qFatal("%s", qPrintable(connection.error().message));
        return *std::move(connection);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestLabelStore)
#include "tst_labelstore.moc"
