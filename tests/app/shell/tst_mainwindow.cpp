// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowfixture.h"

#include <charts/chartview.h>
#include <pages/figurepanel.h>
#include <pages/headlinepanel.h>
#include <pages/tablespage.h>
#include <shell/commandpalette.h>
#include <shell/topbar.h>
#include <tables/runtableview.h>
#include <tables/tableview.h>
#include <widgets/filterchips.h>
#include <widgets/messagebar.h>

#include <QApplication>
#include <QTest>

using namespace Decayscope;

namespace {

QString levelValues(const TableSpec &table)
{
    QStringList values;
    for (const auto *key : {u"a_l0", u"a_l3"}) {
        const auto *number = std::get_if<double>(&table.at(0, key));
        values << (number ? QString::number(*number, 'f', 3) : QStringLiteral("–"));
    }
    return values.join(u' ');
}

} // namespace

/// The whole program but main(): a study is opened, looked at from all sides, closed and opened again.
class TestMainWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_study = Test::makeStudy(m_folder.path());
        QVERIFY(!m_study.isEmpty());
    }

    void init()
    {
        m_context = Test::openWindow(*qApp, m_study);
        QVERIFY(m_context);
        if (window().place().page != Page::Overview)
            show(Page::Overview);
    }

    void cleanup()
    {
        if (m_context)
            window().close();
        m_context.reset();
    }

    void showsCurvesAndHeadline()
    {
        const auto &figure = window().overviewPage()->decay()->chart()->figure();
        QVERIFY(!figure.series.empty());
        QCOMPARE(figure.x.categories.size(), 4);
        QVERIFY(!window().overviewPage()->effects()->chart()->figure().series.empty());
        QVERIFY(window().overviewPage()->headline()->text().contains(u"L0 to L3"));
        QVERIFY(window().statusText().contains(u" runs"));
        QVERIFY(window().topBar()->studyText().startsWith(u"mine"));
    }

    void aPointLeadsToItsRuns()
    {
        auto *chart = window().overviewPage()->decay()->chart();
        const auto expected
            = filtered(m_context->study().snapshot()->runs, chart->figure().series[0].points[0].runs).size();
        QTest::mouseClick(chart->viewport(), Qt::LeftButton, {}, chart->placeOf(0, 0));
        QVERIFY(Test::waitForPage(window(), Page::Runs));
        QCOMPARE(window().place().page, Page::Runs);
        QCOMPARE(static_cast<std::size_t>(window().runsPage()->table()->model()->rowCount()), expected);
        QVERIFY(expected > 0);
        QVERIFY(!window().runsPage()->origin().isEmpty());
        trigger(Command::Back);
        QCOMPARE(window().place().page, Page::Overview);
        trigger(Command::Forward);
        QCOMPARE(window().place().page, Page::Runs);
    }

    void aFilterRulesEveryPage()
    {
        show(Page::Runs);
        const auto all = window().runsPage()->table()->model()->rowCount();
        const auto model = m_context->study().snapshot()->runs.front().key.configuration.model;
        emit window().runsPage() -> filterBar()->filterChosen({.models = {model}});
        QVERIFY(Test::waitForPage(window(), Page::Runs));
        const auto some = window().runsPage()->table()->model()->rowCount();
        QVERIFY(some > 0 && some < all);
        QVERIFY(window().runsPage()->countText().contains(QStringLiteral("%1 of ").arg(some)));
        QCOMPARE(window().topBar()->chips()->texts(), QStringList{QString(u"model " % model)});
        QVERIFY(window().statusText().contains(u"filter: "));
        show(Page::Overview);
        for (const auto &series : window().overviewPage()->decay()->chart()->figure().series)
            QVERIFY(series.points.front().runs.models.contains(model));
        trigger(Command::ClearFilter);
        QVERIFY(Test::waitForPage(window(), Page::Overview));
        QCOMPARE(window().topBar()->chips()->texts(), QStringList());
    }

    void strictAndRawChangeTheNumbers()
    {
        QCOMPARE(window().score(), ScoreChoice::Strict);
        const auto strict = window().overviewPage()->headline()->text();
        trigger(Command::StrictRaw);
        QVERIFY(Test::waitForPage(window(), Page::Overview));
        QCOMPARE(window().score(), ScoreChoice::Syntax);
        QVERIFY(window().overviewPage()->headline()->text().contains(u"A% (strict, syntax)"));
        QCOMPARE(window().overviewPage()->decay()->chart()->figure().y.title, QStringLiteral("A% (strict, syntax)"));
        trigger(Command::StrictRaw);
        QVERIFY(Test::waitForPage(window(), Page::Overview));
        QCOMPARE(window().score(), ScoreChoice::Raw);
        QVERIFY(window().commands().action(Command::ScoreRaw)->isChecked());
        QVERIFY(window().overviewPage()->headline()->text() != strict);
        QVERIFY(window().overviewPage()->headline()->text().contains(u"raw"));
        trigger(Command::StrictRaw);
        QVERIFY(Test::waitForPage(window(), Page::Overview));
        QCOMPARE(window().overviewPage()->headline()->text(), strict);
    }

    void everyTableOpens()
    {
        show(Page::Tables);
        for (const auto &info : tableCatalogue()) {
            if (window().tablesPage()->chosenTable() == info.name)
                continue;
            emit window().tablesPage() -> tableChosen(info.name);
            QVERIFY(Test::waitForPage(window(), Page::Tables));
            QCOMPARE(window().tablesPage()->table()->table().name, info.name);
        }
        emit window().tablesPage() -> tableChosen(QStringLiteral("decay"));
        QVERIFY(Test::waitForPage(window(), Page::Tables));
        QVERIFY(levelValues(window().tablesPage()->table()->table()) != QStringLiteral("– –"));
    }

    void excludedRunsLeaveTheNumbers()
    {
        show(Page::Runs);
        const auto before = window().runsPage()->table()->model()->rowCount();
        window().runsPage()->table()->selectRow(0);
        const auto id = window().runsPage()->table()->selectedRuns().front().id;
        const auto rows = [&] { return window().runsPage()->table()->model()->rowCount(); };
        emit window().runsPage() -> exclusionRequested({id}, QStringLiteral("a broken sandbox"));
        QVERIFY(QTest::qWaitFor([&] { return rows() == before - 1; }, 10'000));
        QVERIFY(window().statusText().contains(u"1 excluded"));
        emit window().runsPage() -> inclusionRequested({id});
        QVERIFY(QTest::qWaitFor([&] { return rows() == before; }, 10'000));
    }

    void keysAloneAreEnough()
    {
        auto &w = window();
        QTest::keyClick(&w, Qt::Key_2, Qt::ControlModifier);
        QVERIFY(Test::waitForPage(w, Page::Tables));
        QTest::keyClick(&w, Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(w.place().page, Page::Overview);
        QTest::keyClick(&w, Qt::Key_D, Qt::AltModifier);
        QVERIFY(w.overviewPage()->areTablesShown());
        QTest::keyClick(&w, Qt::Key_D, Qt::AltModifier);
        auto *chart = w.overviewPage()->decay()->chart();
        chart->setFocus();
        QTest::keyClick(chart, Qt::Key_Right);
        QTest::keyClick(chart, Qt::Key_Right);
        QTest::keyClick(chart, Qt::Key_Return);
        QVERIFY(Test::waitForPage(w, Page::Runs));
        QTest::keyClick(&w, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(w.place().page, Page::Overview);
    }

    void tabReachesWhatCanBeUsed()
    {
        window().activateWindow();
        std::set<QWidget *> reached;
        window().overviewPage()->decay()->chart()->setFocus();
        for (int i = 0; i < 60; ++i) {
            reached.insert(QApplication::focusWidget());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        QVERIFY(reached.contains(window().overviewPage()->decay()->chart()));
        QVERIFY(reached.contains(window().overviewPage()->effects()->chart()));
        QVERIFY(reached.size() > 8);
    }

    void thePaletteOffersEveryCommand()
    {
        trigger(Command::CommandPalette);
        QStringList missing;
        const auto offered = window().palettePopup()->offered().join(u'\n');
        for (const auto &row : commandRows()) {
            if (row.command != Command::CommandPalette && window().commands().action(row.command)->isEnabled()
                && !offered.contains(commandText(row)))
                missing << commandText(row);
        }
        QCOMPARE(missing, QStringList());
        window().palettePopup()->setQuery(QStringLiteral("every table of"));
        QCOMPARE(window().palettePopup()->offered().size(), 1);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QVERIFY(Test::waitForPage(window(), Page::Tables));
    }

    void everythingToUseHasAName()
    {
        for (const auto page : {Page::Tables, Page::Runs, Page::Overview}) {
            if (window().place().page != page)
                show(page);
            const auto nameless = Test::namelessWidgets(window());
            QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u", ")));
        }
    }

    void lightAndDarkAndSizesTakeEffectAtOnce()
    {
        trigger(Command::SchemeDark);
        QVERIFY(QTest::qWaitFor([&] { return window().palette().color(QPalette::Base).lightness() < 80; }));
        trigger(Command::SchemeLight);
        QVERIFY(QTest::qWaitFor([&] { return window().palette().color(QPalette::Base).lightness() > 200; }));
        const auto size = QApplication::font().pointSizeF();
        trigger(Command::LargerFont);
        QCOMPARE(QApplication::font().pointSizeF(), size + 1);
        trigger(Command::FirstFont);
        QCOMPARE(QApplication::font().pointSizeF(), size);
    }

    void problemsAreSaidInTheWindow()
    {
        window().takePaths({QStringLiteral("/nowhere/notes.txt")});
        QVERIFY(window().messages()->text().contains(u"notes.txt"));
        m_context->study().openStudy(QStringLiteral("/nowhere/gone.decayscope"));
        QVERIFY2(window().messages()->text().contains(u"gone.decayscope"), qPrintable(window().messages()->text()));
        QVERIFY(m_context->study().snapshot());
    }

    void closingRemembersWhereItWas()
    {
        show(Page::Tables);
        trigger(Command::ScoreRaw);
        QVERIFY(Test::waitForPage(window(), Page::Tables));
        window().close();
        m_context.reset();
        m_context = Test::openWindow(*qApp); // The last study, without naming it.
        QVERIFY(m_context);
        QCOMPARE(m_context->study().snapshot()->path, m_study);
        QCOMPARE(window().place().page, Page::Tables);
        QCOMPARE(window().score(), ScoreChoice::Raw);
        trigger(Command::ScoreStrict);
        QVERIFY(Test::waitForPage(window(), Page::Tables));
    }

private:
    [[nodiscard]] MainWindow &window() const { return m_context->window(); }
    void trigger(Command command) const { window().commands().action(command)->trigger(); }
    void show(Page page) const
    {
        constexpr std::array commands{Command::Overview, Command::Tables, Command::Figures, Command::Analyses,
            Command::Differences, Command::Runs};
        trigger(commands[static_cast<std::size_t>(page)]);
        QVERIFY(Test::waitForPage(window(), page));
    }

    QTemporaryDir m_folder;
    QString m_study;
    std::unique_ptr<AppContext> m_context;
};

int main(int argc, char **argv)
{
    const Decayscope::Test::FreshUser user;
    QApplication application(argc, argv);
    TestMainWindow test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_mainwindow.moc"
