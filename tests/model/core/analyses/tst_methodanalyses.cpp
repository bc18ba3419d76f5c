// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <analyses/analysis.h>
#include <figures/celltext.h>
#include <support/arun.h>

#include <QTest>

#include <algorithm>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;
using enum Constraint;

namespace {

const QStringList ownAnalyses{u"intervals"_s, u"level-tests"_s, u"pass-curves"_s, u"run-variance"_s, u"power"_s};

/// Draws that a debug build with sanitizers makes quickly.
const AnalysisRequest quick{.filter = {}, .plan = {.draws = 400, .seed = 7}};

StudySnapshot studyOf(std::vector<Run> runs)
{
    StudySnapshot study{.runs = std::move(runs)};
    study.styles = completedStyles({}, study.runs);
    return study;
}

/// Two models on all tasks of four frameworks, three trials each: 100 % less 20 a level, the framework's handicap and
/// 6 a trial; model "weak" has 10 less, and fails a trial more.
StudySnapshot madeUpStudy()
{
    std::vector<Run> runs;
    int handicap = 0;
    for (const auto *framework : {"flask", "fastapi", "express", "koa"}) {
        const bool isNode = framework[0] == 'e' || framework[0] == 'k';
        for (const auto constraints : variantsOf(isNode ? u"node" : u"uv")) {
            for (int trial = 0; trial < 3; ++trial) {
                const auto lost = 20 * constraints.size() + handicap + 6 * trial;
                runs.push_back(aRun().of("good").on(framework, constraints).trial(trial).passing(100 - lost, 100));
                runs.push_back(aRun().of("weak").on(framework, constraints).trial(trial).passing(90 - lost, 100));
            }
        }
        handicap += 3;
    }
    return studyOf(std::move(runs));
}

QString textOf(const Cell &cell)
{
    if (const auto *number = std::get_if<double>(&cell))
        return QString::number(*number, 'g', 5);
    if (const auto *count = std::get_if<qint64>(&cell))
        return QString::number(*count);
    const auto *text = std::get_if<QString>(&cell);
    return text ? *text : u"-"_s;
}

QStringList printed(const TableSpec &table, std::initializer_list<QStringView> keys)
{
    QStringList lines;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        QStringList words;
        for (const auto key : keys)
            words << textOf(table.at(row, key));
        lines << words.join(u' ');
    }
    return lines;
}

TableSpec tableOf(QStringView name, const StudySnapshot &study, const AnalysisRequest &request = quick)
{
    return buildAnalysis(name, study, request).value().table;
}

bool hasNote(const QStringList &notes, QStringView part)
{
    return std::ranges::any_of(notes, [part](const QString &note) { return note.contains(part); });
}

} // namespace

class TestMethodAnalyses : public QObject
{
    Q_OBJECT

private slots:
    void cardsAreWhole()
    {
        for (const auto &name : ownAnalyses) {
            const auto *info = analysisInfo(name);
            QVERIFY2(info, qPrintable(name));
            const auto &card = info->card;
            for (const auto &part :
                {info->title, info->description, card.question, card.formula, card.reading, card.source, card.check})
                QVERIFY(!part.isEmpty());
            QVERIFY(card.assumptions.size() >= 2);
        }
    }

    void intervalsByEveryMethod()
    {
        const auto table = tableOf(u"intervals", madeUpStudy());
        QCOMPARE(table.rows.size(), 8U);
        const auto lines = printed(table, {u"model", u"level", u"tasks", u"clusters", u"mean", u"sem", u"trust"});
        QCOMPARE(lines.first(2),
            (QStringList{u"good 0 4 4 89.5 1.9365 wild or t"_s, u"good 1 12 4 69.5 1.0113 wild or t"_s}));
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            for (const auto &method : {u"t"_s, u"percentile"_s, u"bca"_s, u"wild"_s}) {
                const auto low = std::get<double>(table.at(row, QString(method + u"_low")));
                const auto high = std::get<double>(table.at(row, QString(method + u"_high")));
                const auto mean = std::get<double>(table.at(row, u"mean"));
                QVERIFY(low < mean && mean < high);
            }
        }
        QVERIFY(hasNote(table.notes, u"fewer than 10 clusters"));
        QCOMPARE(table.card.resamples, 400);
    }

    void oneFrameworkHasNoIntervals()
    {
        const auto table = tableOf(u"intervals", studyOf({aRun().on("flask"), aRun().on("flask").trial(1)}));
        QCOMPARE(printed(table, {u"mean", u"sem", u"t_low", u"percentile_low", u"bca_high", u"wild_low", u"trust"}),
            (QStringList{u"100 - - - - - none"_s}));
        QVERIFY(!hasNote(table.notes, u"fewer than 10"));
    }

    /// Every framework falls by 60: nothing varies, so no interval but the point, and every sign pattern but two
    /// differs.
    void dropsAreTested()
    {
        const auto table = tableOf(u"level-tests", madeUpStudy());
        QCOMPARE(
            printed(table, {u"model", u"frameworks", u"a_l0", u"a_l3", u"drop", u"p_flip", u"p_holm", u"p_bh", u"g"}),
            (QStringList{u"good 4 89.5 29.5 -60 0.125 0.25 0.125 -"_s, u"weak 4 79.5 19.5 -60 0.125 0.25 0.125 -"_s}));
    }

    void aDropNeedsBothLevels()
    {
        const auto table = tableOf(u"level-tests",
            studyOf({aRun().on("flask"), aRun().on("koa", {CleanArchitecture, Sqlite, Sequelize}),
                aRun().of("b").on("koa"), aRun().of("b").on("koa", {CleanArchitecture, Sqlite, Sequelize})}));
        QCOMPARE(printed(table, {u"frameworks", u"drop", u"drop_low", u"p_flip", u"p_bh"}).size(), 2);
        for (const auto &line : printed(table, {u"drop_low", u"p_flip", u"p_holm", u"p_bh", u"p_wild"}))
            QCOMPARE(line, u"- - - - -"_s);
    }

    void passesAtEveryK()
    {
        const auto study
            = studyOf({aRun().on("flask").trial(0).passing(10, 10), aRun().on("flask").trial(1).passing(1, 10),
                aRun().on("flask").trial(2).passing(1, 10), aRun().on("koa").passing(10, 10)});
        const auto analysis = buildAnalysis(u"pass-curves", study, quick).value();
        QCOMPARE(printed(analysis.table, {u"k", u"tasks", u"pass_at", u"pass_hat", u"short_tasks"}),
            (QStringList{u"1 2 66.667 66.667 0"_s, u"2 2 83.333 55.556 1"_s, u"3 2 100 51.852 1"_s}));
        QVERIFY(hasNote(analysis.table.notes, u"1 task has fewer runs"));
        QCOMPARE(analysis.figure->x.categories, (QStringList{u"1"_s, u"2"_s, u"3"_s}));
        QVERIFY(analysis.figure->series.front().points.back().hollow);
        QVERIFY(!analysis.figure->series.front().points.front().hollow);
    }

    void allConfigurationsTogether()
    {
        const auto table = tableOf(u"pass-curves", madeUpStudy());
        QCOMPARE(printed(table, {u"scaffold", u"model", u"k", u"tasks"}).sliced(5),
            (QStringList{u"mini_swe_sdk weak 3 40"_s, u"- All configurations 1 80"_s, u"- All configurations 2 80"_s,
                u"- All configurations 3 80"_s}));
    }

    /// Trials lose 0, 6 and 12, so runs of a task have a standard deviation of 6.
    void varianceOfRuns()
    {
        const auto table = tableOf(u"run-variance", madeUpStudy());
        QCOMPARE(printed(table, {u"model", u"tasks", u"runs", u"sd_within"}),
            (QStringList{u"good 40 120 6"_s, u"weak 40 120 6"_s, u"All configurations 80 240 6"_s}));
        const auto none = tableOf(u"run-variance", studyOf({aRun().on("flask"), aRun().on("koa")}));
        QCOMPARE(printed(none, {u"runs", u"mean", u"icc", u"icc_low"}), (QStringList{u"2 - - -"_s}));
    }

    void powerOfTheStudy()
    {
        const auto table = tableOf(u"power", madeUpStudy());
        const auto lines = printed(table, {u"what", u"unit", u"units", u"sd_run", u"trials"});
        QCOMPARE(lines.first(2),
            (QStringList{u"Drop from L0 to L3 (middle of 2 configurations) framework 4 6 3"_s,
                u"Two configurations, all levels framework 4 6 3"_s}));
        QCOMPARE(lines.last(), u"Two configurations, pass or fail pair of runs 120 - 3"_s);
        const auto wanted = tableOf(u"power", madeUpStudy(), {.filter = {}, .difference = 1});
        const auto hard = printed(wanted, {u"trials_needed"});
        QVERIFY(hard.front().toInt() > 3);
    }

    void powerOfUnequalUnits()
    {
        std::vector<Run> runs;
        int share = 90;
        for (const auto *framework : {"flask", "fastapi", "aiohttp", "django"}) {
            for (int trial = 0; trial < 2; ++trial) {
                runs.push_back(aRun().of("a").on(framework).trial(trial).passing(90, 100));
                runs.push_back(aRun().of("b").on(framework).trial(trial).passing(share, 100));
            }
            share -= 25;
        }
        // Units differ by 25 points each and runs not at all: more trials never help.
        const auto lines = printed(tableOf(u"power", studyOf(runs)), {u"sd_unit", u"sd_run", u"trials_needed"});
        QCOMPARE(lines.front(), u"32.275 0 -"_s);
    }

    void sameBytesTwice()
    {
        for (const auto &name : ownAnalyses) {
            const auto once = tableOf(name, madeUpStudy());
            const auto again = tableOf(name, madeUpStudy());
            QCOMPARE(once.rows.size(), again.rows.size());
            for (std::size_t i = 0; i < once.rows.size(); ++i)
                QVERIFY(once.rows[i].cells == again.rows[i].cells);
        }
    }

    void nothingAtAll()
    {
        for (const auto &name : ownAnalyses) {
            const auto analysis = buildAnalysis(name, {}, quick).value();
            QCOMPARE(analysis.table.rows.size(), 0U);
            QVERIFY(!analysis.table.notes.isEmpty());
            QVERIFY(analysis.figure->summary.contains(u"nothing to show"));
        }
    }

    void moreConstraintsThanLevels()
    {
        const ConstraintSet all{CleanArchitecture, Postgres, Sqlite, SqlAlchemy, Sequelize};
        const auto study = studyOf({aRun().on("flask", all), aRun().on("koa", all), aRun().of("b").on("flask", all)});
        for (const auto &name : ownAnalyses)
            QVERIFY(buildAnalysis(name, study, quick).has_value());
        QCOMPARE(tableOf(u"intervals", study).rows.size(), 0U);
    }

    void oneRun()
    {
        for (const auto &name : ownAnalyses)
            QVERIFY(buildAnalysis(name, studyOf({aRun().on("flask")}), quick).has_value());
    }
};

QTEST_GUILESS_MAIN(TestMethodAnalyses)
#include "tst_methodanalyses.moc"
