// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <exchange/csvrows.h>

#include <QRandomGenerator>
#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

QStringList printed(QByteArrayView text)
{
    QStringList lines;
    for (const auto &row : csvRows(text))
        lines += QString::number(row.line) + u": " + row.cells.join(u'|') + (row.isBroken ? u" (broken)"_s : QString());
    return lines;
}

} // namespace

class TestCsvRows : public QObject
{
    Q_OBJECT

private slots:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("rows");
        const auto row = [](const char *name, const QByteArray &text, const QStringList &rows) {
            QTest::newRow(name) << text << rows;
        };
        row("nothing", "", {});
        row("plain", "a,b\r\n1,2\r\n", {u"1: a|b"_s, u"2: 1|2"_s});
        row("line feeds and blank lines", "a,b\n\n1,2", {u"1: a|b"_s, u"3: 1|2"_s});
        row("carriage returns", "a\rb\r", {u"1: a"_s, u"2: b"_s});
        row("quotes", "\"a,\"\"b\"\"\",\"\"\n", {u"1: a,\"b\"|"_s});
        row("line feeds in quotes", "x,\"1\n2\r\n3\"\ny,z\n", {u"1: x|1\n2\r\n3"_s, u"4: y|z"_s});
        row("a mark in front", "\xEF\xBB\xBF\"a\",b\n", {u"1: a|b"_s});
        row("empty cells", ",\n", {u"1: |"_s});
        row("an open quote", "a,\"b\nc", {u"1: a|b\nc (broken)"_s});
        row("something behind a quote", "\"a\"b,c\nd,e\n", {u"1: ab|c (broken)"_s, u"2: d|e"_s});
        row("a quote inside", "a\"b\"c,d\n", {u"1: a\"b\"c|d"_s});
        row("no text", "\xFF\xFE,\x00z\n", {u"1: \uFFFD\uFFFD|"_s});
    }

    void reads()
    {
        QFETCH(QByteArray, text);
        QTEST(printed(text), "rows");
    }

    void whatIsWrittenIsRead()
    {
        QRandomGenerator chance(3);
        const QStringList pieces{u"a"_s, u","_s, u"\""_s, u"\n"_s, u"\r\n"_s, u"é"_s, u" "_s, u"'"_s, u"=1"_s};
        for (int round = 0; round < 500; ++round) {
            QStringList cells{u"first"_s};
            for (int i = chance.bounded(4); i > 0; --i) {
                QString cell;
                for (int j = chance.bounded(6); j > 0; --j)
                    cell += pieces[chance.bounded(pieces.size())];
                cells += cell;
            }
            const auto rows = csvRows(csvRowBytes(cells));
            QCOMPARE(rows.size(), 1U);
            QCOMPARE(rows.front().cells, cells);
            QVERIFY(!rows.front().isBroken);
        }
    }

    void formulasAreText()
    {
        QCOMPARE(spreadsheetText(u"=cmd()"_s), u"'=cmd()"_s);
        QCOMPARE(spreadsheetText(u"-1"_s), u"'-1"_s);
        QCOMPARE(spreadsheetText(u"a=b"_s), u"a=b"_s);
        QCOMPARE(spreadsheetText({}), QString());
    }
};

QTEST_GUILESS_MAIN(TestCsvRows)
#include "tst_csvrows.moc"
