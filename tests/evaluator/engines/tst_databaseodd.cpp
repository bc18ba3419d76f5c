// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "judgelab.h"

#include <QTest>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;

namespace {

std::string repeated(int count, std::string_view before, std::string_view after)
{
    std::string text;
    for (int i = 0; i < count; ++i)
        text.append(before).append(std::to_string(i)).append(after);
    return text;
}

/// The first words of the verdicts of both judges on one file.
QString judgedAs(const std::string &path, const std::string &text)
{
    const auto project = SourceProject::ofFiles({{path, text}});
    const auto isPython = path.ends_with(".py");
    const auto engine = judgedLines(u"sqlite", project);
    const auto orm = judgedLines(isPython ? u"sqlalchemy"_s : u"sequelize"_s, project);
    return engine.value(0) + u' ' + QString::number(engine.size()) + u", "_s + orm.value(0) + u' '
        + QString::number(orm.size());
}

} // namespace

/// Projects that nobody writes: names that lead in circles, very many and very long of everything. Nothing is timed;
/// what is not linear does not end within the time a test has.
class TestDatabaseOdd : public QObject
{
    Q_OBJECT

private slots:
    void emptyOnes();
    void circles();
    void veryMany();
    void veryLong();
    void anyBytes();
};

void TestDatabaseOdd::emptyOnes()
{
    QCOMPARE(judgedLines(u"postgres", {}),
        QStringList({u"broken"_s, u"project engine-missing: No code that the server runs connects to PostgreSQL."_s}));
    QCOMPARE(judgedAs("main.py", ""), u"broken 2, broken 2"_s);
}

void TestDatabaseOdd::circles()
{
    const std::string sqlalchemy = "from sqlalchemy import create_engine\n";
    QCOMPARE(judgedAs("main.py", sqlalchemy + "a = b\nb = a\ncreate_engine(a)\n"), u"broken 3, broken 2"_s);
    QCOMPARE(judgedAs("main.py", sqlalchemy + "def f(x):\n    return f(f(x))\ncreate_engine(f(1))\n"),
        u"broken 3, broken 2"_s);
    QCOMPARE(judgedAs("main.py", sqlalchemy + "url = f'{url}{url}{url}{url}'\ncreate_engine(url)\n"),
        u"broken 3, broken 2"_s);
    QCOMPARE(judgedAs("main.py",
                 sqlalchemy + "class A(B): pass\nclass B(A): pass\ncreate_engine(A.x)\ncreate_engine(B().y)\n"),
        u"broken 4, broken 2"_s);
    std::string lattice = sqlalchemy;
    for (int i = 0; i < 40; ++i)
        lattice += "class C" + std::to_string(i) + "(" + repeated(40, "C", ", ") + "):\n    __tablename__ = 'x'\n";
    QCOMPARE(judgedAs("main.py", lattice + "create_engine(C0.url)\n"), u"broken 3, broken 2"_s);
    QCOMPARE(judgedAs("index.js", "module.exports = module.exports;\nconst db = require('pg')(module.exports.a);\n"),
        u"broken 2, broken 2"_s);
}

void TestDatabaseOdd::veryMany()
{
    const std::string head = "import sqlite3\nconn = sqlite3.connect('x')\n";
    QCOMPARE(
        judgedAs("main.py", head + repeated(20000, "x = 'SELECT ", "'\nconn.execute(x)\n")), u"kept 2, broken 2"_s);
    QCOMPARE(judgedAs("main.py",
                 head + "def f(" + repeated(20000, "p", ", ") + "):\n" + repeated(20000, "    conn.execute(p", ")\n")),
        u"kept 2, broken 2"_s);
    QCOMPARE(
        judgedAs("main.py", head + repeated(20000, "def f", "(sql):\n    conn.execute(sql)\n")), u"kept 2, broken 2"_s);
    QCOMPARE(
        judgedAs("main.py", head + "sqlite3.connect(" + repeated(20000, "a", " + ") + "b)\n"), u"kept 3, broken 2"_s);
    QCOMPARE(
        judgedAs("settings.py", repeated(20000, "from m", " import *\nDATABASES = {}\n")), u"broken 2, broken 2"_s);
}

void TestDatabaseOdd::veryLong()
{
    const auto sql = "SQL = 'SELECT a FROM b WHERE " + std::string(300000, 'x') + "'\n";
    QCOMPARE(judgedAs("main.py", sql + repeated(5000, "conn", ".execute(SQL)\n")), u"broken 2, broken 5002"_s);
    const auto argument = "const k = require('knex')({ a: '" + std::string(200000, 'x') + "' }).first().second();\n";
    QCOMPARE(judgedAs("index.js", argument + repeated(5000, "k.m", "();\n")), u"broken 3, broken 2"_s);
    const auto dotted = "import sqlite3\nsqlite3.connect(" + repeated(20000, "a.", ".") + "b)\n";
    QCOMPARE(judgedAs("main.py", dotted), u"kept 2, broken 2"_s);
}

void TestDatabaseOdd::anyBytes()
{
    QCOMPARE(judgedAs("main.py", "import sqlite3\nsqlite3.connect('\xFF\xFE')\n"), u"kept 2, broken 2"_s);
    QCOMPARE(judgedAs("main.py", std::string("import sqlite3\nsqlite3.connect('\0')\n", 35)), u"kept 2, broken 2"_s);
    QCOMPARE(judgedAs("main.py", "conn.execute('SELECT \xC3 FROM x')\n"), u"broken 2, broken 3"_s);
}

QTEST_GUILESS_MAIN(TestDatabaseOdd)
#include "tst_databaseodd.moc"
