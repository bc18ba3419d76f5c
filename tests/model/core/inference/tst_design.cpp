// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <inference/noncentralt.h>
#include <inference/passcurve.h>
#include <inference/power.h>
#include <inference/variancecomponents.h>

#include <QTest>

#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>

using namespace Decayscope;
using nlohmann::json;

namespace {

json designReference()
{
    std::ifstream file(REFERENCE_DIR "/design.json");
    return json::parse(file);
}

bool close(std::optional<double> actual, double expected, double tolerance = 1e-8)
{
    if (actual && std::abs(*actual - expected) <= tolerance * std::max(1.0, std::abs(expected)))
        return true;
    qWarning("%.17g instead of %.17g", actual.value_or(NAN), expected);
    return false;
}

ComparedDesign designOf(const json &row)
{
    return {
        .unitDeviation = row["between"], .runDeviation = row["run"], .runWeight = row["weight"], .units = row["units"]};
}

std::vector<ClusteredValue> clustered(const json &row)
{
    std::vector<ClusteredValue> list;
    for (std::size_t i = 0; i < row["values"].size(); ++i)
        list.push_back({row["values"][i].get<double>(), row["clusters"][i].get<int>()});
    return list;
}

QString inWords(const std::vector<PassPoint> &points)
{
    QStringList words;
    for (const auto &point : points) {
        words << QStringLiteral("k%1 %2 %3 short %4")
                     .arg(point.k)
                     .arg(point.any.mean, 0, 'f', 2)
                     .arg(point.all.mean, 0, 'f', 2)
                     .arg(point.shortTasks);
    }
    return words.join(QStringLiteral(", "));
}

} // namespace

/// How many trials, how much they vary, and what several of them come to; against values made by R.
class TestDesign : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { qInfo("%s", m_r["origin"].get<std::string>().c_str()); }

    void pairedPower()
    {
        for (const auto &row : m_r["power"]) {
            const auto design = designOf(row);
            const TestDemand demand{.power = 0.8, .significance = row["alpha"]};
            QVERIFY(close(powerOf(design, row["trials"], row["difference"], row["alpha"]), row["power"], 1e-7));
            QVERIFY(close(detectableDifference(design, row["trials"], demand), row["detectable"], 1e-6));
            QCOMPARE(
                unitsNeeded(design, row["trials"], row["difference"], demand).value(), row["units_needed"].get<int>());
            const auto trials = trialsNeeded(design, row["difference"], demand);
            QCOMPARE(trials.value_or(0), row["trials_needed"].is_null() ? 0 : row["trials_needed"].get<int>());
        }
    }

    void pairedOutcomes()
    {
        for (const auto &row : m_r["mcnemar"]) {
            const double share = row["discordant"];
            QVERIFY(close(mcNemarPower(share, row["difference"], row["pairs"], 0.05), row["power"]));
            QVERIFY(close(mcNemarPairs(share, row["difference"], {}), row["needed"]));
            const auto found = mcNemarDetectable(share, row["pairs"], {});
            QVERIFY(!found || close(mcNemarPower(share, *found, row["pairs"], 0.05), 0.8));
        }
    }

    void components()
    {
        for (const auto &row : m_r["components"]) {
            const auto parts = varianceComponents(clustered(row)).value();
            QVERIFY(close(parts.within, row["within"]));
            QVERIFY(close(parts.between, row["between"]));
            QVERIFY(close(parts.groupSize, row["size"]));
            QVERIFY(close(parts.correlation, row["icc"]));
            QVERIFY(close(parts.correlationInterval->low, row["low"]));
            QVERIFY(close(parts.correlationInterval->high, row["high"]));
        }
    }

    void passes()
    {
        for (const auto &row : m_r["pass"]) {
            const std::vector<TaskTrials> task{{row["n"], row["c"], 0}};
            const auto point = passCurve(task).at(row["k"].get<std::size_t>() - 1);
            QVERIFY(close(point.any.mean, row["any"]));
            QVERIFY(close(point.all.mean, row["all"]));
        }
    }

    void unequalTrials()
    {
        const std::vector<TaskTrials> tasks{{3, 1, 0}, {1, 1, 1}, {0, 0, 1}, {2, 0, 1}};
        QCOMPARE(inWords(passCurve(tasks)),
            QStringLiteral("k1 44.44 44.44 short 0, k2 55.56 37.04 short 1, k3 66.67 34.57 short 2"));
        QVERIFY(passCurve({}).empty());
        QCOMPARE(passCurve(std::vector<TaskTrials>{{100'000, 7, 0}}).size(), std::size_t{mostPassTrials});
    }

    void nothingToCompare()
    {
        const ComparedDesign alone{.unitDeviation = 4, .runDeviation = 5, .units = 1};
        QVERIFY(!powerOf(alone, 3, 10, 0.05));
        QVERIFY(!detectableDifference(alone, 3, {}));
        QVERIFY(!trialsNeeded(alone, 10, {}));
        QCOMPARE(unitsNeeded(alone, 3, 10, {}).value(), 5);
        // Far off, where the series would take long.
        QCOMPARE(noncentralTCdf(2, 7, 200), 0.0);
        QCOMPARE(noncentralTCdf(-2, 7, -200), 1.0);
        QCOMPARE(noncentralTCdf(-2, 7, 41), 0.0);
        QVERIFY(close(noncentralTCdf(12.7, 1, 100), 0, 1e-12));
        const ComparedDesign still{.units = 5};
        QCOMPARE(powerOf(still, 1, 0.5, 0.05).value(), 1.0);
        QCOMPARE(detectableDifference(still, 1, {}).value(), 0.0);
        QCOMPARE(trialsNeeded(still, 0.5, {}).value(), 1);
        const ComparedDesign unlike{.unitDeviation = 80, .runDeviation = 1, .units = 4};
        QVERIFY(!trialsNeeded(unlike, 1, {}));
    }

    void extremeDemands()
    {
        const ComparedDesign design{.unitDeviation = 10, .runDeviation = 20, .units = 2};
        for (const double significance : {1e-320, 1e-17, 0.999999}) {
            for (const double power : {1e-9, 1 - 1e-16}) {
                const TestDemand demand{.power = power, .significance = significance};
                const auto found = detectableDifference(design, 3, demand);
                QVERIFY(!found || std::isfinite(*found));
                (void)trialsNeeded(design, 1e-9, demand);
                (void)unitsNeeded(design, 3, 100, demand);
                (void)mcNemarPairs(0.3, 1e-9, demand);
                (void)mcNemarDetectable(0.3, 10, demand);
            }
        }
        QVERIFY(!mcNemarPairs(0.2, 0.3, {}));
        QVERIFY(!mcNemarDetectable(0.01, 10, {}));
    }

    void noVariance()
    {
        QVERIFY(!varianceComponents({}));
        QVERIFY(!varianceComponents(std::vector<ClusteredValue>{{1, 0}, {2, 0}}));
        QVERIFY(!varianceComponents(std::vector<ClusteredValue>{{1, 0}, {2, 1}, {3, 2}}));
        const auto equal = varianceComponents(std::vector<ClusteredValue>(4, {0.1, 0}));
        QVERIFY(!equal);
        const auto same
            = varianceComponents(std::vector<ClusteredValue>{{0.1, 0}, {0.1, 0}, {0.1, 1}, {0.1, 1}}).value();
        QVERIFY(!same.correlation && !same.shareWithin());
        const auto steady = varianceComponents(std::vector<ClusteredValue>{{1, 0}, {1, 0}, {5, 1}, {5, 1}}).value();
        QCOMPARE(steady.correlation.value(), 1.0);
        QVERIFY(!steady.correlationInterval);
        QCOMPARE(steady.shareWithin().value(), 0.0);
    }

private:
    json m_r = designReference();
};

QTEST_GUILESS_MAIN(TestDesign)
#include "tst_design.moc"
