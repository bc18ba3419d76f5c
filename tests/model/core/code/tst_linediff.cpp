// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <code/linediff.h>

#include <QTest>

#include <thread>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

QString printed(const QString &left, const QString &right)
{
    QStringList rows;
    for (const auto &row : lineDiff(left, right)) {
        const auto mark = u"=-+~"_s.at(static_cast<int>(row.kind));
        rows.append(u"%1%2/%3"_s.arg(mark).arg(row.left).arg(row.right));
    }
    return rows.join(u' ');
}

} // namespace

class TestLineDiff : public QObject
{
    Q_OBJECT

private slots:
    void linesAreSplit();
    void textsAreAligned_data();
    void textsAreAligned();
    void largeTextsComeAsAWhole();
    void longLinesAreLines();
    void threadsCompareAtOnce();
};

void TestLineDiff::linesAreSplit()
{
    QCOMPARE(linesOf(u""), QStringList());
    QCOMPARE(linesOf(u"a"), QStringList({u"a"_s}));
    QCOMPARE(linesOf(u"a\r\nb\n\nc\r\n"), QStringList({u"a"_s, u"b"_s, QString(), u"c"_s}));
    QCOMPARE(linesOf(u"\n"), QStringList({QString()}));
    for (const auto &text : {u""_s, u"a"_s, u"a\n"_s, u"a\nb"_s, u"\n\n"_s})
        QCOMPARE(qsizetype(lineCount(text)), linesOf(text).size());
}

void TestLineDiff::textsAreAligned_data()
{
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("right");
    QTest::addColumn<QString>("expected");
    QTest::newRow("empty") << u""_s << u""_s << u""_s;
    QTest::newRow("same") << u"a\nb\n"_s << u"a\nb\n"_s << u"=1/1 =2/2"_s;
    QTest::newRow("line ends") << u"a\r\nb"_s << u"a\nb\n"_s << u"=1/1 =2/2"_s;
    QTest::newRow("all new") << u""_s << u"a\nb\n"_s << u"+0/1 +0/2"_s;
    QTest::newRow("all gone") << u"a\nb\n"_s << u""_s << u"-1/0 -2/0"_s;
    QTest::newRow("changed") << u"a\nb\nc\n"_s << u"a\nB\nc\n"_s << u"=1/1 ~2/2 =3/3"_s;
    QTest::newRow("inserted") << u"a\nc\n"_s << u"a\nb\nc\n"_s << u"=1/1 +0/2 =2/3"_s;
    QTest::newRow("removed") << u"a\nb\nc\n"_s << u"a\nc\n"_s << u"=1/1 -2/0 =3/2"_s;
    QTest::newRow("more than before") << u"a\nx\nz\n"_s << u"a\n1\n2\nz\n"_s << u"=1/1 ~2/2 +0/3 =3/4"_s;
    QTest::newRow("far apart") << u"1\n2\n3\n4\n5\n"_s << u"0\n1\n2\n3\n5\n6\n"_s
                               << u"+0/1 =1/2 =2/3 =3/4 -4/0 =5/5 +0/6"_s;
    QTest::newRow("part of a line") << u"ab\ncd\n"_s << u"ab\ncx\n"_s << u"=1/1 ~2/2"_s;
    QTest::newRow("alike at the end") << u"x}\n}\n"_s << u"y}\n}\n"_s << u"~1/1 =2/2"_s;
    QTest::newRow("one is the other's start") << u"a\nb"_s << u"a\nb\nc"_s << u"=1/1 =2/2 +0/3"_s;
    QTest::newRow("one is the other's end") << u"b\nc"_s << u"ab\nc"_s << u"~1/1 =2/2"_s;
    QTest::newRow("binary") << u"a\0b\n"_s << u"a\0c\n"_s << u"~1/1"_s;
}

void TestLineDiff::textsAreAligned()
{
    QFETCH(const QString, left);
    QFETCH(const QString, right);
    QFETCH(const QString, expected);
    QCOMPARE(printed(left, right), expected);
}

void TestLineDiff::largeTextsComeAsAWhole()
{
    QString left = u"same\n"_s;
    QString right = left;
    for (int line = 0; line < 50'000; ++line) {
        left += u"a%1\nb\n"_s.arg(line);
        right += u"b\nc%1\n"_s.arg(line);
    }
    const auto rows = lineDiff(left, right);
    QCOMPARE(rows.size(), std::size_t(200'001));
    QCOMPARE(rows.front(), (DiffRow{DiffRow::Kind::Same, 1, 1}));
    QCOMPARE(rows.at(1), (DiffRow{DiffRow::Kind::Removed, 2, 0}));
    QCOMPARE(rows.back(), (DiffRow{DiffRow::Kind::Added, 0, 100'001}));
}

void TestLineDiff::longLinesAreLines()
{
    const auto longLine = QString(10'000'000, u'x');
    QCOMPARE(printed(u"a\n"_s + longLine + u"\nb\n"_s, u"a\n"_s + longLine + u"y\nb\n"_s), u"=1/1 ~2/2 =3/3"_s);
}

void TestLineDiff::threadsCompareAtOnce()
{
    std::vector<std::jthread> threads;
    std::array<QString, 8> results;
    for (auto &result : results)
        threads.emplace_back([&result] { result = printed(u"a\nb\nq\nc\n"_s, u"a\nq\nd\nc\n"_s); });
    threads.clear();
    for (const auto &result : results)
        QCOMPARE(result, u"=1/1 -2/0 =3/2 +0/3 =4/4"_s);
}

QTEST_GUILESS_MAIN(TestLineDiff)
#include "tst_linediff.moc"
