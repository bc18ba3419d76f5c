// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <figures/tablebuilder.h>
#include <figures/tablewriters.h>
#include <support/arun.h>

#include <QTest>

using namespace Decayscope;
using namespace Decayscope::Test;
using enum Constraint;

namespace {

StudySnapshot studyOf(std::vector<Run> runs)
{
    StudySnapshot study{.name = QStringLiteral("test"), .runs = std::move(runs)};
    study.styles = completedStyles({}, study.runs);
    return study;
}

/// Two configurations on two frameworks, with an older date and an excluded run.
StudySnapshot smallStudy()
{
    Run older = aRun().of("gpt-x").on("flask").dated("2026-01-01T00-00-00").passing(0, 10);
    older.newestDate = false;
    return studyOf({
        aRun().of("gpt-x").on("flask").passing(9, 10),
        aRun().of("gpt-x").on("koa").passing(10, 10),
        aRun().of("gpt-x").on("flask", {Postgres}).passing(10, 10),
        aRun().of("gpt-x").on("koa", {Postgres}).passing(8, 10).violating(ConstraintKind::Database),
        aRun().of("gpt-x").on("flask", {CleanArchitecture, Postgres, SqlAlchemy}).passing(4, 10),
        aRun().of("gpt-y", "openhands_sdk").on("flask").passing(2, 10).ending(Termination::Error),
        aRun().of("gpt-y", "openhands_sdk").on("flask").trial(1).passing(0, 10).excluded("network was down"),
        aRun().of("gpt-x").onFeature("koa", "hard-focused-task-001").passing(10, 10),
        older,
    });
}

TableSpec tableOf(QStringView name, const StudySnapshot &study, const TableOptions &options = {})
{
    auto table = buildTable(name, study, options);
    return table ? std::move(*table) : TableSpec{.name = table.error().message};
}

QString printed(const Cell &cell)
{
    if (const auto *text = std::get_if<QString>(&cell))
        return *text;
    if (const auto *count = std::get_if<qint64>(&cell))
        return QString::number(*count);
    const auto *number = std::get_if<double>(&cell);
    return number ? QString::number(*number, 'f', 1) : QStringLiteral("–");
}

QStringList printed(const TableSpec &table)
{
    QStringList lines;
    for (const auto &row : table.rows) {
        QStringList cells;
        for (const auto &cell : row.cells)
            cells << printed(cell);
        lines << cells.join(u' ') + row.mark;
    }
    for (const auto &field : table.fields)
        lines << QStringLiteral("%1.%2=%3").arg(field.group, field.key, printed(field.value));
    return lines;
}

QString keysOf(const TableSpec &table)
{
    QStringList keys;
    for (const auto &column : table.columns)
        keys << column.key;
    return keys.join(u' ');
}

QString fieldsOf(const TableSpec &table)
{
    QStringList keys;
    for (const auto &field : table.fields)
        keys << (field.group.isEmpty() ? field.key : QString(field.group % u'.' % field.key));
    return keys.join(u' ');
}

QList<qint64> idsBehind(const StudySnapshot &study, const RunFilter &filter)
{
    QList<qint64> ids;
    for (const auto &run : filtered(study.runs, filter))
        ids << run.id.value - study.runs.front().id.value;
    return ids;
}

} // namespace

class TestTableBuilder : public QObject
{
    Q_OBJECT

private slots:
    void noTableCountsRunsFromOutsideOfTheStudy()
    {
        const auto study = smallStudy();
        auto more = study;
        more.runs.push_back(aRun().of("gpt-x").fromOutside("session").passing(0, 10));
        more.runs.push_back(aRun().of("gpt-y", "openhands_sdk").fromOutside("session").passing(10, 10));
        for (const auto &entry : tableCatalogue()) {
            const auto name = QString(entry.name);
            QCOMPARE(printed(tableOf(name, more)), printed(tableOf(name, study)));
            QCOMPARE(tableOf(name, more).notes, tableOf(name, study).notes);
            const TableOptions others{.filter = {.kinds = {TaskKind::Other}}};
            QCOMPARE(printed(tableOf(name, more, others)), printed(tableOf(name, study, others)));
        }
    }

    void catalogue()
    {
        QStringList names;
        for (const auto &info : tableCatalogue()) {
            names << info.name;
            QVERIFY(!info.title.isEmpty() && info.description.endsWith(u'.'));
        }
        QCOMPARE(names.join(u' '),
            QStringLiteral("decay decay-raw marginal-effects feature frameworks sensitivity verifier-impact "
                           "verifier-modes subset termination "
                           "coverage tokens taxonomy agreement differences"));
        const auto unknown = buildTable(u"decays", {}, {});
        QVERIFY(!unknown && unknown.error().kind == ErrorKind::NotFound);
        QVERIFY(unknown.error().message.startsWith(u"There is no table \"decays\"."));
    }

    void keys_data()
    {
        QTest::addColumn<QString>("keys");
        QTest::addColumn<QString>("fields");
        const QString decay = QStringLiteral(
            "scaffold model tasks runs a_l0 a_l1 a_l2 a_l3 p_l0 p_l1 p_l2 p_l3 delta relative_loss a_l0_low a_l0_high "
            "a_l1_low a_l1_high a_l2_low a_l2_high a_l3_low a_l3_high");
        const QString capable = QStringLiteral("capable.n capable.mean_delta capable.mean_relative_loss");
        QTest::newRow("decay") << decay << capable;
        QTest::newRow("decay-raw") << decay << capable;
        QTest::newRow("marginal-effects")
            << QStringLiteral("constraint mean sd sem n clusters low high p_value p_holm") << QString();
        QTest::newRow("feature") << QStringLiteral("scaffold model p") << QString();
        QTest::newRow("frameworks") << QStringLiteral("scaffold model framework a p") << QString();
        QTest::newRow("sensitivity") << QStringLiteral("scaffold model framework mean sem n") << QString();
        QTest::newRow("verifier-impact")
            << QStringLiteral(
                   "scaffold model a_l0 raw_l0 diff_l0 a_l1 raw_l1 diff_l1 a_l2 raw_l2 diff_l2 a_l3 raw_l3 diff_l3")
            << QStringLiteral(
                   "summary.max_diff summary.mean_drop summary.mean_drop_raw summary.constrained_test_passing "
                   "summary.false_rejects");
        QTest::newRow("subset")
            << QStringLiteral("scaffold model full_l0 full_l1 full_l2 full_l3 subset_l0 subset_l1 subset_l2 subset_l3")
            << QStringLiteral("pearson_r pearson_p spearman_rho spearman_p n_pairs mae.l0 mae.l1 mae.l2 mae.l3");
        QTest::newRow("termination") << QStringLiteral(
            "scaffold model Submitted LimitsExceeded Error Unknown NoTrajectory")
                                     << QString();
        QTest::newRow("coverage") << QStringLiteral("scaffold model tasks_done tasks_planned missing") << QString();
        QTest::newRow("tokens") << QStringLiteral("scaffold model level runs input output") << QString();
    }
    void keys()
    {
        QFETCH(QString, keys);
        QFETCH(QString, fields);
        const auto name = QString::fromLatin1(QTest::currentDataTag());
        const auto table = tableOf(name, {});
        QCOMPARE(table.name, name);
        QCOMPARE(keysOf(table), keys);
        QCOMPARE(fieldsOf(table), fields);
        QVERIFY(table.rows.empty());
        for (const auto &format : tableFormatNames())
            QVERIFY(writeTable(table, tableFormatFromName(format).value()).endsWith('\n'));
    }

    void decay()
    {
        const auto table = tableOf(u"decay", smallStudy());
        QCOMPARE(printed(table),
            (QStringList{
                QStringLiteral("mini_swe_sdk gpt-x 5 5 95.0 50.0 – 40.0 50.0 50.0 – 0.0 -55.0 57.9 31.5 158.5 -585.3 "
                               "685.3 – – – –"),
                QStringLiteral("openhands_sdk gpt-y 1 1 20.0 – – – 0.0 – – – – – – – – – – – – –*"),
                QStringLiteral("capable.n=1"),
                QStringLiteral("capable.mean_delta=-55.0"),
                QStringLiteral("capable.mean_relative_loss=57.9"),
            }));
        QVERIFY(table.columns[4].lowKey == u"a_l0_low" && table.columns[4].level == 0);
        QVERIFY(!table.columns.back().forPeople);
        QCOMPARE(tableOf(u"decay-raw", smallStudy()).at(0, u"a_l1"), Cell(90.0));
    }

    void notesSayWhatCounts()
    {
        auto study = smallStudy();
        const auto notes = tableOf(u"decay", study).notes;
        QVERIFY(notes.contains(QStringLiteral("Rests on 6 runs of 5 tasks by 2 configurations.")));
        QVERIFY(notes.contains(
            QStringLiteral("Left out: 1 run excluded by hand: network was down (1); 1 run of older dates.")));
        QVERIFY(notes.contains(QStringLiteral("* covers less than 90 % of the tasks of all configurations.")));
        QCOMPARE(tableOf(u"decay", study).caveat, QStringLiteral("1 run excluded by hand: network was down (1)"));
        study.isSample = true;
        QCOMPARE(tableOf(u"tokens", study).notes.last(),
            QStringLiteral("These numbers are a sample, made up: no agent produced them."));
        QVERIFY(writeTable(tableOf(u"decay", study), TableFormat::Csv)
                .contains("\"sample, made up; 1 run excluded by hand: network was down (1)\""));
        const auto narrowed = tableOf(u"decay", study,
            {.filter = {.models = {QStringLiteral("gpt-x")}, .levels = {0, 1}, .constraints = {{Postgres, Sqlite}}}});
        QVERIFY(narrowed.notes.contains(
            QStringLiteral("Only runs with model gpt-x; level L0 or L1; constraint postgres or sqlite.")));
    }

    void everySampleExportSaysSo()
    {
        auto study = smallStudy();
        study.isSample = true;
        for (const auto &info : tableCatalogue()) {
            const auto table = tableOf(info.name, study);
            if (table.rows.empty())
                continue;
            for (const auto &format : tableFormatNames())
                QVERIFY2(writeTable(table, tableFormatFromName(format).value()).contains("sample, made up"),
                    qPrintable(info.name + u' ' + format));
        }
    }

    void rowsKnowTheirRuns()
    {
        const auto study = smallStudy();
        const auto decay = tableOf(u"decay", study);
        QCOMPARE(idsBehind(study, decay.rows[0].runs), (QList<qint64>{0, 1, 2, 3, 4}));
        QCOMPARE(idsBehind(study, intersected(decay.rows[0].runs, {.levels = {1}})), (QList<qint64>{2, 3}));
        QCOMPARE(idsBehind(study, decay.rows[1].runs), QList<qint64>{5});
        const auto effects = tableOf(u"marginal-effects", study);
        QCOMPARE(effects.at(0, u"constraint"), Cell(QStringLiteral("postgres")));
        QCOMPARE(idsBehind(study, effects.rows[0].runs), (QList<qint64>{0, 1, 2, 3}));
        QCOMPARE(idsBehind(study, tableOf(u"feature", study).rows[0].runs), QList<qint64>{7});
        QCOMPARE(idsBehind(study, tableOf(u"frameworks", study).rows[1].runs), (QList<qint64>{1, 3}));
        const auto flask = tableOf(u"sensitivity", study, {.filter = {.frameworks = {QStringLiteral("flask")}}});
        QCOMPARE(idsBehind(study, flask.rows[0].runs), (QList<qint64>{0, 2, 4}));
    }

    void everyTableHasACard()
    {
        for (const auto &info : tableCatalogue()) {
            const auto table = tableOf(info.name, smallStudy());
            QVERIFY2(!table.card.estimator.isEmpty() && !table.card.unit.isEmpty(), qPrintable(info.name));
            for (const auto &note : table.cardNotes)
                QVERIFY2(table.notes.contains(note), qPrintable(note));
        }
        const auto card = tableOf(u"decay", smallStudy()).card;
        QCOMPARE(card.count, QStringLiteral("n = 5 tasks, 6 runs by 2 configurations"));
        QCOMPARE(card.exclusions,
            (QStringList{QStringLiteral("1 run excluded by hand: network was down (1)"),
                QStringLiteral("1 run of older dates")}));
    }

    void filtersThatLeaveNothing()
    {
        for (const auto &info : tableCatalogue()) {
            if (info.name == u"differences")
                continue; // Its rows are those that others printed.
            QVERIFY(tableOf(info.name, smallStudy(), {.filter = {.models = {QStringLiteral("nobody")}}}).rows.empty());
            QVERIFY(tableOf(info.name, smallStudy(), {.filter = {.only = std::set<RunId>{}}}).rows.empty());
        }
        QVERIFY(tableOf(u"decay", smallStudy(), {.filter = {.kinds = {TaskKind::Feature}}}).rows.empty());
        QCOMPARE(tableOf(u"feature", smallStudy(), {.filter = {.kinds = {TaskKind::Feature}}}).rows.size(), 1U);
    }

    void olderAndExcludedRunsOnRequest()
    {
        const auto all = tableOf(u"termination", smallStudy(), {.filter = {.allDates = true, .excludedToo = true}});
        QCOMPARE(printed(all),
            (QStringList{
                QStringLiteral("mini_swe_sdk gpt-x 6 0 0 0 0"), QStringLiteral("openhands_sdk gpt-y 1 0 1 0 0")}));
    }

    void coverage()
    {
        const auto table = tableOf(u"coverage", smallStudy(), {.filter = {.levels = {0}}});
        QCOMPARE(printed(table),
            (QStringList{QStringLiteral("mini_swe_sdk gpt-x 2 2 "),
                QStringLiteral("openhands_sdk gpt-y 1 2 koa-openapi-unconstrained")}));
        QCOMPARE(tableOf(u"coverage", smallStudy()).at(0, u"tasks_planned"), Cell(qint64{20}));
    }

    void tokens()
    {
        auto study = smallStudy();
        study.runs[0].tokens = TokenCount{.input = 100, .output = 10, .estimated = true};
        study.runs[1].tokens = TokenCount{.input = 200, .output = 30};
        auto table = tableOf(u"tokens", study);
        QCOMPARE(printed(table), QStringList{QStringLiteral("mini_swe_sdk gpt-x 0 2 150.0 20.0")});
        QVERIFY(table.notes.contains(
            QStringLiteral("1 of 2 runs are estimated as characters / 4, because no vocabulary counted them.")));
        study.runs[1].allTokens = study.runs[1].tokens;
        QCOMPARE(keysOf(tableOf(u"tokens", study)), QStringLiteral("scaffold model level runs input output"));
        study.runs[1].allTokens = TokenCount{.input = 400, .output = 50};
        table = tableOf(u"tokens", study);
        QCOMPARE(keysOf(table), QStringLiteral("scaffold model level runs input output input_all output_all"));
        QCOMPARE(printed(table), QStringList{QStringLiteral("mini_swe_sdk gpt-x 0 2 150.0 20.0 250.0 30.0")});
    }
};

QTEST_GUILESS_MAIN(TestTableBuilder)
#include "tst_tablebuilder.moc"
