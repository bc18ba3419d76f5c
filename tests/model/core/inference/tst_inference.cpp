// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <inference/adjustment.h>
#include <inference/effectsize.h>
#include <inference/mcnemar.h>
#include <inference/noncentralt.h>
#include <inference/resampling.h>
#include <inference/twosample.h>

#include <QTest>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <numbers>

using namespace Decayscope;
using nlohmann::json;

namespace {

json referenceOf(const char *name)
{
    std::ifstream file(std::string(REFERENCE_DIR "/") + name);
    return json::parse(file);
}

bool close(double actual, double expected, double tolerance = 1e-8)
{
    if (std::abs(actual - expected) <= tolerance * std::max(1.0, std::abs(expected)))
        return true;
    qWarning("%.17g instead of %.17g", actual, expected);
    return false;
}

bool close(const std::optional<Interval> &actual, const json &row, double tolerance = 1e-8)
{
    return actual && close(actual->low, row["low"], tolerance) && close(actual->high, row["high"], tolerance);
}

/// Whether ends of an interval lie within two standard errors of the simulations.
bool within(const std::optional<Interval> &actual, const json &expected, const json &errors)
{
    return actual
        && close(
            actual->low, expected[0], 2 * errors[0].get<double>() / std::max(1.0, std::abs(expected[0].get<double>())))
        && close(actual->high, expected[1],
            2 * errors[1].get<double>() / std::max(1.0, std::abs(expected[1].get<double>())));
}

std::vector<double> numbers(const json &array)
{
    return array.is_array() ? array.get<std::vector<double>>() : std::vector{array.get<double>()};
}

std::vector<ClusteredValue> clustered(const json &values, const json &clusters)
{
    std::vector<ClusteredValue> list;
    for (std::size_t i = 0; i < values.size(); ++i)
        list.push_back({values[i].get<double>(), clusters[i].get<int>()});
    return list;
}

std::vector<ClusteredValue> clustered(const json &row)
{
    return row.contains("values") ? clustered(row["values"], row["clusters"]) : clustered(row["x"], row["cluster"]);
}

PairedOutcomes outcomesOf(const json &row)
{
    return {row["both"], row["only_a"], row["only_b"], row["neither"]};
}

std::vector<ClusteredValue> made(int clusters, double (*value)(int))
{
    std::vector<ClusteredValue> list;
    for (int i = 0; i < clusters * 3; ++i)
        list.push_back({value(i), i % clusters});
    return list;
}

} // namespace

/// Against values made by R, SciPy and statsmodels; `reference/` holds them with the scripts that made them.
class TestInference : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        qInfo("%s", m_r["origin"].get<std::string>().c_str());
        qInfo("%s", m_scipy["origin"].get<std::string>().c_str());
    }

    void clusterRobust()
    {
        for (const auto &row : m_r["robust"]) {
            const auto estimate = clusteredMean(clustered(row)).value();
            QVERIFY(close(Interval{*estimate.low, *estimate.high}, row, 1e-10));
        }
    }

    void bootstraps()
    {
        for (const auto &row : m_r["resampled"]) {
            const auto values = clustered(row);
            QVERIFY(within(clusterBootstrapInterval(values), row["percentile"], row["percentile_error"]));
            QVERIFY(within(clusterBcaInterval(values), row["bca"], row["bca_error"]));
        }
    }

    void wildBootstraps()
    {
        for (const auto &row : m_r["wild"]) {
            const auto wild = wildClusterBootstrap(clustered(row), row["null"]).value();
            const auto p = row["p"].get<double>();
            if (!row.contains("low")) {
                QCOMPARE(wild.patterns, bootstrapDraws);
                QVERIFY(close(wild.pValue, p, 2 * std::sqrt(p * (1 - p) / bootstrapDraws) + 1e-4));
                continue;
            }
            QCOMPARE(wild.patterns, row["patterns"].get<int>());
            QVERIFY(close(wild.pValue, p, 1e-12));
            QVERIFY(close(wild.interval, row));
        }
    }

    /// One draw fewer than there are patterns: a sample of them then.
    void drawnPatterns()
    {
        for (const auto &row : m_r["wild"]) {
            const auto p = row["p"].get<double>();
            const auto draws = std::min(row["patterns"].get<int>() - 1, 100'000);
            const auto wild = wildClusterBootstrap(clustered(row), row["null"], {.draws = draws}).value();
            QCOMPARE(wild.patterns, draws);
            QVERIFY(close(wild.pValue, p, 2 * std::sqrt(p * (1 - p) / draws) + 1.0 / draws));
        }
    }

    void twoSamples()
    {
        for (const auto &row : m_r["two_sample"])
            QVERIFY(close(twoSamplePValue(clustered(row["a"]), clustered(row["b"])), row["p"]));
        for (const auto &row : m_r["two_sample_drawn"]) {
            const auto p = row["p"].get<double>();
            QVERIFY(close(twoSamplePValue(clustered(row["a"]), clustered(row["b"]), {.draws = 100'000}), p,
                2 * std::sqrt(p * (1 - p) / 1e5) + 1e-4));
        }
        for (const auto &row : m_r["paired"])
            QVERIFY(close(pairedPValue(clustered(row)), row["p"]));
        for (const auto &row : m_r["welch"]) {
            const auto difference = independentDifference(clustered(row["a"]), clustered(row["b"])).value();
            QVERIFY(close(difference.mean, row["mean"]));
            QVERIFY(close(Interval{*difference.low, *difference.high}, row));
        }
    }

    void noncentralT()
    {
        for (const auto &row : m_scipy["noncentral_t"]) {
            QVERIFY(close(noncentralTCdf(row["t"], row["df"], row["ncp"]), row["p"], 1e-7));
            const auto found = noncentralityOf(row["t"], row["df"], noncentralTCdf(row["t"], row["df"], row["ncp"]));
            QVERIFY(close(found.value(), row["ncp"], 1e-6));
        }
    }

    void standardized()
    {
        for (const auto &row : m_r["paired_d"])
            QVERIFY(isStandardized(row, numbers(row["a"])));
        for (const auto &row : m_r["pooled_d"]) {
            QVERIFY(isStandardized(row, numbers(row["a"]), numbers(row["b"])));
        }
    }

    void dominance()
    {
        for (const auto &row : m_r["cliff"]) {
            const auto delta = cliffsDelta(numbers(row["a"]), numbers(row["b"])).value();
            QVERIFY(close(delta.value, row["delta"]));
            QVERIFY(close(delta.interval, row));
        }
    }

    void proportions()
    {
        for (const auto &row : m_scipy["newcombe"]) {
            const auto difference = proportionDifference({row["x"], row["n"]}, {row["y"], row["m"]}).value();
            QVERIFY(close(difference.value, row["difference"]));
            QVERIFY(close(difference.interval, row));
        }
        for (const auto &row : m_scipy["arcsine"]) {
            const auto h = cohensH({row["x"], row["n"]}, {row["y"], row["m"]}).value();
            QVERIFY(close(h.value, row["h"]));
            QVERIFY(close(h.interval, row));
        }
        for (const auto &row : m_r["odds"]) {
            const auto odds = oddsRatio({row["x"], row["n"]}, {row["y"], row["m"]}).value();
            QVERIFY(close(odds.value, row["ratio"], 1e-7));
            QVERIFY(close(odds.interval, row, 1e-6));
        }
    }

    void pairedProportions()
    {
        for (const auto &row : m_r["mcnemar"]) {
            const auto test = mcNemar(outcomesOf(row));
            QVERIFY(close(test.exactP, row["exact"]));
            QVERIFY(close(test.midP, row["mid"]));
            QVERIFY(close(test.chiSquared.value(), row["chi"]));
            QVERIFY(close(test.chiSquaredP.value(), row["chi_p"]));
        }
        for (const auto &row : m_scipy["paired"]) {
            const auto test = mcNemar(outcomesOf(row));
            QVERIFY(close(test.difference, row["difference"]));
            QVERIFY(close(test.interval, row));
        }
    }

    void adjustments()
    {
        for (const auto &row : m_r["adjusted"]) {
            const auto p = numbers(row["p"]);
            const auto holm = adjustedPValues(p, Adjustment::Holm);
            const auto bh = adjustedPValues(p, Adjustment::BenjaminiHochberg);
            for (std::size_t i = 0; i < p.size(); ++i) {
                QVERIFY(close(holm[i], numbers(row["holm"])[i], 1e-12));
                QVERIFY(close(bh[i], numbers(row["bh"])[i], 1e-12));
            }
            QCOMPARE(adjustedPValues(p, Adjustment::None), p);
        }
        QVERIFY(adjustedPValues({}, Adjustment::BenjaminiHochberg).empty());
    }

    void nothingToResample()
    {
        const std::vector<ClusteredValue> alone{{3, 0}, {5, 0}, {9, 0}};
        for (const auto &values : {std::vector<ClusteredValue>(), alone}) {
            QVERIFY(!clusterBootstrapInterval(values));
            QVERIFY(!clusterBcaInterval(values));
            QVERIFY(!wildClusterBootstrap(values));
            QCOMPARE(twoSamplePValue(values, {}), 1.0);
            QVERIFY(!independentDifference(values, {}));
        }
        QCOMPARE(pairedPValue({}), 1.0);
        QCOMPARE(pairedPValue(alone), 1.0);
        QVERIFY(!independentDifference(alone, made(3, [](int) { return 1.0; }))->low);
    }

    void allEqual()
    {
        for (const int clusters : {2, 4, 8, 12}) {
            const auto values = made(clusters, [](int) { return 0.1; });
            const auto percentile = clusterBootstrapInterval(values).value();
            const auto bca = clusterBcaInterval(values).value();
            QVERIFY(close(percentile.low, 0.1) && close(percentile.high, 0.1));
            QVERIFY(close(bca.low, 0.1) && close(bca.high, 0.1));
            QCOMPARE(wildClusterBootstrap(values, 0.1)->pValue, 1.0);
            const auto wild = wildClusterBootstrap(values).value();
            // Two clusters of six weights each agree in a sixth of all patterns: there the test never rejects.
            QCOMPARE(wild.interval.has_value(), clusters > 2);
            QVERIFY(wild.pValue <= 1.0 / 6 + 1e-12);
        }
        QVERIFY(!standardizedDifference(std::vector<double>(9, 0.3)));
    }

    void fewerAndExtremeDraws()
    {
        const auto values = made(8, [](int i) { return 50 + 40 * std::sin(i); });
        for (const auto seed : {quint64{0}, ~quint64{0}, bootstrapSeed}) {
            for (const int draws : {1, 2, 3, 1000}) {
                const ResamplingPlan plan{.draws = draws, .seed = seed};
                const auto percentile = clusterBootstrapInterval(values, plan).value();
                const auto bca = clusterBcaInterval(values, plan).value();
                const auto wild = wildClusterBootstrap(values, 50, plan).value();
                QVERIFY(percentile.low <= percentile.high && bca.low <= bca.high);
                QCOMPARE(wild.patterns, draws);
                QVERIFY(wild.pValue > 0 && wild.pValue <= 1);
                QCOMPARE(clusterBootstrapInterval(values, plan), clusterBootstrapInterval(values, plan));
            }
        }
        QVERIFY(clusterBootstrapInterval(values, {.draws = -5}).has_value());
        QVERIFY(clusterBootstrapInterval(values, {.seed = 1}) != clusterBootstrapInterval(values, {.seed = 2}));
    }

    void drawnSignsAndWays()
    {
        const auto apart = made(40, [](int) { return 1.0; });
        QCOMPARE(pairedPValue(apart, {.draws = 99, .seed = 3}), 0.01);
        const auto low = made(30, [](int i) { return i % 7 * 1.0; });
        const auto high = made(30, [](int i) { return i % 7 + 90.0; });
        QCOMPARE(twoSamplePValue(low, high, {.draws = 199, .seed = 3}), 0.005);
        QCOMPARE(twoSamplePValue(low, low, {.draws = 199, .seed = 3}), 1.0);
    }

    void smallEffects()
    {
        const std::vector<double> none;
        const std::vector one{4.0};
        const std::vector two{1.0, 3.0};
        QVERIFY(!standardizedDifference(none));
        QVERIFY(!standardizedDifference(one, false));
        QVERIFY(!standardizedDifference(two));
        QVERIFY(close(standardizedDifference(two, false)->value, std::numbers::sqrt2));
        QVERIFY(!standardizedDifference(none, two));
        QVERIFY(!standardizedDifference(one, one, false));
        QVERIFY(!cliffsDelta(none, two));
        QCOMPARE(cliffsDelta(one, two)->value, 1.0);
        QVERIFY(!cliffsDelta(one, two)->interval);
        const auto apart = cliffsDelta(std::vector(8, 0.0), std::vector(9, 1.0)).value();
        QCOMPARE(apart.value, -1.0);
        QCOMPARE(apart.interval->low, -1.0);
        QVERIFY(apart.interval->high < -0.3);
        // Far beyond what the noncentral t distribution can tell: a value, no interval, no wait.
        const std::vector nearlyEqual{1e6, 1e6 + 1e-3, 1e6 - 1e-3, 1e6};
        QVERIFY(!standardizedDifference(nearlyEqual)->interval);
    }

    void impossibleCounts()
    {
        for (const auto &wrong : {SuccessCount{0, 0}, SuccessCount{3, 2}, SuccessCount{-1, 2}, SuccessCount{0, -4}}) {
            QVERIFY(!proportionDifference(wrong, {1, 2}));
            QVERIFY(!oddsRatio({1, 2}, wrong));
            QVERIFY(!cohensH(wrong, wrong));
        }
        const auto nothing = mcNemar({});
        QCOMPARE(nothing.exactP, 1.0);
        QVERIFY(!nothing.interval);
        const auto agreed = mcNemar({.both = 5, .neither = 3});
        QVERIFY(!agreed.chiSquared && agreed.interval);
        QCOMPARE(agreed.midP, 1.0);
    }

private:
    template <typename... Groups>
    static bool isStandardized(const json &row, const Groups &...groups)
    {
        const auto plain = standardizedDifference(groups..., false);
        const auto corrected = standardizedDifference(groups..., true);
        const auto shrinks = row["corrected"].get<double>() / row["d"].get<double>();
        return plain && close(plain->value, row["d"]) && close(plain->interval, row, 1e-6)
            && (row["corrected"] == 0.0 || !corrected
                || (close(corrected->value, row["corrected"])
                    && close(corrected->interval->low, row["low"].get<double>() * shrinks, 1e-6)));
    }

    json m_r = referenceOf("inference_r.json");
    json m_scipy = referenceOf("inference_scipy.json");
};

QTEST_GUILESS_MAIN(TestInference)
#include "tst_inference.moc"
