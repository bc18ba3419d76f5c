// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <stats/correlation.h>
#include <stats/interval.h>
#include <stats/passatk.h>
#include <stats/permutation.h>

#include <QTest>

#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>

using namespace Decayscope;
using nlohmann::json;

namespace {

json referenceFile(const char *name)
{
    std::ifstream file(std::string(REFERENCE_DIR "/") + name);
    return json::parse(file);
}

std::vector<double> numbers(const json &array)
{
    return array.get<std::vector<double>>();
}

/// Equal to a few units in the last places that two libraries may differ by.
bool close(double actual, double expected, double tolerance = 1e-10)
{
    if (std::abs(actual - expected) <= tolerance * std::max(1.0, std::abs(expected)))
        return true;
    qWarning("%.17g instead of %.17g", actual, expected);
    return false;
}

bool close(const std::optional<double> &actual, const json &expected)
{
    if (expected.is_null() || !actual)
        return expected.is_null() && !actual;
    return close(*actual, expected.get<double>());
}

std::vector<ClusteredValue> clustered(const json &row)
{
    std::vector<ClusteredValue> values;
    for (std::size_t i = 0; i < row["values"].size(); ++i)
        values.push_back({row["values"][i].get<double>(), row["clusters"][i].get<int>()});
    return values;
}

} // namespace

/// Against values made by SciPy and R; `reference/` holds them with the scripts that made them.
class TestReference : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        qInfo("%s", m_scipy["origin"].get<std::string>().c_str());
        qInfo("%s", m_r["origin"].get<std::string>().c_str());
    }

    void studentQuantiles()
    {
        for (const auto &row : m_scipy["quantiles"])
            QVERIFY(close(studentQuantile(row["probability"], row["degrees"]), row["t"].get<double>()));
    }

    void studentTails()
    {
        for (const auto &row : m_scipy["two_sided"])
            QVERIFY(close(studentTwoSided(row["t"], row["degrees"]), row["p"].get<double>()));
    }

    void clusteredIntervals()
    {
        for (const auto &row : m_scipy["intervals"]) {
            const auto estimate = clusteredMean(clustered(row)).value();
            QVERIFY(close(estimate.mean, row["mean"].get<double>()));
            QVERIFY(close(estimate.low, row["low"]));
            QVERIFY(close(estimate.high, row["high"]));
        }
        for (const auto &row : m_r["intervals"]) {
            const auto estimate = clusteredMean(clustered(row)).value();
            QVERIFY(close(estimate.low, row["low"]));
            QVERIFY(close(estimate.high, row["high"]));
        }
    }

    void correlations()
    {
        for (const auto &row : m_scipy["correlations"]) {
            const auto x = numbers(row["x"]);
            const auto y = numbers(row["y"]);
            const auto linear = pearson(x, y).value();
            QVERIFY(close(linear.coefficient, row["pearson"][0].get<double>()));
            QVERIFY(close(linear.pValue, row["pearson"][1]));
            const auto ranked = spearman(x, y).value();
            QVERIFY(close(ranked.coefficient, row["spearman"][0].get<double>()));
            QVERIFY(close(ranked.pValue, row["spearman"][1]));
        }
    }

    void signFlips()
    {
        for (const auto &row : m_scipy["sign_flips"]) {
            const auto p = signFlipPValue(numbers(row["sums"]));
            const auto expected = row["p"].get<double>();
            // Drawn ones agree within four standard errors of both simulations.
            const auto drawn = 4 * std::sqrt(expected * (1 - expected) * 1.1 / permutationDraws) + 1e-5;
            QVERIFY(close(p, expected, row["exact"].get<bool>() ? 1e-12 : drawn));
        }
    }

    void holm()
    {
        for (const auto &row : m_r["holm"]) {
            const auto adjusted = holmAdjusted(numbers(row["p"]));
            const auto expected = numbers(row["adjusted"]);
            QCOMPARE(adjusted.size(), expected.size());
            for (std::size_t i = 0; i < expected.size(); ++i)
                QVERIFY(close(adjusted[i], expected[i]));
        }
    }

    void passAtKs()
    {
        for (const auto &row : m_scipy["pass_at_k"])
            QVERIFY(close(passAtK(row["n"], row["c"], row["k"]), row["p"].get<double>()));
        QCOMPARE(passHatK(3, 2, 3), 8.0 / 27.0);
        QCOMPARE(passHatK(0, 0, 1), 0.0);
        QCOMPARE(passAtK(0, 0, 1), 0.0);
    }

    void edges()
    {
        QVERIFY(!clusteredMean({}));
        QVERIFY(!meanOf({}));
        QVERIFY(!deviationOf(std::vector{1.0}));
        QCOMPARE(signFlipPValue({}), 1.0);
        QCOMPARE(signFlipPValue(std::vector{4.0}), 1.0);
        QCOMPARE(signFlipPValue(std::vector<double>(40, 0.0)), 1.0);
        QCOMPARE(signFlipPValue(std::vector<double>(40, -1.0)), 1.0 / (permutationDraws + 1.0));
        QVERIFY(holmAdjusted({}).empty());
    }

    void undefinedCorrelations()
    {
        const std::vector rising{1.0, 2.0, 3.0};
        QVERIFY(!pearson({}, {}));
        QVERIFY(!pearson(rising, std::vector{5.0, 5.0, 5.0}));
        QVERIFY(!spearman(std::vector{5.0, 5.0, 5.0}, rising));
        QCOMPARE(pearson(std::vector{1.0, 2.0}, std::vector{4.0, 3.0}).value(), (Correlation{-1.0, std::nullopt}));
        QCOMPARE(pearson(rising, rising).value(), (Correlation{1.0, 0.0}));
        QCOMPARE(averageRanks(std::vector{3.0, 1.0, 3.0, 2.0}), (std::vector{3.5, 1.0, 3.5, 2.0}));
    }

    void sameDrawsEachTime()
    {
        std::vector<double> sums;
        for (int i = 0; i < 40; ++i)
            sums.push_back(std::sin(i) - 0.2);
        QCOMPARE(signFlipPValue(sums), signFlipPValue(sums));
        QVERIFY(signFlipPValue(sums, 1) != signFlipPValue(sums, 2));
    }

private:
    json m_scipy = referenceFile("scipy.json");
    json m_r = referenceFile("r.json");
};

QTEST_GUILESS_MAIN(TestReference)
#include "tst_reference.moc"
