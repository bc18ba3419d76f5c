// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <analyses/analysis.h>
#include <figures/figurecatalogue.h>
#include <figures/tablewriters.h>
#include <support/arun.h>

#include <QTest>

#include <algorithm>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;
using enum Constraint;

namespace {

/// All tasks of flask and koa; A% falls by 20 a level, and by 10 more under an ORM.
std::vector<Run> twoFrameworks()
{
    std::vector<Run> runs;
    for (const auto *framework : {"flask", "koa"}) {
        for (const auto constraints : variantsOf(framework[0] == 'k' ? u"node" : u"uv")) {
            const auto orm = constraints.ofKind(ConstraintKind::Orm) ? 10 : 0;
            const auto less = framework[0] == 'k' ? 10 : 0;
            runs.push_back(aRun().on(framework, constraints).passing(90 - 20 * constraints.size() - orm - less, 100));
        }
    }
    return runs;
}

StudySnapshot studyOf(std::vector<Run> runs)
{
    StudySnapshot study{.runs = std::move(runs)};
    study.styles = completedStyles({}, study.runs);
    return study;
}

/// Without the run of one task of koa with three constraints. Another configuration has all, so that it stays planned.
StudySnapshot withoutOneLastTask()
{
    auto runs = twoFrameworks();
    std::erase_if(runs, [](const Run &run) {
        return run.task.framework == u"koa"
            && run.task.constraints == ConstraintSet{CleanArchitecture, Sqlite, Sequelize};
    });
    return studyOf(std::move(runs));
}

QString shown(const TableSpec &table, QStringView key)
{
    const auto &cell = table.at(0, key);
    if (const auto *number = std::get_if<double>(&cell))
        return QString::number(*number, 'g', 8);
    if (const auto *count = std::get_if<qint64>(&cell))
        return QString::number(*count);
    const auto *text = std::get_if<QString>(&cell);
    return text ? *text : u"-"_s;
}

QString shown(const TableSpec &table, std::initializer_list<QStringView> keys)
{
    QStringList words;
    for (const auto key : keys)
        words << shown(table, key);
    return words.join(u' ');
}

Analysis analysisOf(const StudySnapshot &study)
{
    return buildAnalysis(u"matched-decay", study).value();
}

bool hasNote(const QStringList &notes, QStringView part)
{
    return std::ranges::any_of(notes, [part](const QString &note) { return note.contains(part); });
}

} // namespace

class TestMatchedDecay : public QObject
{
    Q_OBJECT

private slots:
    /// L2 by hand: the six chains of flask pass AS and AP twice each (50) and SO and PO once each (40), so 46.67; koa
    /// has 10 less. The plain mean is (50 + 40)/2 − 5 = 40.
    void completeDataByHand()
    {
        const auto analysis = analysisOf(studyOf(twoFrameworks()));
        const auto &table = analysis.table;
        QCOMPARE(shown(table, {u"plain_l0", u"plain_l1", u"plain_l2", u"plain_l3"}), u"85 65 40 15"_s);
        QCOMPARE(shown(table, {u"matched_l0", u"matched_l1", u"matched_l2", u"matched_l3"}), u"85 65 41.666667 15"_s);
        QCOMPARE(shown(table, {u"delta_plain", u"delta_matched", u"difference"}), u"-70 -70 0"_s);
        QCOMPARE(shown(table, {u"chains", u"chains_planned", u"frameworks", u"missing_tasks"}), u"12 12 2 "_s);
        QVERIFY(!hasNote(table.notes, u"ncomplete sweep"));
        QVERIFY(table.rows.front().mark.isEmpty());
    }

    /// koa loses the three chains to that task: its L2 is (AP + AP + PO)/3 = (40 + 40 + 30)/3, its L1 (50·3)/3.
    void aMissingTaskTakesItsChains()
    {
        const auto study = withoutOneLastTask();
        const auto analysis = analysisOf(study);
        const auto &table = analysis.table;
        QCOMPARE(shown(table, {u"chains", u"chains_planned", u"missing_tasks"}),
            u"9 12 koa-openapi-clean_architecture-sqlite-sequelize"_s);
        QCOMPARE(shown(table, {u"plain_l3", u"matched_l3", u"delta_plain", u"delta_matched"}),
            u"16.666667 15 -68.333333 -70"_s);
        QVERIFY(hasNote(table.notes, u"ncomplete sweep: 9 of 12 planned chains; 1 task missing"));
        QCOMPARE(table.rows.front().mark, u"†"_s);
        QVERIFY(!hasNote(table.notes, u"90 %"));
        QVERIFY(std::ranges::all_of(analysis.figure->series.front().points, &FigurePoint::hollow));
    }

    void theDecayFigureOffersChains()
    {
        const auto study = withoutOneLastTask();
        const auto plain = buildFigure(u"decay", study).value();
        const auto matched = buildFigure(u"decay", study, {.chains = DecayTasks::MatchedChains}).value();
        QStringList values;
        for (const auto *figure : {&plain, &matched}) {
            for (const auto &point : figure->series.front().points)
                values << u"%1 n=%2%3"_s.arg(point.y).arg(point.n).arg(point.hollow ? u" hollow" : u"");
        }
        QCOMPARE(values,
            (QStringList{u"85 n=2"_s, u"65 n=6"_s, u"40 n=8"_s, u"16.6667 n=3 hollow"_s, u"85 n=2 hollow"_s,
                u"65 n=5 hollow"_s, u"41.6667 n=6 hollow"_s, u"15 n=3 hollow"_s}));
        QVERIFY(hasNote(matched.notes, u"Matched chains: a chain is"));
        QVERIFY(hasNote(matched.notes, u"incomplete sweep: 9 of 12"));
        QVERIFY(matched.card.estimator.contains(u"complete chains"));
        QVERIFY(!hasNote(plain.notes, u"chain"));
        QCOMPARE(matched.series.front().points.back().runs.only->size(), 3U);
    }

    void panelsByFrameworkHaveTheirOwnChains()
    {
        const auto figure = buildFigure(
            u"decay", withoutOneLastTask(), {.facet = FigureFacet::Framework, .chains = DecayTasks::MatchedChains});
        QStringList lines;
        for (const auto &series : figure->series)
            lines << u"%1 %2 %3"_s.arg(figure->panels[series.panel])
                         .arg(series.points.size())
                         .arg(series.points.back().hollow);
        QCOMPARE(lines, (QStringList{u"flask 4 0"_s, u"koa 4 1"_s}));
        QVERIFY(!figure->series.front().points.front().low);
    }

    void noCompleteChain()
    {
        const auto analysis = analysisOf(studyOf({aRun().on("flask"), aRun().on("koa", {Sqlite})}));
        QCOMPARE(shown(analysis.table, {u"plain_l0", u"matched_l0", u"delta_matched", u"chains", u"chains_planned"}),
            u"100 - - 0 12"_s);
        QVERIFY(hasNote(analysis.table.notes, u"0 of 12 planned chains"));
    }

    void noRuns()
    {
        const auto analysis = analysisOf({});
        QCOMPARE(analysis.table.rows.size(), 0U);
        QVERIFY(!analysis.table.notes.isEmpty());
        QVERIFY(analysis.figure->summary.contains(u"nothing to show"));
    }
};

QTEST_GUILESS_MAIN(TestMatchedDecay)
#include "tst_matcheddecay.moc"
