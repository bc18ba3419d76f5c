// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <charts/chartview.h>
#include <items/stylemodel.h>
#include <pages/exclusionbar.h>
#include <pages/facetbutton.h>
#include <pages/figurepanel.h>
#include <pages/headlinepanel.h>
#include <pages/importhistory.h>
#include <pages/importpanel.h>
#include <pages/overviewpage.h>
#include <pages/runspage.h>
#include <pages/stylepanel.h>
#include <pages/tablespage.h>
#include <support/arun.h>
#include <tables/runtableview.h>
#include <tables/tableview.h>
#include <widgets/chip.h>
#include <widgets/filterchips.h>
#include <widgets/filterwords.h>
#include <widgets/segmentedswitch.h>

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using namespace Decayscope;
using Test::aRun;

namespace {

RunList someRuns()
{
    const std::vector<Run> runs{aRun().of("a").on("flask"), aRun().of("b").on("koa", {Constraint::Postgres}),
        aRun().of("b").on("koa").excluded("broken")};
    return {.runs = runs, .styles = {}, .counts = facetCounts(runs, {}), .total = 10};
}

QAbstractButton *buttonSaying(const QWidget &parent, QStringView text)
{
    for (auto *button : parent.findChildren<QAbstractButton *>()) {
        if (button->text() == text)
            return button;
    }
    return nullptr;
}

} // namespace

class TestPages : public QObject
{
    Q_OBJECT

private slots:
    void filtersReadAsWords()
    {
        const RunFilter filter{.models = {QStringLiteral("kimi")},
            .levels = {2, 3},
            .constraints = {{Constraint::Postgres, Constraint::Sqlite}},
            .outcomes = {RunOutcome::TestsFailed},
            .text = QStringLiteral("2026"),
            .excludedToo = true};
        QCOMPARE(filterSentence(filter),
            QStringLiteral("contains “2026” · model kimi · level L2 or L3 · with PostgreSQL or SQLite · outcome Tests "
                           "failed · excluded runs too"));
        QCOMPARE(filterSentence({}), QString());
        const RunFilter chosen{.only = std::set<RunId>{RunId{1}, RunId{2}}};
        QCOMPARE(filterParts(chosen).size(), std::size_t{1});
    }

    void aChipTakesItsRestrictionAway()
    {
        FilterChips chips;
        chips.setFilter({.models = {QStringLiteral("kimi")}, .levels = {2}});
        QSignalSpy chosen(&chips, &FilterChips::filterChosen);
        QTest::keyClick(chips.findChildren<Chip *>().first(), Qt::Key_Delete);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].value<RunFilter>(), (RunFilter{.levels = {2}}));
    }

    void aFacetIsChosenFromItsList()
    {
        FacetButton button(Facet::Level);
        button.setCounts({{FacetValue{.number = 0}, 8}, {FacetValue{.number = 2}, 3}});
        QSignalSpy chosen(&button, &FacetButton::valuesChosen);
        auto *list = button.findChild<QListWidget *>();
        QCOMPARE(list->item(1)->text(), QStringLiteral("L2   3"));
        list->item(1)->setCheckState(Qt::Checked);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(button.text(), QStringLiteral("Level: L2 ▾"));
        button.setChosen({});
        QCOMPARE(button.text(), QStringLiteral("Level ▾"));
        QCOMPARE(chosen.size(), 1);
    }

    void typedWordsFilterAfterAPause()
    {
        FilterBar bar;
        QSignalSpy chosen(&bar, &FilterBar::filterChosen);
        auto *text = bar.findChild<QLineEdit *>();
        QTest::keyClicks(text, QStringLiteral("koa"));
        QVERIFY(chosen.wait(2000));
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].value<RunFilter>().text, QStringLiteral("koa"));
    }

    void runsSayHowManyOfHowMany()
    {
        RunsPage page;
        page.setRuns(someRuns());
        QCOMPARE(page.countText(), QStringLiteral("3 of 10 runs"));
        page.setOrigin(QStringLiteral("GPT · L2"));
        QCOMPARE(page.origin(), QStringLiteral("Runs behind GPT · L2"));
    }

    void excludingAsksForAReasonInLine()
    {
        RunsPage page;
        page.setRuns(someRuns());
        page.show();
        page.table()->selectAll();
        QSignalSpy excluded(&page, &RunsPage::exclusionRequested);
        page.excludeSelection();
        auto *bar = page.findChild<ExclusionBar *>();
        QVERIFY(bar->isVisible());
        QTest::keyClicks(bar->findChild<QLineEdit *>(), QStringLiteral("no network"));
        QTest::keyClick(bar->findChild<QLineEdit *>(), Qt::Key_Return);
        QCOMPARE(excluded.size(), 1);
        QCOMPARE(excluded[0][0].value<std::vector<RunId>>().size(), std::size_t{2});
        QCOMPARE(excluded[0][1].toString(), QStringLiteral("no network"));
        QVERIFY(!bar->isVisible());

        QSignalSpy included(&page, &RunsPage::inclusionRequested);
        page.includeSelection();
        QCOMPARE(included[0][0].value<std::vector<RunId>>().size(), std::size_t{1});
    }

    void aReadOnlyStudyExcludesNothing()
    {
        RunsPage page;
        page.setRuns(someRuns());
        page.setReadOnly(true);
        page.table()->selectAll();
        page.excludeSelection();
        QVERIFY(page.findChild<ExclusionBar *>()->isHidden());
    }

    void theMetricIsAnIntent()
    {
        OverviewPage page;
        page.setOptions({});
        QSignalSpy chosen(&page, &OverviewPage::optionsChosen);
        buttonSaying(page, u"pass@1")->click();
        buttonSaying(page, u"Published")->click();
        QCOMPARE(chosen.size(), 2);
        QCOMPARE(chosen[1][0].value<OverviewOptions>(), (OverviewOptions{.isPassAt1 = true, .publishedMarks = true}));
    }

    void theHeadlineIsASentence()
    {
        HeadlinePanel panel;
        panel.setHeadline({.configurations = 4, .meanDelta = -33.24, .meanRelativeLoss = 40.51}, ScoreChoice::Strict);
        QCOMPARE(panel.text(),
            QStringLiteral("−33.2 points. Mean change of A% (strict) from L0 to L3 over 4 capable configuration(s), "
                           "those above 50 % at L0: a relative loss of 40.5 %."));
        panel.setHeadline({.configurations = 1, .meanDelta = -1}, ScoreChoice::Syntax);
        QVERIFY(panel.text().contains(u"A% (strict, syntax)"));
        panel.setHeadline({}, ScoreChoice::Strict);
        QVERIFY(panel.text().startsWith(u"–. No configuration"));
    }

    void chartAndTableAreTwins()
    {
        FigurePanel panel(QStringLiteral("Decay"));
        FigureSpec figure{.name = QStringLiteral("decay")};
        figure.x.categories = {QStringLiteral("L0")};
        figure.series = {{.name = QStringLiteral("X"), .points = {{.x = 0, .y = 90}}}};
        panel.setFigure(figure);
        panel.setTableShown(true);
        panel.show();
        QVERIFY(panel.table()->isVisible() && !panel.chart()->isVisible());
        QCOMPARE(panel.table()->cellAt(0, 2), QStringLiteral("90.0"));
    }

    void tablesAreChosenByName()
    {
        TablesPage page({{.name = QStringLiteral("decay"), .title = QStringLiteral("Decay"), .description = {}},
            {.name = QStringLiteral("tokens"), .title = QStringLiteral("Tokens"), .description = {}}});
        QSignalSpy chosen(&page, &TablesPage::tableChosen);
        page.chooseTable(QStringLiteral("tokens"));
        QCOMPARE(page.chosenTable(), QStringLiteral("tokens"));
        QVERIFY(chosen.isEmpty());
        QTest::keyClick(page.findChild<QListWidget *>(), Qt::Key_Up);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].toString(), QStringLiteral("decay"));
    }

    void anImportTellsHowFarItIsAndWhatBecameOfIt()
    {
        ImportPanel panel;
        panel.begin({QStringLiteral("results")});
        panel.setProgress({.done = 250, .total = 1000, .bytes = 1 << 20, .what = QStringLiteral("uv/mini/a/run_0")});
        QVERIFY(panel.isRunning());
        QCOMPARE(panel.headline(), QStringLiteral("uv/mini/a/run_0"));
        QSignalSpy cancel(&panel, &ImportPanel::cancelRequested);
        buttonSaying(panel, u"Cancel")->click();
        QCOMPARE(cancel.size(), 1);
        panel.setReport(
            {.importId = 3, .imported = 12, .refused = {{QStringLiteral("x.zip"), QStringLiteral("A bomb.")}}});
        QVERIFY(!panel.isRunning());
        QCOMPARE(panel.headline(), QStringLiteral("12 run(s) imported"));
        QSignalSpy undo(&panel, &ImportPanel::undoRequested);
        buttonSaying(panel, u"Undo import")->click();
        QCOMPARE(undo[0][0].toLongLong(), 3);
        panel.setReport({.labels = 4, .samples = 1});
        const auto labels = panel.findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(
            labels, [](const QLabel *label) { return label->text().endsWith(u"now · 4 label(s) · 1 sample(s)"); }));
    }

    void durationsReadAsPeopleSayThem()
    {
        QCOMPARE(durationText(0.2), QStringLiteral("1 s"));
        QCOMPARE(durationText(200), QStringLiteral("3 min 20 s"));
        QCOMPARE(durationText(3900), QStringLiteral("1 h 5 min"));
    }

    void pastImportsCanBeUndoneOnce()
    {
        ImportHistory history;
        history.setImports(
            {{.id = 2, .time = QStringLiteral("2026-11-22T10:00:00Z"), .imported = 5},
                {.id = 1, .time = QStringLiteral("2026-11-21T10:00:00Z"), .imported = 7, .undone = true}},
            false);
        auto *button = buttonSaying(history, u"Undo import");
        QVERIFY(!button->isEnabled());
        history.list()->setCurrentItem(history.list()->topLevelItem(0));
        QVERIFY(button->isEnabled());
        QSignalSpy undo(&history, &ImportHistory::undoRequested);
        button->click();
        QCOMPARE(undo[0][0].toLongLong(), 2);
        history.setImports({{.id = 2}}, true);
        history.list()->setCurrentItem(history.list()->topLevelItem(0));
        QVERIFY(!button->isEnabled());
    }

    void styleEditsComeTogether()
    {
        StylePanel panel;
        panel.setStyles(
            {{.configuration = {QStringLiteral("mini"), QStringLiteral("a")}, .displayName = QStringLiteral("A")},
                {.configuration = {QStringLiteral("mini"), QStringLiteral("b")},
                    .displayName = QStringLiteral("B"),
                    .order = 1}},
            false);
        QSignalSpy edited(&panel, &StylePanel::stylesEdited);
        panel.model()->setData(panel.model()->index(0, StyleModel::Name), QStringLiteral("Alpha"));
        panel.model()->setData(panel.model()->index(0, StyleModel::Color), 5);
        QVERIFY(edited.wait(1000));
        QCOMPARE(edited.size(), 1);
        const auto styles = edited[0][0].value<std::vector<ConfigurationStyle>>();
        QCOMPARE(styles[0].displayName, QStringLiteral("Alpha"));
        QCOMPARE(styles[0].color, 5);
    }
};

QTEST_MAIN(TestPages)
#include "tst_pages.moc"
