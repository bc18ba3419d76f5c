// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <runview/coderows.h>
#include <runview/codetext.h>
#include <runview/diffrows.h>
#include <runview/layerlayout.h>

#include <QTest>

#include <algorithm>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

QString signOf(CodeRow::Kind kind)
{
    switch (kind) {
    case CodeRow::Kind::Line:
        return u" "_s;
    case CodeRow::Kind::Added:
        return u"+"_s;
    case CodeRow::Kind::Removed:
        return u"-"_s;
    case CodeRow::Kind::Filler:
        return u"/"_s;
    case CodeRow::Kind::Gap:
        break;
    }
    return u"~"_s;
}

QStringList printed(const std::vector<CodeRow> &rows)
{
    QStringList lines;
    for (const auto &row : rows)
        lines << u"%1 %2 %3 by %4 %5"_s.arg(signOf(row.kind))
                     .arg(row.oldNumber)
                     .arg(row.number)
                     .arg(row.writer)
                     .arg(row.text);
    return lines;
}

DiffText text(const QStringList &lines)
{
    return {lines, std::vector<int>(static_cast<size_t>(lines.size()), 4)};
}

/// Twenty lines with one changed in the middle and one added at the end.
std::vector<DiffRow> longDiff()
{
    std::vector<DiffRow> rows;
    for (int line = 1; line <= 20; ++line)
        rows.push_back({line == 10 ? DiffRow::Kind::Changed : DiffRow::Kind::Same, line, line});
    rows.push_back({DiffRow::Kind::Added, 0, 21});
    return rows;
}

QStringList numbered(int count, const QString &word)
{
    QStringList lines;
    for (int line = 1; line <= count; ++line)
        lines << word + QString::number(line);
    return lines;
}

} // namespace

class TestCodeRows : public QObject
{
    Q_OBJECT

private slots:
    void aVersionHasItsLinesAndWriters();
    void anUnknownVersionHasNoRows();
    void aPartlyKnownFileHasGaps();
    void wrongNumbersOfWritersAreUnknown();
    void aDiffFoldsWhatIsUnchanged();
    void aFoldOpens();
    void inOneColumnRemovedLinesComeFirst();
    void linesAreShownOnOneLine();
    void layersStandByRank();
    void oddGraphsAreDrawnAsFarAsTheyGo();
};

void TestCodeRows::aVersionHasItsLinesAndWriters()
{
    const FileVersion version{
        .turn = 2, .knowledge = FileKnowledge::Exact, .text = u"a\r\nb\n"_s, .writers = {baseWriter, 2}};
    QCOMPARE(printed(codeRows(version)), QStringList({u"  0 1 by -2 a"_s, u"  0 2 by 2 b"_s}));
}

void TestCodeRows::anUnknownVersionHasNoRows()
{
    QCOMPARE(printed(codeRows(FileVersion{.knowledge = FileKnowledge::Unknown, .text = u"guess"_s})), QStringList());
    QCOMPARE(printed(codeRows(FinalFile{.exists = false, .text = u"gone"_s})), QStringList());
}

void TestCodeRows::aPartlyKnownFileHasGaps()
{
    const FinalFile file{.isWhole = false, .text = u"a\nb\nc\n"_s, .numbers = {3, 4, 9}, .writers = {1, 2, 3}};
    QCOMPARE(printed(codeRows(file)),
        QStringList({u"~ 0 0 by -1 … 2 line(s) not in the patch …"_s, u"  0 3 by 1 a"_s, u"  0 4 by 2 b"_s,
            u"~ 0 0 by -1 … 4 line(s) not in the patch …"_s, u"  0 9 by 3 c"_s,
            u"~ 0 0 by -1 … the rest is not in the patch …"_s}));
}

void TestCodeRows::wrongNumbersOfWritersAreUnknown()
{
    const FileVersion version{.knowledge = FileKnowledge::Replayed, .text = u"a\nb"_s, .writers = {7}};
    QCOMPARE(printed(codeRows(version)), QStringList({u"  0 1 by 7 a"_s, u"  0 2 by -1 b"_s}));
}

void TestCodeRows::aDiffFoldsWhatIsUnchanged()
{
    const auto columns = sideBySide(longDiff(), text(numbered(20, u"l"_s)), text(numbered(21, u"r"_s)));
    QCOMPARE(printed(columns.right),
        QStringList({u"~ 0 0 by -1 … 6 unchanged line(s) …"_s, u"  0 7 by 4 r7"_s, u"  0 8 by 4 r8"_s,
            u"  0 9 by 4 r9"_s, u"+ 0 10 by 4 r10"_s, u"  0 11 by 4 r11"_s, u"  0 12 by 4 r12"_s, u"  0 13 by 4 r13"_s,
            u"~ 0 0 by -1 … 4 unchanged line(s) …"_s, u"  0 18 by 4 r18"_s, u"  0 19 by 4 r19"_s, u"  0 20 by 4 r20"_s,
            u"+ 0 21 by 4 r21"_s}));
    QCOMPARE(printed(columns.left).last(), u"/ 0 0 by -1 "_s);
    QCOMPARE(columns.left.size(), columns.right.size());
    QCOMPARE(columns.added, 2);
    QCOMPARE(columns.removed, 1);
}

void TestCodeRows::aFoldOpens()
{
    const auto columns = sideBySide(longDiff(), text(numbered(20, u"l"_s)), text(numbered(21, u"r"_s)), {1});
    QCOMPARE(columns.right.size(), size_t{16});
    QCOMPARE(columns.gaps.front(), 0);
    QCOMPARE(std::ranges::count_if(columns.gaps, [](int gap) { return gap >= 0; }), 1);
}

void TestCodeRows::inOneColumnRemovedLinesComeFirst()
{
    const std::vector<DiffRow> rows{{DiffRow::Kind::Same, 1, 1}, {DiffRow::Kind::Changed, 2, 2},
        {DiffRow::Kind::Removed, 3, 0}, {DiffRow::Kind::Added, 0, 3}, {DiffRow::Kind::Same, 9, 9}};
    const auto columns = inOneColumn(rows, text(numbered(3, u"l"_s)), text(numbered(3, u"r"_s)));
    QCOMPARE(printed(columns.right),
        QStringList({u"  1 1 by 4 r1"_s, u"- 2 0 by 4 l2"_s, u"- 3 0 by 4 l3"_s, u"+ 0 2 by 4 r2"_s, u"+ 0 3 by 4 r3"_s,
            u"/ 9 0 by -1 "_s}));
    QCOMPARE(columns.gaps.size(), columns.right.size());
}

void TestCodeRows::linesAreShownOnOneLine()
{
    QCOMPARE(shownLine(u"a\tb\x1b[0m\u2029\u202e\r"), u"a\tb␛[0m\ufffd\ufffd␍"_s);
    QCOMPARE(shownLine(QString(5, u'x'), 3), u"xxx … and 2 more characters"_s);
}

void TestCodeRows::layersStandByRank()
{
    const LayerGraph graph{.nodes = {{u"models"_s, 1, {}}, {u"routes"_s, 3, {}}, {u"services"_s, 2, {}}},
        .edges = {{0, 1, 2, true, u"m.js"_s, 4}, {1, 2, 1, false, u"r.js"_s, 1}}};
    const auto layout = layerLayout(graph, 400, 30);
    QCOMPARE(layout.boxes.size(), size_t{3});
    QVERIFY(layout.boxes[1].rect.bottom() < layout.boxes[2].rect.top());
    QVERIFY(layout.boxes[2].rect.bottom() < layout.boxes[0].rect.top());
    QCOMPARE(layout.arrows.front().edge, 1);
    QCOMPARE(layout.arrows.back().edge, 0);
    QVERIFY(layout.arrows.back().label.x() < layout.boxes[0].rect.left());
}

void TestCodeRows::oddGraphsAreDrawnAsFarAsTheyGo()
{
    LayerGraph graph{.nodes = {{u"a"_s, 1, {}}},
        .edges = {{0, 7, 1, true, {}, 0}, {-1, 0, 1, false, {}, 0}, {0, 0, 1, false, {}, 0}}};
    QCOMPARE(layerLayout(graph, 0, 30).arrows.size(), size_t{0});
    for (int i = 0; i < 1000; ++i)
        graph.nodes.push_back({u"n"_s, i % 7, {}});
    graph.edges.push_back({0, 900, 1, false, {}, 0});
    QCOMPARE(layerLayout(graph, 300, 30).boxes.size(), size_t{60});
    QCOMPARE(layerLayout({}, 300, 30).boxes.size(), size_t{0});
}

QTEST_MAIN(TestCodeRows)
#include "tst_coderows.moc"
