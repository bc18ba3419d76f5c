// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <support/shareddata.h>
#include <verifiers/databasesigns.h>
#include <verifiers/ormsigns.h>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

PatchText patchAdding(const QByteArray &path, const QByteArray &code)
{
    auto lines = code;
    lines.replace("\n", "\n+");
    const QByteArray patch = "diff --git a/" + path + " b/" + path + "\n@@ -0,0 +1 @@\n+" + lines;
    return readPatch(patch);
}

QStringList printed(const std::vector<Sign> &found)
{
    QStringList signs;
    for (const auto &sign : found)
        signs.append(sign.label + u' ' + sign.file + u':' + QString::number(sign.line));
    return signs;
}

QStringList allSigns(const PatchText &patch)
{
    const AddedCode code(patch);
    const auto database = findDatabaseSigns(code);
    return printed(database.sqlite) + printed(database.postgres) + printed(findOrmSigns(code, Constraint::SqlAlchemy))
        + printed(findOrmSigns(code, Constraint::Sequelize));
}

} // namespace

class TestSigns : public QObject
{
    Q_OBJECT

private slots:
    void finds_data();
    void finds();
    void firstPlaceCounts();
    void signsMayReachIntoTheNextFile();
    void lockFilesAreLeftOut();
    void onlyOrmsHaveOrmSigns();
};

void TestSigns::finds_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QString>("labels");
    const auto row = [](const char *code, const char *labels) {
        QTest::newRow(code) << QByteArray(code) << QString::fromLatin1(labels);
    };
    row("import sqlite3x", "import:sqlite3");
    row("x = 1; import\n\n sqlite3", "import:sqlite3");
    row(";import sqlite3", "");
    row("Import sqlite3", "");
    row("\xC2\xA0import\xC2\xA0sqlite3", "import:sqlite3");
    row("xfrom sqlite3 importx", "import:sqlite3");
    row("from sqlite3.dbapi2 import x", "");
    row("from aiosqlite import x", "import:aiosqlite");
    row("SQLite+pysqlite:///x", "connstr:sqlite");
    row("sqlite+a-b:///x", "");
    row("sqlite+:///x", "");
    row("sqlite+\xC3\xA9:///x", "connstr:sqlite");
    row("\xC5\xBFql\xC4\xB1te:///", "connstr:sqlite");
    row("\xC5\xBFql\xC4\xB0te:///", "connstr:sqlite");
    row("DJANGO.db.bac\xE2\x84\xAA"
        "ends.sqlite3",
        "django:sqlite");
    row("django_db.backends.sqlite3", "");
    row("\"SQLite3'", "dep:sqlite3-npm");
    row("`sqlite3`", "");
    row("'Better-SQLite3'", "dep:better-sqlite3");
    row("subdialect\n:\t'sqlite'", "dialect:sqlite");
    row("dialect => 'sqlite'", "");
    row("dialect: 'sqlite3'", "dep:sqlite3-npm");
    row("xpsycopg2-binary", "import:psycopg2");
    row("PSYCOPG2", "");
    row("import asyncpg.pool", "import:asyncpg");
    row("from asyncpg\nimport x", "import:asyncpg");
    row("from asyncpg.pool import x", "");
    row("POSTGRESQL://", "connstr:postgresql");
    row("postgres+x://", "connstr:postgresql");
    row("postgresqlx://", "");
    row("SQLAlchemy.Dialects.PostgreSQL", "dialect-import:pg dep:sqlalchemy");
    row("django.db.backends.postgresql_psycopg2", "import:psycopg2 django:postgres");
    row("'pg'", "dep:pg-npm");
    row("'Pg'", "");
    row("'pg-pool'", "");
    row("'PG-Promise\"", "dep:pg-promise");
    row("DIALECT='PostgreSQL'", "dialect:postgres");
    row("dialect: 'postgresq'", "");
    row("localhost = \"Postgres\"", "host:postgres");
    row("ho\xC5\xBFt='po\xC5\xBFtgre\xC5\xBF'", "host:postgres");
    row("host: postgres", "");
    row("import sqlalchemy_utils", "import:sqlalchemy dep:sqlalchemy");
    row("from sqlalchemy_utils import x", "dep:sqlalchemy");
    row("xfrom  sqlalchemy.orm", "import:sqlalchemy dep:sqlalchemy");
    row("from sqlalchemy\n import x", "import:sqlalchemy dep:sqlalchemy");
    row("REQUIRE( 'Sequelize' )", "import:sequelize");
    row("require ('sequelize')", "");
    row("FROM\n\"sequelize'", "esm:sequelize");
    row("from'sequelize'", "");
    row("'sequelize' :", "dep:sequelize");
    row("`sequelize`:", "");
    row("renew \n SEQUELIZE\t(", "usage:sequelize");
    row("newSequelize(", "");
}

void TestSigns::finds()
{
    QFETCH(QByteArray, code);
    QFETCH(QString, labels);
    QStringList found;
    for (const auto &sign : allSigns(patchAdding("x", code)))
        found.append(sign.section(u' ', 0, 0));
    QCOMPARE(found.join(u' '), labels);
}

void TestSigns::firstPlaceCounts()
{
    QCOMPARE(allSigns(patchAdding("x", "a\nfrom sqlite3 import a\nimport sqlite3\n'pg'\n'pg'")),
        QStringList({u"import:sqlite3 x:2"_s, u"dep:pg-npm x:4"_s}));
}

void TestSigns::signsMayReachIntoTheNextFile()
{
    auto patch = patchAdding("a", "x\nimport");
    patch.files.push_back(patchAdding("b", "").files.front());
    patch.files.push_back(patchAdding("c", "asyncpg\n'pg'").files.front());
    QCOMPARE(allSigns(patch), QStringList({u"import:asyncpg a:2"_s, u"dep:pg-npm c:2"_s}));
}

void TestSigns::lockFilesAreLeftOut()
{
    for (const auto *name : {"package-lock.json", "sub/yarn.lock", "a x/./pnpm-lock.yaml"})
        QCOMPARE(allSigns(patchAdding(name, "'pg' sqlalchemy")), QStringList());
    for (const auto *name : {"Package-lock.json", "yarn.lock/x", "poetry.lock", "xyarn.lock"})
        QCOMPARE(allSigns(patchAdding(name, "'pg'")).size(), 1);
}

void TestSigns::onlyOrmsHaveOrmSigns()
{
    const auto patch = patchAdding("x", "sqlalchemy 'pg'");
    QVERIFY(findOrmSigns(AddedCode(patch), Constraint::Postgres).empty());
}

QTEST_GUILESS_MAIN(TestSigns)
#include "tst_signs.moc"
