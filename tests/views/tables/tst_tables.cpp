// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <figures/figuretable.h>
#include <support/arun.h>
#include <tables/rundisplayproxy.h>
#include <tables/runtableview.h>
#include <tables/tablelookbutton.h>
#include <tables/tableview.h>

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace Decayscope;
using Test::aRun;

namespace {

QStringList printed(const QTableView &view)
{
    QStringList lines;
    for (int row = 0; row < view.model()->rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < view.model()->columnCount(); ++column) {
            if (!view.isColumnHidden(column))
                cells << view.model()->index(row, column).data().toString();
        }
        lines << cells.join(u" | ");
    }
    return lines;
}

TableSpec effects()
{
    TableSpec table{.name = QStringLiteral("marginal-effects"), .title = QStringLiteral("Marginal effects")};
    table.columns = {{.key = QStringLiteral("constraint"), .title = QStringLiteral("Constraint")},
        {.key = QStringLiteral("mean"),
            .title = QStringLiteral("Mean"),
            .kind = CellKind::Points,
            .lowKey = QStringLiteral("low"),
            .highKey = QStringLiteral("high")},
        {.key = QStringLiteral("low"), .title = {}, .kind = CellKind::Points, .forPeople = false},
        {.key = QStringLiteral("high"), .title = {}, .kind = CellKind::Points, .forPeople = false},
        {.key = QStringLiteral("p_value"), .title = QStringLiteral("p"), .kind = CellKind::PValue},
        {.key = QStringLiteral("n"), .title = QStringLiteral("n"), .kind = CellKind::Count, .level = 2}};
    table.rows = {{.cells = {QStringLiteral("postgres"), -19.31, -24.0, -14.0, 0.0001, qint64{40}},
                      .runs = {.models = {QStringLiteral("x")}}},
        {.cells = {QStringLiteral("sqlite"), 2.0, Cell{}, Cell{}, 0.0514, qint64{8}}, .runs = {}},
        {.cells = {QStringLiteral("sequelize"), Cell{}, Cell{}, Cell{}, Cell{}, qint64{0}}, .runs = {}}};
    return table;
}

} // namespace

class TestTables : public QObject
{
    Q_OBJECT

private slots:
    void numbersReadAsPeopleWriteThem()
    {
        TableView view;
        view.setTable(effects());
        QAbstractItemModelTester tester(view.model());
        QCOMPARE(printed(view),
            QStringList({QStringLiteral("postgres | -19.3 [-24.0, -14.0] | <0.001 | 40"),
                QStringLiteral("sqlite | +2.0 | 0.051 | 8"), QStringLiteral("sequelize | – | – | 0")}));
        QCOMPARE(view.model()->index(0, 1).data(Qt::TextAlignmentRole).value<Qt::Alignment>(),
            Qt::AlignVCenter | Qt::AlignRight);
    }

    void sortsByValueNotByText()
    {
        TableView view;
        view.setTable(effects());
        view.sortByColumn(3, Qt::DescendingOrder);
        QCOMPARE(view.cellAt(0, 3), QStringLiteral("40"));
        QCOMPARE(view.cellAt(1, 3), QStringLiteral("8"));
        view.setTable(effects());
        QCOMPARE(view.cellAt(0, 3), QStringLiteral("40"));
    }

    void enterAsksForTheRunsBehindACell()
    {
        TableView view;
        view.setTable(effects());
        view.sortByColumn(3, Qt::DescendingOrder);
        view.setCurrentIndex(view.model()->index(0, 3));
        QSignalSpy activated(&view, &TableView::cellActivated);
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated[0][0].value<RunFilter>(), (RunFilter{.models = {QStringLiteral("x")}, .levels = {2}}));
        QCOMPARE(activated[0][1].toString(), QStringLiteral("postgres · n"));
    }

    void copiesTheSelectionForASpreadsheet()
    {
        TableView view;
        view.setTable(effects());
        view.selectRow(1);
        QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(
            QGuiApplication::clipboard()->text(), QStringLiteral("Constraint\tMean\tp\tn\nsqlite\t+2.0\t0.051\t8\n"));
    }

    void aLookDecidesHowCellsAreShown()
    {
        auto table = effects();
        table.columns[1].best = BestValue::Highest;
        table.columns[4].isPublished = true;
        table.columns[0].isPublished = true;
        TableView view;
        view.setTable(table);
        QAbstractItemModelTester tester(view.model());
        view.sortByColumn(3, Qt::AscendingOrder);
        view.setLook({.interval = IntervalForm::PlusMinus, .boldBest = true, .caption = {}, .label = {}});
        QCOMPARE(printed(view),
            QStringList({QStringLiteral("sequelize | – | – | 0"), QStringLiteral("sqlite | +2.0 | 0.051 | 8"),
                QStringLiteral("postgres | -19.3 ± 5.0 | <0.001 | 40")}));
        QVERIFY(view.model()->index(1, 1).data(Qt::FontRole).value<QFont>().bold());
        QVERIFY(!view.model()->index(2, 1).data(Qt::FontRole).isValid());
        QVERIFY(!view.model()->index(1, 1).data(Qt::ToolTipRole).toString().isEmpty());
        view.setLook({.paperExact = true, .caption = {}, .label = {}});
        QCOMPARE(printed(view),
            QStringList({QStringLiteral("sequelize | –"), QStringLiteral("sqlite | 0.051"),
                QStringLiteral("postgres | <0.001")}));
        view.selectRow(1);
        view.copySelection();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("Constraint\tp\nsqlite\t0.051\n"));
    }

    void looksAreChosenInAMenu()
    {
        TableLookButton button;
        QSignalSpy chosen(&button, &TableLookButton::lookChosen);
        const auto trigger = [&button](QStringView title) {
            for (auto *action : button.menu()->actions()) {
                if (action->text().remove(u'&').startsWith(title))
                    action->trigger();
            }
        };
        trigger(u"Plus-minus");
        trigger(u"Best values");
        QCOMPARE(chosen.size(), 2);
        QCOMPARE(button.look(),
            (TableLook{.interval = IntervalForm::PlusMinus, .boldBest = true, .caption = {}, .label = {}}));
        button.setLook({});
        QCOMPARE(chosen.size(), 2);
        trigger(u"Best values");
        QVERIFY(button.look().boldBest && button.look().interval == IntervalForm::Brackets);
    }

    void figuresHaveATableTwin()
    {
        FigureSpec figure{.name = QStringLiteral("decay")};
        figure.x.categories = {QStringLiteral("L0"), QStringLiteral("L1")};
        figure.series = {{.name = QStringLiteral("X"),
            .points = {{.x = 0, .y = 90, .low = 80, .high = 95, .n = 8, .runs = {.levels = {0}}},
                {.x = 1, .y = 50.55, .n = 2, .hollow = true}}}};
        TableView view;
        view.setTable(tableOfFigure(figure));
        QCOMPARE(printed(view),
            QStringList({QStringLiteral("X | L0 | 90.0 | 80.0 | 95.0 | 8 | "),
                QStringLiteral("X | L1 | 50.5 | – | – | 2 | incomplete")}));
        QCOMPARE(view.table().rows[0].runs, (RunFilter{.levels = {0}}));
    }

    void runsReadAsWords()
    {
        RunTableView view;
        view.setRuns({aRun().of("gpt-x").on("flask").passing(10, 10),
                         aRun()
                             .of("kimi")
                             .on("koa", {Constraint::CleanArchitecture, Constraint::Postgres})
                             .passing(5, 10)
                             .violating(ConstraintKind::Database)},
            {});
        QAbstractItemModelTester tester(view.model());
        for (const auto column : {RunColumn::Scaffold, RunColumn::Trial, RunColumn::Turns, RunColumn::TokensIn,
                 RunColumn::Warnings, RunColumn::Ending})
            view.setColumnHidden(static_cast<int>(column), true);
        QCOMPARE(printed(view),
            QStringList({QStringLiteral("gpt-x | flask | L0 | Success | 10 / 10 | 100.0 | 100.0 |  |  |  | "),
                QStringLiteral("kimi | koa | L2 | Tests failed | 5 / 10 | 50.0 | 0.0 | ✓ | ✗ violated |  | Clean "
                               "Architecture · PostgreSQL")}));
    }

    void columnsCanBeChosenAndAreRemembered()
    {
        RunTableView view;
        QMenu menu;
        view.fillColumnMenu(menu);
        QCOMPARE(menu.actions().size(), runColumnCount);
        menu.actions().at(0)->setChecked(false);
        QVERIFY(view.isColumnHidden(0));
        RunTableView other;
        other.restoreColumnState(view.columnState());
        QVERIFY(other.isColumnHidden(0));
        other.restoreColumnState(QByteArrayLiteral("nonsense"));
        QVERIFY(!other.isColumnHidden(0));
    }

    void theSelectionOutlivesNewRuns()
    {
        const std::vector<Run> runs{aRun().of("a"), aRun().of("b"), aRun().of("c")};
        RunTableView view;
        view.setRuns(runs, {});
        view.selectRow(1);
        view.setRuns({runs[1], runs[2]}, {});
        const auto selected = view.selectedRuns();
        QCOMPARE(selected.size(), std::size_t{1});
        QCOMPARE(selected[0].id, runs[1].id);
    }
};

QTEST_MAIN(TestTables)
#include "tst_tables.moc"
