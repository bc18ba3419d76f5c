// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <domain/runfilter.h>
#include <support/arun.h>

#include <QTest>

using namespace Decayscope;
using Test::aRun;
using enum Constraint;

namespace {

QStringList printed(const std::vector<Run> &runs)
{
    QStringList lines;
    for (const auto &run : runs)
        lines.append(run.key.configuration.model % u' ' % run.key.task % u' ' % run.key.date.first(10));
    return lines;
}

std::vector<Run> aStudy()
{
    return {
        aRun().of("alpha").on("flask"),
        aRun().of("alpha").on("flask", {CleanArchitecture, Postgres}).passing(4, 10),
        aRun().of("beta").on("koa", {Sqlite}).violating(ConstraintKind::Database),
        aRun().of("beta").on("koa", {Sqlite}).dated("2026-01-01T00-00-00"),
        aRun().of("beta").onFeature("honojs", "hard-focused-task-001").excluded("the machine was full"),
    };
}

std::vector<Run> aMarkedStudy()
{
    auto runs = aStudy();
    markNewestDates(runs);
    return runs;
}

} // namespace

class TestRunFilter : public QObject
{
    Q_OBJECT

private slots:
    void runsFromOutsideOfTheStudyHaveNoLevel()
    {
        const std::vector<Run> runs{aRun().of("alpha").on("flask"), aRun().of("beta").fromOutside("session")};
        QCOMPARE(filtered(runs, {}).size(), 2U);
        QCOMPARE(filtered(runs, {.levels = {0}}).size(), 1U);
        QCOMPARE(filtered(runs, {.kinds = {TaskKind::Other}}).front().key.task, u"session");
    }

    void countsNewestDatesAndLeavesOutTheExcluded()
    {
        QCOMPARE(printed(filtered(aMarkedStudy(), {})),
            QStringList({QStringLiteral("alpha flask-openapi-unconstrained 2026-04-01"),
                QStringLiteral("alpha flask-openapi-clean_architecture-postgres 2026-04-01"),
                QStringLiteral("beta koa-openapi-sqlite 2026-04-01")}));
        QCOMPARE(filtered(aMarkedStudy(), {.allDates = true, .excludedToo = true}).size(), 5U);
    }

    void fieldsRestrictTogetherAndValuesAreAlternatives_data()
    {
        QTest::addColumn<RunFilter>("filter");
        QTest::addColumn<QStringList>("models");
        const auto alpha = QStringLiteral("alpha");
        const auto beta = QStringLiteral("beta");
        QTest::newRow("model") << RunFilter{.models = {beta}} << QStringList{beta};
        QTest::newRow("either model") << RunFilter{.models = {alpha, beta}} << QStringList{alpha, alpha, beta};
        QTest::newRow("levels") << RunFilter{.levels = {0, 1}} << QStringList{alpha, beta};
        QTest::newRow("model and level") << RunFilter{.models = {beta}, .levels = {0}} << QStringList{};
        QTest::newRow("constraint") << RunFilter{.constraints = {{Postgres, Sqlite}}} << QStringList{alpha, beta};
        QTest::newRow("both constraints")
            << RunFilter{.constraints = {{Postgres}, {CleanArchitecture}}} << QStringList{alpha};
        QTest::newRow("outcome") << RunFilter{.outcomes = {RunOutcome::TestsPassedButViolating}} << QStringList{beta};
        QTest::newRow("text") << RunFilter{.text = QStringLiteral("KOA mini")} << QStringList{beta};
        QTest::newRow("nothing chosen") << RunFilter{.only = std::set<RunId>{}} << QStringList{};
    }

    void fieldsRestrictTogetherAndValuesAreAlternatives()
    {
        QFETCH(RunFilter, filter);
        QFETCH(QStringList, models);
        QStringList accepted;
        for (const auto &run : filtered(aMarkedStudy(), filter))
            accepted.append(run.key.configuration.model);
        QCOMPARE(accepted, models);
    }

    void intersectionAcceptsWhatBothAccept()
    {
        const std::vector<RunFilter> filters{
            {.models = {QStringLiteral("alpha")}},
            {.models = {QStringLiteral("beta")}},
            {.levels = {0, 1}},
            {.constraints = {{Postgres}}},
            {.constraints = {{CleanArchitecture, Sqlite}}},
            {.outcomes = {RunOutcome::Success}},
            {.text = QStringLiteral("flask")},
        };
        const auto runs = aMarkedStudy();
        for (const auto &a : filters) {
            for (const auto &b : filters) {
                const auto both = intersected(a, b);
                for (const auto &run : runs)
                    QCOMPARE(both.accepts(run), a.accepts(run) && b.accepts(run));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestRunFilter)

#include "tst_runfilter.moc"
