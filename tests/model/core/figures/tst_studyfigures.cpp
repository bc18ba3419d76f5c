// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figurestudies.h"

#include <figures/figurecatalogue.h>
#include <figures/figuretable.h>
#include <figures/tablewriters.h>
#include <support/arun.h>

#include <QTest>

#include <algorithm>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;
using enum Constraint;

namespace {

/// Two configurations on flask and koa; all of flask at 90 − 20·level, koa half of it for the second.
StudySnapshot twoSweeps()
{
    auto runs = aSweep("gpt-x", "mini_swe_sdk", 90, 20);
    for (auto run : aSweep("kimi", "openhands_sdk", 60, 10)) {
        if (run.task.framework == u"koa") {
            run.passed /= 2;
            run.failed = run.assertions - run.passed;
        }
        runs.push_back(run);
    }
    return aStudy(std::move(runs));
}

FigureSpec figureOf(QStringView name, const StudySnapshot &study, const FigureRequest &request = {})
{
    auto figure = buildFigure(name, study, request);
    return figure ? std::move(*figure) : FigureSpec{.name = figure.error().message};
}

QStringList keysOf(const FigureSpec &figure)
{
    QStringList keys;
    for (const auto &column : tableOfFigure(figure).columns)
        keys << column.key;
    return keys;
}

QStringList firstLines(const FigureSpec &figure, qsizetype count)
{
    return QString::fromUtf8(writeTable(tableOfFigure(figure), TableFormat::Csv))
        .split(u'\n')
        .first(count)
        .replaceInStrings(u"\r"_s, QString());
}

} // namespace

class TestStudyFigures : public QObject
{
    Q_OBJECT

private slots:
    void sensitivityOrdersFrameworks()
    {
        const auto figure = figureOf(u"sensitivity", twoSweeps());
        QCOMPARE(figure.shape, FigureShape::Dots);
        QCOMPARE(figure.x.categories.join(u' '), u"flask koa"_s);
        QCOMPARE(printedFigure(figure),
            (QStringList{u"gpt-x · mini_swe_sdk: 0:56 [50, 62] n=10"_s, u"gpt-x · mini_swe_sdk: 1:56 [50, 62] n=10"_s,
                u"kimi · openhands_sdk: 0:43 [40, 46] n=10"_s, u"kimi · openhands_sdk: 1:21.5 [20, 23] n=10"_s}));
        QCOMPARE(figure.card.interval, u"± SEM over runs (SD/√n)"_s);
        const auto one = figureOf(u"sensitivity", aStudy({aRun().on("flask")}));
        QCOMPARE(printedFigure(one), QStringList{u"gpt-x · mini_swe_sdk: 0:100 n=1 hollow"_s});
        QVERIFY(one.series.front().points.front().detail.contains(u"one run has no SEM"));
        QVERIFY(one.card.interval.isEmpty());
    }

    void latticeOfAFramework()
    {
        const auto figure = figureOf(u"lattice", aStudy(aSweep("gpt-x", "mini_swe_sdk", 90, 20)));
        const auto lines = printedFigure(figure);
        QCOMPARE(lines.size(), 23);
        QCOMPARE(lines.filter(u"to "_s).size(), 13);
        QCOMPARE(lines.first(), u"Clean Architecture: 0:0 to 0:1 v=-20 [-20, -20] \"−20.0\" n=2"_s);
        QCOMPARE(lines[13], u"Variants: 0:0 v=90 [90, 90] \"none/90\" n=2"_s);
        QCOMPARE(figure.color.minimum, -20.0);
        QVERIFY(figure.color.diverging && !figure.nodeColor.diverging);
        QCOMPARE(figure.series[3].points.front().detail,
            u"SQLAlchemy or Sequelize added (S → SO): mean −20.0 percentage points over 2 pairs, SEM 0.0. 95 % "
            "interval −20.0 to −20.0, 2 clusters."_s);
        QCOMPARE(figure.series[4].points.back().detail,
            u"APO (Clean Architecture, PostgreSQL, an ORM): A% 30.0 %, pass@1 0.0 % over 2 scores of configurations on "
            "tasks (2 runs). 95 % interval 30.0 % to 30.0 %, clusters: 2 frameworks."_s);
        const auto panels
            = figureOf(u"lattice", aStudy(aSweep("gpt-x", "mini_swe_sdk", 90, 20)), {.facet = FigureFacet::Framework});
        QCOMPARE(panels.panels.join(u' '), u"flask koa"_s);
        QCOMPARE(printedFigure(panels).size(), 1 + 2 * 23);
        QCOMPARE(keysOf(panels).join(u' '), u"panel series element a delta n"_s);
    }

    void heatMapOfTasks()
    {
        const auto study = aStudy({aRun().on("flask"), aRun().of("kimi").on("flask").passing(1, 3),
            aRun().on("flask", {Sqlite, SqlAlchemy}).passing(2, 3), aRun().on("koa", {CleanArchitecture}),
            aRun().on("koa", {Postgres, Sqlite}).passing(0, 3)});
        const auto figure = figureOf(u"heatmap", study);
        QCOMPARE(figure.y.categories.join(u", "), u"flask none, flask SO, koa A, koa postgres+sqlite"_s);
        QCOMPARE(figure.x.categories.join(u", "), u"gpt-x · mini_swe_sdk, kimi · mini_swe_sdk"_s);
        QCOMPARE(printedFigure(figure),
            (QStringList{u"A%: 0:0 v=100 \"100 ✓\" n=1"_s, u"A%: 1:0 v=33.3333 \"33\" n=1"_s,
                u"A%: 0:1 v=66.6667 \"67\" n=1"_s, u"A%: 0:2 v=100 \"100 ✓\" n=1"_s, u"A%: 0:3 v=0 \"0\" n=1"_s}));
        QCOMPARE(
            firstLines(figure, 2), (QStringList{u"row,column,value,n"_s, u"flask none,gpt-x · mini_swe_sdk,100,1"_s}));
        const auto panels = figureOf(u"heatmap", study, {.facet = FigureFacet::Framework});
        QCOMPARE(panels.y.categories.join(u", "), u"none, SO, A, postgres+sqlite"_s);
        QCOMPARE(panels.panels.join(u' '), u"flask koa"_s);
    }

    void scattersAndSlopes()
    {
        const auto study = twoSweeps();
        const auto scatter = figureOf(u"pass-vs-a", study);
        QCOMPARE(printedFigure(scatter).first(), u"gpt-x · mini_swe_sdk: 90:0 [0, 0] \"L0\" n=2"_s);
        QCOMPARE(scatter.series.back().points.front().xLow.has_value(), true);
        QCOMPARE(keysOf(scatter).join(u' '), u"series point x y low high x_low x_high n"_s);
        const auto slopes = figureOf(u"slope", study);
        QCOMPARE(slopes.x.categories.join(u' '), u"L0 L3"_s);
        QCOMPARE(printedFigure(slopes).first(2),
            (QStringList{u"gpt-x · mini_swe_sdk: 0:90 [90, 90] n=2"_s, u"gpt-x · mini_swe_sdk: 1:30 [30, 30] n=4"_s}));
        QVERIFY2(slopes.summary.startsWith(u"gpt-x · mini_swe_sdk: −60.0 points (90.0 % to 30.0 %)."),
            qPrintable(slopes.summary));
    }

    void verifierImpactHasAPanelAConfiguration()
    {
        const auto study = aStudy({aRun().on("flask").passing(9, 10),
            aRun().on("flask", {Postgres}).passing(8, 10).violating(ConstraintKind::Database)});
        const auto figure = figureOf(u"verifier-impact", study);
        QCOMPARE(printedFigure(figure),
            (QStringList{u"panels gpt-x · mini_swe_sdk"_s, u"0 With verifiers: 0:90 n=1"_s,
                u"0 With verifiers: 1:0 n=1 hollow"_s, u"0 Tests alone: 0:90 n=1"_s,
                u"0 Tests alone: 1:80 n=1 hollow"_s}));
        QVERIFY(figure.notes.join(u' ').contains(u"1 of 1 (100.0 %) break a constraint"));
    }

    void curvesByFramework()
    {
        const auto figure = figureOf(u"decay", twoSweeps(), {.facet = FigureFacet::Framework, .publishedMarks = true});
        QCOMPARE(printedFigure(figure).first(2),
            (QStringList{u"panels flask | koa"_s, u"0 gpt-x · mini_swe_sdk: 0:90 n=1"_s}));
        QVERIFY(figure.references.empty());
        QVERIFY(figure.card.interval.isEmpty());
        QVERIFY(figure.summary.startsWith(u"flask, gpt-x · mini_swe_sdk: 90.0 % at L0"));
        const auto models = figureOf(u"decay", twoSweeps(), {.facet = FigureFacet::Model});
        QCOMPARE(models.panels.join(u' '), u"gpt-x kimi"_s);
        QCOMPARE(models.series.size(), 2U);
        QCOMPARE(models.series.back().panel, 1);
        QCOMPARE(models.card.count, u"n = 2–8 tasks a point, 40 runs of 2 configurations"_s);
    }

    void effectsByModelShareRows()
    {
        auto study = twoSweeps();
        std::erase_if(study.runs, [](const Run &run) {
            return run.key.configuration.model == u"kimi" && run.task.constraints.contains(Sqlite);
        });
        const auto figure = figureOf(u"marginal-effects", study, {.facet = FigureFacet::Model});
        QCOMPARE(figure.y.categories.size(), 5);
        QCOMPARE(figure.y.subLabels[2], u"n = 4 pairs"_s);
        QCOMPARE(figure.series[1].points.size(), 4U);
        QCOMPARE(figure.series[1].points[2].y, 3.0);
        QCOMPARE(keysOf(figure).join(u' '), u"panel series category mean low high n"_s);
    }

    void tokensAndCost()
    {
        std::vector<Run> runs;
        for (const auto *model : {"gpt-x", "kimi"}) {
            for (const auto *framework : {"flask", "koa"}) {
                auto run = aRun().of(model).on(framework).run();
                const int times = model[0] == 'k' ? 100 : 1;
                run.tokens
                    = TokenCount{.input = times * (framework[0] == 'k' ? 30 : 10), .output = 7, .estimated = times > 1};
                runs.push_back(run);
            }
        }
        const auto study = aStudy(runs);
        const auto input = figureOf(u"tokens", study);
        QCOMPARE(printedFigure(input),
            (QStringList{u"gpt-x · mini_swe_sdk: 0:20 [-107.062, 147.062] n=2"_s,
                u"kimi · mini_swe_sdk: 0:2000 [-10706.2, 14706.2] n=2 hollow"_s}));
        QVERIFY(input.y.logarithmic);
        QCOMPARE(input.y.minimum, 20.0);
        QCOMPARE(input.y.maximum, 15000.0);
        QVERIFY(input.notes.join(u' ').contains(u"2 of 4 runs are estimated"));
        const auto output = figureOf(u"tokens", study, {.tokens = TokenMeasure::Output});
        QVERIFY(!output.y.logarithmic);
        QCOMPARE(output.y.minimum, 0.0);
        QCOMPARE(output.y.maximum, 8.0);
        const auto cost = figureOf(
            u"tokens", study, {.tokens = TokenMeasure::Cost, .prices = {{u"kimi"_s, {.input = 1000, .output = 0}}}});
        QCOMPARE(cost.series.size(), 1U);
        QCOMPARE(cost.series.front().points.front().y, 2.0);
        QVERIFY(cost.card.exclusions.contains(u"models without a price: gpt-x"_s));
    }

    void subsetSpeaksForAll()
    {
        const auto figure = figureOf(u"subset", anUnevenStudy());
        QVERIFY(figure.diagonal);
        QCOMPARE(figure.series.front().name, u"L0"_s);
        QVERIFY2(figure.summary.contains(u"Pearson r = 1.000"), qPrintable(figure.summary));
        QVERIFY(figure.card.estimator.contains(u"Spearman ρ = 1.000"));
        QCOMPARE(keysOf(figure).join(u' '), u"series point x y n"_s);
    }

    void referencesStandInTheTable()
    {
        const auto figure
            = figureOf(u"marginal-effects", aStudy(aSweep("gpt-x", "mini_swe_sdk", 90, 20)), {.publishedMarks = true});
        const auto table = tableOfFigure(figure);
        QCOMPARE(table.rows.size(), 10U);
        QCOMPARE(table.at(9, u"note"), Cell(u"reference"_s));
        QCOMPARE(table.at(9, u"n"), Cell());
        QVERIFY(table.rows[9].runs.only && table.rows[9].runs.only->empty());
        QCOMPARE(table.card, figure.card);
    }
};

QTEST_GUILESS_MAIN(TestStudyFigures)
#include "tst_studyfigures.moc"
