// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "expectedstudy.h"

#include <stats/lattice.h>
#include <stats/marginaleffects.h>
#include <support/arun.h>
#include <support/shareddata.h>

#include <QTest>

#include <algorithm>
#include <cmath>
#include <tuple>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;
using enum Constraint;

namespace {

/// All tasks of the frameworks, with shares that vary; every eleventh run is not there.
std::vector<Run> unevenRuns(std::initializer_list<const char *> frameworks)
{
    std::vector<Run> runs;
    int number = 0;
    for (const auto *model : {"gpt-x", "kimi"}) {
        for (const auto *framework : frameworks) {
            const bool isNode = frameworksOf(u"node").contains(QString::fromLatin1(framework));
            for (const auto constraints : variantsOf(isNode ? u"node" : u"uv")) {
                for (int trial = 0; trial < 3; ++trial) {
                    if (++number % 11 != 0)
                        runs.push_back(
                            aRun().of(model).on(framework, constraints).trial(trial).passing(number * 37 % 291, 290));
                }
            }
        }
    }
    return runs;
}

QString printed(double value)
{
    return QString::number(value, 'g', 15);
}

QString printed(Constraint constraint, int n, double mean, std::optional<double> sd, std::optional<double> sem)
{
    return QStringList{constraintName(constraint), QString::number(n), printed(mean), printed(sd.value_or(-1)),
        printed(sem.value_or(-1))}
        .join(u' ');
}

/// The pairs of each constraint's edges together: n, mean, SD and SEM.
QStringList pooledEdges(const ConstraintLattice &lattice)
{
    QStringList lines;
    for (const auto constraint : allConstraints) {
        std::vector<LatticePair> pairs;
        for (const auto &edge : lattice.edges)
            std::ranges::copy_if(edge.pairs, std::back_inserter(pairs),
                [&](const LatticePair &pair) { return pair.constraint == constraint; });
        std::ranges::sort(pairs, {}, [](const LatticePair &pair) { return std::tie(pair.with, pair.configuration); });
        std::vector<double> differences;
        for (const auto &pair : pairs)
            differences.push_back(pair.difference);
        if (differences.empty())
            continue;
        const auto sd = deviationOf(differences);
        const auto root = std::sqrt(static_cast<double>(differences.size()));
        lines << printed(constraint, static_cast<int>(differences.size()), meanOf(differences).value(), sd,
            sd ? std::optional(*sd / root) : std::nullopt);
    }
    return lines;
}

QStringList printedEffects(std::span<const Run> runs, ScoreMode mode)
{
    QStringList lines;
    for (const auto &effect : marginalEffects(runs, mode))
        lines << printed(
            effect.constraint, effect.effect.n, effect.effect.mean, effect.deviation, effect.standardError);
    return lines;
}

QStringList printedEdges(const ConstraintLattice &lattice)
{
    QStringList lines;
    for (const auto &edge : lattice.edges) {
        const auto name = [](std::size_t place) { return QString::fromUtf8(latticeVariants().at(place).name); };
        lines << u"%1>%2 %3 n=%4 runs=%5"_s.arg(name(edge.from), name(edge.to))
                     .arg(edge.difference.effect.mean)
                     .arg(edge.pairs.size())
                     .arg(edge.behind.size());
    }
    return lines;
}

} // namespace

class TestLattice : public QObject
{
    Q_OBJECT

private slots:
    void tenNodesAndThirteenEdgesAFramework()
    {
        std::vector<Run> runs;
        for (const auto constraints : variantsOf(u"node"))
            runs.push_back(aRun().on("koa", constraints).passing(90 - 20 * constraints.size(), 100));
        const auto lattice = constraintLattice(runs, ScoreMode::Strict);
        QCOMPARE(printedEdges(lattice),
            (QStringList{u"none>S -20 n=1 runs=2"_s, u"none>A -20 n=1 runs=2"_s, u"none>P -20 n=1 runs=2"_s,
                u"S>SO -20 n=1 runs=2"_s, u"S>AS -20 n=1 runs=2"_s, u"A>AS -20 n=1 runs=2"_s, u"A>AP -20 n=1 runs=2"_s,
                u"P>AP -20 n=1 runs=2"_s, u"P>PO -20 n=1 runs=2"_s, u"SO>ASO -20 n=1 runs=2"_s,
                u"AS>ASO -20 n=1 runs=2"_s, u"AP>APO -20 n=1 runs=2"_s, u"PO>APO -20 n=1 runs=2"_s}));
        QStringList nodes;
        for (const auto &node : lattice.nodes)
            nodes << u"%1/%2"_s.arg(node.assertions->mean).arg(node.passAt1->mean);
        QCOMPARE(nodes.join(u' '), u"90/0 70/0 70/0 70/0 50/0 50/0 50/0 50/0 30/0 30/0"_s);
    }

    void theOrmsOfBothRuntimesAreOne()
    {
        const std::vector<Run> runs{aRun().on("koa", {Sqlite}), aRun().on("koa", {Sqlite, Sequelize}).passing(5, 10),
            aRun().on("flask", {Sqlite}), aRun().on("flask", {Sqlite, SqlAlchemy}).passing(7, 10),
            aRun().on("flask", {Sqlite, Postgres})};
        const auto lattice = constraintLattice(runs, ScoreMode::Strict);
        QCOMPARE(printedEdges(lattice)[3], u"S>SO -40 n=2 runs=4"_s);
        QCOMPARE(lattice.otherTasks, 1);
        QCOMPARE(latticePlace({Sequelize}), std::nullopt);
    }

    void poolingEdgesGivesMarginalEffects()
    {
        const auto runs = unevenRuns({"flask", "aiohttp", "koa", "hono"});
        for (const auto mode : {ScoreMode::Strict, ScoreMode::Raw}) {
            const auto effects = printedEffects(runs, mode);
            QCOMPARE(effects.size(), 5);
            QCOMPARE(pooledEdges(constraintLattice(runs, mode)), effects);
        }
    }

    void poolingEdgesOfGeneratedTrees_data()
    {
        QTest::addColumn<QString>("name");
        for (const auto *name : {"tiny-1-quirks", "small-1", "small-2-quirks"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void poolingEdgesOfGeneratedTrees()
    {
        DECAYSCOPE_REQUIRE_SHARED("data/expected/small-1.json");
        QFETCH(const QString, name);
        const auto runs = runsOf(expectedFile(sharedFile(u"data/expected/%1.json"_s.arg(name))));
        for (const auto mode : {ScoreMode::Strict, ScoreMode::Raw})
            QCOMPARE(pooledEdges(constraintLattice(runs, mode)), printedEffects(runs, mode));
    }

    void noRuns()
    {
        const auto lattice = constraintLattice({}, ScoreMode::Strict);
        QVERIFY(!lattice.nodes.front().assertions);
        QVERIFY(lattice.edges.front().pairs.empty());
        QCOMPARE(lattice.edges.front().difference.effect.n, 0);
    }
};

QTEST_GUILESS_MAIN(TestLattice)
#include "tst_lattice.moc"
