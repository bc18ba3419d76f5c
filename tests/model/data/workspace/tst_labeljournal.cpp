// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labelsample.h"
#include "resultsfolder.h"

#include <store/connection.h>
#include <store/labelstore.h>
#include <workspace/labeljournal.h>
#include <workspace/workspace.h>

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Decayscope;
using namespace Qt::StringLiterals;
using Test::aJournalLabel;
using Test::aTrialSample;

namespace {

constexpr int patience = 120'000;

const auto ada = u"ada"_s;

template <typename T>
bool waitFor(const QFuture<T> &future)
{
    return QTest::qWaitFor([&] { return future.isFinished(); }, patience);
}

/// The sentence of a failure, or "stored".
QString outcome(QFuture<Result<>> future)
{
    if (!waitFor(future))
        return u"never ended"_s;
    return future.result() ? u"stored"_s : future.result().error().message;
}

QString printed(const ItemState &state)
{
    QStringList parts{state.draft.code, state.draft.memo};
    if (state.committed)
        parts.append(u"committed "_s + state.committed->code + (state.committed->blind ? u" blind"_s : u" seen"_s));
    if (state.isFlagged)
        parts.append(u"flagged"_s);
    parts.removeAll(QString());
    return parts.join(u"; ");
}

QStringList printed(const std::vector<LabelRow> &rows)
{
    QStringList lines;
    for (const auto &row : rows)
        lines.append(u"%1 %2 %3%4"_s.arg(row.annotator)
                .arg(row.target.trial)
                .arg(row.label.code, row.run ? u" attached"_s : QString()));
    return lines;
}

} // namespace

class TestLabelJournal : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = m_folder->filePath(u"study.decayscope"_s);
        open();
        m_sample = aTrialSample(4);
        QCOMPARE(outcome(journal().freeze(m_sample)), u"stored"_s);
        QVERIFY(QTest::qWaitFor([&] { return journal().book()->sample(m_sample.id); }, patience));
    }

    void cleanup() { m_workspace.reset(); }

    void showsAtOnceAndSurvivesARestart()
    {
        const QSignalSpy changed(&journal(), &LabelJournal::changed);
        auto chosen = journal().record(ada, at(0), Chosen{u"other"_s});
        QCOMPARE(printed(journal().state(ada, at(0))), u"other"_s);
        QCOMPARE(changed.size(), 1);
        journal().record(ada, at(0), Noted{u"half made"_s});
        journal().record(ada, at(1), Committed{aJournalLabel(u"schema_format_error"_s)});
        journal().record(ada, at(1), Flagged{true});
        QCOMPARE(printed(journal().book()->rows), QStringList({u"ada 1 schema_format_error"_s}));
        open();
        QCOMPARE(printed(journal().state(ada, at(0))), u"other; half made"_s);
        QVERIFY(journal().state(ada, at(0)).isHalfMade());
        QCOMPARE(printed(journal().state(ada, at(1))),
            u"schema_format_error; committed schema_format_error blind; flagged"_s);
        QCOMPARE(journal().book()->rows.front().label.version, 1);
        QCOMPARE(journal().states(ada, m_sample.id).size(), 2U);
        QVERIFY(chosen.isFinished());
    }

    void undoGoesOnAfterARestart()
    {
        journal().record(ada, at(0), Chosen{u"other"_s});
        journal().record(ada, at(0), Noted{u"why"_s});
        journal().record(ada, at(0), Committed{aJournalLabel(u"schema_format_error"_s)});
        QCOMPARE(journal().undo(ada, m_sample.id), at(0));
        QCOMPARE(printed(journal().state(ada, at(0))), u"other; why"_s);
        open();
        QCOMPARE(journal().undo(ada, m_sample.id), at(0));
        QCOMPARE(printed(journal().state(ada, at(0))), u"other"_s);
        QCOMPARE(journal().undo(ada, m_sample.id), at(0));
        QCOMPARE(printed(journal().state(ada, at(0))), QString());
        QCOMPARE(journal().undo(ada, m_sample.id), std::nullopt);
        QCOMPARE(journal().redo(ada, m_sample.id), at(0));
        open();
        QCOMPARE(journal().redo(ada, m_sample.id), at(0));
        QCOMPARE(printed(journal().state(ada, at(0))), u"other; why"_s);
        QCOMPARE(journal().redo(ada, m_sample.id), at(0));
        QVERIFY(journal().state(ada, at(0)).committed);
        QCOMPARE(journal().redo(ada, m_sample.id), std::nullopt);
    }

    void refusesWhatTheCodebookForbids()
    {
        auto unknown = aJournalLabel(u"other"_s);
        unknown.memo = u"why"_s;
        unknown.codebook = u"mine"_s;
        QCOMPARE(
            QStringList({outcome(journal().record(ada, at(0), Committed{aJournalLabel(u"logic_error"_s)})),
                outcome(journal().record(ada, at(0), Committed{aJournalLabel(u"other"_s)})),
                outcome(journal().record(ada, at(0), Committed{unknown})),
                outcome(journal().record(ada, at(9), Opened{})),
                outcome(journal().record(ada, {u"x"_s, 0, 0}, Opened{})),
                outcome(journal().record({}, at(0), Opened{})),
                outcome(journal().record(adjudicatedName, at(0), Opened{})),
                outcome(journal().record(ada, at(0), Undone{u"x"_s})),
                outcome(journal().record(ada, at(0), Imported{})), outcome(journal().record(ada, at(0), Rated{7}))}),
            QStringList(
                {u"Choose which kind of \"Logic error\" it is."_s, u"\"Other\" asks for a memo: write down why."_s,
                    u"The codebook \"mine\", version 0, is not in this study."_s,
                    u"There is no such item in the samples of this study."_s,
                    u"There is no such item in the samples of this study."_s,
                    u"Say who labels: an annotator's name is one line of at most 200 characters."_s,
                    u"\"adjudicated\" stands for what adjudication decided. Choose another annotator's name."_s,
                    u"There is no such event of this annotator and item to go back to."_s,
                    u"Labels of files are merged, not recorded."_s,
                    u"\"confidence\" of the label event: data is no whole number in its range."_s}));
        QCOMPARE(journal().book()->log->events().size(), 0U);
    }

    void onlyWhatWasNotShownIsBlind()
    {
        const auto label = Committed{aJournalLabel(u"schema_format_error"_s)};
        journal().record(ada, at(0), label);
        journal().record(ada, at(1), Revealed{u"judge"_s});
        journal().record(ada, at(1), label);
        journal().record(ada, at(0), Revealed{u"others"_s});
        journal().record(ada, {m_sample.id, 0, 1}, label);
        auto seen = label;
        seen.label.blind = false;
        QCOMPARE(outcome(journal().record(ada, at(2), seen)), u"stored"_s);
        QStringList blind;
        for (const auto &row : journal().book()->rows)
            blind.append(u"%1.%2 %3"_s.arg(row.item.item).arg(row.item.occurrence).arg(row.label.blind));
        QCOMPARE(blind, QStringList({u"0.0 1"_s, u"0.1 0"_s, u"1.0 0"_s, u"2.0 0"_s}));
        const auto open = aTrialSample(2, false);
        QCOMPARE(outcome(journal().freeze(open)), u"stored"_s);
        QVERIFY(QTest::qWaitFor([&] { return journal().book()->sample(open.id); }, patience));
        journal().record(ada, {open.id, 0, 0}, label);
        QCOMPARE(printed(journal().state(ada, {open.id, 0, 0})),
            u"schema_format_error; committed schema_format_error seen"_s);
    }

    void whatCannotBeWrittenIsTakenBack()
    {
        QCOMPARE(outcome(journal().record(ada, at(0), Chosen{u"other"_s})), u"stored"_s);
        {
            auto connection = Connection::open(m_store, OpenMode::ReadWrite);
            QVERIFY(connection->execute(
                u"CREATE TRIGGER full BEFORE INSERT ON label_event BEGIN SELECT raise(ABORT, 'no room'); END"_s));
        }
        QSignalSpy failed(&journal(), &LabelJournal::failed);
        int changes = 0;
        connect(&journal(), &LabelJournal::changed, this, [&] { ++changes; });
        auto future = journal().record(ada, at(0), Committed{aJournalLabel(u"schema_format_error"_s)});
        QVERIFY(journal().state(ada, at(0)).committed);
        QCOMPARE(journal().book()->rows.size(), 1U);
        QVERIFY(outcome(future) != u"stored"_s);
        QVERIFY(QTest::qWaitFor([&] { return failed.size() == 1; }, patience));
        QCOMPARE(printed(journal().state(ada, at(0))), u"other"_s);
        QCOMPARE(changes, 2);
        QCOMPARE(failed.size(), 1);
        QVERIFY2(failed.front().front().toString().contains(u"no room"), qPrintable(failed.front().front().toString()));
        QCOMPARE(journal().book()->rows.size(), 0U);
    }

    void twoWindowsLabelSideBySide()
    {
        auto second = Workspace::open(m_store, OpenMode::ReadWrite, {});
        QVERIFY(second);
        auto &other = (*second)->labels();
        std::vector<QFuture<Result<>>> writes;
        for (int round = 0; round < 20; ++round) {
            writes.push_back(journal().record(ada, at(round % 4), Noted{u"one "_s + QString::number(round)}));
            writes.push_back(other.record(ada, at(round % 4), Flagged{round % 2 == 0}));
            writes.push_back(other.record(u"bob"_s, at(round % 4), Noted{u"other "_s + QString::number(round)}));
        }
        for (const auto &write : writes)
            QCOMPARE(outcome(write), u"stored"_s);
        const auto sees = [](LabelJournal &who, std::size_t count) {
            return QTest::qWaitFor(
                [&] {
                    const auto book = who.book();
                    return book->log->events().size() == count
                        && std::ranges::none_of(
                            book->log->events(), [](const auto &event) { return event.number == 0; });
                },
                patience);
        };
        QVERIFY(sees(journal(), 60) && sees(other, 60));
        for (int item = 0; item < 4; ++item) {
            for (const auto &who : {ada, u"bob"_s})
                QCOMPARE(printed(journal().state(who, at(item))), printed(other.state(who, at(item))));
        }
        QCOMPARE(printed(journal().state(u"bob"_s, at(3))), u"other 19"_s);
        QCOMPARE(printed(journal().state(ada, at(0))), u"one 16; flagged"_s);
        QCOMPARE(chainProblems(journal().book()->log->events()), QStringList());
        second->reset();
        QCOMPARE(checkStore(m_store, {})->findings, QStringList());
    }

    void labelsAttachWhenTheirRunsArrive()
    {
        QCOMPARE(
            outcome(journal().record(ada, at(0), Committed{aJournalLabel(u"schema_format_error"_s)})), u"stored"_s);
        QCOMPARE(printed(journal().book()->rows), QStringList({u"ada 0 schema_format_error"_s}));
        const auto tree = m_folder->filePath(u"results"_s);
        QVERIFY(Test::writeRun(tree, {}));
        QSignalSpy changed(&journal(), &LabelJournal::changed);
        QVERIFY(waitFor(m_workspace->importPaths({tree})));
        QVERIFY(QTest::qWaitFor([&] { return !changed.isEmpty(); }, patience));
        QCOMPARE(printed(journal().book()->rows), QStringList({u"ada 0 schema_format_error attached"_s}));
    }

    void mergingAgainChangesNothing()
    {
        auto label = makeLabelEvent(judgeName, {}, Imported{aJournalLabel(u"other"_s), u"file.csv"_s, 0});
        label.target = m_sample.items[2].target;
        Code code;
        code.name = u"new"_s;
        const auto version = withCode(studyCodebook(), code, {}).value();
        for (int time = 0; time < 2; ++time)
            QCOMPARE(outcome(journal().merge({label}, {m_sample, aTrialSample(2)}, {version})), u"stored"_s);
        QVERIFY(QTest::qWaitFor([&] { return journal().book()->samples.size() == 2; }, patience));
        QCOMPARE(printed(journal().book()->rows), QStringList({u"judge 2 other"_s}));
        QCOMPARE(journal().book()->codebook(studyCodebook().id)->version, 2);
        auto other = version;
        other.title = u"other"_s;
        QVERIFY(outcome(journal().save(other)).contains(u"stored with another content"));
        auto forged = label;
        std::get<Imported>(forged.action).label.code = u"stuck_in_loop"_s;
        QVERIFY(outcome(journal().merge({forged}, {}, {})).contains(u"stored with another content"));
    }

    void adjudicatesOutsideOfSamples()
    {
        const auto target = m_sample.items[2].target;
        auto decided = aJournalLabel(u"schema_format_error"_s);
        QCOMPARE(outcome(journal().record(u"carol"_s, {}, target, Adjudicated{decided, {}})), u"stored"_s);
        QCOMPARE(printed(journal().book()->rows), QStringList({u"adjudicated 2 schema_format_error"_s}));
        QVERIFY(!journal().book()->rows.front().label.blind);
        QCOMPARE(journal().undo(u"carol"_s, {}), ItemKey());
        QCOMPARE(printed(journal().book()->rows), QStringList());
    }

    /// However a book came about, it is what the events say; and a book that somebody holds stays as it was.
    void booksAreWhatTheEventsSay()
    {
        QRandomGenerator chance(11);
        std::vector<std::pair<std::shared_ptr<const LabelBook>, QStringList>> held;
        for (int step = 0; step < 200; ++step) {
            const auto who = chance.bounded(2) == 0 ? ada : u"bob"_s;
            const ItemKey item{m_sample.id, chance.bounded(4), chance.bounded(2)};
            switch (chance.bounded(6)) {
            case 0:
                journal().undo(who, m_sample.id);
                break;
            case 1:
                journal().redo(who, m_sample.id);
                break;
            case 2:
                journal().record(who, item, Flagged{chance.bounded(2) == 0});
                break;
            case 3:
                journal().record(who, item, Adjudicated{aJournalLabel(u"schema_format_error"_s), {}});
                break;
            default:
                journal().record(who, item,
                    Committed{
                        aJournalLabel(chance.bounded(2) == 0 ? u"schema_format_error"_s : u"premature_termination"_s)});
            }
            if (chance.bounded(3) == 0)
                QCoreApplication::processEvents();
            const auto book = journal().book();
            QCOMPARE(book->rows, labelRows(*book->log, book->samples, {}));
            if (chance.bounded(5) == 0)
                held.emplace_back(book, everything(*book));
        }
        for (const auto &[book, before] : held)
            QCOMPARE(everything(*book), before);
    }

    void aReadOnlyStudyIsOnlyRead()
    {
        QCOMPARE(outcome(journal().record(ada, at(0), Chosen{u"other"_s})), u"stored"_s);
        auto reading = Workspace::open(m_store, OpenMode::ReadOnly, {});
        QVERIFY(reading);
        auto &labels = (*reading)->labels();
        QCOMPARE(printed(labels.state(ada, at(0))), u"other"_s);
        QVERIFY(outcome(labels.record(ada, at(0), Cleared{})).contains(u"is read-only"));
        QVERIFY(outcome(labels.freeze(aTrialSample(2))).contains(u"is read-only"));
        QCOMPARE(labels.undo(ada, m_sample.id), std::nullopt);
        QCOMPARE(printed(labels.state(ada, at(0))), u"other"_s);
    }

private:
    static QStringList everything(const LabelBook &book)
    {
        auto lines = printed(book.rows);
        lines.append(QString::number(book.log->events().size()));
        for (const auto &event : book.log->events())
            lines.append(event.id + (book.log->isUndone(event.id) ? u" undone"_s : QString()));
        return lines;
    }

    void open()
    {
        m_workspace.reset();
        auto opened = Workspace::open(m_store, OpenMode::CreateOrReadWrite, Test::namingVerifier());
        QVERIFY(opened);
        m_workspace = std::move(*opened);
    }

    LabelJournal &journal() const { return m_workspace->labels(); }
    [[nodiscard]] ItemKey at(int item) const { return {m_sample.id, item, 0}; }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_store;
    std::unique_ptr<Workspace> m_workspace;
    Sample m_sample;
};

QTEST_GUILESS_MAIN(TestLabelJournal)
#include "tst_labeljournal.moc"
