// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <stats/decay.h>
#include <stats/feature.h>
#include <stats/frameworks.h>
#include <stats/marginaleffects.h>
#include <stats/subset.h>
#include <stats/taskscores.h>
#include <stats/termination.h>
#include <stats/tokens.h>
#include <stats/verifierimpact.h>
#include <support/arun.h>

#include <QTest>

#include <algorithm>

using namespace Decayscope;
using namespace Decayscope::Test;
using enum Constraint;

namespace {

QString number(double value)
{
    return QString::number(value, 'f', 1);
}

QString number(const std::optional<double> &value)
{
    return value ? number(*value) : QStringLiteral("–");
}

QString printed(const Estimate &estimate)
{
    return QStringLiteral("%1 [%2, %3] n=%4 G=%5")
        .arg(number(estimate.mean), number(estimate.low), number(estimate.high))
        .arg(estimate.n)
        .arg(estimate.clusters);
}

QStringList printed(const std::vector<TaskScore> &scores)
{
    QStringList lines;
    for (const auto &score : scores) {
        lines << QStringLiteral("%1 %2 runs=%3 A=%4 raw=%5 pass@1=%6 pass@3=%7 pass^2=%8")
                     .arg(score.configuration.model, score.task.framework + u'/' + score.task.name)
                     .arg(score.runs)
                     .arg(number(score.strict), number(score.raw), number(score.passAt(1, ScoreMode::Strict)),
                         number(score.passAt(3, ScoreMode::Strict)), number(score.passHat(2, ScoreMode::Raw)));
    }
    return lines;
}

QStringList printed(const DecayCurve &curve)
{
    QStringList lines{QStringLiteral("%1 tasks=%2 runs=%3 delta=%4 loss=%5%6")
            .arg(curve.configuration.model)
            .arg(curve.tasks)
            .arg(curve.runs)
            .arg(number(curve.delta), number(curve.relativeLoss),
                curve.isCapable() ? QStringLiteral(" capable") : QString())};
    for (std::size_t level = 0; level < levelCount; ++level) {
        if (const auto &score = curve.levels.at(level))
            lines << QStringLiteral("L%1 A %2 pass %3")
                         .arg(level)
                         .arg(printed(score->assertions), number(score->passAt1.mean));
    }
    return lines;
}

QStringList printed(const std::vector<MarginalEffect> &effects)
{
    QStringList lines;
    for (const auto &effect : effects) {
        lines << QStringLiteral("%1 %2 sd=%3 sem=%4 p=%5 holm=%6 runs=%7")
                     .arg(constraintName(effect.constraint), printed(effect.effect), number(effect.deviation),
                         number(effect.standardError))
                     .arg(effect.pValue)
                     .arg(effect.pHolm)
                     .arg(effect.runs.size());
    }
    return lines;
}

/// A whole sweep: every task of every framework, of which `passing(level)` in 10 pass.
template <typename Passing>
std::vector<Run> fullSweep(const char *model, Passing passing)
{
    std::vector<Run> runs;
    for (const auto &task : generationTasks())
        runs.push_back(
            aRun().of(model).on(task.framework.toLatin1().constData(), task.constraints).passing(passing(task), 10));
    return runs;
}

} // namespace

class TestAggregates : public QObject
{
    Q_OBJECT

private slots:
    void scoresOfRuns()
    {
        const Run violating = aRun().on("flask", {Postgres}).passing(8, 10).violating(ConstraintKind::Database);
        QCOMPARE(rawShare(violating), 80.0);
        QCOMPARE(strictShare(violating), 0.0);
        const Run passing = aRun().on("flask", {Postgres}).passing(193, 193).violating(ConstraintKind::Database);
        QVERIFY(isSuccess(passing, ScoreMode::Raw));
        QVERIFY(!isSuccess(passing, ScoreMode::Strict));
        const Run silent = aRun().passing(0, 0);
        QCOMPARE(rawShare(silent), 0.0);
        QVERIFY(!testsPassed(silent));
    }

    void scoresOfTasks()
    {
        const std::vector<Run> runs{aRun().of("b").on("koa").trial(0).passing(10, 10),
            aRun().of("a").on("flask", {Sqlite}).trial(0).passing(10, 10).violating(ConstraintKind::Database),
            aRun().of("b").on("koa").trial(1).passing(5, 10),
            aRun().of("a").onFeature("flask", "hard-focused-task-001"),
            aRun().of("a").on("flask", {Sqlite}).trial(1).passing(10, 10)};
        const QStringList expected{
            QStringLiteral(
                "a flask/flask-openapi-sqlite runs=2 A=50.0 raw=100.0 pass@1=50.0 pass@3=100.0 pass^2=100.0"),
            QStringLiteral(
                "b koa/koa-openapi-unconstrained runs=2 A=75.0 raw=75.0 pass@1=50.0 pass@3=100.0 pass^2=25.0")};
        QCOMPARE(printed(taskScores(runs)), expected);
        auto shuffled = runs;
        std::ranges::reverse(shuffled);
        QCOMPARE(taskScores(shuffled), taskScores(runs));
        QCOMPARE(printed(taskScores(runs, TaskKind::Feature)),
            QStringList{QStringLiteral(
                "a flask/hard-focused-task-001 runs=1 A=100.0 raw=100.0 pass@1=100.0 pass@3=100.0 pass^2=100.0")});
    }

    void decayOfOneFrameworkHasNoInterval()
    {
        const std::vector<Run> runs{aRun().on("flask").passing(9, 10),
            aRun().on("flask", {Sqlite, SqlAlchemy, CleanArchitecture}).passing(3, 10)};
        const auto curves = decayCurves(runs, ScoreMode::Strict);
        QCOMPARE(curves.size(), 1U);
        QCOMPARE(printed(curves.front()),
            (QStringList{QStringLiteral("gpt-x tasks=2 runs=2 delta=-60.0 loss=66.7 capable"),
                QStringLiteral("L0 A 90.0 [–, –] n=1 G=1 pass 0.0"),
                QStringLiteral("L3 A 30.0 [–, –] n=1 G=1 pass 0.0")}));
    }

    void decayWithoutBothLevelsHasNoDelta()
    {
        const std::vector<Run> runs{
            aRun().on("flask", {Sqlite}).passing(5, 10), aRun().on("koa", {Sqlite}).passing(7, 10)};
        const auto curves = decayCurves(runs, ScoreMode::Raw);
        QCOMPARE(printed(curves.front()),
            (QStringList{QStringLiteral("gpt-x tasks=2 runs=2 delta=– loss=–"),
                QStringLiteral("L1 A 60.0 [-67.1, 187.1] n=2 G=2 pass 0.0")}));
        QCOMPARE(capableSummary(curves), CapableSummary());
    }

    void lossFromZeroDoesNotExist()
    {
        const std::vector<Run> runs{aRun().on("flask").passing(0, 10),
            aRun().on("flask", {Sqlite, SqlAlchemy, CleanArchitecture}).passing(3, 10)};
        const auto curve = decayCurves(runs, ScoreMode::Strict).front();
        QCOMPARE(curve.delta, std::optional(30.0));
        QVERIFY(!curve.relativeLoss);
        QVERIFY(!curve.isCapable());
    }

    void capableNeedsMoreThanFifty()
    {
        std::vector<Run> runs;
        for (const auto *model : {"at-fifty", "above"}) {
            runs.push_back(aRun().of(model).on("flask").passing(model[1] == 't' ? 50 : 51, 100));
            runs.push_back(aRun().of(model).on("flask", {Sqlite, SqlAlchemy, CleanArchitecture}).passing(0, 100));
        }
        const auto capable = capableSummary(decayCurves(runs, ScoreMode::Strict));
        QCOMPARE(capable, (CapableSummary{.configurations = 1, .meanDelta = -51.0, .meanRelativeLoss = 100.0}));
    }

    void marginalEffectsPairSiblings()
    {
        const std::vector<Run> runs{
            aRun().of("a").on("flask").passing(10, 10), aRun().of("a").on("flask", {Sqlite}).passing(8, 10),
            aRun().of("a").on("flask", {CleanArchitecture, Sqlite}).passing(6, 10),
            aRun().of("b").on("flask").passing(9, 10), aRun().of("b").on("flask", {Sqlite}).passing(3, 10),
            aRun().of("b").on("koa", {Sqlite}).passing(3, 10), // no sibling
            aRun().of("b").on("flask", {CleanArchitecture, Sqlite, SqlAlchemy}).passing(1, 10), // none without the ORM
        };
        const QStringList expected{
            QStringLiteral("clean_architecture -20.0 [–, –] n=1 G=1 sd=– sem=– p=1 holm=1 runs=2"),
            QStringLiteral("sqlite -40.0 [–, –] n=2 G=1 sd=28.3 sem=20.0 p=1 holm=1 runs=4")};
        QCOMPARE(printed(marginalEffects(runs, ScoreMode::Strict)), expected);
    }

    void marginalEffectsClusterPairsOfTasks()
    {
        std::vector<Run> runs;
        for (const auto *model : {"a", "b"}) {
            for (const auto *framework : {"flask", "django", "koa"}) {
                runs.push_back(aRun().of(model).on(framework).passing(10, 10));
                runs.push_back(aRun().of(model).on(framework, {Postgres}).passing(framework[0] == 'k' ? 9 : 7, 10));
            }
        }
        QCOMPARE(printed(marginalEffects(runs, ScoreMode::Strict)),
            QStringList{
                QStringLiteral("postgres -23.3 [-52.0, 5.4] n=6 G=3 sd=10.3 sem=4.2 p=0.25 holm=0.25 runs=12")});
    }

    void featureTasksAreKeyedByFramework()
    {
        const std::vector<Run> runs{aRun().onFeature("flask", "hard-focused-task-001").passing(10, 10),
            aRun().onFeature("koa", "hard-focused-task-001").passing(9, 10),
            aRun().onFeature("koa", "hard-focused-task-001").trial(1).passing(10, 10), aRun().on("flask")};
        const auto scores = featureScores(runs);
        QCOMPARE(scores.size(), 1U);
        QCOMPARE(scores.front().passAt1.mean, 75.0);
        QCOMPARE(scores.front().runs, 3);
    }

    void averagesRestOnFullSets()
    {
        auto runs = fullSweep("full", [](const TaskSpec &task) { return task.framework == u"flask" ? 10 : 2; });
        std::ranges::copy(fullSweep("twin", [](const TaskSpec &) { return 4; }), std::back_inserter(runs));
        for (int i = 0; i < 8; ++i)
            runs.pop_back(); // 72 of 80 is still 90 %
        runs.push_back(aRun().of("small").on("flask").passing(0, 10));
        const auto board = frameworkBoard(runs, ScoreMode::Strict);
        QCOMPARE(board.fullSet.size(), 2U);
        const auto flask = std::ranges::find(board.averages, QStringLiteral("flask"), &FrameworkAverage::framework);
        QCOMPARE(*flask,
            (FrameworkAverage{
                .framework = QStringLiteral("flask"), .assertions = 70, .passAt1 = 50, .configurations = 2}));
        runs.pop_back();
        std::erase_if(runs, [](const Run &run) {
            return run.key.configuration.model == u"twin" && run.key.task == u"django-openapi-sqlite";
        });
        QCOMPARE(frameworkBoard(runs, ScoreMode::Strict).fullSet.size(), 1U);
    }

    void oneRunHasNoStandardError()
    {
        const auto rows = frameworkSensitivity(std::vector<Run>{aRun().passing(4, 10)}, ScoreMode::Strict);
        QCOMPARE(rows.front().mean, 40.0);
        QVERIFY(!rows.front().standardError);
    }

    void subsetOfFullSweeps()
    {
        auto runs = fullSweep("a", [](const TaskSpec &task) { return 9 - 2 * task.level(); });
        std::ranges::copy(fullSweep("devstral-small", [](const TaskSpec &) { return 1; }), std::back_inserter(runs));
        std::ranges::copy(
            fullSweep("b", [](const TaskSpec &task) { return task.framework == u"koa" ? 0 : 8 - 2 * task.level(); }),
            std::back_inserter(runs));
        const auto comparison = subsetComparison(runs, SubsetKind::FourFrameworks, ScoreMode::Strict);
        QCOMPARE(comparison.rows.size(), 2U);
        QCOMPARE(comparison.pairs, 8);
        QCOMPARE(comparison.rows[0].full, comparison.rows[0].subset);
        QCOMPARE(number(comparison.rows[1].full[0]), QStringLiteral("70.0"));
        QCOMPARE(number(comparison.rows[1].subset[0]), QStringLiteral("80.0"));
        QCOMPARE(number(comparison.meanAbsoluteError[0]), QStringLiteral("5.0"));
        QVERIFY(comparison.pearson && comparison.pearson->coefficient > 0.95);
        QCOMPARE(subsetComparison(runs, SubsetKind::PipelineTasks, ScoreMode::Strict).pairs, 8);
    }

    void subsetNeedsEveryPipelineTask()
    {
        auto runs = fullSweep("a", [](const TaskSpec &) { return 5; });
        std::erase_if(runs, [](const Run &run) { return run.key.task == u"express-openapi-unconstrained"; });
        const auto comparison = subsetComparison(runs, SubsetKind::FourFrameworks, ScoreMode::Strict);
        QCOMPARE(comparison, SubsetComparison());
    }

    void constantsHaveNoCorrelation()
    {
        const auto runs = fullSweep("a", [](const TaskSpec &) { return 5; });
        const auto comparison = subsetComparison(runs, SubsetKind::FourFrameworks, ScoreMode::Strict);
        QCOMPARE(comparison.pairs, 4);
        QVERIFY(!comparison.pearson);
        QVERIFY(!comparison.spearman);
    }

    void endings()
    {
        const std::vector<Run> runs{aRun(), aRun().ending(Termination::Error), aRun().ending(Termination::Error),
            aRun().onFeature("koa", "hard-focused-task-002").ending(Termination::Unknown)};
        const auto rows = terminationCounts(runs);
        QCOMPARE(rows.size(), 1U);
        QCOMPARE(rows.front().of(Termination::Submitted), 1);
        QCOMPARE(rows.front().of(Termination::Error), 2);
        QCOMPARE(rows.front().of(Termination::Unknown), 0);
    }

    void tokensPerRun()
    {
        Run one = aRun();
        one.tokens = TokenCount{.input = 100, .output = 10};
        Run two = aRun().trial(1);
        two.tokens = TokenCount{.input = 300, .output = 20, .estimated = true};
        const std::vector<Run> runs{one, two, aRun().trial(2)};
        const TokenUse expected{.configuration = one.key.configuration,
            .level = 0,
            .runs = 2,
            .estimated = 1,
            .mean = {200, 15},
            .allUsages = {}};
        QCOMPARE(tokenUse(runs), std::vector{expected});
        auto withUsages = runs;
        withUsages[0].allTokens = TokenCount{.input = 500, .output = 50};
        QCOMPARE(tokenUse(withUsages).front().allUsages, (TokenMean{400, 35}));
    }

    void nothingComesOfNothing()
    {
        QVERIFY(taskScores({}).empty());
        QVERIFY(decayCurves({}, ScoreMode::Strict).empty());
        QCOMPARE(capableSummary({}), CapableSummary());
        QVERIFY(marginalEffects({}, ScoreMode::Strict).empty());
        QVERIFY(featureScores({}).empty());
        QCOMPARE(frameworkBoard({}, ScoreMode::Strict), FrameworkBoard());
        QVERIFY(frameworkSensitivity({}, ScoreMode::Strict).empty());
        QCOMPARE(subsetComparison({}, SubsetKind::PipelineTasks, ScoreMode::Raw), SubsetComparison());
        QCOMPARE(verifierImpact({}), VerifierImpact());
        QVERIFY(terminationCounts({}).empty());
        QVERIFY(tokenUse({}).empty());
    }
};

QTEST_GUILESS_MAIN(TestAggregates)
#include "tst_aggregates.moc"
