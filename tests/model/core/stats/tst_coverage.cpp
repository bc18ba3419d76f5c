// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <stats/coverage.h>
#include <support/arun.h>

#include <QTest>

using namespace Decayscope;
using namespace Decayscope::Test;
using enum Constraint;

namespace {

std::vector<Run> sweep(const char *model, const std::vector<TaskSpec> &tasks, int trials = 1)
{
    std::vector<Run> runs;
    for (const auto &task : tasks) {
        for (int trial = 0; trial < trials; ++trial)
            runs.push_back(aRun().of(model).on(task.framework.toLatin1().constData(), task.constraints).trial(trial));
    }
    return runs;
}

std::vector<Run> operator+(std::vector<Run> runs, const std::vector<Run> &more)
{
    runs.insert(runs.end(), more.begin(), more.end());
    return runs;
}

QStringList printed(const std::vector<Coverage> &rows)
{
    QStringList lines;
    for (const auto &row : rows) {
        QStringList levels;
        for (const auto &level : row.levels)
            levels << QStringLiteral("%1-%2-%3").arg(level.planned).arg(level.missing.size()).arg(level.missingTrials);
        lines << QStringLiteral("%1 %2/%3 missing=%4 levels=%5")
                     .arg(row.configuration.model)
                     .arg(row.tasksDone)
                     .arg(row.tasksPlanned)
                     .arg(row.missing.size())
                     .arg(levels.join(u' '));
    }
    return lines;
}

} // namespace

class TestCoverage : public QObject
{
    Q_OBJECT

private slots:
    void fullAndPipelineSweeps()
    {
        const auto runs = sweep("full", generationTasks()) + sweep("pipe", pipelineSubset());
        QCOMPARE(printed(coverage(runs, StudyPlan(runs))),
            (QStringList{QStringLiteral("full 80/80 missing=0 levels=8-0-0 24-0-0 32-0-0 16-0-0"),
                QStringLiteral("pipe 16/16 missing=0 levels=4-0-0 4-0-0 4-0-0 4-0-0")}));
    }

    void aBeginningIsMeasuredByTheWholePlan()
    {
        const auto runs = sweep("full", generationTasks()) + sweep("new", {generationTasks().front()});
        const auto rows = coverage(runs, StudyPlan(runs));
        QCOMPARE(printed(rows).last(), QStringLiteral("new 1/80 missing=79 levels=8-7-0 24-24-0 32-32-0 16-16-0"));
        QCOMPARE(rows.back().missing.first(), QStringLiteral("aiohttp-openapi-clean_architecture"));
    }

    void aMissingTaskIsNamed()
    {
        auto tasks = pipelineSubset();
        tasks.pop_back();
        const auto runs = sweep("full", generationTasks()) + sweep("pipe", tasks);
        const auto rows = coverage(runs, StudyPlan(runs));
        QCOMPARE(
            rows.back().missing, QStringList{QStringLiteral("fastify-openapi-clean_architecture-postgres-sequelize")});
        QVERIFY(!rows.back().levels[3].isComplete());
        QVERIFY(rows.back().levels[2].isComplete());
    }

    void missingTrialsAreCounted()
    {
        auto runs = sweep("full", generationTasks(), 3);
        QCOMPARE(StudyPlan(runs).trials(), 3);
        runs.pop_back();
        const auto rows = coverage(runs, StudyPlan(runs));
        QCOMPARE(printed(rows), QStringList{QStringLiteral("full 80/80 missing=0 levels=8-0-0 24-0-0 32-0-0 16-0-1")});
    }

    void thePlanFollowsTheStudysFrameworks()
    {
        const std::vector<Run> runs{aRun().on("flask"), aRun().on("koa", {Sqlite})};
        QCOMPARE(printed(coverage(runs, StudyPlan(runs))),
            QStringList{QStringLiteral("gpt-x 2/20 missing=18 levels=2-1-0 6-5-0 8-8-0 4-4-0")});
    }

    void aStrayRunLeavesOthersComplete()
    {
        const auto runs
            = sweep("a", pipelineSubset()) + sweep("b", pipelineSubset()) + sweep("stray", {generationTasks().back()});
        const auto rows = coverage(runs, StudyPlan(runs));
        QCOMPARE(rows[0].tasksPlanned, 16);
        QVERIFY(rows[1].missing.isEmpty());
        QCOMPARE(rows[2].tasksPlanned, 50);
    }

    void onlyTheTasksAskedForCount()
    {
        const auto runs = sweep("full", generationTasks());
        const auto rows = coverage(std::vector<Run>(runs.begin(), runs.begin() + 5), StudyPlan(runs),
            [](const TaskSpec &task) { return task.framework == u"aiohttp"; });
        QCOMPARE(printed(rows), QStringList{QStringLiteral("full 5/10 missing=5 levels=1-0-0 3-0-0 4-3-0 2-2-0")});
    }

    void nothingComesOfNothing()
    {
        const StudyPlan plan({});
        QCOMPARE(plan.trials(), 0);
        QVERIFY(plan.tasksOf({}).empty());
        QVERIFY(coverage({}, plan).empty());
        const std::vector<Run> features{aRun().onFeature("koa", "hard-focused-task-001")};
        QVERIFY(coverage(features, StudyPlan(features)).empty());
    }
};

QTEST_GUILESS_MAIN(TestCoverage)
#include "tst_coverage.moc"
