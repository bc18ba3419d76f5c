// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <figures/figurebuilder.h>
#include <support/arun.h>

#include <QTest>

using namespace Decayscope;
using namespace Decayscope::Test;
using enum Constraint;

namespace {

StudySnapshot study(std::vector<Run> runs)
{
    StudySnapshot study{.runs = std::move(runs)};
    study.styles = completedStyles({}, study.runs);
    return study;
}

/// All tasks of two frameworks, the share of passed assertions falling with the level.
std::vector<Run> sweep(const char *model, const char *scaffold, int start, int fall)
{
    std::vector<Run> runs;
    for (const auto *framework : {"flask", "koa"}) {
        for (const auto constraints : variantsOf(framework[0] == 'k' ? u"node" : u"uv"))
            runs.push_back(
                aRun().of(model, scaffold).on(framework, constraints).passing(start - fall * constraints.size(), 100));
    }
    return runs;
}

QStringList printed(const FigureSpec &figure)
{
    QStringList lines;
    for (const auto &series : figure.series) {
        QStringList points;
        for (const auto &point : series.points)
            points << QStringLiteral("%1:%2%3 n=%4")
                          .arg(point.x)
                          .arg(point.y)
                          .arg(point.hollow ? QStringLiteral(" hollow") : QString())
                          .arg(point.n);
        lines << QStringLiteral("%1 c%2 s%3 | ").arg(series.name).arg(series.color).arg(static_cast<int>(series.line))
                + points.join(u", ");
    }
    for (const auto &mark : figure.references)
        lines << QStringLiteral("%1 c%2 %3:%4").arg(mark.name).arg(mark.color).arg(mark.x).arg(mark.y);
    return lines;
}

} // namespace

class TestFigureBuilder : public QObject
{
    Q_OBJECT

private slots:
    void decayCurvesInTheStudysOrder()
    {
        auto runs = sweep("GPT-5-Mini", "mini_swe_sdk", 90, 20);
        std::ranges::copy(sweep("qwen3-235b", "openhands_sdk", 40, 10), std::back_inserter(runs));
        auto snapshot = study(runs);
        snapshot.styles[0].order = 5;
        const auto figure = decayFigure(snapshot, {.publishedMarks = true});
        QCOMPARE(printed(figure),
            (QStringList{QStringLiteral("qwen3-235b · openhands_sdk c1 s1 | 0:40 n=2, 1:30 n=6, 2:20 n=8, 3:10 n=4"),
                QStringLiteral("GPT-5-Mini · mini_swe_sdk c0 s0 | 0:90 n=2, 1:70 n=6, 2:50 n=8, 3:30 n=4"),
                QStringLiteral("qwen3-235b · openhands_sdk, published c1 0:26.2"),
                QStringLiteral("qwen3-235b · openhands_sdk, published c1 3:0.8"),
                QStringLiteral("GPT-5-Mini · mini_swe_sdk, published c0 0:51.7"),
                QStringLiteral("GPT-5-Mini · mini_swe_sdk, published c0 3:23.7")}));
        QCOMPARE(figure.x.categories.join(u' '), QStringLiteral("L0 L1 L2 L3"));
        QCOMPARE(figure.x.subLabels.first(), QStringLiteral("n = 2 tasks"));
        QCOMPARE(figure.y.minimum, 0.0);
        QCOMPARE(figure.y.maximum, 100.0);
        QVERIFY(figure.summary.startsWith(u"qwen3-235b · openhands_sdk: 40.0 % at L0, 30.0 % at L1"));
        QVERIFY(decayFigure(snapshot, {.metric = DecayMetric::PassAt1, .publishedMarks = true}).references.empty());
    }

    void missingTasksAndTrialsMakeHollowPoints()
    {
        auto runs = sweep("gpt-x", "mini_swe_sdk", 90, 20);
        std::erase_if(
            runs, [](const Run &run) { return run.key.task == u"koa-openapi-clean_architecture-sqlite-sequelize"; });
        const auto figure = decayFigure(study(runs));
        QCOMPARE(printed(figure),
            QStringList{QStringLiteral("gpt-x · mini_swe_sdk c0 s0 | 0:90 n=2, 1:70 n=6, 2:50 n=8, 3:30 hollow n=3")});
        const auto &detail = figure.series.front().points.back().detail;
        QCOMPARE(detail,
            QStringLiteral("Mean 30.0 % over 3 tasks (3 runs). 95 % interval 30.0 % to 30.0 %, clusters: 2 frameworks. "
                           "Incomplete: 1 of 4 planned "
                           "tasks missing (koa-openapi-clean_architecture-sqlite-sequelize)."));
    }

    void metricsAndModes()
    {
        const auto snapshot
            = study({aRun().on("flask", {Postgres}).passing(10, 10).violating(ConstraintKind::Database)});
        const auto valueOf = [&](DecayMetric metric, ScoreMode mode) {
            return decayFigure(snapshot, {.metric = metric, .mode = mode}).series.front().points.front().y;
        };
        QCOMPARE(valueOf(DecayMetric::AssertionsStrict, ScoreMode::Strict), 0.0);
        QCOMPARE(valueOf(DecayMetric::AssertionsRaw, ScoreMode::Strict), 100.0);
        QCOMPARE(valueOf(DecayMetric::PassAt1, ScoreMode::Strict), 0.0);
        QCOMPARE(valueOf(DecayMetric::PassAt1, ScoreMode::Raw), 100.0);
        const auto figure = decayFigure(snapshot);
        QVERIFY(figure.series.front().points.front().detail.contains(u"No interval: only one framework."));
        QCOMPARE(filtered(snapshot.runs, figure.series.front().points.front().runs).size(), 1U);
    }

    void aFilterIsNoMissingTask()
    {
        const auto figure = decayFigure(study(sweep("gpt-x", "mini_swe_sdk", 90, 20)),
            {.filter = {.frameworks = {QStringLiteral("koa")}, .levels = {0, 1}}});
        QCOMPARE(printed(figure), QStringList{QStringLiteral("gpt-x · mini_swe_sdk c0 s0 | 0:90 n=1, 1:70 n=3")});
    }

    void marginalEffectsForest()
    {
        const auto figure
            = marginalEffectsFigure(study(sweep("gpt-x", "mini_swe_sdk", 90, 20)), {.publishedMarks = true});
        QCOMPARE(figure.shape, FigureShape::Forest);
        QCOMPARE(figure.y.categories.join(u", "),
            QStringLiteral("Clean Architecture, PostgreSQL, SQLite, SQLAlchemy, Sequelize"));
        QCOMPARE(figure.y.subLabels.first(), QStringLiteral("n = 10 pairs"));
        QVERIFY(figure.x.zeroLine);
        QVERIFY(!figure.series.front().joined);
        const auto &first = figure.series.front().points.front();
        QCOMPARE(first.x, -20.0);
        QCOMPARE(first.y, 0.0);
        QCOMPARE(first.detail,
            QStringLiteral("Mean −20.0 percentage points over 10 pairs, SEM 0.0. 95 % interval −20.0 to −20.0, 10 "
                           "clusters. Permutation p 0.002, "
                           "adjusted 0.010."));
        QCOMPARE(figure.references.size(), 5U);
        QCOMPARE(figure.references[1].x, -19.3);
        QCOMPARE(figure.references[1].low, std::optional(-19.3 - 2.5));
        QVERIFY(figure.x.minimum <= -20 && figure.x.maximum >= 10);
    }

    void headline()
    {
        auto runs = sweep("gpt-x", "mini_swe_sdk", 90, 20);
        std::ranges::copy(sweep("weak", "mini_swe_sdk", 40, 10), std::back_inserter(runs));
        const auto headline = decayHeadline(study(runs), {}, ScoreMode::Strict);
        QCOMPARE(headline.configurations, 1);
        QCOMPARE(headline.meanDelta, -60.0);
        QCOMPARE(headline.meanRelativeLoss, 100 * 60.0 / 90.0);
    }

    void emptyStudies()
    {
        QVERIFY(decayFigure({}, {.publishedMarks = true}).series.empty());
        QVERIFY(marginalEffectsFigure({}, {.publishedMarks = true}).series.front().points.empty());
        QCOMPARE(decayHeadline({}, {}, ScoreMode::Raw).configurations, 0);
    }
};

QTEST_GUILESS_MAIN(TestFigureBuilder)
#include "tst_figurebuilder.moc"
