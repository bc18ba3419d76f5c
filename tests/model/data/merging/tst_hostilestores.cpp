// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "abundle.h"
#include "rawstore.h"
#include "somelabels.h"
#include "studyinwords.h"

#include <store/compression.h>

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;

namespace {

constexpr int mutations = 60;

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write");
}

} // namespace

/// Studies from elsewhere may hold anything.
class TestHostileStores : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void programsInsideAreRefused_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("view") << u"CREATE VIEW trap AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) "
                                 "SELECT * FROM n"_s;
        QTest::newRow("trigger") << u"CREATE TRIGGER trap AFTER INSERT ON run BEGIN DELETE FROM run; END"_s;
        QTest::newRow("index") << u"CREATE INDEX trap ON run (abs(trial))"_s;
        QTest::newRow("table") << u"CREATE TABLE trap (a TEXT)"_s;
        QTest::newRow("column") << u"ALTER TABLE run ADD COLUMN trap TEXT GENERATED ALWAYS AS (date || date)"_s;
        QTest::newRow("missing table") << u"DROP TABLE saved_filter"_s;
        QTest::newRow("missing trigger") << u"DROP TRIGGER label_event_changed"_s;
    }

    void programsInsideAreRefused()
    {
        QFETCH(QString, sql);
        const auto other = hostile(sql);
        QCOMPARE(merge({other}),
            QStringList({u"refused: \"other.decayscope\" is refused: its tables are not those of a study. Import the "
                         "results it was made from instead."_s}));
    }

    void programsOfReservedNamesAreRefused_data()
    {
        QTest::addColumn<QString>("row");
        QTest::newRow("view") << u"'view', 'sqlite_trap', 'sqlite_trap', 0, 'CREATE VIEW sqlite_trap AS SELECT 1'"_s;
        QTest::newRow("trigger") << u"'trigger', 'sqlite_trap', 'run', 0, 'CREATE TRIGGER sqlite_trap AFTER INSERT ON "
                                    "run BEGIN DELETE FROM run; END'"_s;
        QTest::newRow("virtual table") << u"'table', 'sqlite_stat4', 'sqlite_stat4', 0, 'CREATE VIRTUAL TABLE "
                                          "sqlite_stat4 USING fts5(a)'"_s;
    }

    void programsOfReservedNamesAreRefused()
    {
        QFETCH(QString, row);
        const auto other = hostile(u"PRAGMA user_version"_s);
        {
            auto connection = Connection::open(other, OpenMode::ReadWrite).value();
            QVERIFY(connection.execute(u"PRAGMA writable_schema = ON"_s));
            QVERIFY(connection.execute(u"INSERT INTO sqlite_schema VALUES (%1)"_s.arg(row)));
        }
        const auto lines = merge({other});
        QVERIFY2(lines.front().contains(u"its tables are not those of a study"), qPrintable(lines.join(u'\n')));
    }

    void anAnalyzedStudyIsAStudy() { QCOMPARE(merge({hostile(u"ANALYZE"_s)}), QStringList({u"added 3"_s})); }

    /// One run is spoiled, the other one comes.
    void spoiledRunsAreLeftOut_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("reason");
        const auto name = u"It has a name that no run of a study has."_s;
        const auto requests = u"Its requests have counts that no report has."_s;
        const auto counts = u"Its counts differ from its requests, turns or warnings."_s;
        const auto verdicts = u"Its verdicts differ from what it says itself."_s;
        const auto files = u"Its files have names or parts that no run of a study has."_s;
        const auto unpacked = u"A stored text cannot be unpacked."_s;
        const auto number = u"It has a number that no run of a study has."_s;
        const auto of1 = u" WHERE version = 1"_s;
        const auto ofEvents = u" WHERE id = (SELECT text FROM document WHERE version = 1 AND kind = 6)"_s;
        QTest::newRow("date with a separator") << u"UPDATE run SET date = 'a' || char(31) WHERE id = 1"_s << name;
        QTest::newRow("date that climbs") << u"UPDATE run SET date = '../../x' WHERE id = 1"_s << name;
        QTest::newRow("no date") << u"UPDATE run SET date = '' WHERE id = 1"_s << name;
        QTest::newRow("trial") << u"UPDATE run SET trial = -3 WHERE id = 1"_s << number;
        QTest::newRow("ending") << u"UPDATE run_version SET termination = 77 WHERE id = 1"_s << number;
        QTest::newRow("size") << u"UPDATE run_version SET bytes = -1 WHERE id = 1"_s << number;
        QTest::newRow("hash") << u"UPDATE run_version SET hash = x'' WHERE id = 1"_s
                              << u"It does not say what its content is."_s;
        QTest::newRow("counts") << u"UPDATE run_version SET passed = 9 WHERE id = 1"_s << counts;
        QTest::newRow("negative request") << u"UPDATE request SET total = -1"_s + of1 << requests;
        QTest::newRow("great request") << u"UPDATE request SET passed = 2000000000"_s + of1 << requests;
        QTest::newRow("warnings") << u"UPDATE run_version SET warnings = 5 WHERE id = 1"_s << counts;
        QTest::newRow("verdict turned") << u"UPDATE verdict SET compliant = 1 - compliant"_s + of1 << verdicts;
        QTest::newRow("unknown constraint") << u"UPDATE verdict SET \"constraint\" = 200"_s + of1 << verdicts;
        QTest::newRow("constraint of others") << u"UPDATE verdict SET \"constraint\" = 2"_s + of1 << verdicts;
        QTest::newRow("no verdict") << u"DELETE FROM verdict"_s + of1 << verdicts;
        QTest::newRow("document kind") << u"UPDATE document SET kind = 99"_s + of1 << files;
        QTest::newRow("document path") << u"UPDATE document SET path = '../../.bashrc' WHERE version = 1 AND kind = 0"_s
                                       << files;
        QTest::newRow("absolute path") << u"UPDATE document SET path = '/etc/passwd' WHERE version = 1 AND kind = 0"_s
                                       << files;
        QTest::newRow("garbage text") << u"UPDATE text SET data = x'00112233'"_s + ofEvents
                                      << u"\"session\" is not what was stored: its hash differs."_s;
        QTest::newRow("text of another size") << u"UPDATE text SET size = size + 1"_s + ofEvents << unpacked;
        QTest::newRow("huge text") << u"UPDATE text SET size = 4000000000000"_s + ofEvents
                                   << u"It is larger than any run of a study."_s;
        QTest::newRow("endless text") << u"UPDATE text SET size = 9223372036854775807"_s
                                      << u"The store \"other.decayscope\" cannot"_s;
        QTest::newRow("garbage turns") << u"UPDATE turn_list SET turns = x'0102'"_s + of1 << unpacked;
        QTest::newRow("turns of others")
            << u"UPDATE turn_list SET turns = (SELECT turns FROM turn_list WHERE version = 3)"_s + of1
            << u"Its turns do not lie in its trajectory."_s;
        QTest::newRow("garbage parts") << u"UPDATE document SET parts = x'28b52ffd' WHERE version = 1 AND kind = 6"_s
                                       << unpacked;
    }

    void spoiledRunsAreLeftOut()
    {
        QFETCH(QString, sql);
        QFETCH(QString, reason);
        const auto other = hostile(sql);
        const auto lines = merge({other});
        QVERIFY2(lines.size() >= 2, qPrintable(lines.join(u'\n')));
        const bool isOfAll = sql.startsWith(u"UPDATE text SET size = 92");
        QCOMPARE(lines[0].startsWith(u"added 2"), !isOfAll);
        QVERIFY2(isOfAll || lines[1].contains(reason), qPrintable(lines.join(u'\n')));
        QCOMPARE(findingsOf(here()), QStringList());
    }

    void otherConstraintsOfATaskAreRefused()
    {
        const auto other = hostile(u"UPDATE task SET constraints = 3 WHERE id = 2"_s);
        std::ignore = studyOf(*m_folder, u"here"_s, {aBundle().trial(9).bundle()});
        const auto lines = merge({other});
        QCOMPARE(lines.size(), 2);
        QVERIFY2(lines[1].contains(u"Its task has other constraints here than there."), qPrintable(lines[1]));
    }

    void lengthsAreLimited_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("what");
        const auto text = u" printf('%.*c', 20000000, 'x')"_s;
        QTest::newRow("url") << u"UPDATE endpoint SET url ="_s + text << u"name of a request"_s;
        QTest::newRow("filter") << u"INSERT INTO saved_filter SELECT %1, 0, '{}'"_s.arg(text)
                                << u"name of a saved filter"_s;
        QTest::newRow("time") << u"UPDATE import SET started ="_s + text << u"time of an import"_s;
    }

    void lengthsAreLimited()
    {
        QFETCH(QString, sql);
        QFETCH(QString, what);
        QCOMPARE(merge({hostile(sql)}),
            QStringList({u"refused: \"other.decayscope\" is refused: it holds a %1 of 20000000 bytes, more than any "
                         "study has."_s.arg(what)}));
    }

    /// A small frame may stand for gigabytes.
    void bombsAreNotUnpacked()
    {
        const auto bomb = compressed(QByteArray(1 << 26, '\0'));
        QVERIFY(bomb.size() < 10'000);
        const auto other
            = hostile(u"UPDATE turn_list SET turns = x'%1' WHERE version = 1"_s.arg(QString::fromLatin1(bomb.toHex())));
        const auto lines = merge({other});
        QCOMPARE(lines.size(), 2);
        QVERIFY2(lines[1].contains(u"It is larger than any run of a study."), qPrintable(lines[1]));
    }

    void spoiledSettingsAreLeftOut()
    {
        const auto other = hostile(
            u"INSERT INTO style VALUES ('a', 'b', 'c', -5, 0, 0), ('a', 'c', 'c', 1, 9, 0), ('a', 'd', 'd', 1, 1, 0)"_s);
        const auto noFilter = u"A saved filter was left out: no filter has a name like its."_s;
        raw(other, u"INSERT INTO task_definition VALUES ('uv', '../../up', '', '', '{}', NULL)"_s);
        raw(other, u"INSERT INTO saved_filter VALUES ('odd', 0, '[[[[['), ('a' || char(27), 1, '{}'), ('', 2, '{}')"_s);
        raw(other, u"INSERT INTO label_sample (id, content) VALUES ('s', '{')"_s);
        raw(other, u"INSERT INTO codebook VALUES ('c', 1, 'nothing')"_s);
        raw(other,
            u"INSERT INTO label_event (id, stream, number, annotator, sample, item, action, hash, event) "
            "VALUES ('i', 's', 1, 'a', '', 0, 'opened', x'00', '{}')"_s);
        QCOMPARE(merge({other}),
            QStringList(
                {u"added 3"_s, u"A task file was left out: no task has a name like its."_s, noFilter, noFilter}));
        QCOMPARE(raw(here(), u"SELECT model FROM style"_s), QStringList({u"d"_s}));
        QCOMPARE(findingsOf(here()), QStringList());
    }

    /// Any bytes anywhere: a refusal, runs left out or all of it, and a sound store.
    void anyBytesAnywhere()
    {
        const auto other = hostile(u"PRAGMA user_version"_s);
        auto connection = Connection::open(other, OpenMode::ReadWrite).value();
        QVERIFY(writeSomeLabels(connection));
        QVERIFY(connection.execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s));
        const auto whole = bytesOf(other);
        QRandomGenerator chance(20261123);
        const auto path = m_folder->filePath(u"mutant.decayscope"_s);
        int refused = 0;
        for (int mutation = 0; mutation < mutations; ++mutation) {
            auto bytes = whole;
            for (int i = chance.bounded(1, 12); i > 0; --i)
                bytes[chance.bounded(static_cast<int>(bytes.size()))] = static_cast<char>(chance.bounded(256));
            if (chance.bounded(8) == 0)
                bytes.truncate(chance.bounded(static_cast<int>(bytes.size())));
            write(path, bytes);
            const auto merged = mergeStores(here(), {path}, {});
            QVERIFY2(merged, qPrintable(merged ? QString() : merged.error().message));
            refused += merged->front() ? 0 : 1;
        }
        qInfo("%d of %d refused as a whole", refused, mutations);
        QCOMPARE(findingsOf(here()), QStringList());
        QVERIFY(refused < mutations);
    }

private:
    /// A study of three runs, changed past the store.
    QString hostile(const QString &sql) const
    {
        const auto constrained = [](int trial) {
            return aBundle()
                .on("flask", {Constraint::Postgres})
                .trial(trial)
                .passing(7, 10)
                .saying({u"run %1"_s.arg(trial), u"done"_s})
                .violating("a.py", 3)
                .bundle();
        };
        const auto longer = aBundle().trial(2).saying(QStringList(9, u"a longer turn than the others"_s)).bundle();
        auto other = studyOf(*m_folder, u"other"_s, {constrained(0), constrained(1), longer});
        raw(other, u"PRAGMA writable_schema = ON"_s);
        raw(other, sql);
        return other;
    }

    QString here() const { return m_folder->filePath(u"here.decayscope"_s); }
    QStringList merge(const QStringList &others) const { return printed(mergeStores(here(), others, {})); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestHostileStores)
#include "tst_hostilestores.moc"
