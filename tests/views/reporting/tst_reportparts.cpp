// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What reports are put together from.

#include <reporting/inlinesvg.h>
#include <reporting/pivot.h>
#include <reporting/reportwords.h>
#include <reporting/tablecolumns.h>

#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

/// Scaffold, model and so many columns of numbers with intervals.
TableSpec aWideTable(int numbers)
{
    TableSpec table{.name = u"wide"_s, .title = u"Wide"_s};
    table.columns = {{.key = u"scaffold"_s, .title = u"Scaffold"_s}, {.key = u"model"_s, .title = u"Model"_s}};
    TableRow row{.cells = {u"mini_swe_sdk"_s, u"a-model-with-a-name"_s}, .runs = {}, .mark = u"*"_s};
    for (int i = 0; i < numbers; ++i) {
        const auto key = u"n%1"_s.arg(i);
        table.columns.push_back({.key = key,
            .title = u"Number %1"_s.arg(i),
            .kind = CellKind::Percent,
            .lowKey = key + u"_low",
            .highKey = key + u"_high"});
        table.columns.push_back({.key = key + u"_low", .kind = CellKind::Percent, .forPeople = false});
        table.columns.push_back({.key = key + u"_high", .kind = CellKind::Percent, .forPeople = false});
        row.cells.insert(row.cells.end(), {Cell(50.0 + i), Cell(40.0), Cell(60.0)});
    }
    table.rows = {row, row};
    return table;
}

QStringList partsOf(const TableSpec &table, double width)
{
    QStringList lines;
    for (const auto &part : paperColumns(shownTable(table), width)) {
        QStringList indexes;
        for (const auto &column : part.columns)
            indexes << QString::number(column.index);
        lines << u"%1 pt, %2: %3"_s.arg(part.size).arg(
            part.width() <= width + 1 ? u"fits"_s : u"too wide"_s, indexes.join(u' '));
    }
    return lines;
}

} // namespace

class TestReportParts : public QObject
{
    Q_OBJECT

private slots:
    void phrases();
    void idsOfFiguresDiffer();
    void columnsFromRows();
    void tablesWithoutTheColumnsStay();
    void columnsFitThePage();
};

void TestReportParts::phrases()
{
    const Estimate estimate{.mean = -14.7, .n = 84, .clusters = 16, .low = -19.64, .high = -9.72};
    QCOMPARE((QStringList{signedPoints(-32.94), signedPoints(4.4), signedPoints(-0.01), plainNumber(-0.01),
                 wholeNumber(2184), countOf(1, u"run"), countOf(2184, u"run"), chanceWords(0.0004), chanceWords(0.0271),
                 intervalWords(estimate), intervalWords({}), enumeration({}), enumeration({u"a"_s}),
                 enumeration({u"a"_s, u"b"_s, u"c"_s}), spokenName(u"clean_architecture"_s)}),
        (QStringList{u"−32.9"_s, u"+4.4"_s, u"0.0"_s, u"0.0"_s, u"2,184"_s, u"1 run"_s, u"2,184 runs"_s, u"p < 0.001"_s,
            u"p = 0.027"_s, u"95 % interval −19.6 to −9.7"_s, QString(), QString(), u"a"_s, u"a, b and c"_s,
            u"clean architecture"_s}));
}

void TestReportParts::idsOfFiguresDiffer()
{
    const QByteArray document
        = "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"2in\" height=\"1in\" "
          "viewBox=\"0 0 144 72\">\n<defs>\n<clipPath id=\"d1\"/></defs>\n<g clip-path=\"url(#d1)\"><path "
          "role=\"text\" "
          "aria-label=\"a &quot;b&quot;\" d=\"M0 0\"/></g></svg>\n";
    QCOMPARE(QString::fromUtf8(inlineSvg(document, "figure-3", u"Falls <fast>"_s)),
        u"<svg viewBox=\"0 0 144 72\" style=\"width:2in\" role=\"img\" aria-label=\"Falls &lt;fast&gt;\">\n<defs>\n"
        "<clipPath id=\"figure-3-d1\"/></defs>\n<g clip-path=\"url(#figure-3-d1)\"><path d=\"M0 0\"/></g></svg>\n"_s);
    QCOMPARE(inlineSvg("nothing", "a", {}), QByteArray());
}

void TestReportParts::columnsFromRows()
{
    TableSpec table;
    table.columns = {{.key = u"scaffold"_s}, {.key = u"model"_s}, {.key = u"framework"_s},
        {.key = u"a"_s, .kind = CellKind::Percent}};
    table.rows = {{.cells = {u"s"_s, u"m"_s, u"koa"_s, 10.0}, .runs = {}, .mark = {}},
        {.cells = {u"s"_s, u"n"_s, u"flask"_s, 30.0}, .runs = {}, .mark = u"*"_s},
        {.cells = {u"s"_s, u"m"_s, u"flask"_s, 20.0}, .runs = {}, .mark = {}}};
    QStringList lines;
    const auto pivot = pivoted(table, u"framework", u"a");
    for (const auto &row : shownTable(pivot).rows) {
        QStringList words;
        for (const auto &cell : row)
            words << cell.text();
        lines << words.join(u' ');
    }
    QCOMPARE(lines, (QStringList{u"s m 20.0 10.0"_s, u"s n* 30.0 –"_s}));
}

void TestReportParts::tablesWithoutTheColumnsStay()
{
    const auto table = aWideTable(1);
    QCOMPARE(pivoted(table, u"framework", u"a").columns.size(), table.columns.size());
}

void TestReportParts::columnsFitThePage()
{
    constexpr double width = 480 * 20;
    QCOMPARE(partsOf(aWideTable(3), width), (QStringList{u"8 pt, fits: 0 1 2 3 4"_s}));
    const auto parts = partsOf(aWideTable(30), width);
    qInfo().noquote() << parts.join(u'\n');
    QVERIFY(parts.size() > 1);
    for (const auto &part : parts)
        QVERIFY2(part.startsWith(u"7.5 pt, fits: 0 1 "), qPrintable(part));
}

QTEST_MAIN(TestReportParts)
#include "tst_reportparts.moc"
