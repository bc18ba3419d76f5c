// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "abundle.h"
#include "rawstore.h"
#include "somelabels.h"

#include <store/importlog.h>
#include <store/runwriter.h>
#include <store/storecheck.h>

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Decayscope;
using Test::aBundle;
using Test::raw;

class TestStoreCheck : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        auto connection = Connection::open(sound(), OpenMode::CreateOrReadWrite);
        QVERIFY(connection);
        const auto import = beginImport(*connection, {});
        RunWriter writer(*connection);
        for (const auto &words : {aBundle(),
                 aBundle()
                     .trial(1)
                     .on("flask", {Constraint::Postgres})
                     .passing(9, 10)
                     .explaining("expected 409 to equal 200")
                     .violating("a.py", 1)
                     .warning("odd")})
            QVERIFY(writer.write(prepareRun(words.bundle(), {}), import.value_or(0)));
        QVERIFY(Test::writeSomeLabels(*connection));
    }

    void findsNothingInASoundStore() { QCOMPARE(findings(sound()), QStringList()); }

    void finds_data()
    {
        QTest::addColumn<QString>("damage");
        QTest::addColumn<QString>("finding");
        const auto row = [](const char *name, const char *damage, const char *finding) {
            QTest::newRow(name) << QString::fromUtf8(damage) << QString::fromUtf8(finding);
        };
        row("text",
            "UPDATE text SET data = (SELECT data FROM text WHERE id = 1), size = (SELECT size FROM text WHERE id = 1) "
            "WHERE id = 2",
            "Text 2 is not what was stored: its hash differs.");
        row("text size", "UPDATE text SET size = size + 1 WHERE id = 1",
            "Text 1 cannot be unpacked: the frame is of another size.");
        row("request", "UPDATE request SET passed = passed - 1 WHERE version = 1",
            "1 runs have assertion counts that differ from those of their requests.");
        row("outcomes", "UPDATE request SET outcomes = 'p' WHERE version = 1",
            "1 requests have outcomes that do not fit their assertions.");
        row("message", "UPDATE request SET outcomes = 'pppppppppp' WHERE version = 2",
            "1 messages of failures belong to no failed assertion.");
        row("turns", "UPDATE run_version SET turns = 3 WHERE id = 1",
            "Run content 1 has a turn count that differs from its turns.");
        row("turn list gone", "DELETE FROM turn_list WHERE version = 2",
            "Run content 2 has a turn count that differs from its turns.");
        row("trajectory gone", "DELETE FROM document WHERE version = 1 AND kind = 6",
            "Run content 1 has turns that lie outside its trajectory.");
        row("warnings", "DELETE FROM warning", "1 runs have a warning count that differs from their warnings.");
        row("verdict", "UPDATE verdict SET compliant = 1", "1 verdicts differ from what their run says.");
        row("verdict gone", "DELETE FROM verdict", "1 runs lack a verdict or have one too many.");
        row("reference", "DELETE FROM task", "A row of the table \"run\" points to nothing.");
        row("newest", "UPDATE run SET version = NULL WHERE id = 1", "1 runs do not show their newest content.");
        row("other's content", "UPDATE run SET version = 2 WHERE id = 1", "1 runs show the content of another run.");
        row("index entry gone",
            "DELETE FROM part_index WHERE rowid = (SELECT part FROM document WHERE version = 1 AND part IS NOT NULL)",
            "1 documents are missing in the full-text index.");
        row("index entry too many", "INSERT INTO part_index (rowid, text) VALUES (5000, 'stray')",
            "1 entries of the full-text index belong to no run.");
        row("index damaged", "DELETE FROM part_index_data WHERE id > 10", "*The file's structure is damaged: *");
        row("stray text", "INSERT INTO text (hash, size, data) SELECT zeroblob(32), size, data FROM text WHERE id = 1",
            "1 texts belong to no run.");
        row("parts", "UPDATE document SET parts = zeroblob(4) WHERE parts IS NOT NULL AND version = 1",
            "The parts of \"session\" do not lie inside it.");
    }

    /// Somebody who takes the store's own guards away first.
    void findsTamperedLabels_data()
    {
        QTest::addColumn<QString>("damage");
        QTest::addColumn<QString>("finding");
        const auto row = [](const char *name, const char *damage, const char *finding) {
            QTest::newRow(name) << QString::fromUtf8(damage) << QString::fromUtf8(finding);
        };
        row("content", "UPDATE label_event SET event = replace(event, 'schema_format_error', 'other') WHERE row = 2",
            "*Event 2 of ada (stream *) is not what was written: its hash differs.*");
        row("content and hash",
            "UPDATE label_event SET event = replace(event, '\"hash\":\"', '\"hash\":\"00') WHERE row = 2",
            "*The label event * cannot be read: *");
        row("unreadable", "UPDATE label_event SET event = 'x' WHERE row = 2",
            "*Event 2 of ada (stream *) is missing.*");
        row("taken out", "DELETE FROM label_event WHERE row = 5", "*Event 2 of bob (stream *) is missing.*");
        row("column", "UPDATE label_event SET annotator = 'eve' WHERE row = 2",
            "*The label event * is listed as another one.*");
        row("sample", "UPDATE label_sample SET content = replace(content, 'gpt-x', 'gpt-y')",
            "*The sample * cannot be used: The sample \"First round\" is not what was frozen: its hash differs.*");
        row("codebook", "UPDATE codebook SET content = '{}'",
            "*The codebook \"constraint-decay\" cannot be used: \"id\" of the codebook is empty.*");
    }

    void findsTamperedLabels()
    {
        QFETCH(QString, damage);
        const QTemporaryDir folder;
        const auto path = folder.filePath(QStringLiteral("tampered"));
        QVERIFY(QFile::copy(sound(), path));
        const auto triggers = raw(path,
            QStringLiteral("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND (name LIKE 'label%' OR name LIKE "
                           "'codebook%')"));
        QCOMPARE(triggers.size(), 6);
        for (const auto &trigger : triggers)
            QCOMPARE(raw(path, QStringLiteral("DROP TRIGGER ") + trigger), QStringList());
        QCOMPARE(findings(path), QStringList());
        QCOMPARE(raw(path, damage), QStringList());
        QFETCH(QString, finding);
        const auto pattern = QRegularExpression::fromWildcard(finding);
        const auto found = findings(path);
        QVERIFY2(!found.filter(pattern).isEmpty(), qPrintable(found.join(u'\n')));
    }

    void finds()
    {
        QFETCH(QString, damage);
        QFETCH(QString, finding);
        const QTemporaryDir folder;
        const auto path = folder.filePath(QStringLiteral("damaged"));
        QVERIFY(QFile::copy(sound(), path));
        QCOMPARE(raw(path, damage), QStringList());
        const auto pattern = QRegularExpression::fromWildcard(
            finding, Qt::CaseSensitive, QRegularExpression::UnanchoredWildcardConversion);
        const auto found = findings(path);
        const bool isFound = finding.contains(u'*') ? !found.filter(pattern).isEmpty() : found.contains(finding);
        QVERIFY2(isFound, qPrintable(found.join(u'\n')));
    }

    void findsTornPages()
    {
        const QTemporaryDir folder;
        const auto path = folder.filePath(QStringLiteral("torn"));
        QVERIFY(QFile::copy(sound(), path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        for (qint64 page = 3; page < file.size() / 4096; page += 4) {
            file.seek(page * 4096);
            file.write(QByteArray(600, '\x5a'));
        }
        file.close();
        const auto answer
            = Connection::open(path, OpenMode::ReadOnly).and_then([](Connection c) { return checkStore(c, {}); });
        QVERIFY(!answer || !answer->findings.isEmpty());
        if (!answer)
            QCOMPARE(answer.error().kind, ErrorKind::Damaged);
    }

    void canBeCancelled()
    {
        auto connection = Connection::open(sound(), OpenMode::ReadOnly);
        QVERIFY(connection);
        const auto answer = checkStore(*connection, Progress([] { return true; }));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, ErrorKind::Cancelled);
    }

private:
    [[nodiscard]] QString sound() const { return m_folder.filePath(QStringLiteral("sound")); }

    static QStringList findings(const QString &path)
    {
        const auto check
            = Connection::open(path, OpenMode::ReadOnly).and_then([](Connection c) { return checkStore(c, {}); });
        return check ? check->findings : QStringList({check.error().message, check.error().evidence});
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestStoreCheck)
#include "tst_storecheck.moc"
