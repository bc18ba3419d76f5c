// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <database/postgresserver.h>
#include <sandbox/sandboxes.h>

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

const QString promisedAddress = u"postgresql://user:password@postgres:5432/conduit"_s;

/// A run with a database server.
struct Run
{
    std::unique_ptr<RunFolder> folder;
    std::unique_ptr<SandboxSession> session;
    Result<std::unique_ptr<PostgresServer>> server{std::unexpect};

    /// What a command says, trimmed; behind its exit code where that is not 0.
    QString said(const QStringList &command) const
    {
        const auto report = runCommand(*session, {.command = command}, {});
        if (!report)
            return report.error().message;
        const auto text = QString::fromUtf8(report->output).trimmed();
        return report->isSuccess() ? text : u"failed: "_s + text;
    }

    QString sql(const QString &statements, const QString &address = promisedAddress) const
    {
        return said({u"psql"_s, address, u"-v"_s, u"ON_ERROR_STOP=1"_s, u"-Atq"_s, u"-c"_s, statements});
    }
};

} // namespace

class TestPostgresServer : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void whatThePromptsPromiseIsThere();
    void whatProjectsDoWorks();
    void theUserIsNoSuperuser();
    void pythonConnects();
    void whatOneRunWritesIsGone();
    void fourAtOnce();
    void damagedTemplatesAreMadeAnew_data();
    void damagedTemplatesAreMadeAnew();
    void anEndlessLogIsCut();
    void aTakenPortIsNamed();
    void cancelling();
    void unusualNames();

private:
    Run open();
    Run started(const DatabaseSpec &spec = {}, const Progress &progress = {});

    std::shared_ptr<Sandbox> m_sandbox;
    QTemporaryDir m_cache;
};

void TestPostgresServer::initTestCase()
{
    if (auto sandbox = bubblewrapSandbox())
        m_sandbox = *sandbox;
    else
        QSKIP(qPrintable(u"No sandbox here: "_s + sandbox.error().message));
    if (const auto programs = postgresPrograms(); !programs)
        QSKIP(qPrintable(programs.error().message));
}

Run TestPostgresServer::open()
{
    Run run;
    run.folder = m_sandbox->makeFolder().value_or(nullptr);
    if (!run.folder)
        return run;
    run.session = m_sandbox->open({.workspace = run.folder->path()}).value_or(nullptr);
    return run;
}

Run TestPostgresServer::started(const DatabaseSpec &spec, const Progress &progress)
{
    auto run = open();
    if (run.session)
        run.server = PostgresServer::start(*m_sandbox, *run.session, m_cache.path(), spec, progress);
    if (!run.server)
        qWarning().noquote() << run.server.error().message << run.server.error().evidence;
    return run;
}

void TestPostgresServer::whatThePromptsPromiseIsThere()
{
    auto run = started();
    QVERIFY(run.server);
    QVERIFY2((*run.server)->version().startsWith(u"PostgreSQL "), qPrintable((*run.server)->version()));
    QCOMPARE(run.sql(u"select current_user, current_database(), 6 * 7"_s), u"user|conduit|42"_s);
    QCOMPARE(run.sql(u"select 1"_s, u"postgresql://user:password@127.0.0.1/conduit"_s), u"1"_s);
    QCOMPARE(run.sql(u"select 1"_s, u"postgresql://user:password@localhost/conduit"_s), u"1"_s);
    QVERIFY(run.sql(u"select 1"_s, u"postgresql://user:wrong@postgres/conduit"_s).contains(u"password"));
    QVERIFY((*run.server)->isRunning());
    QVERIFY((*run.server)->log().contains("ready to accept connections"));
}

void TestPostgresServer::whatProjectsDoWorks()
{
    auto run = started();
    QVERIFY(run.server);
    QCOMPARE(run.sql(u"create extension \"uuid-ossp\"; create extension pgcrypto; create extension citext;"
                     "create extension pg_trgm; create table t (id uuid default uuid_generate_v4(), n citext);"
                     "insert into t (n) values ('Ä'); select count(*) from t where n = 'ä'"_s),
        u"1"_s);
    QCOMPARE(run.sql(u"create schema other; create type kind as enum ('a')"_s), u""_s);
    QCOMPARE(run.sql(u"create database conduit_test"_s), u""_s);
    QCOMPARE(run.sql(u"select 1"_s, u"postgresql://user:password@postgres/conduit_test"_s), u"1"_s);
    QCOMPARE(run.sql(u"set client_min_messages = error; drop schema public cascade; create schema public"_s), u""_s);
    QCOMPARE(run.sql(u"select 1"_s, u"postgresql://user:password@postgres/postgres"_s), u"1"_s);
    QCOMPARE(run.sql(u"show timezone; show server_encoding"_s), u"Etc/UTC\nUTF8"_s);
}

void TestPostgresServer::theUserIsNoSuperuser()
{
    auto run = started();
    QVERIFY(run.server);
    QCOMPARE(run.sql(u"select rolsuper, rolcreatedb from pg_roles where rolname = current_user"_s), u"f|t"_s);
    QVERIFY(run.sql(u"copy (select 1) to program 'id'"_s).startsWith(u"failed"));
    QVERIFY(run.sql(u"select pg_read_file('/etc/passwd')"_s).startsWith(u"failed"));
    QVERIFY(run.sql(u"select 1"_s, u"postgresql://postgres@postgres/conduit"_s).startsWith(u"failed"));
    QVERIFY(run.said({u"ls"_s, u"/var/lib/postgresql"_s}).startsWith(u"failed"));
}

void TestPostgresServer::pythonConnects()
{
    auto run = started();
    QVERIFY(run.server);
    if (run.said({u"python3"_s, u"-c"_s, u"import psycopg2, sqlalchemy"_s}).startsWith(u"failed"))
        QSKIP("Python's psycopg2 and sqlalchemy are not installed.");
    QCOMPARE(run.said({u"python3"_s, u"-c"_s,
                 u"import sqlalchemy as s\n"
                 "e = s.create_engine('postgresql+psycopg2://user:password@postgres:5432/conduit', pool_size=20)\n"
                 "m = s.MetaData(); t = s.Table('t', m, s.Column('id', s.Integer, primary_key=True)); m.create_all(e)\n"
                 "c = [e.connect() for _ in range(20)]\n"
                 "c[0].execute(t.insert()); c[0].commit()\n"
                 "print(c[19].execute(s.select(s.func.count()).select_from(t)).scalar())"_s}),
        u"1"_s);
}

void TestPostgresServer::whatOneRunWritesIsGone()
{
    auto run = started();
    QVERIFY(run.server);
    QCOMPARE(run.sql(u"create table t ()"_s), u""_s);
    run.server->reset();
    QVERIFY(run.sql(u"select 1"_s).contains(u"refused"));
    run.server = PostgresServer::start(*m_sandbox, *run.session, m_cache.path(), {}, {});
    QVERIFY(run.server);
    QCOMPARE(run.sql(u"create table t ()"_s), u""_s);
}

void TestPostgresServer::fourAtOnce()
{
    QTemporaryDir cache;
    std::array<QString, 4> said;
    std::array<std::thread, 4> threads;
    for (std::size_t i = 0; i < threads.size(); ++i) {
        threads[i] = std::thread([&, i] {
            auto run = open();
            run.server = PostgresServer::start(*m_sandbox, *run.session, cache.path(), {}, {});
            said[i] = run.server
                ? run.sql(u"create table t (n int); insert into t values (%1); select n from t"_s.arg(i))
                : run.server.error().message + run.server.error().evidence;
        });
    }
    for (auto &thread : threads)
        thread.join();
    QCOMPARE(QStringList(said.begin(), said.end()), QStringList({u"0"_s, u"1"_s, u"2"_s, u"3"_s}));
    QCOMPARE(QDir(cache.filePath(u"postgres"_s)).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 1);
}

void TestPostgresServer::damagedTemplatesAreMadeAnew_data()
{
    QTest::addColumn<QString>("damage");
    for (const auto *damage : {"a file is missing", "a file is cut", "other bytes", "no note", "half made"})
        QTest::newRow(damage) << QString::fromLatin1(damage);
}

void TestPostgresServer::damagedTemplatesAreMadeAnew()
{
    QFETCH(QString, damage);
    QVERIFY(started().server);
    QString control;
    QDirIterator files(m_cache.path(), {u"pg_control"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext())
        control = files.next();
    const auto data = control.left(control.indexOf(u"/global/"));
    const auto folder = data.left(data.lastIndexOf(u'/'));
    QFile file(control);
    if (damage == u"a file is missing")
        QVERIFY(QFile::remove(data + u"/PG_VERSION"));
    else if (damage == u"a file is cut")
        QVERIFY(file.resize(100));
    else if (damage == u"other bytes")
        QVERIFY(file.open(QIODevice::ReadWrite) && file.write(QByteArray(200, 'x')) == 200);
    else if (damage == u"no note")
        QVERIFY(QFile::remove(folder + u"/complete"));
    else
        QVERIFY(QDir(folder).rename(folder, folder + u".half-1") && QDir().mkpath(folder + u"/data"));
    file.close();
    auto run = started();
    QVERIFY(run.server);
    QCOMPARE(run.sql(u"select 1"_s), u"1"_s);
    QCOMPARE(QDir(m_cache.filePath(u"postgres"_s)).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 1);
}

void TestPostgresServer::anEndlessLogIsCut()
{
    auto run = started();
    QVERIFY(run.server);
    QCOMPARE(run.sql(u"set client_min_messages = error; do $$ begin for i in 1..20000 loop "
                     "raise warning '%', repeat('x', 100); end loop; end $$; select 1"_s),
        u"1"_s);
    const auto log = (*run.server)->log();
    QVERIFY(log.size() < 600'000);
    QVERIFY(log.contains(" bytes …]"));
    QVERIFY(log.startsWith("20"));
    QCOMPARE(run.sql(u"select 1"_s), u"1"_s);
}

void TestPostgresServer::aTakenPortIsNamed()
{
    auto run = open();
    QVERIFY(run.session);
    auto other = PostgresServer::start(*m_sandbox, *run.session, m_cache.path(), {}, {});
    QVERIFY(other);
    const auto server = PostgresServer::start(
        *m_sandbox, *run.session, m_cache.path(), {.user = u"someone"_s, .database = u"else"_s}, {});
    QVERIFY(!server);
    QCOMPARE(server.error().message, u"PostgreSQL did not start: port 5432 is taken inside the sandbox."_s);
}

void TestPostgresServer::cancelling()
{
    for (const int after : {0, 1, 2, 5, 20, 100}) {
        QTemporaryDir cache;
        auto run = open();
        int asked = 0;
        const auto server = PostgresServer::start(
            *m_sandbox, *run.session, cache.path(), {}, Progress([&] { return asked++ >= after; }));
        QVERIFY(!server);
        QCOMPARE(server.error().kind, ErrorKind::Cancelled);
        QVERIFY(run.sql(u"select 1"_s).contains(u"refused"));
    }
}

void TestPostgresServer::unusualNames()
{
    const auto run = started({.user = u"o'Ne\"il"_s, .password = u"p'a\"s\\s"_s, .database = u"Da ta"_s, .port = 5433});
    QVERIFY(run.server);
    QCOMPARE(run.sql(u"select current_user"_s, u"postgresql://o'Ne%22il:p'a%22s%5Cs@postgres:5433/Da%20ta"_s),
        u"o'Ne\"il"_s);
}

QTEST_GUILESS_MAIN(TestPostgresServer)
#include "tst_postgresserver.moc"
