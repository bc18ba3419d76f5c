// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figurestudies.h"

#include <figures/figurecatalogue.h>
#include <figures/figuretable.h>
#include <support/arun.h>

#include <QTest>

#include <algorithm>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;

namespace {

const auto schema = u"schema_format_error"_s;
const auto loop = u"stuck_in_loop"_s;
const auto query = u"logic_error/incorrect_query_logic"_s;

/// Runs of one model that people labelled in rounds.
struct LabelledRounds
{
    StudySnapshot study;
    std::shared_ptr<LabelBook> labels = std::make_shared<LabelBook>();

    LabelledRounds()
    {
        labels->codebooks = {studyCodebook()};
        for (int i = 0; i < 6; ++i)
            study.runs.push_back(aRun().on("flask").trial(i).passing(1, 10));
    }

    /// Labels the runs from `first` on, in a round's sample; none for round 0.
    void add(const char *annotator, int round, int first, const QStringList &codes)
    {
        const auto sample = round > 0 ? u"sample-%1"_s.arg(round) : QString();
        if (round > 0 && !labels->sample(sample)) {
            labels->samples.push_back({.id = sample});
            labels->samples.back().design.round = round;
            labels->samples.back().design.title = round == 1 ? u"First round"_s : QString();
        }
        for (int i = 0; i < codes.size(); ++i) {
            const auto &run = study.runs[static_cast<std::size_t>(first + i)];
            LabelRow row{.annotator = QString::fromLatin1(annotator), .target = targetOf(run.key), .run = run.id};
            row.item = {.sample = sample, .item = round > 0 ? i : -1, .occurrence = 0};
            row.label = {.code = codes[i].section(u'/', 0, 0),
                .subcode = codes[i].section(u'/', 1),
                .codebook = studyCodebook().id,
                .version = 1};
            row.isImported = round == 0;
            labels->rows.push_back(std::move(row));
        }
        std::ranges::stable_sort(labels->rows, {}, &LabelRow::target);
        if (round > 0)
            addItems(sample, first, static_cast<int>(codes.size()));
    }

    [[nodiscard]] Result<FigureSpec> figure(QStringView name, FigureRequest request = {}) const
    {
        request.labels = labels;
        return buildFigure(name, study, request);
    }

private:
    void addItems(const QString &id, int first, int count)
    {
        auto &sample = *std::ranges::find(labels->samples, id, &Sample::id);
        sample.items.clear();
        for (int i = first; i < first + count; ++i)
            sample.items.push_back({.target = targetOf(study.runs[static_cast<std::size_t>(i)].key)});
    }
};

LabelledRounds twoRounds()
{
    LabelledRounds made;
    made.add("ada", 1, 0, {schema, loop, schema});
    made.add("bob", 1, 0, {schema, loop, loop});
    made.add("ada", 2, 3, {schema, loop, query});
    made.add("bob", 2, 3, {schema, loop, query});
    return made;
}

} // namespace

class TestLabelFigures : public QObject
{
    Q_OBJECT

private slots:
    void confusionOfTwo()
    {
        const auto made = twoRounds();
        const auto figure = made.figure(u"agreement", {.by = u"ada"_s, .against = u"bob"_s}).value();
        QCOMPARE(figure.shape, FigureShape::Heat);
        QCOMPARE(figure.y.title, u"ada (reference)"_s);
        QCOMPARE(figure.x.title, u"bob"_s);
        QCOMPARE(figure.x.categories, figure.y.categories);
        QStringList cells;
        for (const auto &point : figure.series.front().points)
            cells << point.text;
        QCOMPARE(cells.join(u' '), u"2 0 1 0 1 0 0 0 2"_s);
        QCOMPARE(figure.color.maximum, 2.0);
        const auto &first = figure.series.front().points.front();
        QCOMPARE(filtered(made.study.runs, first.runs).size(), 2U);
        QCOMPARE(first.detail, u"2 runs: Schema or format error by ada, Schema or format error by bob."_s);
        QVERIFY2(figure.notes.first().startsWith(u"Cohen's κ = 0.739"), qPrintable(figure.notes.first()));
        QCOMPARE(figure.card.count, u"n = 6 runs labelled by both ada and bob"_s);
        QVERIFY2(figure.summary.startsWith(u"6 runs labelled by ada and bob. Cohen's κ = 0.739"),
            qPrintable(figure.summary));
        const auto table = tableOfFigure(figure);
        QStringList keys;
        for (const auto &column : table.columns)
            keys << column.key;
        QCOMPARE(keys.join(u' '), u"row column value n"_s);
    }

    void kappaByRound()
    {
        const auto made = twoRounds();
        const auto figure = made.figure(u"kappa-rounds", {.by = u"ada"_s, .against = u"bob"_s}).value();
        QCOMPARE(figure.x.categories.join(u", "), u"First round, Round 2"_s);
        QCOMPARE(figure.x.subLabels.join(u", "), u"n = 3 runs, n = 3 runs"_s);
        QCOMPARE(printedFigure(figure), (QStringList{u"ada · bob: 0:0.4 n=3"_s, u"ada · bob: 1:1 n=3"_s}));
        QCOMPARE(figure.summary, u"First round: κ = 0.400. Round 2: κ = 1.000."_s);
        QCOMPARE(figure.card.count, u"n = 3 runs a round"_s);
        QCOMPARE(filtered(made.study.runs, figure.series.front().points.back().runs).size(), 3U);
    }

    void whatIsMissingIsSaid()
    {
        LabelledRounds made;
        const auto messageOf = [&](QStringView name, const FigureRequest &request = {}) {
            const auto figure = made.figure(name, request);
            return figure ? QString() : figure.error().message;
        };
        const auto noLabels = u"There are no labels. Import label files or label a sample first."_s;
        for (const auto *name : {u"taxonomy", u"agreement", u"kappa-rounds"})
            QCOMPARE(messageOf(name), noLabels);
        made.add("ada", 0, 0, {schema, loop});
        QCOMPARE(messageOf(u"agreement"),
            u"Only \"ada\" has labels. Agreement needs labels of two annotators of the same runs."_s);
        QCOMPARE(
            messageOf(u"taxonomy", {.by = u"eve"_s}), u"There are no labels of \"eve\". There are labels of ada."_s);
        made.add("bob", 0, 0, {schema, schema});
        QCOMPARE(messageOf(u"agreement"), QString());
        QVERIFY(messageOf(u"kappa-rounds").startsWith(u"There is no round that both ada and bob labelled."));
        QCOMPARE(messageOf(u"agreement", {.by = u"ada"_s, .against = u"ada"_s}),
            u"\"ada\" cannot be compared with themselves. Name two annotators."_s);
    }

    void theTaxonomyHasACard()
    {
        const auto made = twoRounds();
        const auto figure = made.figure(u"taxonomy", {.by = u"ada"_s}).value();
        QCOMPARE(figure.card.estimator, u"shares of labelled failed runs"_s);
        QCOMPARE(figure.card.count, u"n = 6 labels of ada"_s);
        QVERIFY(!figure.card.interval.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestLabelFigures)
#include "tst_labelfigures.moc"
