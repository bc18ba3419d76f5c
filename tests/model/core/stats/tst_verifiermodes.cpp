// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <stats/marginaleffects.h>
#include <stats/verifiermodes.h>
#include <support/arun.h>

#include <QTest>

#include <cmath>

using namespace Decayscope;
using Test::aRun;

namespace {

Run judged(Run run, Verdict reference, std::optional<Verdict> syntax)
{
    run.verdicts = {.architecture = reference};
    if (syntax)
        run.syntaxVerdicts = RunVerdicts{.architecture = *syntax};
    else
        run.syntaxVerdicts.reset();
    return run;
}

/// `counts` as in a fourfold table: both compliant, only reference, only syntax, neither.
std::vector<Run> fourfold(std::array<int, 4> counts)
{
    constexpr std::array pairs{std::pair(Verdict::Compliant, Verdict::Compliant),
        std::pair(Verdict::Compliant, Verdict::Violated), std::pair(Verdict::Violated, Verdict::Compliant),
        std::pair(Verdict::Violated, Verdict::Violated)};
    std::vector<Run> runs;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        for (int n = 0; n < counts.at(i); ++n)
            runs.push_back(
                judged(aRun().on("flask", {Constraint::CleanArchitecture}), pairs.at(i).first, pairs.at(i).second));
    }
    return runs;
}

QString printed(const ModeAgreement &row)
{
    return QStringLiteral("%1 %2: %3 %4 %5 %6")
        .arg(constraintName(row.constraint))
        .arg(row.runs())
        .arg(row.bothCompliant.size())
        .arg(row.onlyReference.size())
        .arg(row.onlySyntax.size())
        .arg(row.neither.size());
}

} // namespace

class TestVerifierModes : public QObject
{
    Q_OBJECT

private slots:
    void countsByConstraint()
    {
        auto runs = fourfold({3, 2, 1, 4});
        runs.push_back(judged(aRun().on("koa", {Constraint::CleanArchitecture}), Verdict::Violated, std::nullopt));
        runs.push_back(aRun());
        Run both = aRun().on("flask", {Constraint::CleanArchitecture, Constraint::Sqlite});
        both.syntaxVerdicts = RunVerdicts{.architecture = Verdict::Compliant, .database = Verdict::Violated};
        runs.push_back(both);
        QStringList lines;
        for (const auto &row : modeAgreement(runs))
            lines << printed(row);
        QCOMPARE(lines,
            QStringList({QStringLiteral("clean_architecture 11: 4 2 1 4"), QStringLiteral("sqlite 1: 0 1 0 0")}));
    }

    /// Reference values: Cohen (1960), (po - pe) / (1 - pe); the first is the textbook example of 50 grants, 0.4.
    void kappaIsCohens_data()
    {
        QTest::addColumn<QList<int>>("counts");
        QTest::addColumn<double>("kappa");
        QTest::newRow("some") << QList<int>{20, 5, 10, 15} << 0.4;
        QTest::newRow("all agree") << QList<int>{7, 0, 0, 3} << 1.0;
        QTest::newRow("none agrees") << QList<int>{0, 5, 5, 0} << -1.0;
        QTest::newRow("one category") << QList<int>{9, 0, 0, 0} << std::nan("");
    }

    void kappaIsCohens()
    {
        QFETCH(QList<int>, counts);
        QFETCH(double, kappa);
        const auto rows = modeAgreement(fourfold({counts[0], counts[1], counts[2], counts[3]}));
        QCOMPARE(rows.front().kappa().has_value(), !std::isnan(kappa));
        if (!std::isnan(kappa))
            QVERIFY2(
                std::abs(*rows.front().kappa() - kappa) < 1e-12, qPrintable(QString::number(*rows.front().kappa())));
    }

    void judgedByAMode()
    {
        const auto runs = fourfold({1, 1, 1, 1});
        QCOMPARE(judgedBy(VerifierMode::Reference, runs), runs);
        QList<bool> compliant;
        for (const auto &run : judgedBy(VerifierMode::Syntax, runs))
            compliant << run.verdicts.isCompliant();
        QCOMPARE(compliant, QList<bool>({true, false, true, false}));
        const std::vector unjudged{judged(aRun().on("flask", {Constraint::Sqlite}), Verdict::Violated, std::nullopt)};
        QVERIFY(judgedBy(VerifierMode::Syntax, unjudged).empty());
    }

    /// A task of one contract is no sibling of another contract's.
    void pairsKeepToAContract()
    {
        Run other = aRun().on("flask").passing(1, 10);
        other.task.name = other.key.task = QStringLiteral("flask-shelf-unconstrained");
        const Run with = aRun().on("flask", {Constraint::Sqlite}).passing(5, 10);
        QVERIFY(marginalEffects(std::vector{other, with}, ScoreMode::Raw).empty());
        const Run own = aRun().on("flask").passing(10, 10);
        const auto effects = marginalEffects(std::vector{other, with, own}, ScoreMode::Raw);
        QCOMPARE(effects.size(), 1U);
        QCOMPARE(effects.front().effect.mean, -50.0);
    }
};

QTEST_GUILESS_MAIN(TestVerifierModes)
#include "tst_verifiermodes.moc"
