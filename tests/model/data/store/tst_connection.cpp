// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rawstore.h"

#include <store/connection.h>
#include <store/statement.h>
#include <store/transaction.h>

#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

#include <thread>

using namespace Decayscope;
using Test::raw;

namespace {

QString printed(const Result<Connection> &answer)
{
    static const QHash<ErrorKind, QString> kinds{{ErrorKind::NotFound, QStringLiteral("NotFound")},
        {ErrorKind::Unreadable, QStringLiteral("Unreadable")}, {ErrorKind::Damaged, QStringLiteral("Damaged")},
        {ErrorKind::TooNew, QStringLiteral("TooNew")}, {ErrorKind::ReadOnly, QStringLiteral("ReadOnly")},
        {ErrorKind::Busy, QStringLiteral("Busy")}};
    return answer ? QStringLiteral("open") : QString(kinds.value(answer.error().kind) % u": " % answer.error().message);
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

class TestConnection : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void makesAStore()
    {
        QCOMPARE(printed(Connection::open(at("deep/er/new.decayscope"), OpenMode::CreateOrReadWrite)), u"open");
        QCOMPARE(QDir(at("deep/er")).entryList(QDir::Files), QStringList({QStringLiteral("new.decayscope")}));
        QCOMPARE(printed(Connection::open(at("deep/er/new.decayscope"), OpenMode::ReadOnly)), u"open");
        QCOMPARE(raw(at("deep/er/new.decayscope"), QStringLiteral("PRAGMA journal_mode")),
            QStringList({QStringLiteral("wal")}));
    }

    void fillsAnEmptyFile()
    {
        write(at("empty.decayscope"), {});
        QCOMPARE(printed(Connection::open(at("empty.decayscope"), OpenMode::CreateOrReadWrite)), u"open");
    }

    void saysWhyItCannotOpen()
    {
        QVERIFY(Connection::open(at("good"), OpenMode::CreateOrReadWrite));
        QVERIFY(QFile::copy(at("good"), at("newer")));
        raw(at("newer"), QStringLiteral("PRAGMA user_version = 9"));
        raw(at("other"), QStringLiteral("CREATE TABLE t (x)"));
        write(at("text"), "Dear diary, this is not a database but it is long enough to look like a file.");
        write(at("empty"), {});
        write(at("garbled"), QByteArray("SQLite format 3\0", 16) + QByteArray(5000, 'x'));
        QVERIFY(QDir().mkpath(at("folder")));

        QStringList answers;
        for (const char *name : {"missing", "folder", "text", "empty", "garbled", "other", "newer"})
            answers.append(printed(Connection::open(at(name), OpenMode::ReadWrite))
                    .replace(m_folder->path(), QStringLiteral("…")));
        QCOMPARE(answers,
            QStringList(
                {QStringLiteral(
                     "NotFound: There is no study at \"…/missing\". Check the path, or import results to make one."),
                    QStringLiteral("Unreadable: Cannot open \"…/folder\". It is a folder, not a study's file."),
                    QStringLiteral("Damaged: Cannot open \"text\". It is not a Decayscope study."),
                    QStringLiteral("Damaged: Cannot open \"empty\". It is not a Decayscope study."),
                    QStringLiteral("Damaged: Cannot use the study \"garbled\". It is not a Decayscope study, or its "
                                   "first page is damaged."),
                    QStringLiteral("Damaged: Cannot open \"other\". It is a database, but not a Decayscope study."),
                    QStringLiteral("TooNew: Cannot open \"newer\". It was written by a newer Decayscope (schema 9; "
                                   "this one knows 4).")}));
    }

    void neverTakesOverAnotherDatabase()
    {
        raw(at("other"), QStringLiteral("CREATE TABLE t (x)"));
        QCOMPARE(printed(Connection::open(at("other"), OpenMode::CreateOrReadWrite)),
            u"Damaged: Cannot open \"other\". It is a database, but not a Decayscope study.");
        QCOMPARE(
            raw(at("other"), QStringLiteral("SELECT name FROM sqlite_schema")), QStringList({QStringLiteral("t")}));
    }

    void readsWhereItMayNotWrite()
    {
        if (geteuid() == 0)
            QSKIP("Root may write everywhere.");
        QVERIFY(Connection::open(at("store"), OpenMode::CreateOrReadWrite));
        QVERIFY(QFile::setPermissions(at("store"), QFile::ReadOwner));
        QVERIFY(QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::ExeOwner));
        QCOMPARE(printed(Connection::open(at("store"), OpenMode::ReadOnly)), u"open");
        QCOMPARE(printed(Connection::open(at("store"), OpenMode::ReadWrite)),
            u"ReadOnly: Cannot change \"store\". You may read it but not write to it.");
        QVERIFY(QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }

    void doesNotWriteWhenReadOnly()
    {
        QVERIFY(Connection::open(at("store"), OpenMode::CreateOrReadWrite));
        auto connection = Connection::open(at("store"), OpenMode::ReadOnly);
        QVERIFY(connection);
        const auto answer = connection->execute(QStringLiteral("DELETE FROM meta"));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, ErrorKind::ReadOnly);
    }

    void saysWhenSomebodyElseWrites()
    {
        auto first = Connection::open(at("store"), OpenMode::CreateOrReadWrite);
        auto second = Connection::open(at("store"), OpenMode::ReadWrite, {.busyMilliseconds = 50});
        QVERIFY(first && second);
        const auto writing = Transaction::begin(*first);
        QVERIFY(writing);
        const auto waiting = Transaction::begin(*second);
        QVERIFY(!waiting);
        QCOMPARE(waiting.error().kind, ErrorKind::Busy);
        QCOMPARE(waiting.error().message,
            u"Cannot write \"store\". Another program, such as a second Decayscope, is writing to it. Wait until it is "
            u"done "
            "or close it, then try again.");
        QVERIFY(Statement(*second, u"SELECT count(*) FROM meta").number().value_or(0) > 0); // Readers go on.
    }

    void rollsBackUnlessCommitted()
    {
        auto connection = Connection::open(at("store"), OpenMode::CreateOrReadWrite);
        QVERIFY(connection);
        {
            const auto transaction = Transaction::begin(*connection);
            QVERIFY(connection->execute(QStringLiteral("DELETE FROM meta")));
        }
        QVERIFY(Statement(*connection, u"SELECT count(*) FROM meta").number().value_or(0) > 0);
    }

    void noticesOthersChanges()
    {
        auto reader = Connection::open(at("store"), OpenMode::CreateOrReadWrite);
        auto writer = Connection::open(at("store"), OpenMode::ReadWrite);
        QVERIFY(reader && writer);
        const auto before = reader->dataVersion();
        QCOMPARE(reader->dataVersion().value_or(0), before.value_or(1));
        QVERIFY(writer->execute(QStringLiteral("DELETE FROM setting")));
        QVERIFY(writer->execute(QStringLiteral("INSERT INTO setting VALUES ('a', 'b')")));
        QVERIFY(reader->dataVersion().value_or(0) != before.value_or(0));
    }

    void cleansUpItsName()
    {
        const auto before = QSqlDatabase::connectionNames();
        {
            auto connection = Connection::open(at("store"), OpenMode::CreateOrReadWrite);
            QVERIFY(connection);
            auto moved = std::move(*connection);
            QCOMPARE(QSqlDatabase::connectionNames().size(), before.size() + 1);
        }
        QCOMPARE(QSqlDatabase::connectionNames(), before);
        QVERIFY(!QFile::exists(at("store-wal")));
    }

    void isMadeOnceByMany()
    {
        std::atomic<int> opened = 0;
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < 6; ++i)
                threads.emplace_back(
                    [&] { opened += Connection::open(at("store"), OpenMode::CreateOrReadWrite).has_value(); });
        }
        QCOMPARE(opened, 6);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList({QStringLiteral("store")}));
        QCOMPARE(raw(at("store"), QStringLiteral("SELECT count(*) FROM meta")), QStringList({QStringLiteral("3")}));
    }

private:
    [[nodiscard]] QString at(const char *name) const { return m_folder->filePath(QString::fromUtf8(name)); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"
