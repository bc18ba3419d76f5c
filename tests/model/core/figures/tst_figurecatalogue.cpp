// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figurestudies.h"

#include <figures/figurecatalogue.h>
#include <figures/figuretable.h>
#include <figures/tablewriters.h>
#include <support/arun.h>

#include <QTest>

#include <cmath>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;

namespace {

QStringList namesOfFacets(const FigureInfo &info)
{
    static const QStringList names{u"none"_s, u"model"_s, u"scaffold"_s, u"framework"_s};
    QStringList found;
    for (const auto facet : info.facets)
        found << names.at(static_cast<int>(facet));
    return found;
}

/// What is wrong with a point: all that a reader would stumble over.
QStringList faultsOf(const FigurePoint &point, const StudySnapshot &study)
{
    QStringList faults;
    for (const auto value : {point.x, point.y, point.base, point.low.value_or(0), point.high.value_or(0),
             point.xLow.value_or(0), point.xHigh.value_or(0), point.value.value_or(0)}) {
        if (!std::isfinite(value))
            faults << u"not finite"_s;
    }
    if (point.detail.isEmpty() || !point.detail.endsWith(u'.'))
        faults << u"detail: "_s + point.detail;
    if (point.n <= 0)
        faults << u"n"_s;
    if (filtered(study.runs, point.runs).empty())
        faults << u"no runs: "_s + point.detail;
    if (point.low && point.high && *point.low > *point.high)
        faults << u"interval"_s;
    return faults;
}

QStringList faultsOf(const FigureSpec &figure, const StudySnapshot &study)
{
    QStringList faults;
    qsizetype points = 0;
    for (const auto &series : figure.series) {
        if (series.panel < 0 || series.panel >= std::max<qsizetype>(1, figure.panels.size()))
            faults << u"panel of "_s + series.name;
        for (const auto &point : series.points)
            faults << faultsOf(point, study);
        points += std::ssize(series.points);
    }
    if (points == 0)
        faults << u"no points"_s;
    if (figure.summary.isEmpty() || figure.notes.isEmpty())
        faults << u"no words"_s;
    const auto &card = figure.card;
    if (card.estimator.isEmpty() || card.unit.isEmpty() || !card.count.contains(u"n = "))
        faults << u"card: "_s + card.estimator + card.count;
    for (const auto &phrase : QStringList{card.estimator, card.interval, card.count} + card.exclusions) {
        if (phrase.endsWith(u'.'))
            faults << u"no phrase: "_s + phrase;
    }
    return faults;
}

/// Everything a figure says, as bytes.
QByteArray bytesOf(const FigureSpec &figure)
{
    QStringList lines = printedFigure(figure) + figure.notes + figure.card.exclusions;
    lines << figure.summary << figure.card.count << figure.x.categories.join(u' ') << figure.y.categories.join(u' ');
    for (const auto &series : figure.series) {
        for (const auto &point : series.points)
            lines << point.detail;
    }
    return lines.join(u'\n').toUtf8() + writeTable(tableOfFigure(figure), TableFormat::Csv);
}

} // namespace

class TestFigureCatalogue : public QObject
{
    Q_OBJECT

private slots:
    void whatThereIs()
    {
        QStringList lines;
        for (const auto &info : figureCatalogue()) {
            QVERIFY(!info.title.isEmpty() && info.description.endsWith(u'.'));
            QCOMPARE(info.options.contains(FigureOption::Facet), !info.facets.empty());
            lines << QStringList{info.name, namesOfFacets(info).join(u','), info.isOfLabels ? u"labels"_s : QString()}
                         .join(u' ')
                         .trimmed();
        }
        QCOMPARE(lines,
            (QStringList{u"decay model,scaffold,framework"_s, u"sensitivity model,scaffold"_s,
                u"marginal-effects model,scaffold,framework"_s, u"lattice model,scaffold,framework"_s,
                u"heatmap framework"_s, u"pass-vs-a model,scaffold,framework"_s, u"verifier-impact"_s,
                u"slope model,scaffold,framework"_s, u"subset"_s, u"tokens model,scaffold,framework"_s,
                u"taxonomy  labels"_s, u"agreement  labels"_s, u"kappa-rounds  labels"_s}));
    }

    void everyFigureWithEveryFacet()
    {
        const auto study = anUnevenStudy();
        auto renumbered = study; // The same runs, imported into another store.
        for (auto &run : renumbered.runs)
            run.id.value = 5000 - run.id.value;
        for (const auto &info : figureCatalogue()) {
            auto facets = info.facets;
            facets.insert(facets.begin(), FigureFacet::None);
            for (const auto facet : facets) {
                if (info.isOfLabels)
                    continue;
                const auto figure = buildFigure(info.name, study, {.facet = facet});
                QVERIFY2(figure, qPrintable(info.name));
                QCOMPARE(figure->name, info.name);
                QCOMPARE(faultsOf(*figure, study), QStringList());
                QVERIFY(figure->caveat.contains(u"excluded by hand: broken machine"));
                QVERIFY(figure->card.exclusions.join(u' ').contains(u"1 run of older dates"));
                const auto again = buildFigure(info.name, renumbered, {.facet = facet});
                QCOMPARE(bytesOf(*again), bytesOf(*figure));
            }
        }
    }

    void nothingToShow()
    {
        for (const auto &info : figureCatalogue()) {
            const auto figure = buildFigure(info.name, {});
            if (info.isOfLabels) {
                QCOMPARE(figure.error().kind, ErrorKind::NotFound);
                QVERIFY(figure.error().message.startsWith(u"There are no labels."));
                continue;
            }
            QVERIFY2(figure, qPrintable(info.name));
            for (const auto &series : figure->series)
                QVERIFY(series.points.empty());
            QVERIFY2(figure->summary.startsWith(u"There is nothing to show"), qPrintable(info.name));
            QVERIFY(figure->card.interval.isEmpty());
        }
    }

    void refusals()
    {
        const auto messageOf = [](QStringView name, const FigureRequest &request) {
            const auto figure = buildFigure(name, anUnevenStudy(), request);
            return figure ? QString() : figure.error().message;
        };
        QVERIFY(messageOf(u"no-such", {}).startsWith(u"There is no figure \"no-such\". The figures are decay, "));
        QCOMPARE(messageOf(u"subset", {.facet = FigureFacet::Model}),
            u"The figure \"subset\" has no panels by model; it can have none."_s);
        QCOMPARE(messageOf(u"heatmap", {.facet = FigureFacet::Scaffold}),
            u"The figure \"heatmap\" has no panels by scaffold; it can have those by framework."_s);
        QCOMPARE(messageOf(u"tokens", {.tokens = TokenMeasure::Cost}),
            u"What runs cost needs prices a million tokens. There is none for gpt-x, kimi."_s);
        QCOMPARE(messageOf(u"tokens", {.tokens = TokenMeasure::Cost, .prices = {{u"kimi"_s, {.input = -1}}}}),
            u"The price of \"kimi\" is no amount of money. Give 0 or more a million tokens."_s);
    }

    void aFilterThatLeavesNothing()
    {
        for (const auto &info : figureCatalogue()) {
            if (!info.isOfLabels)
                QVERIFY(buildFigure(info.name, anUnevenStudy(), {.filter = {.models = {u"nobody"_s}}}));
        }
    }

    void chosenRunsStayChosen()
    {
        const auto study = anUnevenStudy();
        std::set<RunId> chosen;
        for (const auto &run : study.runs) {
            if (run.task.framework == u"express")
                chosen.insert(run.id);
        }
        const auto figure = buildFigure(u"heatmap", study, {.filter = {.only = chosen}});
        for (const auto &series : figure->series) {
            for (const auto &point : series.points) {
                QCOMPARE(point.runs.only->size(), static_cast<std::size_t>(point.n));
                QCOMPARE(filtered(study.runs, point.runs).size(), static_cast<std::size_t>(point.n));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestFigureCatalogue)
#include "tst_figurecatalogue.moc"
