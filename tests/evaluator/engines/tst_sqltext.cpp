// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <engines/sqltext.h>

#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

QString kindName(SqlTextKind kind)
{
    switch (kind) {
    case SqlTextKind::NoStatement:
        return u"none"_s;
    case SqlTextKind::SetUp:
        return u"set-up"_s;
    case SqlTextKind::Statement:
        return u"statement"_s;
    }
    return {};
}

} // namespace

class TestSqlText : public QObject
{
    Q_OBJECT

private slots:
    void kinds_data();
    void kinds();
    void anyTextIsRead();
    void beginnings();
};

void TestSqlText::kinds_data()
{
    QTest::addColumn<QString>("kind");
    const auto row = [](const char *text, const char *kind) { QTest::newRow(text) << QString::fromLatin1(kind); };
    row("SELECT * FROM users", "statement");
    row("select id from {} where x = {}", "statement");
    row("  \n (SELECT a FROM b) UNION (SELECT c FROM d)", "statement");
    row("-- all users\nSELECT * FROM users", "statement");
    row("/* all */ SELECT * FROM users", "statement");
    row("WITH t AS (SELECT 1) SELECT * FROM t", "statement");
    row("with recursive t(n) as (values (1)) select n from t", "statement");
    row("INSERT INTO users (a) VALUES (?)", "statement");
    row("INSERT OR IGNORE INTO users VALUES (1)", "statement");
    row("REPLACE INTO users VALUES (1)", "statement");
    row("UPDATE users SET a = 1", "statement");
    row("update {} set {} = :x", "statement");
    row("DELETE FROM users", "statement");
    row("CREATE TABLE IF NOT EXISTS users (id INT)", "statement");
    row("CREATE UNIQUE INDEX i ON users (a)", "statement");
    row("CREATE VIRTUAL TABLE t USING fts5(x)", "statement");
    row("ALTER TABLE users ADD COLUMN a INT", "statement");
    row("DROP TABLE IF EXISTS users", "statement");
    row("TRUNCATE users", "statement");
    row("PRAGMA foreign_keys = ON; CREATE TABLE a (b INT);", "statement");
    row("SELECT 1", "set-up");
    row("SELECT version()", "set-up");
    row("select now();", "set-up");
    row("SELECT 1 FROM pg_database WHERE datname = 'x'", "set-up");
    row("SELECT name FROM sqlite_master", "set-up");
    row("SELECT 'a FROM b'", "set-up");
    row("PRAGMA foreign_keys = ON", "set-up");
    row("SET search_path TO x", "set-up");
    row("SHOW server_version", "set-up");
    row("CREATE EXTENSION IF NOT EXISTS citext", "set-up");
    row("CREATE DATABASE conduit", "set-up");
    row("CREATE SCHEMA a", "set-up");
    row("CREATE TYPE mood AS ENUM ('a')", "set-up");
    row("DROP DATABASE a", "set-up");
    row("BEGIN", "set-up");
    row("COMMIT;", "set-up");
    row("", "none");
    row("id DESC", "none");
    row("users.id = :id", "none");
    row("selected from the list", "none");
    row("Update the article", "none");
    row("Insert a coin", "none");
    row("delete this", "none");
    row("With best regards", "none");
    row("{}", "none");
    row("count(*) FILTER (WHERE a)", "none");
    row("Merge of two", "none");
}

void TestSqlText::kinds()
{
    QFETCH(QString, kind);
    QCOMPARE(kindName(sqlTextKind(QTest::currentDataTag())), kind);
}

void TestSqlText::anyTextIsRead()
{
    const std::size_t length = 400000;
    QStringList kinds;
    for (const auto *piece : {"(", "'", "/*", "--", ";", "SELECT ", "\xFF", "a;b;", "\"\""}) {
        std::string text;
        while (text.size() < length)
            text += piece;
        kinds.append(kindName(sqlTextKind(text)));
    }
    kinds.append(kindName(sqlTextKind(std::string_view("SELECT\0 FROM x", 14))));
    QCOMPARE(kinds.join(u' '), u"none none none none none set-up none none none statement"_s);
}

void TestSqlText::beginnings()
{
    QCOMPARE(QString::fromStdString(sqlBeginning("\n  SELECT *\n    FROM users  ")), u"SELECT * FROM users"_s);
    QCOMPARE(QString::fromUtf8(sqlBeginning("SELECT a, b, c, d, e, f, g, h, i, j, k, l, m, n FROM users")),
        u"SELECT a, b, c, d, e, f, g, h, i, j, k, l, m, n …"_s);
    QCOMPARE(QString::fromUtf8(sqlBeginning("SELECT 'ääääääääääääääääääääääääääääääääääääääääää'"))
                 .contains(QChar::ReplacementCharacter),
        false);
}

QTEST_GUILESS_MAIN(TestSqlText)
#include "tst_sqltext.moc"
