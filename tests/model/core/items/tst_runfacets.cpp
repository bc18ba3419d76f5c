// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <items/runfacets.h>
#include <support/arun.h>

#include <QTest>

using namespace Decayscope;
using Test::aRun;

namespace {

QStringList printed(const std::map<FacetValue, int> &counts)
{
    QStringList lines;
    for (const auto &[value, count] : counts)
        lines << QString(
            (value.text.isEmpty() ? QString::number(value.number) : value.text) % u' ' % QString::number(count));
    return lines;
}

std::vector<Run> someRuns()
{
    return {aRun().of("a").on("flask"), aRun().of("a").on("koa", {Constraint::Postgres, Constraint::Sequelize}),
        aRun().of("b").on("koa", {Constraint::Postgres}).passing(3, 10), aRun().of("b").on("koa").excluded("broken")};
}

} // namespace

class TestRunFacets : public QObject
{
    Q_OBJECT

private slots:
    void countsWhatEachValueWouldBring()
    {
        const auto counts = facetCounts(someRuns(), {});
        QCOMPARE(printed(counts.at(Facet::Model)), QStringList({QStringLiteral("a 2"), QStringLiteral("b 1")}));
        QCOMPARE(printed(counts.at(Facet::Level)),
            QStringList({QStringLiteral("0 1"), QStringLiteral("1 1"), QStringLiteral("2 1")}));
        QCOMPARE(printed(counts.at(Facet::Constraint)), QStringList({QStringLiteral("1 2"), QStringLiteral("4 1")}));
        QCOMPARE(printed(counts.at(Facet::Outcome)), QStringList({QStringLiteral("0 2"), QStringLiteral("2 1")}));
    }

    void countsNoRunFromOutsideOfTheStudyByTask()
    {
        const auto counts = facetCounts(std::vector<Run>{aRun().of("a").fromOutside("session")}, {});
        QCOMPARE(printed(counts.at(Facet::Model)), QStringList({QStringLiteral("a 1")}));
        for (const auto facet : {Facet::Level, Facet::Framework, Facet::Constraint})
            QCOMPARE(printed(counts.at(facet)), QStringList());
    }

    void leavesOutTheFacetThatIsCounted()
    {
        const auto counts
            = facetCounts(someRuns(), {.models = {QStringLiteral("b")}, .frameworks = {QStringLiteral("koa")}});
        QCOMPARE(printed(counts.at(Facet::Model)), QStringList({QStringLiteral("a 1"), QStringLiteral("b 1")}));
        QCOMPARE(
            printed(counts.at(Facet::Framework)), QStringList({QStringLiteral("flask 0"), QStringLiteral("koa 1")}));
    }

    void choosesAndReadsBackEveryFacet()
    {
        for (const auto facet : allFacets) {
            const std::set<FacetValue> values = facet == Facet::Model || facet == Facet::Scaffold
                    || facet == Facet::Contract || facet == Facet::Framework
                ? std::set<FacetValue>{{.text = QStringLiteral("x")}, {.text = QStringLiteral("y")}}
                : std::set<FacetValue>{{.number = 1}, {.number = 2}};
            const auto filter = withValues({}, facet, values);
            QCOMPARE(chosenValues(filter, facet), values);
            QVERIFY(!filter.restrictsNothing());
            QVERIFY(withValues(filter, facet, {}).restrictsNothing());
        }
    }
};

QTEST_GUILESS_MAIN(TestRunFacets)
#include "tst_runfacets.moc"
