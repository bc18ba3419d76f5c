// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <analyses/analysis.h>
#include <figures/tablewriters.h>
#include <support/arun.h>

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;
using enum Constraint;

namespace {

const QStringList &analysisNames()
{
    static const QStringList names{u"matched-decay"_s, u"interactions"_s, u"framework-constraints"_s, u"effect-sizes"_s,
        u"verifier-sensitivity"_s, u"missing-cells"_s, u"incomplete-design"_s};
    return names;
}

StudySnapshot studyOf(std::vector<Run> runs)
{
    StudySnapshot study{.runs = std::move(runs)};
    study.styles = completedStyles({}, study.runs);
    return study;
}

std::vector<ConstraintSet> variantsFor(const char *framework)
{
    return variantsOf(frameworksOf(u"node").contains(QString::fromLatin1(framework)) ? u"node" : u"uv");
}

/// Two configurations on four frameworks, two trials; every ninth task of the second is not there, some runs violate,
/// and the syntax verifiers see some of them otherwise.
StudySnapshot unevenStudy()
{
    std::vector<Run> runs;
    int number = 0;
    for (const auto *model : {"gpt-x", "kimi"}) {
        for (const auto *framework : {"aiohttp", "flask", "koa", "hono"}) {
            for (const auto constraints : variantsFor(framework)) {
                ++number;
                if (model[0] == 'k' && number % 9 == 0)
                    continue;
                for (int trial = 0; trial < 2; ++trial) {
                    auto words = aRun().of(model).on(framework, constraints).trial(trial);
                    words.passing(std::max(0, 280 - 60 * constraints.size() - number * (trial + 3) % 41), 290);
                    if (number % 7 == 0 && !constraints.isEmpty())
                        words.violating(kindOf(constraints.toVector().front()));
                    auto run = words.run();
                    run.syntaxVerdicts = number % 5 == 0 ? RunVerdicts{} : run.verdicts;
                    runs.push_back(std::move(run));
                }
            }
        }
    }
    return studyOf(std::move(runs));
}

Analysis analysisOf(const QString &name, const StudySnapshot &study, const AnalysisRequest &request = {})
{
    return buildAnalysis(name, study, request).value();
}

QString shown(const TableSpec &table, std::size_t row, QStringView key)
{
    const auto &cell = table.at(row, key);
    if (const auto *number = std::get_if<double>(&cell))
        return QString::number(*number, 'g', 6);
    if (const auto *count = std::get_if<qint64>(&cell))
        return QString::number(*count);
    const auto *text = std::get_if<QString>(&cell);
    return text ? *text : u"-"_s;
}

QStringList shownRows(const TableSpec &table, std::initializer_list<QStringView> keys)
{
    QStringList lines;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        QStringList words;
        for (const auto key : keys)
            words << shown(table, row, key);
        lines << words.join(u' ');
    }
    return lines;
}

bool isFinite(const std::optional<double> &value)
{
    return std::isfinite(value.value_or(0));
}

QStringList faultsOf(const FigurePoint &point, const StudySnapshot &study)
{
    QStringList faults;
    if (!std::isfinite(point.x) || !std::isfinite(point.y) || !isFinite(point.low) || !isFinite(point.high)
        || !isFinite(point.value))
        faults << u"not finite"_s;
    if (point.detail.isEmpty() || !point.detail.endsWith(u'.'))
        faults << u"detail: "_s + point.detail;
    if (point.n <= 0)
        faults << u"n: "_s + point.detail;
    if (filtered(study.runs, point.runs).empty())
        faults << u"no runs: "_s + point.detail;
    return faults;
}

/// All that a reader would stumble over.
QStringList faultsOf(const Analysis &analysis, const StudySnapshot &study)
{
    QStringList faults;
    for (const auto &row : analysis.table.rows) {
        if (filtered(study.runs, row.runs).empty())
            faults << u"a row without runs"_s;
        for (const auto &cell : row.cells) {
            const auto *number = std::get_if<double>(&cell);
            if (number && !std::isfinite(*number))
                faults << u"a cell is not finite"_s;
        }
    }
    for (const auto &series : analysis.figure->series) {
        for (const auto &point : series.points)
            faults << faultsOf(point, study);
    }
    for (const auto *card : {&analysis.table.card, &analysis.figure->card}) {
        if (card->estimator.isEmpty() || card->unit.isEmpty() || card->count.isEmpty())
            faults << u"a card lacks something"_s;
    }
    if (analysis.figure->summary.isEmpty() || analysis.table.notes.isEmpty())
        faults << u"no words"_s;
    for (const auto &note : analysis.table.notes + analysis.figure->notes) {
        if (!note.endsWith(u'.') || note.contains(u"%1"))
            faults << u"note: "_s + note;
    }
    return faults;
}

} // namespace

class TestDesignAnalyses : public QObject
{
    Q_OBJECT

private slots:
    void cardsAreWhole()
    {
        QStringList faults;
        for (const auto &name : analysisNames()) {
            const auto *info = analysisInfo(name);
            QVERIFY2(info, qPrintable(name));
            const auto &card = info->card;
            if (!card.question.endsWith(u'?') || !card.reading.endsWith(u'.') || card.assumptions.isEmpty()
                || card.formula.isEmpty() || !card.source.endsWith(u'.') || !card.check.endsWith(u'.'))
                faults << name;
        }
        QCOMPARE(faults, QStringList());
    }

    void nothingToStumbleOver_data()
    {
        QTest::addColumn<QString>("name");
        for (const auto &name : analysisNames())
            QTest::newRow(qPrintable(name)) << name;
    }

    void nothingToStumbleOver()
    {
        QFETCH(const QString, name);
        const auto study = unevenStudy();
        for (const auto mode : {ScoreMode::Strict, ScoreMode::Raw}) {
            const AnalysisRequest request{.mode = mode, .plan = {.draws = 200}};
            const auto analysis = analysisOf(name, study, request);
            QCOMPARE(faultsOf(analysis, study), QStringList());
            QVERIFY(!analysis.table.rows.empty());
            QVERIFY(!analysis.figure->series.front().points.empty());
            QCOMPARE(analysis.table.name, name);
            QCOMPARE(writeTable(analysis.table, TableFormat::Json),
                writeTable(analysisOf(name, study, request).table, TableFormat::Json));
        }
    }

    void littleOrNothing_data() { nothingToStumbleOver_data(); }

    void littleOrNothing()
    {
        QFETCH(const QString, name);
        const auto nothing = analysisOf(name, {});
        QVERIFY(nothing.table.rows.empty());
        QVERIFY(!nothing.figure->summary.isEmpty());
        const auto study = studyOf({aRun().on("flask", {Sqlite}).passing(0, 0), aRun().onFeature("flask", "t1"),
            aRun().on("koa").excluded("broken"), aRun().fromOutside("other")});
        const auto little = analysisOf(name, study, {.plan = {.draws = 10}});
        QVERIFY(writeTable(little.table, TableFormat::Json).size() > 10);
        for (const auto &series : little.figure->series) {
            for (const auto &point : series.points)
                QCOMPARE(faultsOf(point, study), QStringList());
        }
    }

    /// Alone A costs 20 and S 10; together 50: the interaction is (40 − 90 + 20 + 10) …, that is −40 + 20 = −20.
    void interactionByHand()
    {
        std::vector<Run> runs;
        for (const auto *framework : {"flask", "koa"}) {
            runs.push_back(aRun().on(framework).passing(90, 100));
            runs.push_back(aRun().on(framework, {CleanArchitecture}).passing(70, 100));
            runs.push_back(aRun().on(framework, {Sqlite}).passing(80, 100));
            runs.push_back(aRun().on(framework, {CleanArchitecture, Sqlite}).passing(40, 100));
        }
        const auto table = analysisOf(u"interactions"_s, studyOf(std::move(runs))).table;
        QCOMPARE(shownRows(table, {u"interaction", u"without", u"with", u"difference", u"n", u"clusters", u"p_value"}),
            (QStringList{u"Clean Architecture × SQLite -20 -40 -20 2 2 0.5"_s,
                u"Clean Architecture × a database -20 -40 -20 2 2 0.5"_s}));
        QVERIFY(table.rows.front().runs.only->size() == 8);
    }

    /// Of the nine pairs of values with and without four are above and five below: −1/9.
    void effectsByHand()
    {
        const std::vector<Run> runs{aRun().on("flask").passing(90, 100), aRun().on("flask", {Sqlite}).passing(80, 100),
            aRun().on("koa").passing(60, 100), aRun().on("koa", {Sqlite}).passing(70, 100),
            aRun().on("hono").passing(60, 100), aRun().on("hono", {Sqlite}).passing(30, 100)};
        const auto table = analysisOf(u"effect-sizes"_s, studyOf(runs)).table;
        QCOMPARE(shownRows(table, {u"effect", u"of", u"n", u"mean", u"median", u"worse", u"cliffs_delta"}),
            QStringList{u"constraint SQLite 3 -10 -10 66.6667 -0.111111"_s});
    }

    void blankCellsWhereThereAreNoPairs()
    {
        const auto figure = analysisOf(u"framework-constraints"_s,
            studyOf({aRun().on("flask"), aRun().on("flask", {Sqlite}), aRun().on("koa", {Postgres})}),
            {.plan = {.draws = 10}})
                                .figure.value();
        QCOMPARE(figure.y.categories.join(u' '), u"flask koa"_s);
        QCOMPARE(figure.x.categories.join(u' '), u"SQLite"_s);
        QCOMPARE(figure.series.front().points.size(), 1U);
    }

    void designsWithoutALinkAreTold()
    {
        const auto analysis = analysisOf(u"incomplete-design"_s,
            studyOf({aRun().of("a").on("flask"), aRun().of("b").on("koa"), aRun().of("b").on("hono")}));
        QVERIFY(std::ranges::any_of(
            analysis.table.notes, [](const QString &note) { return note.startsWith(u"L0 is not connected"); }));
        QCOMPARE(shownRows(analysis.table, {u"model", u"level", u"plain", u"shared", u"additive"}).front(),
            u"a L0 100 - -"_s);
    }

    void adjustmentsAreSaid()
    {
        const auto study = unevenStudy();
        for (const auto &[adjustment, title] : {std::pair{Adjustment::None, u"p (not adjusted)"_s},
                 std::pair{Adjustment::Holm, u"p (Holm)"_s}, std::pair{Adjustment::BenjaminiHochberg, u"p (BH)"_s}}) {
            const auto table = analysisOf(u"interactions"_s, study, {.adjustment = adjustment}).table;
            QCOMPARE(table.columns[table.columnOf(u"p_adjusted").value()].title, title);
        }
    }
};

QTEST_GUILESS_MAIN(TestDesignAnalyses)
#include "tst_designanalyses.moc"
