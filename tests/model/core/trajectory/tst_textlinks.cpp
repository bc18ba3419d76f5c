// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <trajectory/textlinks.h>

#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

QStringList printed(const QString &line)
{
    QStringList found;
    for (const auto &mention : codeMentions(line)) {
        found.append(
            u"%1 %2 [%3]"_s.arg(mention.path).arg(mention.line).arg(line.sliced(mention.offset, mention.length)));
    }
    return found;
}

} // namespace

class TestTextLinks : public QObject
{
    Q_OBJECT

private slots:
    void linesAreRead_data();
    void linesAreRead();
    void hostileLines_data();
    void hostileLines();
};

void TestTextLinks::linesAreRead_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QStringList>("found");
    const auto row
        = [](const QString &line, const QStringList &found) { QTest::addRow("%s", qPrintable(line)) << line << found; };
    row(u"  File \"/repository/app/x.py\", line 12, in f"_s,
        {u"/repository/app/x.py 12 [/repository/app/x.py\", line 12]"_s});
    row(u"  File \"<string>\", line 1, in <module>"_s, {});
    row(u"  File \"<frozen importlib._bootstrap>\", line 241, in _call"_s, {});
    row(u"    at f (/repository/src/a.js:10:5)"_s, {u"/repository/src/a.js 10 [/repository/src/a.js:10:5]"_s});
    row(u"    at /repository/src/a.js:10:5"_s, {u"/repository/src/a.js 10 [/repository/src/a.js:10:5]"_s});
    row(u"    at f (/my repository/src/a.js:10:5)"_s, {u"/my repository/src/a.js 10 [/my repository/src/a.js:10:5]"_s});
    row(u"    at async file:///repository/src/a.mjs:3:1"_s, {u"/repository/src/a.mjs 3 [/repository/src/a.mjs:3:1]"_s});
    row(u"    at Module._compile (node:internal/modules/cjs/loader:1376:14)"_s, {});
    row(u"/repository/src/server.js:12"_s, {u"/repository/src/server.js 12 [/repository/src/server.js:12]"_s});
    row(u"app/x.py:12: DeprecationWarning: old"_s, {u"app/x.py 12 [app/x.py:12]"_s});
    row(u"src/a.ts(3,4): error TS2304: Cannot find name 'x'."_s, {u"src/a.ts 3 [src/a.ts(3,4)]"_s});
    row(u"a.py:1 and b.py:2:7, then c.ts(9)"_s, {u"a.py 1 [a.py:1]"_s, u"b.py 2 [b.py:2:7]"_s, u"c.ts 9 [c.ts(9)]"_s});
    row(u"C:\\work\\a.js:4:2"_s, {u"C:\\work\\a.js 4 [C:\\work\\a.js:4:2]"_s});
    row(u"\"stack\":\"Error: x\\n/repository/a.js:4:2\""_s, {u"/repository/a.js 4 [/repository/a.js:4:2]"_s});
    row(u"\"stack\":\"Error: x\\n    at g (/repository/a.js:4:2)\\n\""_s,
        {u"/repository/a.js 4 [/repository/a.js:4:2]"_s});
    row(u"Server listening on http://localhost:3000"_s, {});
    row(u"127.0.0.1:5000 - - [10:20:30] GET /api/tags"_s, {});
    row(u"GET http://localhost:3000/src/a.js:10"_s, {});
    row(u"see http://example.com/a.js:10"_s, {});
    row(u"x.py:0"_s, {});
    row(u"x.py:12345678901234567890"_s, {});
    row(u"x.py:"_s, {});
    row(u".py:3"_s, {});
    row(u"File \"x.py\", line"_s, {});
    row(u"File \""_s, {});
    row(QString(), {});
}

void TestTextLinks::linesAreRead()
{
    QFETCH(QString, line);
    QFETCH(QStringList, found);
    QCOMPARE(printed(line), found);
}

void TestTextLinks::hostileLines_data()
{
    QTest::addColumn<QString>("unit");
    for (const auto *unit :
        {"a", "/", ":", ":1", "(", "(1", " x.py:1", "File \"", "File \"x", ".py:", "\\n/", "(/ ", "at ("})
        QTest::newRow(unit) << QString::fromLatin1(unit);
}

/// Five million characters each: anything but linear time would not come back.
void TestTextLinks::hostileLines()
{
    QFETCH(QString, unit);
    const auto line = unit.repeated(5'000'000 / unit.size());
    for (const auto &mention : codeMentions(line))
        QVERIFY(mention.offset >= 0 && mention.length > 0 && mention.offset + mention.length <= line.size());
}

QTEST_GUILESS_MAIN(TestTextLinks)
#include "tst_textlinks.moc"
