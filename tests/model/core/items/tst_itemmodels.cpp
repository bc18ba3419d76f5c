// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <items/issuemodel.h>
#include <items/rawsortproxy.h>
#include <items/runtablemodel.h>
#include <items/stylemodel.h>
#include <items/tablespecmodel.h>
#include <support/arun.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Decayscope;
using Test::aRun;

namespace {

/// Every row as its cells, separated by bars; what does not exist is a dot.
QStringList printed(const QAbstractItemModel &model, const QList<int> &columns = {}, int role = Qt::DisplayRole)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column) {
            const auto value = model.index(row, column).data(role);
            if (columns.isEmpty() || columns.contains(column))
                cells << (value.isValid() ? value.toString() : QStringLiteral("."));
        }
        lines << cells.join(u" | ");
    }
    return lines;
}

int at(RunColumn column)
{
    return static_cast<int>(column);
}

std::vector<Run> someRuns()
{
    return {aRun().of("gpt-x").on("flask").passing(10, 10),
        aRun()
            .of("kimi")
            .on("koa", {Constraint::CleanArchitecture, Constraint::Postgres})
            .passing(5, 10)
            .violating(ConstraintKind::Database),
        aRun().of("kimi").on("koa").passing(0, 0).ending(Termination::Error).excluded("broken sandbox")};
}

TableSpec aTable()
{
    TableSpec table{.name = QStringLiteral("decay"), .title = QStringLiteral("Decay")};
    table.columns = {{.key = QStringLiteral("scaffold"), .title = QStringLiteral("Scaffold")},
        {.key = QStringLiteral("model"), .title = QStringLiteral("Model")},
        {.key = QStringLiteral("a_l0"),
            .title = QStringLiteral("A% L0"),
            .kind = CellKind::Percent,
            .level = 0,
            .lowKey = QStringLiteral("low"),
            .highKey = QStringLiteral("high")},
        {.key = QStringLiteral("low"), .title = {}, .kind = CellKind::Percent, .forPeople = false},
        {.key = QStringLiteral("high"), .title = {}, .kind = CellKind::Percent, .forPeople = false},
        {.key = QStringLiteral("n"), .title = QStringLiteral("n"), .kind = CellKind::Count}};
    table.rows = {{.cells = {QStringLiteral("mini"), QStringLiteral("b"), 51.25, 40.0, 60.0, qint64{8}},
                      .runs = {.models = {QStringLiteral("b")}},
                      .mark = QStringLiteral("*")},
        {.cells = {QStringLiteral("mini"), QStringLiteral("a"), Cell{}, Cell{}, Cell{}, qint64{24}},
            .runs = {.models = {QStringLiteral("a")}}},
        {.cells = {QStringLiteral("open"), QStringLiteral("C"), 90.5, 80.0, 99.0, qint64{3}},
            .runs = {.models = {QStringLiteral("C")}}}};
    return table;
}

} // namespace

class TestItemModels : public QObject
{
    Q_OBJECT

private slots:
    void runsAreRows()
    {
        RunTableModel model;
        QAbstractItemModelTester tester(&model);
        model.setRuns(someRuns(), {});
        const QList<int> columns{at(RunColumn::Model), at(RunColumn::Framework), at(RunColumn::Level),
            at(RunColumn::Constraints), at(RunColumn::Passed), at(RunColumn::Raw), at(RunColumn::Strict),
            at(RunColumn::Database), at(RunColumn::Exclusion)};
        QCOMPARE(printed(model, columns),
            QStringList({QStringLiteral("gpt-x | flask | 0 | 10 | 100 | 100 | . |  | ."),
                QStringLiteral("kimi | koa | 2 | 5 | 50 | 0 | 2 | clean_architecture postgres | ."),
                QStringLiteral("kimi | koa | 0 | . | 0 | 0 | . |  | broken sandbox")}));
        QCOMPARE(model.headerData(at(RunColumn::TokensIn), Qt::Horizontal).toString(), QStringLiteral("input"));
    }

    void runsKnowTheirColor()
    {
        RunTableModel model;
        const auto runs = someRuns();
        model.setRuns(
            runs, {{.configuration = runs[1].key.configuration, .displayName = QStringLiteral("Kimi"), .color = 4}});
        QCOMPARE(printed(model, {at(RunColumn::Model)}, ColorRole),
            QStringList({QStringLiteral("."), QStringLiteral("4"), QStringLiteral("4")}));
    }

    void tablesShowTheColumnsForPeople()
    {
        TableSpecModel model;
        QAbstractItemModelTester tester(&model);
        model.setTable(aTable());
        QCOMPARE(printed(model),
            QStringList({QStringLiteral("mini | b | 51.25 | 8"), QStringLiteral("mini | a | . | 24"),
                QStringLiteral("open | C | 90.5 | 3")}));
        QCOMPARE(printed(model, {2}, LowRole),
            QStringList({QStringLiteral("40"), QStringLiteral("."), QStringLiteral("80")}));
        QCOMPARE(printed(model, {0, 1}, MarkRole),
            QStringList({QStringLiteral(". | *"), QStringLiteral(". | ."), QStringLiteral(". | .")}));
    }

    void cellsKnowTheRunsBehindThem()
    {
        TableSpecModel model;
        model.setTable(aTable());
        QCOMPARE(model.runsBehind(model.index(2, 2)), (RunFilter{.models = {QStringLiteral("C")}, .levels = {0}}));
        QCOMPARE(model.runsBehind(model.index(2, 3)), (RunFilter{.models = {QStringLiteral("C")}}));
        QCOMPARE(model.titleOf(model.index(2, 2)), QStringLiteral("open · C · A% L0"));
        QCOMPARE(model.titleOf(model.index(2, 1)), QStringLiteral("open · C"));
    }

    void whatDoesNotExistSortsLast()
    {
        TableSpecModel model;
        model.setTable(aTable());
        RawSortProxy sorted;
        QAbstractItemModelTester tester(&sorted);
        sorted.setSourceModel(&model);
        sorted.sort(2, Qt::AscendingOrder);
        QCOMPARE(printed(sorted, {1}), QStringList({QStringLiteral("b"), QStringLiteral("C"), QStringLiteral("a")}));
        sorted.sort(2, Qt::DescendingOrder);
        QCOMPARE(printed(sorted, {1}), QStringList({QStringLiteral("C"), QStringLiteral("b"), QStringLiteral("a")}));
        sorted.sort(1, Qt::AscendingOrder);
        QCOMPARE(printed(sorted, {1}), QStringList({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("C")}));
    }

    void issuesListTheRefusedFirst()
    {
        IssueModel model;
        QAbstractItemModelTester tester(&model);
        model.setReport({.refused = {{QStringLiteral("x.zip"), QStringLiteral("A bomb.")}},
            .warnings = {{QStringLiteral("run_0"), QStringLiteral("No report.")}}});
        QCOMPARE(printed(model),
            QStringList({QStringLiteral("0 | x.zip | A bomb."), QStringLiteral("1 | run_0 | No report.")}));
    }

    void stylesAreEditedAndMoved()
    {
        StyleModel model;
        QAbstractItemModelTester tester(&model);
        model.setStyles({{.configuration = {QStringLiteral("mini"), QStringLiteral("a")},
                             .displayName = QStringLiteral("A"),
                             .order = 0},
            {.configuration = {QStringLiteral("mini"), QStringLiteral("b")},
                .displayName = QStringLiteral("B"),
                .order = 1}});
        QSignalSpy edited(&model, &StyleModel::edited);
        QVERIFY(model.setData(model.index(0, StyleModel::Name), QStringLiteral("Alpha")));
        QVERIFY(!model.setData(model.index(0, StyleModel::Name), QStringLiteral("  ")));
        QVERIFY(model.setData(model.index(1, StyleModel::Line), static_cast<int>(LineStyle::Dot)));
        QVERIFY(model.moveStyle(0, 1));
        QVERIFY(!model.moveStyle(0, -1));
        QCOMPARE(edited.size(), 3);
        QCOMPARE(printed(model),
            QStringList({QStringLiteral("b · mini | B | 0 | 2"), QStringLiteral("a · mini | Alpha | 0 | 0")}));
        QCOMPARE(model.styles()[1].order, 1);
    }
};

QTEST_GUILESS_MAIN(TestItemModels)
#include "tst_itemmodels.moc"
