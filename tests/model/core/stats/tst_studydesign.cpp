// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "expectedstudy.h"

#include <stats/additivemeans.h>
#include <stats/completedesign.h>
#include <stats/correlation.h>
#include <stats/frameworkconstraints.h>
#include <stats/interactions.h>
#include <stats/matchedchains.h>
#include <stats/missingcells.h>
#include <stats/verifiersensitivity.h>
#include <support/arun.h>

#include <QTest>

#include <algorithm>
#include <cmath>
#include <fstream>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;
using nlohmann::json;
using enum Constraint;

namespace {

constexpr int draws = 10'000;
constexpr quint64 seed = 20260423;

json referenceFile(const char *name)
{
    std::ifstream file(std::string(REFERENCE_DIR "/") + name);
    return json::parse(file);
}

Verdict verdictOf(const json &kept)
{
    return kept == 1 ? Verdict::Compliant : Verdict::Violated;
}

/// The made-up study, with verdicts of both kinds of verifier.
std::vector<Run> madeUpRuns(const json &reference)
{
    auto runs = runsOf(reference);
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const auto &row = reference["run-scores"][i];
        auto &run = runs[i];
        run.syntaxVerdicts.emplace();
        std::size_t column = 11;
        for (const auto kind : {ConstraintKind::Architecture, ConstraintKind::Database, ConstraintKind::Orm}) {
            if (run.task.constraints.ofKind(kind))
                run.syntaxVerdicts->of(kind) = verdictOf(row[column]);
            ++column;
        }
    }
    return runs;
}

/// What differs by more than rounding, in words.
class Faults
{
public:
    void compare(const QString &place, double value, const json &expected)
    {
        const auto wanted = expected.get<double>();
        if (!(std::abs(value - wanted) <= 1e-8 * std::max(1.0, std::abs(wanted))))
            m_words << u"%1: %2, not %3"_s.arg(place).arg(value, 0, 'g', 15).arg(wanted, 0, 'g', 15);
    }
    void compare(const QString &place, const std::optional<double> &value, const json &expected)
    {
        if (expected.is_null() || !value) {
            if (value || !expected.is_null())
                m_words << place + u": only one side has a value"_s;
            return;
        }
        compare(place, *value, expected);
    }
    void compare(const QString &place, const Estimate &estimate, const json &row)
    {
        compare(place + u" mean"_s, estimate.mean, row["mean"]);
        compare(place + u" low"_s, estimate.low, row.contains("low") ? row["low"] : json());
        compare(place + u" high"_s, estimate.high, row.contains("high") ? row["high"] : json());
    }
    [[nodiscard]] const QStringList &words() const { return m_words; }

private:
    QStringList m_words;
};

QString text(const json &value)
{
    return QString::fromStdString(value.get<std::string>());
}

std::vector<TaskSpec> tasksNamed(const QString &framework, const std::vector<ConstraintSet> &sets)
{
    std::vector<TaskSpec> tasks;
    for (const auto set : sets)
        tasks.push_back(aRun().on(qPrintable(framework), set).run().task);
    return tasks;
}

} // namespace

class TestStudyDesign : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_python = referenceFile("design.json");
        m_r = referenceFile("design_r.json");
        m_runs = madeUpRuns(m_python);
    }

    void sixChainsAFramework()
    {
        QStringList lines;
        for (const auto &chain : constraintChains(tasksNamed(u"koa"_s, variantsOf(u"node")))) {
            QStringList steps;
            for (const auto &task : chain)
                steps << u"{%1}"_s.arg(task.constraints.joined(u","));
            lines << steps.join(u' ');
        }
        QCOMPARE(lines,
            (QStringList{
                u"{} {clean_architecture} {clean_architecture,postgres} {clean_architecture,postgres,sequelize}"_s,
                u"{} {postgres} {clean_architecture,postgres} {clean_architecture,postgres,sequelize}"_s,
                u"{} {postgres} {postgres,sequelize} {clean_architecture,postgres,sequelize}"_s,
                u"{} {clean_architecture} {clean_architecture,sqlite} {clean_architecture,sqlite,sequelize}"_s,
                u"{} {sqlite} {clean_architecture,sqlite} {clean_architecture,sqlite,sequelize}"_s,
                u"{} {sqlite} {sqlite,sequelize} {clean_architecture,sqlite,sequelize}"_s}));
        const auto subset = pipelineSubset();
        QCOMPARE(constraintChains(subset).size(), 4U);
        QVERIFY(constraintChains({}).empty());
    }

    void matchedChainsAsInPython()
    {
        Faults faults;
        const auto curves = matchedCurves(m_runs, StudyPlan(m_runs), ScoreMode::Strict);
        QCOMPARE(curves.size(), m_python["matched"].size());
        QStringList counts;
        QStringList expected;
        for (std::size_t i = 0; i < curves.size(); ++i) {
            const auto &row = m_python["matched"][i];
            const auto name = curves[i].configuration.model;
            counts << u"%1 of %2"_s.arg(curves[i].complete).arg(curves[i].planned);
            expected << u"%1 of %2"_s.arg(row["complete"].get<int>()).arg(row["planned"].get<int>());
            for (std::size_t level = 0; level < levelCount; ++level) {
                const auto &values = curves[i].levels.at(level).value();
                faults.compare(name + u" A%"_s, values.assertions, row["levels"][level]);
                faults.compare(name + u" pass"_s, values.passAt1, row["pass"][level]);
            }
            faults.compare(name + u" delta"_s, curves[i].delta.value(), row["delta"]);
        }
        QCOMPARE(counts, expected);
        QCOMPARE(faults.words(), QStringList());
    }

    void interactionsAsInPythonAndR()
    {
        Faults faults;
        QStringList counts;
        QStringList expected;
        const auto rows = constraintInteractions(m_runs, ScoreMode::Strict);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const auto &row = m_python["interactions"][i];
            counts << u"%1 %2 %3"_s.arg(rows[i].key).arg(rows[i].interaction.n).arg(rows[i].interaction.clusters);
            expected << u"%1 %2 %3"_s.arg(text(row["key"])).arg(row["n"].get<int>()).arg(row["clusters"].get<int>());
            faults.compare(rows[i].key, rows[i].interaction, row);
            faults.compare(rows[i].key + u" R"_s, rows[i].interaction, m_r["interactions"][i]);
            faults.compare(rows[i].key + u" p"_s, rows[i].pValue, row["p"]);
            faults.compare(rows[i].key + u" parts"_s, rows[i].effectWith - rows[i].effectWithout, row["mean"]);
        }
        QCOMPARE(counts, expected);
        QCOMPARE(faults.words(), QStringList());
    }

    void frameworksAsInPythonAndR()
    {
        Faults faults;
        QStringList names;
        QStringList expected;
        const auto all = frameworkConstraints(m_runs, ScoreMode::Strict, draws, seed);
        for (std::size_t i = 0; i < all.effects.size(); ++i) {
            const auto &effect = all.effects[i];
            const auto &row = m_python["frameworks"][i];
            names << constraintName(effect.constraint) % u' ' % effect.framework;
            expected << text(row["constraint"]) % u' ' % text(row["framework"]);
            faults.compare(names.back(), effect.effect, row);
            faults.compare(names.back() + u" R"_s, effect.effect, m_r["frameworks"][i]);
            faults.compare(names.back() + u" p"_s, effect.pValue, row.contains("p_t") ? row["p_t"] : json());
        }
        QCOMPARE(names, expected);
        QCOMPARE(faults.words(), QStringList());
    }

    void heterogeneityAsInPython()
    {
        Faults faults;
        const auto all = frameworkConstraints(m_runs, ScoreMode::Strict, draws, seed);
        QCOMPARE(all.heterogeneity.size(), m_python["heterogeneity"].size());
        QStringList far;
        for (std::size_t i = 0; i < all.heterogeneity.size(); ++i) {
            const auto &row = all.heterogeneity[i];
            const auto &wanted = m_python["heterogeneity"][i];
            faults.compare(constraintName(row.constraint), row.between, wanted["between"]);
            const auto p = wanted["p"].get<double>();
            const auto error = std::hypot(std::sqrt(p * (1 - p) / draws), wanted["p_error"].get<double>());
            if (!(std::abs(row.pValue.value() - p) <= 2 * error))
                far << u"%1: %2, not %3"_s.arg(constraintName(row.constraint)).arg(*row.pValue).arg(p);
        }
        QCOMPARE(faults.words(), QStringList());
        QCOMPARE(far, QStringList());
    }

    void incompleteDesignAsInR()
    {
        Faults faults;
        std::size_t at = 0;
        for (const auto &level : completeDesign(m_runs, StudyPlan(m_runs), ScoreMode::Strict)) {
            QCOMPARE(level.groups.size(), 1U);
            for (const auto &estimate : level.estimates) {
                const auto &row = m_r["design"][at++];
                const auto place = u"L%1 %2"_s.arg(level.level.value_or(4)).arg(estimate.configuration.model);
                QCOMPARE(text(row["configuration"]),
                    QString(estimate.configuration.scaffold % u' ' % estimate.configuration.model));
                QCOMPARE(estimate.tasks, row["tasks"].get<int>());
                QCOMPARE(level.sharedTasks, row["shared_tasks"].get<int>());
                faults.compare(place + u" plain"_s, estimate.plain->mean, row["plain"]);
                faults.compare(place + u" shared"_s, estimate.shared->mean, row["shared"]);
                faults.compare(place + u" additive"_s, estimate.additive->mean, row["additive"]);
                faults.compare(place + u" low"_s, estimate.additive->low, row["low"]);
                faults.compare(place + u" high"_s, estimate.additive->high, row["high"]);
                QVERIFY(*estimate.lowest <= estimate.plain->mean && estimate.plain->mean <= *estimate.highest);
            }
        }
        QCOMPARE(at, m_r["design"].size());
        QCOMPARE(faults.words(), QStringList());
    }

    void judgingAsInPython()
    {
        Faults faults;
        const auto &wanted = m_python["sensitivity"];
        const auto all = verifierSensitivity(m_runs);
        std::size_t changed = 0;
        for (std::size_t i = 0; i < all.rows.size(); ++i) {
            faults.compare(u"raw"_s, all.rows[i].of(Judging::Raw).assertions.mean, wanted["means"]["raw"][i]);
            faults.compare(
                u"reference"_s, all.rows[i].of(Judging::Reference).assertions.mean, wanted["means"]["reference"][i]);
            faults.compare(u"syntax"_s, all.rows[i].of(Judging::Syntax).assertions.mean, wanted["means"]["syntax"][i]);
            changed += all.rows[i].changed.size();
        }
        faults.compare(u"tau"_s, rankAgreement(all, Judging::Raw, Judging::Syntax), wanted["tau"]["raw syntax"]);
        QCOMPARE(changed, wanted["changed"].get<std::size_t>());
        QVERIFY(all.hasSyntax);
        QCOMPARE(all.unjudged, 0);
        QCOMPARE(faults.words(), QStringList());
    }

    void unjudgedRunsAreLeftOutOfAll()
    {
        auto runs = m_runs;
        runs.front().syntaxVerdicts.reset();
        QCOMPARE(verifierSensitivity(runs).unjudged, 1);
        for (auto &run : runs)
            run.syntaxVerdicts.reset();
        const auto all = verifierSensitivity(runs);
        QVERIFY(!all.hasSyntax);
        QCOMPARE(all.rows.size(), 3U);
        QCOMPARE(all.rows.front().of(Judging::Syntax), all.rows.front().of(Judging::Reference));
    }

    void kendallAsInSciPy()
    {
        Faults faults;
        for (const auto &row : m_python["kendall"]) {
            const auto x = row["x"].get<std::vector<double>>();
            const auto y = row["y"].get<std::vector<double>>();
            faults.compare(u"tau"_s, kendall(x, y), row["tau"]);
        }
        QCOMPARE(faults.words(), QStringList());
        QVERIFY(!kendall(std::array{1.0}, std::array{2.0}));
        QVERIFY(!kendall(std::array{1.0, 2.0}, std::array{3.0, 3.0}));
    }

    /// Two configurations on flask alone, a third on koa alone: two groups, no additive mean.
    void designsThatAreNotConnectedAreTold()
    {
        const std::vector<Run> runs{aRun().of("a").on("flask").passing(8, 10),
            aRun().of("b").on("flask").passing(6, 10), aRun().of("c").on("koa").passing(9, 10)};
        const auto levels = completeDesign(runs, StudyPlan(runs), ScoreMode::Strict);
        const auto &first = levels.front();
        QStringList lines;
        for (const auto &group : first.groups) {
            QStringList names;
            for (const auto &configuration : group)
                names << configuration.model;
            lines << names.join(u' ');
        }
        QCOMPARE(lines, (QStringList{u"a b"_s, u"c"_s}));
        QCOMPARE(first.sharedTasks, 0);
        QVERIFY(std::ranges::none_of(
            first.estimates, [](const DesignEstimate &estimate) { return estimate.additive.has_value(); }));
        QCOMPARE(*first.estimates.front().lowest, 40.0);
        QCOMPARE(*first.estimates.front().highest, 90.0);
    }

    /// a: 80 and 60; b: 50 on the first task alone. Task effects of a: b is 30 below, so (50 + 30)/2 = 40.
    void aMissingCellIsFilledFromRowAndColumn()
    {
        const std::vector<DesignCell> cells{{0, 0, 80}, {0, 1, 60}, {1, 0, 50}};
        const auto means = additiveMeans(cells, 2, 2);
        QCOMPARE(means.components, 1);
        QCOMPARE(QString::number(*means.rows[0]), u"70"_s);
        QCOMPARE(QString::number(*means.rows[1]), u"40"_s);
        QVERIFY(additiveMeans({}, 0, 0).rows.empty());
    }

    void missingCellsByName()
    {
        auto runs = std::vector<Run>{};
        for (const auto constraints : variantsOf(u"node")) {
            for (int trial = 0; trial < 2; ++trial)
                runs.push_back(aRun().on("koa", constraints).trial(trial));
        }
        runs[3].exclusion = u"broken"_s; // The second trial of a task of L1.
        std::vector<Run> counted;
        std::ranges::copy_if(runs, std::back_inserter(counted), [](const Run &run) {
            return !run.exclusion && run.task.constraints != ConstraintSet{CleanArchitecture, Sqlite, Sequelize};
        });
        QStringList lines;
        for (const auto &row : missingCells(counted, runs, StudyPlan(runs))) {
            QStringList names;
            for (const auto &cell : row.cells)
                names << u"%1:%2"_s.arg(cell.task.constraints.joined(u"+")).arg(cell.runs);
            lines << u"L%1 %2/%3 tasks %4 excluded %5 %6"_s.arg(row.level)
                         .arg(row.runs)
                         .arg(row.plannedRuns)
                         .arg(row.tasksWithout())
                         .arg(row.excluded())
                         .arg(names.join(u' '));
        }
        const auto second = runs[3].task.constraints.joined(u"+");
        QCOMPARE(lines,
            (QStringList{u"L0 2/2 tasks 0 excluded 0 "_s, u"L1 5/6 tasks 0 excluded 1 %1:1"_s.arg(second),
                u"L2 8/8 tasks 0 excluded 0 "_s,
                u"L3 2/4 tasks 1 excluded 0 clean_architecture+sqlite+sequelize:0"_s}));
    }

    void noRuns()
    {
        const std::vector<Run> none;
        const StudyPlan plan(none);
        QVERIFY(matchedCurves(none, plan, ScoreMode::Strict).empty());
        QVERIFY(constraintInteractions(none, ScoreMode::Strict).empty());
        QVERIFY(frameworkConstraints(none, ScoreMode::Strict, 10, 1).effects.empty());
        QVERIFY(completeDesign(none, plan, ScoreMode::Strict).empty());
        QVERIFY(missingCells(none, none, plan).empty());
        QVERIFY(verifierSensitivity(none).rows.empty());
    }

private:
    json m_python;
    json m_r;
    std::vector<Run> m_runs;
};

QTEST_GUILESS_MAIN(TestStudyDesign)
#include "tst_studydesign.moc"
