// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <stats/agreement.h>
#include <stats/proportion.h>
#include <support/shareddata.h>

#include <QTest>

#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>
#include <map>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;
using nlohmann::json;

namespace {

json parsed(const QString &path)
{
    std::ifstream file(path.toStdString());
    return json::parse(file);
}

json reference()
{
    return parsed(QStringLiteral(REFERENCE_DIR "/agreement.json"));
}

RatingTable tableOf(const json &row)
{
    RatingTable table{.categories = row["categories"].get<int>()};
    for (const auto &unit : row["units"]) {
        table.units.emplace_back();
        for (const auto &rating : unit)
            table.units.back().push_back(rating.is_null() ? std::nullopt : std::optional(rating.get<int>()));
    }
    if (row.contains("clusters"))
        table.clusters = row["clusters"].get<std::vector<int>>();
    return table;
}

/// Two raters in words: "aa ab bb" with a dot for a missing rating.
RatingTable pairs(const char *words, int categories = 3)
{
    RatingTable table{.categories = categories};
    for (const auto &word : QString::fromLatin1(words).split(u' ', Qt::SkipEmptyParts)) {
        table.units.emplace_back();
        for (const auto letter : word)
            table.units.back().push_back(letter == u'.' ? std::nullopt : std::optional(letter.unicode() - u'a'));
    }
    return table;
}

QString printed(const Coefficient &coefficient)
{
    const auto number
        = [](const std::optional<double> &value) { return value ? QString::number(*value, 'f', 4) : u"-"_s; };
    QString text = number(coefficient.value) % u" n=" % QString::number(coefficient.units);
    if (coefficient.low || coefficient.high)
        text += u" [" % number(coefficient.low) % u", " % number(coefficient.high) % u']';
    if (coefficient.undefined)
        text += u' ' % undefinedReason(*coefficient.undefined);
    return text;
}

/// All coefficients of the first two columns, or of all.
QStringList printed(const RatingTable &table)
{
    const auto identity = treeWeights(std::vector{0, 1, 2});
    return {u"accuracy "_s + printed(observedAgreement(table, 0, 1)), u"cohen "_s + printed(cohenKappa(table, 0, 1)),
        u"weighted "_s + printed(weightedKappa(table, 0, 1, identity)),
        u"pabak "_s + printed(prevalenceAdjusted(table, 0, 1)), u"ac1 "_s + printed(gwetAc1(table)),
        u"fleiss "_s + printed(fleissKappa(table)), u"alpha "_s + printed(krippendorffAlpha(table))};
}

std::map<std::string, Coefficient> allOf(const RatingTable &table)
{
    return {{"accuracy", observedAgreement(table, 0, 1)}, {"cohen", cohenKappa(table, 0, 1)},
        {"weighted", weightedKappa(table, 0, 1, treeWeights(std::vector{0, 0, 2, 2}))},
        {"pabak", prevalenceAdjusted(table, 0, 1)}, {"ac1", gwetAc1(table)}, {"fleiss", fleissKappa(table)},
        {"alpha", krippendorffAlpha(table)}};
}

/// Names of the values of a reference row that differ from ours.
QStringList differences(const json &row, double tolerance)
{
    QStringList names;
    for (const auto &[name, coefficient] : allOf(tableOf(row))) {
        if (row.contains(name) && std::abs(coefficient.value.value_or(-9) - row[name].get<double>()) > tolerance)
            names << QString::fromStdString(name) % u' ' % printed(coefficient);
    }
    return names;
}

/// The study's validation set: column 0 human, column 1 judge; clusters are tasks.
RatingTable validationSet(QStringList &categories)
{
    RatingTable table;
    std::map<std::string, int> clusters;
    const auto set = parsed(sharedFile(u"data/paper/judge_validation_set.json"_s));
    const auto number = [&categories](const json &name) {
        const auto text = QString::fromStdString(name.get<std::string>());
        if (!categories.contains(text))
            categories << text;
        return static_cast<int>(categories.indexOf(text));
    };
    for (const auto &item : set) {
        table.units.push_back({number(item["human_subcategory"]), number(item["judge_subcategory"])});
        const auto task = item["task"].get<std::string>();
        table.clusters.push_back(clusters.try_emplace(task, static_cast<int>(clusters.size())).first->second);
    }
    table.categories = static_cast<int>(categories.size());
    return table;
}

} // namespace

/// Against published values and values computed another way; `reference/` holds them with their script.
class TestAgreement : public QObject
{
    Q_OBJECT

private slots:
    void publishedExamples()
    {
        const auto stored = reference();
        for (const auto &row : stored["published"])
            QCOMPARE(differences(row, 0.5001 * std::pow(10.0, -row["decimals"].get<int>())), QStringList());
    }

    void definitionsByPairs()
    {
        const auto stored = reference();
        for (const auto &row : stored["computed"])
            QCOMPARE(differences(row, 1e-12), QStringList());
    }

    void theStudysValidationSet()
    {
        DECAYSCOPE_REQUIRE_SHARED("data/paper/judge_validation_set.json");
        DECAYSCOPE_REQUIRE_SHARED("data/paper/judge_validation_metrics.json");
        QStringList names;
        const auto table = validationSet(names);
        const auto metrics = parsed(sharedFile(u"data/paper/judge_validation_metrics.json"_s));
        const auto kappa = bootstrapped(table, AgreementMeasure::CohenKappa, {});
        QCOMPARE(kappa.units, 50);
        QCOMPARE_LE(std::abs(*kappa.value - metrics["kappa"].get<double>()), 1e-12);
        QCOMPARE_LE(std::abs(*kappa.low - 0.92), 0.01);
        QCOMPARE_LE(std::abs(*kappa.high - 1.0), 1e-12);
        QCOMPARE_LE(std::abs(*observedAgreement(table, 0, 1).value - 0.98), 1e-12);
        const auto categories = categoryAgreement(table, 1, 0);
        QCOMPARE_LE(std::abs(*macroF1(categories) - metrics["macro_f1"].get<double>()), 1e-12);
        for (const auto &category : categories) {
            const auto &expected = metrics["per_category"][names[category.category].toStdString()];
            QCOMPARE_LE(std::abs(*category.precision - expected["precision"].get<double>()), 1e-12);
            QCOMPARE_LE(std::abs(*category.recall - expected["recall"].get<double>()), 1e-12);
            QCOMPARE_LE(std::abs(*category.f1 - expected["f1"].get<double>()), 1e-12);
            QCOMPARE(category.support, expected["support"].get<int>());
        }
    }

    void whatDoesNotExistSaysWhy()
    {
        const auto all = [](const RatingTable &table) { return printed(table).join(u'\n'); };
        const auto reasons = [](const QString &text, Undefined reason) { return text.count(undefinedReason(reason)); };
        QCOMPARE(reasons(all(pairs("")), Undefined::NoUnits), 7);
        QCOMPARE(reasons(all(pairs("a b a")), Undefined::OneRater), 7);
        QCOMPARE(reasons(all(pairs("a. .b c. ..")), Undefined::NoOverlap), 7);
        QCOMPARE(reasons(all(pairs("aa aa a.")), Undefined::OneCategory), 6);
        QCOMPARE(printed(observedAgreement(pairs("aa aa"), 0, 1)), u"1.0000 n=2"_s);
        QCOMPARE(printed(cohenKappa(pairs("aa bb"), 1, 1)), u"- n=0 "_s + undefinedReason(Undefined::OneRater));
        QCOMPARE(printed(cohenKappa(pairs("aa bb"), 0, 7)), u"- n=0 "_s + undefinedReason(Undefined::NoOverlap));
        // One rater with one category is no reason: they disagree.
        QCOMPARE(printed(cohenKappa(pairs("ab ab"), 0, 1)), u"0.0000 n=2"_s);
    }

    void missingAndForeignRatingsDoNotCount()
    {
        auto table = pairs("aa bb ab .a b.");
        table.units.push_back({7, 0});
        table.units.push_back({-1, 0});
        table.units.push_back({1});
        QCOMPARE(printed(table),
            (QStringList{u"accuracy 0.6667 n=3"_s, u"cohen 0.4000 n=3"_s, u"weighted 0.4000 n=3"_s,
                u"pabak 0.5000 n=3"_s, u"ac1 0.5579 n=3"_s, u"fleiss 0.3333 n=3"_s, u"alpha 0.4444 n=3"_s}));
    }

    void perCategory()
    {
        QStringList lines;
        for (const auto &one : categoryAgreement(pairs("aa aa ab bb b."), 0, 1))
            lines << QStringLiteral("%1 p=%2 r=%3 f=%4 κ=%5 prevalence=%6 bias=%7 n=%8")
                         .arg(one.category)
                         .arg(one.precision.value_or(-1))
                         .arg(one.recall.value_or(-1))
                         .arg(one.f1.value_or(-1))
                         .arg(printed(one.kappa))
                         .arg(one.prevalence)
                         .arg(one.bias)
                         .arg(one.support);
        QCOMPARE(lines,
            (QStringList{u"0 p=0.666667 r=1 f=0.8 κ=0.5000 n=4 prevalence=0.25 bias=0.25 n=2"_s,
                u"1 p=1 r=0.5 f=0.666667 κ=0.5000 n=4 prevalence=0.25 bias=0.25 n=2"_s,
                u"2 p=-1 r=-1 f=-1 κ=- n=4 Only one category was used, so nothing could have disagreed. prevalence=1 "
                u"bias=0 n=0"_s}));
        QVERIFY(!macroF1({}));
        QCOMPARE(confusionMatrix(pairs("aa ab cb c."), 0, 1), (std::vector{1, 1, 0, 0, 0, 0, 0, 1, 0}));
    }

    void weightsOfATree()
    {
        QCOMPARE(treeWeights(std::vector{0, 0, 2}), (std::vector<double>{1, 0.5, 0, 0.5, 1, 0, 0, 0, 1}));
        const auto table = pairs("aa ab bb cc ca");
        QCOMPARE_GT(
            *weightedKappa(table, 0, 1, treeWeights(std::vector{0, 0, 2})).value, *cohenKappa(table, 0, 1).value);
        // All of one parent at full weight: nothing could disagree any more, but two categories were used.
        QVERIFY(!weightedKappa(table, 0, 1, treeWeights(std::vector{0, 0, 0}, 1)).value);
    }

    void intervalsAgreeWithNumPy()
    {
        const auto row = reference()["bootstrap"];
        const auto kappa = bootstrapped(tableOf(row), AgreementMeasure::CohenKappa, {.draws = 100'000});
        QCOMPARE_LE(std::abs(*kappa.low - row["low"].get<double>()), 2 * row["error_low"].get<double>());
        QCOMPARE_LE(std::abs(*kappa.high - row["high"].get<double>()), 2 * row["error_high"].get<double>());
    }

    void severalFromTheSameDrawsAreAsAlone()
    {
        const auto table = tableOf(reference()["computed"][1]);
        const std::vector measures{AgreementMeasure::Accuracy, AgreementMeasure::CohenKappa,
            AgreementMeasure::WeightedKappa, AgreementMeasure::Pabak, AgreementMeasure::GwetAc1,
            AgreementMeasure::FleissKappa, AgreementMeasure::KrippendorffAlpha};
        const BootstrapPlan plan{.draws = 500, .weights = treeWeights(std::vector{0, 0, 2, 2})};
        const auto together = bootstrapped(table, measures, plan);
        QCOMPARE(together.size(), measures.size());
        for (std::size_t i = 0; i < measures.size(); ++i) {
            QCOMPARE(printed(together[i]), printed(bootstrapped(table, measures[i], plan)));
            QVERIFY2(together[i].low && *together[i].low < *together[i].value && *together[i].value < *together[i].high,
                qPrintable(printed(together[i])));
        }
        auto other = plan;
        other.seed = 8;
        QVERIFY(bootstrapped(table, measures, other) != together);
    }

    void intervalsNeedTwoClusters()
    {
        auto table = pairs("aa ab bb bb c.");
        const auto kappa = [&] { return printed(bootstrapped(table, AgreementMeasure::CohenKappa, {.draws = 200})); };
        QVERIFY2(kappa().contains(u'['), qPrintable(kappa()));
        table.clusters = {4, 4, 4, 4, 9};
        QCOMPARE(kappa(), u"0.5000 n=4"_s);
        table.clusters = {4, 4};
        QVERIFY2(kappa().contains(u'['), qPrintable(kappa()));
        QCOMPARE(printed(bootstrapped(pairs("aa aa"), AgreementMeasure::CohenKappa, {})),
            u"- n=2 "_s + undefinedReason(Undefined::OneCategory));
        QCOMPARE(printed(bootstrapped(pairs("aa ab"), AgreementMeasure::Accuracy, {.draws = 0})), u"0.5000 n=2"_s);
    }

    void sharesByWilson()
    {
        const auto stored = reference();
        for (const auto &row : stored["wilson"]) {
            const auto share = proportionOf(row["count"].get<int>(), row["n"].get<int>());
            QVERIFY(share);
            QCOMPARE_LE(std::abs(share->low - row["low"].get<double>()), 1e-9);
            QCOMPARE_LE(std::abs(share->high - row["high"].get<double>()), 1e-9);
        }
        QVERIFY(!proportionOf(0, 0));
    }

    void forecastsByTheDeltaMethod()
    {
        const auto stored = reference();
        for (const auto &row : stored["forecast"]) {
            const auto width = kappaWidthForecast(
                row["n"].get<int>(), row["kappa"].get<double>(), row["shares"].get<std::vector<double>>());
            QCOMPARE_LE(std::abs(width.value_or(-1) - row["width"].get<double>()), 1e-6);
        }
        QVERIFY(!kappaWidthForecast(1, 0.8, std::vector{0.5, 0.5}));
        QVERIFY(!kappaWidthForecast(50, 0.8, std::vector{0.5, 0.4}));
        QVERIFY(!kappaWidthForecast(50, 0.8, std::vector{1.0, 0.0}));
        QVERIFY(!kappaWidthForecast(50, 1.5, std::vector{0.5, 0.5}));
        QVERIFY(!kappaWidthForecast(50, -0.9, std::vector{0.1, 0.9}));
        QVERIFY(!kappaWidthForecast(50, 0.5, {}));
    }
};

QTEST_GUILESS_MAIN(TestAgreement)
#include "tst_agreement.moc"
