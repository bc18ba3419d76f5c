// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <database/filelock.h>
#include <database/postgresserver.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace Decayscope;
using namespace Qt::StringLiterals;

class TestPostgresPrograms : public QObject
{
    Q_OBJECT

private slots:
    void theNewestIsTaken_data();
    void theNewestIsTaken();
    void locksAreWaitedFor();
    void locksThatCannotBe();
};

void TestPostgresPrograms::theNewestIsTaken_data()
{
    QTest::addColumn<QStringList>("folders");
    QTest::addColumn<QString>("taken");
    QTest::newRow("none") << QStringList() << QString();
    QTest::newRow("Debian") << QStringList{u"/usr/lib/postgresql/9.6/bin"_s, u"/usr/lib/postgresql/16/bin"_s,
        u"/usr/lib/postgresql/17/bin"_s, u"/usr/bin"_s}
                            << u"/usr/lib/postgresql/17/bin"_s;
    QTest::newRow("too old") << QStringList{u"/usr/lib/postgresql/15/bin"_s} << QString();
    QTest::newRow("an old one among newer names") << QStringList{u"/usr/lib/postgresql/1.99/bin"_s,
        u"/usr/lib/postgresql/18/bin"_s} << u"/usr/lib/postgresql/18/bin"_s;
    QTest::newRow("the project's own") << QStringList{u"/usr/pgsql-17/bin"_s, u"/usr/lib/postgresql/16/bin"_s}
                                       << u"/usr/pgsql-17/bin"_s;
    QTest::newRow("among the rest") << QStringList{u"/usr/bin"_s} << u"/usr/bin"_s;
}

void TestPostgresPrograms::theNewestIsTaken()
{
    QFETCH(QStringList, folders);
    QTemporaryDir root;
    for (const auto &folder : std::as_const(folders)) {
        QDir(root.path()).mkpath(folder.mid(1));
        for (const auto *program : {"postgres", "initdb", "psql"}) {
            QFile file(root.path() + folder + u'/' + QLatin1StringView(program));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.setPermissions(QFileDevice::ReadOwner | QFileDevice::ExeOwner);
        }
    }
    QDir(root.path()).mkpath(u"usr/lib/postgresql/19/bin"_s); // Its programs are not there.
    const auto programs = postgresPrograms(root.path());
    QTEST(programs ? programs->mid(root.path().size()) : QString(), "taken");
    if (!programs) {
        QCOMPARE(programs.error().kind, ErrorKind::NotFound);
        QVERIFY(programs.error().message.contains(u"./bootstrap evaluation"));
    }
}

void TestPostgresPrograms::locksAreWaitedFor()
{
    QTemporaryDir folder;
    const auto path = folder.filePath(u"lock"_s);
    std::atomic<bool> isHeld = true;
    auto first = std::make_unique<Result<FileLock>>(FileLock::take(path, FileLock::Kind::Exclusive, {}));
    QVERIFY(*first);
    std::thread other([&] {
        const auto second = FileLock::take(path, FileLock::Kind::Shared, Progress());
        const auto third = FileLock::take(path, FileLock::Kind::Shared, Progress());
        isHeld = !second || !third || isHeld;
    });
    int asked = 0;
    const auto never = FileLock::take(path, FileLock::Kind::Exclusive, Progress([&asked] { return ++asked > 3; }));
    QCOMPARE(never.error().kind, ErrorKind::Cancelled);
    isHeld = false;
    first.reset();
    other.join();
    QVERIFY(!isHeld);
}

void TestPostgresPrograms::locksThatCannotBe()
{
    const auto lock = FileLock::take(u"/nowhere/at/all"_s, FileLock::Kind::Exclusive, {});
    QCOMPARE(lock.error().kind, ErrorKind::Unreadable);
}

QTEST_GUILESS_MAIN(TestPostgresPrograms)
#include "tst_postgresprograms.moc"
