// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <figures/celltext.h>
#include <figures/figurebuilder.h>
#include <support/arun.h>

#include <QTest>

#include <algorithm>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;
using enum Constraint;

namespace {

/// "logic_error/auth_misconfiguration" by an annotator.
LabelRow labelled(const Run &run, const char *annotator, const QString &code, bool isStored = true)
{
    LabelRow row{.annotator = QString::fromLatin1(annotator), .target = targetOf(run.key)};
    row.label = {.code = code.section(u'/', 0, 0),
        .subcode = code.section(u'/', 1, 1),
        .codebook = studyCodebook().id,
        .version = 1};
    if (isStored)
        row.run = run.id;
    return row;
}

struct LabelledStudy
{
    StudySnapshot study;
    std::shared_ptr<LabelBook> labels = std::make_shared<LabelBook>();

    void add(const Run &run, const char *annotator, const QString &code, bool isStored = true)
    {
        const bool isKnown = std::ranges::contains(study.runs, run.id, &Run::id);
        if (isStored && !isKnown)
            study.runs.push_back(run);
        labels->rows.push_back(labelled(run, annotator, code, isStored));
        std::ranges::stable_sort(labels->rows, {}, &LabelRow::target);
    }
};

LabelledStudy smallStudy()
{
    LabelledStudy made;
    const auto run = [](const char *model, int trial, ConstraintSet constraints = {}) {
        return aRun().of(model).on("flask", constraints).trial(trial).passing(1, 10).run();
    };
    const auto first = run("gpt-x", 0);
    made.add(first, "judge", u"logic_error/incorrect_query_logic"_s);
    made.add(run("gpt-x", 1, {Postgres}), "judge", u"logic_error/business_logic_defect"_s);
    made.add(run("gpt-x", 2, {Postgres, CleanArchitecture}), "judge", u"schema_format_error"_s, false);
    made.add(run("gpt-x", 3), "judge", u"logic_error"_s);
    made.add(run("gpt-y", 0), "judge", u"stuck_in_loop"_s);
    made.add(first, "ada", u"logic_error/database_runtime_error"_s);
    return made;
}

QStringList printed(const TableSpec &table)
{
    QStringList lines;
    for (const auto &row : table.rows) {
        QStringList cells;
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            cells << cellText(row.cells[i], table.columns[i].kind);
        lines << cells.join(u' ') % u" | " % QString::number(row.runs.only ? row.runs.only->size() : 0);
    }
    for (const auto &field : table.fields)
        lines << field.group % u'.' % field.key % u' ' % cellText(field.value, field.kind);
    return lines;
}

TableSpec tableOf(QStringView name, const LabelledStudy &made, TableOptions options = {})
{
    options.labels = made.labels;
    auto table = buildTable(name, made.study, options);
    return table ? std::move(*table) : TableSpec{.name = table.error().message};
}

} // namespace

class TestTaxonomy : public QObject
{
    Q_OBJECT

private slots:
    void categoriesOfEveryModel()
    {
        const auto table = tableOf(u"taxonomy", smallStudy());
        QStringList keys;
        for (const auto &column : table.columns)
            keys << column.key;
        QCOMPARE(keys.join(u' '), u"annotator model category subcategory count share n low high"_s);
        QCOMPARE(printed(table),
            (QStringList{u"judge gpt-x schema_format_error – 1 25.0 4 4.6 69.9 | 0"_s,
                u"judge gpt-x logic_error – 3 75.0 4 30.1 95.4 | 3"_s,
                u"judge gpt-x logic_error incorrect_query_logic 1 33.3 3 6.1 79.2 | 1"_s,
                u"judge gpt-x logic_error business_logic_defect 1 33.3 3 6.1 79.2 | 1"_s,
                u"judge gpt-y stuck_in_loop – 1 100.0 1 20.7 100.0 | 1"_s,
                u"ada gpt-x logic_error – 1 100.0 1 20.7 100.0 | 1"_s,
                u"ada gpt-x logic_error database_runtime_error 1 100.0 1 20.7 100.0 | 1"_s,
                u"data_layer_judge.gpt-x 33.3"_s, u"data_layer_ada.gpt-x 100.0"_s}));
        QVERIFY(std::holds_alternative<std::monostate>(table.at(0, u"subcategory")));
        QVERIFY2(table.notes.contains(u"Annotator judge: 5 labels; runs of 1 of them are not in the store. Without a "
                                      u"sub-category where there could be one: 1."_s),
            qPrintable(table.notes.join(u'\n')));
    }

    void byFrameworkLevelAndConstraint()
    {
        const auto made = smallStudy();
        const auto groups = [&](TaxonomyGrouping by) {
            QStringList lines;
            const auto table = tableOf(u"taxonomy", made, {.taxonomyBy = by});
            for (const auto &row : table.rows) {
                if (std::get<QString>(row.cells[0]) == u"judge" && row.cells[3] == Cell())
                    lines << cellText(row.cells[1], CellKind::Text) % u' ' % cellText(row.cells[2], CellKind::Text)
                            % u' ' % cellText(row.cells[4], CellKind::Count);
            }
            return lines;
        };
        QCOMPARE(groups(TaxonomyGrouping::Framework),
            (QStringList{u"flask schema_format_error 1"_s, u"flask logic_error 3"_s, u"flask stuck_in_loop 1"_s}));
        QCOMPARE(groups(TaxonomyGrouping::Level),
            (QStringList{
                u"L0 logic_error 2"_s, u"L0 stuck_in_loop 1"_s, u"L1 logic_error 1"_s, u"L2 schema_format_error 1"_s}));
        QCOMPARE(groups(TaxonomyGrouping::Constraint),
            (QStringList{u"unconstrained logic_error 2"_s, u"unconstrained stuck_in_loop 1"_s,
                u"clean_architecture schema_format_error 1"_s, u"postgres schema_format_error 1"_s,
                u"postgres logic_error 1"_s}));
    }

    void filtersRestrictLabels()
    {
        const auto made = smallStudy();
        const auto labels = [&](const RunFilter &filter) {
            int count = 0;
            const auto table = tableOf(u"taxonomy", made, {.filter = filter});
            for (std::size_t i = 0; i < table.rows.size(); ++i) {
                if (table.at(i, u"subcategory") == Cell())
                    count += static_cast<int>(std::get<qint64>(table.at(i, u"count")));
            }
            return count;
        };
        QCOMPARE(labels({}), 6);
        QCOMPARE(labels({.models = {u"gpt-y"_s}}), 1);
        QCOMPARE(labels({.levels = {2}}), 1);
        // Of a run that is not here nobody knows the outcome.
        QCOMPARE(labels({.outcomes = {RunOutcome::TestsFailed}}), 5);
    }

    void nothingLabelledSaysSo()
    {
        for (const auto *name : {"taxonomy", "agreement"}) {
            const auto table = buildTable(QString::fromLatin1(name), {});
            QVERIFY(table && table->rows.empty() && !table->notes.isEmpty());
        }
        const auto refused = buildTable(u"agreement", {}, {.by = u"ada"_s});
        QVERIFY(!refused && refused.error().kind == ErrorKind::NotFound);
        const auto figure = taxonomyFigure({}, {});
        QVERIFY(figure.series.empty() && figure.summary.startsWith(u"There is nothing to show"));
        QVERIFY(figure.notes.first().startsWith(u"There are no labels yet"));
    }

    void agreementOfTwo()
    {
        auto made = smallStudy();
        for (int trial = 1; trial <= 4; ++trial) {
            const auto run = aRun().of("m").on("koa").trial(trial).passing(1, 10).run();
            made.add(run, "bea", trial < 4 ? u"stuck_in_loop"_s : u"other"_s);
            made.add(run, "judge", trial < 3 ? u"stuck_in_loop"_s : u"other"_s);
        }
        const auto table = tableOf(u"agreement", made, {.by = u"bea"_s});
        QCOMPARE(printed(table).mid(0, 5),
            (QStringList{u"bea judge stuck_in_loop 1.000 0.667 0.800 3 0.500 0.250 0.250 | 3"_s,
                u"bea judge other 0.500 1.000 0.667 1 0.500 0.250 0.250 | 2"_s, u".items 4"_s, u".accuracy 0.750"_s,
                u".accuracy_low –"_s}));
        const auto refused = [&](const QString &by, const QString &against) {
            return tableOf(u"agreement", made, {.by = by, .against = against}).name;
        };
        QCOMPARE(refused(u"ada"_s, u"nobody"_s),
            u"There are no labels of \"nobody\". There are labels of judge, ada, bea."_s);
        QVERIFY(refused(u"ada"_s, u"ada"_s).contains(u"themselves"));
        QCOMPARE(cellText(tableOf(u"agreement", made).rows[0].cells[0], CellKind::Text), u"ada"_s);
        const auto judged = tableOf(u"agreement", made, {.by = u"judge"_s});
        QCOMPARE(cellText(judged.rows[0].cells[1], CellKind::Text), u"ada"_s);
    }

    void stackedBars()
    {
        const auto made = smallStudy();
        const auto figure = taxonomyFigure(made.study, {.labels = made.labels});
        QStringList lines;
        for (const auto &series : figure.series) {
            QStringList points;
            for (const auto &point : series.points)
                points << QStringLiteral("%1+%2").arg(point.base).arg(point.y);
            lines << QStringLiteral("%1 c%2 %3").arg(series.name).arg(series.color).arg(points.join(u' '));
        }
        const auto color = [](const QString &id) {
            int place = 0;
            for (const auto *code : studyCodebook().offered()) {
                if (code->id == id)
                    return place;
                ++place;
            }
            return -1;
        };
        const auto line = [&](const QString &id, const QString &points) {
            return QStringLiteral("%1 c%2 %3").arg(studyCodebook().find(id)->title).arg(color(id)).arg(points);
        };
        QCOMPARE(lines,
            (QStringList{line(u"schema_format_error"_s, u"0+25 0+0"_s), line(u"logic_error"_s, u"25+75 0+0"_s),
                line(u"stuck_in_loop"_s, u"100+0 0+100"_s)}));
        QCOMPARE(figure.x.categories.join(u' '), u"gpt-x gpt-y"_s);
        QCOMPARE(figure.x.subLabels.join(u' '), u"n = 4 n = 1"_s);
        QVERIFY2(figure.summary.startsWith(u"gpt-x (n = 4): "), qPrintable(figure.summary));
        QCOMPARE(figure.series[1].points[0].runs.only->size(), 3U);
        const auto within = taxonomyFigure(made.study, {.labels = made.labels, .within = u"logic_error"_s});
        QCOMPARE(within.x.subLabels.join(u' '), u"n = 3"_s);
        QCOMPARE(within.series.size(), 2U);
        const auto ada
            = taxonomyFigure(made.study, {.labels = made.labels, .annotator = u"ada"_s, .by = TaxonomyGrouping::Level});
        QCOMPARE(ada.x.categories.join(u' '), u"L0"_s);
        QVERIFY(taxonomyFigure(made.study, {.labels = made.labels, .annotator = u"nobody"_s}).series.empty());
    }
};

QTEST_GUILESS_MAIN(TestTaxonomy)
#include "tst_taxonomy.moc"
