// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "expectedstudy.h"

#include <stats/decay.h>
#include <stats/frameworks.h>
#include <stats/marginaleffects.h>
#include <stats/verifierimpact.h>
#include <support/shareddata.h>

#include <QTest>

#include <cmath>

using namespace Decayscope;
using namespace Decayscope::Test;
using nlohmann::json;

namespace {

std::string utf8(const QString &text)
{
    return text.toStdString();
}

std::string levelKey(const char *prefix, std::size_t level)
{
    return std::string(prefix) + "_l" + std::to_string(level);
}

void put(json &row, const std::string &key, const std::optional<double> &value)
{
    if (value)
        row[key] = *value;
}

json rowOf(const Configuration &configuration)
{
    return {{"scaffold", utf8(configuration.scaffold)}, {"model", utf8(configuration.model)}};
}

/// The paths at which two documents differ by more than 1e-9.
void compare(const json &actual, const json &expected, const std::string &path, QStringList &differences)
{
    if (expected.is_number() && actual.is_number()) {
        if (std::abs(actual.get<double>() - expected.get<double>()) > 1e-9)
            differences << QString::fromStdString(path + ": " + actual.dump() + " instead of " + expected.dump());
        return;
    }
    if (expected.is_structured() && actual.type() == expected.type() && actual.size() == expected.size()) {
        for (const auto &[key, value] : expected.items()) {
            const auto &same
                = actual.is_array() ? actual[static_cast<std::size_t>(std::stoul(key))] : actual.value(key, json());
            compare(same, value, path + "/" + key, differences);
        }
        return;
    }
    if (actual != expected)
        differences << QString::fromStdString(path + ": " + actual.dump() + " instead of " + expected.dump());
}

QStringList differences(const json &actual, const json &expected)
{
    QStringList found;
    compare(actual, expected, {}, found);
    return found;
}

json decayRows(const std::vector<Run> &runs, ScoreMode mode)
{
    auto rows = json::array();
    for (const auto &curve : decayCurves(runs, mode)) {
        auto row = rowOf(curve.configuration);
        for (std::size_t level = 0; level < levelCount; ++level) {
            if (const auto &score = curve.levels.at(level)) {
                row[levelKey("a", level)] = score->assertions.mean;
                row[levelKey("p", level)] = score->passAt1.mean;
            }
        }
        put(row, "delta", curve.delta);
        rows.push_back(row);
    }
    return rows;
}

json nullable(const std::optional<double> &value)
{
    return value ? json(*value) : json();
}

} // namespace

/// The study's own scripts and ours agree on generated trees.
class TestExpected : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { DECAYSCOPE_REQUIRE_SHARED("data/expected/small-1.json"); }

    void decay_data() { trees(); }
    void decay()
    {
        QCOMPARE(differences(decayRows(m_runs, ScoreMode::Strict), m_expected["decay"]), QStringList());
        QCOMPARE(differences(decayRows(m_runs, ScoreMode::Raw), m_expected["decay-raw"]), QStringList());
    }

    void capable_data() { trees(); }
    void capable()
    {
        const auto capable = capableSummary(decayCurves(m_runs, ScoreMode::Strict));
        const json actual{{"n", capable.configurations}, {"mean_delta", nullable(capable.meanDelta)},
            {"mean_relative_loss", nullable(capable.meanRelativeLoss)}};
        QCOMPARE(differences(actual, m_expected["capable"]), QStringList());
    }

    void marginal_data() { trees(); }
    void marginal()
    {
        auto rows = json::array();
        for (const auto &effect : marginalEffects(m_runs, ScoreMode::Strict)) {
            rows.push_back({{"constraint", utf8(constraintName(effect.constraint))}, {"mean", effect.effect.mean},
                {"sd", nullable(effect.deviation)}, {"sem", nullable(effect.standardError)}, {"n", effect.effect.n}});
        }
        QCOMPARE(differences(rows, m_expected["marginal-effects"]), QStringList());
    }

    void frameworks_data() { trees(); }
    void frameworks()
    {
        auto rows = json::array();
        for (const auto &score : frameworkBoard(m_runs, ScoreMode::Strict).scores) {
            auto row = rowOf(score.configuration);
            row.update({{"framework", utf8(score.framework)}, {"a", score.assertions}, {"p", score.passAt1}});
            rows.push_back(row);
        }
        QCOMPARE(differences(rows, m_expected["frameworks"]), QStringList());
    }

    void sensitivity_data() { trees(); }
    void sensitivity()
    {
        auto rows = json::array();
        for (const auto &score : frameworkSensitivity(m_runs, ScoreMode::Strict)) {
            auto row = rowOf(score.configuration);
            row.update({{"framework", utf8(score.framework)}, {"mean", score.mean},
                {"sem", nullable(score.standardError)}, {"n", score.runs}});
            rows.push_back(row);
        }
        QCOMPARE(differences(rows, m_expected["sensitivity"]), QStringList());
    }

    void verifiers_data() { trees(); }
    void verifiers()
    {
        const auto impact = verifierImpact(m_runs);
        auto rows = json::array();
        for (const auto &entry : impact.rows) {
            auto row = rowOf(entry.configuration);
            for (std::size_t level = 0; level < levelCount; ++level) {
                if (const auto &values = entry.levels.at(level)) {
                    row[levelKey("a", level)] = values->strict;
                    row[levelKey("raw", level)] = values->raw;
                    row[levelKey("diff", level)] = values->difference();
                }
            }
            rows.push_back(row);
        }
        QCOMPARE(differences(rows, m_expected["verifier-impact"]), QStringList());
        const json summary{{"max_diff", nullable(impact.largestDifference)}, {"mean_drop", nullable(impact.meanDrop)},
            {"mean_drop_raw", nullable(impact.meanDropRaw)},
            {"constrained_test_passing", impact.constrainedTestPassing}, {"false_rejects", impact.falseRejects}};
        QCOMPARE(differences(summary, m_expected["verifier-impact-summary"]), QStringList());
        const auto &confusion = m_expected["verifier-confusion"];
        QCOMPARE(impact.violatingRuns,
            confusion["test_pass_verifier_fail"].get<int>() + confusion["test_fail_verifier_fail"].get<int>());
    }

    void init()
    {
        const QString tree = QString::fromLatin1(QTest::currentDataTag());
        m_expected = expectedFile(sharedFile(u"data/expected/" % tree % u".json"));
        m_runs = runsOf(m_expected);
    }

private:
    static void trees()
    {
        QTest::addColumn<int>("unused");
        for (const auto *tree : {"tiny-1-quirks", "small-1", "small-2-quirks"})
            QTest::newRow(tree) << 0;
    }

    json m_expected;
    std::vector<Run> m_runs;
};

QTEST_GUILESS_MAIN(TestExpected)
#include "tst_expected.moc"
