// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <inference/regression.h>

#include <QTest>

#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>

using namespace Decayscope;
using nlohmann::json;

namespace {

RegressionData dataOf(const json &fixture, const char *outcome)
{
    RegressionData data{.terms = {},
        .columns = fixture["columns"].get<std::vector<std::vector<double>>>(),
        .outcome = fixture[outcome].get<std::vector<double>>(),
        .groups = fixture["groups"].get<std::vector<int>>()};
    for (const auto &term : fixture["terms"])
        data.terms << QString::fromStdString(term.get<std::string>());
    return data;
}

double sizeOf(double value)
{
    return std::max(1.0, std::abs(value));
}

/// The greatest differences between a fit and R's.
struct Distance
{
    double estimate = 0; ///< Relative to the estimate, or to 1 where that is less.
    double error = 0; ///< Relative to the standard error.
    double likelihood = 0;
};

Distance distance(const RegressionFit &fit, const json &expected)
{
    Distance found{.likelihood = std::abs(fit.logLikelihood - expected["logLik"].get<double>())};
    std::size_t place = 0;
    for (const auto &term : fit.terms) {
        if (!term.estimate)
            continue;
        const auto value = expected["estimate"].at(place).get<double>();
        const auto error = expected["se"].at(place).get<double>();
        found.estimate = std::max(found.estimate, std::abs(term.estimate->value - value) / sizeOf(value));
        found.error = std::max(found.error, std::abs(term.estimate->standardError - error) / error);
        ++place;
    }
    if (place != expected["estimate"].size())
        found.estimate = INFINITY;
    qInfo(
        "differences: estimates %.2g, errors %.2g, log-likelihood %.2g", found.estimate, found.error, found.likelihood);
    return found;
}

/// Terms without an estimate, and why.
QStringList withoutEstimate(const RegressionFit &fit)
{
    QStringList terms;
    for (const auto &term : fit.terms) {
        if (!term.estimate)
            terms << term.name + (term.status == TermStatus::Separated ? u" separated" : u" collinear");
    }
    return terms;
}

/// Eight tasks of eight runs; the outcome is mixed in each.
RegressionData smallData()
{
    RegressionData data{.terms = {QStringLiteral("(Intercept)"), QStringLiteral("a"), QStringLiteral("b")},
        .columns = std::vector<std::vector<double>>(3),
        .outcome = {},
        .groups = {}};
    for (int i = 0; i < 64; ++i) {
        data.columns[0].push_back(1);
        data.columns[1].push_back(i / 8 % 2);
        data.columns[2].push_back(i % 2);
        data.outcome.push_back((i * 7 + i / 8 * 3) % 5 < 2 ? 1 : 0);
        data.groups.push_back(i / 8);
    }
    return data;
}

QString faultOfAll(const RegressionData &data)
{
    const auto fit = mixedLogistic(data);
    return fit ? QStringLiteral("fitted") : fit.error().message;
}

} // namespace

/// Against what R's packages fit to the same rows; `reference/` holds the values with the script that made them.
class TestRegression : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        std::ifstream file(REFERENCE_DIR "/regression.json");
        m_reference = json::parse(file);
        qInfo("%s", m_reference["origin"].get<std::string>().c_str());
    }

    void asGlmer();
    void asGlmWithClusters();
    void asLmWithClusters();
    void asLmer();
    void aSeparatedTermIsTold();
    void manySeparatedTermsAreTold();
    void separationByTermsTogether();
    void collinearTermsAreTold();
    void whatCannotBeFitted();
    void oddNumbersAreRefused();
    void tasksThatAlwaysDoTheSame();
    void groupsMayHaveAnyNumbers();

private:
    json m_reference;
};

/// glmer's own optimiser stops within about 1e-5 of the top, and takes its standard errors from differences of the
/// deviance: the likelihood is the sharper measure.
void TestRegression::asGlmer()
{
    for (const auto &fixture : m_reference["fixtures"]) {
        for (const auto &expected : fixture["mixed"]) {
            qInfo("%s, %d nodes", fixture["name"].get<std::string>().c_str(), expected["nodes"].get<int>());
            const auto fit = mixedLogistic(dataOf(fixture, "success"), expected["nodes"]).value();
            const auto found = distance(fit, expected);
            QVERIFY(fit.converged);
            QVERIFY(found.likelihood < 1e-6);
            QVERIFY(fit.logLikelihood > expected["logLik"].get<double>() - 1e-9);
            QVERIFY(found.estimate < 1e-4);
            QVERIFY(found.error < 2e-4);
            QVERIFY(std::abs(fit.groupDeviation.value() - expected["sd"].get<double>()) < 2e-3);
            QVERIFY(std::abs(fit.aic() - expected["AIC"].get<double>()) < 1e-5);
        }
    }
}

void TestRegression::asGlmWithClusters()
{
    for (const auto &fixture : m_reference["fixtures"]) {
        const auto &expected = fixture["logistic"];
        const auto fit = clusteredLogistic(dataOf(fixture, "success")).value();
        const auto found = distance(fit, expected);
        QVERIFY(found.estimate < 1e-8 && found.error < 1e-8 && found.likelihood < 1e-8);
        for (std::size_t i = 0; i < fit.terms.size(); ++i) {
            const auto &estimate = fit.terms[i].estimate.value();
            QVERIFY(std::abs(estimate.pValue - expected["p"].at(i).get<double>()) < 1e-8);
            QVERIFY(std::abs(estimate.interval.low - expected["low"].at(i).get<double>()) < 1e-8);
            QCOMPARE(estimate.degrees.value(), expected["degrees"].get<int>());
        }
    }
}

void TestRegression::asLmWithClusters()
{
    for (const auto &fixture : m_reference["fixtures"]) {
        const auto fit = clusteredLinear(dataOf(fixture, "share")).value();
        const auto found = distance(fit, fixture["linear"]);
        QVERIFY(found.estimate < 1e-8 && found.error < 1e-8 && found.likelihood < 1e-8);
        QVERIFY(std::abs(fit.aic() - fixture["linear"]["AIC"].get<double>()) < 1e-8);
    }
}

void TestRegression::asLmer()
{
    for (const auto &fixture : m_reference["fixtures"]) {
        const auto &expected = fixture["linear_mixed"];
        const auto fit = mixedLinear(dataOf(fixture, "share")).value();
        const auto found = distance(fit, expected);
        QVERIFY(found.estimate < 1e-5 && found.error < 1e-5 && found.likelihood < 1e-8);
        QVERIFY(std::abs(fit.groupDeviation.value() - expected["sd"].get<double>()) < 1e-4);
        QVERIFY(std::abs(fit.residualDeviation.value() - expected["residual"].get<double>()) < 1e-5);
        QVERIFY(std::abs(fit.aic() - expected["AIC"].get<double>()) < 1e-6);
        for (std::size_t i = 0; i < fit.terms.size(); ++i) {
            const auto &estimate = fit.terms[i].estimate.value();
            QCOMPARE(estimate.degrees.value(), expected["degrees"].at(i).get<int>());
            QVERIFY(std::abs(estimate.pValue - expected["p_nlme"].at(i).get<double>()) < 1e-5);
        }
    }
}

/// The limit the likelihood tends to is the fit to the other runs.
void TestRegression::aSeparatedTermIsTold()
{
    const auto &fixture = m_reference["separated"];
    const auto data = dataOf(fixture, "success");
    const auto clustered = clusteredLogistic(data).value();
    const QStringList lost{QString::fromStdString(fixture["lost"].get<std::string>()) + u" separated"};
    QCOMPARE(withoutEstimate(clustered), lost);
    QCOMPARE(clustered.rows, fixture["rows"].get<int>());
    QCOMPARE(std::ssize(clustered.determined), std::ssize(data.outcome) - clustered.rows);
    const auto found = distance(clustered, fixture["logistic"]);
    QVERIFY(found.estimate < 1e-8 && found.error < 1e-8);
    for (const auto &expected : fixture["mixed"]) {
        const auto mixed = mixedLogistic(data, expected["nodes"]).value();
        QCOMPARE(withoutEstimate(mixed), lost);
        QVERIFY(distance(mixed, expected).likelihood < 1e-6);
    }
}

void TestRegression::manySeparatedTermsAreTold()
{
    auto data = smallData();
    for (const auto &[name, outcome] :
        {std::pair{"never", 0.0}, std::pair{"always", 1.0}, std::pair{"never too", 0.0}}) {
        data.terms << QString::fromLatin1(name);
        for (auto &column : data.columns)
            column.resize(column.size() + 3, column.front());
        data.columns.emplace_back(data.columns[0].size() - 3, 0.0).resize(data.columns[0].size(), 1.0);
        data.outcome.resize(data.outcome.size() + 3, outcome);
        data.groups.insert(data.groups.end(), {0, 1, 2});
    }
    const auto fit = mixedLogistic(data).value();
    QCOMPARE(withoutEstimate(fit),
        QStringList({QStringLiteral("never separated"), QStringLiteral("always separated"),
            QStringLiteral("never too separated")}));
    QCOMPARE(fit.rows, 64);
    QCOMPARE(std::ssize(fit.determined), 9);
    QVERIFY(std::abs(fit.terms[1].estimate->value - mixedLogistic(smallData())->terms[1].estimate->value) < 1e-9);
}

/// Neither term alone tells the outcome; both together do wherever they differ.
void TestRegression::separationByTermsTogether()
{
    auto data = smallData();
    for (std::size_t i = 0; i < data.outcome.size(); ++i) {
        if (data.columns[1][i] > data.columns[2][i])
            data.outcome[i] = 1;
        if (data.columns[1][i] < data.columns[2][i])
            data.outcome[i] = 0;
    }
    const auto fit = clusteredLogistic(data).value();
    QCOMPARE(withoutEstimate(fit), QStringList{QStringLiteral("b separated")});
    QCOMPARE(std::ssize(fit.determined), 32);
    for (std::size_t i = 0; i < data.outcome.size(); ++i)
        data.outcome[i] = data.columns[2][i];
    const auto nothing = clusteredLogistic(data);
    QVERIFY(!nothing);
    qInfo().noquote() << nothing.error().message;
    QVERIFY(nothing.error().message.contains(u"complete separation"));
}

void TestRegression::collinearTermsAreTold()
{
    auto data = smallData();
    data.terms << QStringLiteral("constant") << QStringLiteral("a or b but not both") << QStringLiteral("two b less a");
    data.columns.emplace_back(data.outcome.size(), 3.0);
    for (const bool isSum : {false, true}) {
        std::vector<double> column;
        for (std::size_t i = 0; i < data.outcome.size(); ++i) {
            const double a = data.columns[1][i];
            const double b = data.columns[2][i];
            column.push_back(isSum ? 2 * b - a : std::abs(a - b));
        }
        data.columns.push_back(column);
    }
    const QStringList expected{QStringLiteral("constant collinear"), QStringLiteral("two b less a collinear")};
    QCOMPARE(withoutEstimate(mixedLogistic(data).value()), expected);
    QCOMPARE(withoutEstimate(clusteredLinear(data).value()), expected);
    QCOMPARE(withoutEstimate(mixedLinear(data).value()), expected);
}

void TestRegression::whatCannotBeFitted()
{
    QStringList told;
    auto data = smallData();
    data.outcome.assign(64, 0.0);
    told << faultOfAll(data);
    data.outcome.assign(64, 1.0);
    told << faultOfAll(data);
    data = smallData();
    data.groups.assign(64, 7);
    told << faultOfAll(data);
    data = smallData();
    for (auto &column : data.columns)
        column.resize(3);
    data.outcome = {0, 1, 0};
    data.groups.resize(3);
    data.groups[1] = 5;
    told << faultOfAll(data);
    told << faultOfAll({.terms = {}, .columns = {}, .outcome = {}, .groups = {}});
    QCOMPARE(told,
        QStringList({QStringLiteral("No run succeeds, so that no term can say anything of success."),
            QStringLiteral("Every run succeeds, so that no term can say anything of success."),
            QStringLiteral("A regression with tasks as groups needs runs of at least two tasks."),
            QStringLiteral("3 runs are too few for 2 terms."),
            QStringLiteral("There are no runs to fit a regression to.")}));
}

void TestRegression::oddNumbersAreRefused()
{
    auto data = smallData();
    data.columns[1][5] = std::nan("");
    QVERIFY(!mixedLogistic(data) && !clusteredLogistic(data) && !mixedLinear(data) && !clusteredLinear(data));
    data = smallData();
    data.outcome[3] = 0.5;
    QVERIFY(!mixedLogistic(data) && !clusteredLogistic(data));
    QVERIFY(clusteredLinear(data).has_value());
    data.columns[2].pop_back();
    QVERIFY(!clusteredLinear(data));
    data = smallData();
    QVERIFY(!mixedLogistic(data, 0) && !mixedLogistic(data, 26));
    data.outcome.assign(64, 5.0);
    const auto exact = mixedLinear(data);
    QVERIFY(!exact);
    qInfo().noquote() << exact.error().message;
    data.columns[1].assign(64, 1e308);
    data.outcome[0] = 1e308;
    QVERIFY(!clusteredLinear(data) || clusteredLinear(data)->rows == 64);
}

/// The likelihood rises for ever with the deviation: bounded steps, and it says so.
void TestRegression::tasksThatAlwaysDoTheSame()
{
    auto data = smallData();
    for (std::size_t i = 0; i < data.outcome.size(); ++i)
        data.outcome[i] = data.groups[i] % 4 < 2 ? 1 : 0;
    const auto fit = mixedLogistic(data);
    QVERIFY(fit.has_value());
    qInfo("deviation %g, converged %d", fit->groupDeviation.value(), int{fit->converged});
    QVERIFY(!fit->converged);
}

void TestRegression::groupsMayHaveAnyNumbers()
{
    auto data = smallData();
    const auto before = mixedLogistic(data).value();
    for (auto &group : data.groups)
        group = INT_MAX - group * 1000;
    const auto after = mixedLogistic(data).value();
    QVERIFY(std::abs(before.terms[2].estimate->value - after.terms[2].estimate->value) < 1e-10);
    QCOMPARE(after.groups, 8);
}

QTEST_GUILESS_MAIN(TestRegression)
#include "tst_regression.moc"
