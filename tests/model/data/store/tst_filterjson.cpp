// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <store/filterjson.h>

#include <QTest>

using namespace Decayscope;

class TestFilterJson : public QObject
{
    Q_OBJECT

private slots:
    void leavesOutWhatDoesNotRestrict()
    {
        QCOMPARE(filterToJson({}), u"{}");
        QVERIFY(filterFromJson(QStringLiteral("{}")).restrictsNothing());
    }

    void keepsEveryField()
    {
        const RunFilter filter{.models = {QStringLiteral("gpt-x"), QStringLiteral("a \"quoted\" ü")},
            .scaffolds = {QStringLiteral("mini_swe_sdk")},
            .runtimes = {QStringLiteral("uv")},
            .frameworks = {QStringLiteral("flask")},
            .tasks = {QStringLiteral("flask-openapi-unconstrained")},
            .levels = {0, 3},
            .constraints = {{Constraint::Postgres, Constraint::Sqlite}, {Constraint::CleanArchitecture}},
            .kinds = {TaskKind::Feature},
            .outcomes = {RunOutcome::NoReport, RunOutcome::TestsPassedButViolating},
            .excludedTerminations = {Termination::LimitsExceeded},
            .text = QStringLiteral("run_1"),
            .only = std::set<RunId>{{.value = 7}, {.value = 9}},
            .allDates = true,
            .excludedToo = true};
        QCOMPARE(filterToJson(filterFromJson(filterToJson(filter))), filterToJson(filter));
        QVERIFY(filterFromJson(filterToJson(filter)) == filter);
    }

    void keepsAChoiceOfNothing()
    {
        const RunFilter nothing{.only = std::set<RunId>{}};
        QVERIFY(filterFromJson(filterToJson(nothing)) == nothing);
    }

    void passesOverWhatItDoesNotKnow()
    {
        const auto filter = filterFromJson(
            QStringLiteral(R"({"levels": [2], "colour": "red", "kinds": ["generation", "repair", "other"]})"));
        QCOMPARE(filterToJson(filter), uR"({"kinds":["generation","other"],"levels":[2]})");
    }

    void readsNothingFromDamage() { QVERIFY(filterFromJson(QStringLiteral("{\"levels\": [")).restrictsNothing()); }
};

QTEST_GUILESS_MAIN(TestFilterJson)
#include "tst_filterjson.moc"
