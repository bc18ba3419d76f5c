// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <publishing/figurerecipe.h>

#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

/// Every field differs from its default.
FigureRecipe fullRecipe()
{
    FigureRecipe recipe{.figure = u"tokens"_s};
    recipe.request.filter = {.models = {u"gpt \"x\""_s, u"ümläut\n"_s},
        .scaffolds = {u"mini"_s},
        .contracts = {u"conduit"_s},
        .runtimes = {u"uv"_s},
        .frameworks = {u"flask"_s},
        .tasks = {u"flask-openapi-unconstrained"_s},
        .levels = {0, 3},
        .constraints = {{Constraint::Postgres, Constraint::Sqlite}, {Constraint::CleanArchitecture}},
        .kinds = {TaskKind::Feature},
        .outcomes = {RunOutcome::Success, RunOutcome::NoReport},
        .excludedTerminations = {Termination::LimitsExceeded},
        .text = u"two words"_s,
        .only = std::set{RunId{7}, RunId{9'007'199'254'740'993}},
        .allDates = true,
        .excludedToo = true};
    recipe.request.mode = ScoreMode::Raw;
    recipe.request.verifiers = VerifierMode::Syntax;
    recipe.request.metric = DecayMetric::PassAt1;
    recipe.request.facet = FigureFacet::Framework;
    recipe.request.chains = DecayTasks::MatchedChains;
    recipe.request.publishedMarks = true;
    recipe.request.pipelineSubset = true;
    recipe.request.taxonomyBy = TaxonomyGrouping::Constraint;
    recipe.request.fineTaxonomy = true;
    recipe.request.by = u"ada"_s;
    recipe.request.against = u"judge"_s;
    recipe.request.tokens = TokenMeasure::Cost;
    recipe.request.prices = {{u"m.1"_s, {0.1, 2.0 / 3.0}}};
    recipe.view = {.hidden = {u"a"_s}, .x = AxisRange{-1, 1.0 / 3.0}, .y = AxisRange{0, 55}};
    recipe.look = {.venue = u"icml"_s,
        .width = 3.25,
        .height = 2.01,
        .font = u"Inter"_s,
        .textSize = 8.5,
        .tickSize = 7.5,
        .lineWidth = 0.75,
        .markerSize = 3,
        .palette = SeriesPalette::Petroff,
        .names = SeriesNames::Hidden,
        .intervals = IntervalDrawing::Both,
        .markers = false,
        .dashes = false,
        .counts = false,
        .title = true};
    recipe.caption = u"Ein Wort.\nZwei."_s;
    recipe.overrides = {{u"text-size"_s, u"a slide"_s}};
    recipe.anonymous = true;
    return recipe;
}

QString faultOf(const QByteArray &document)
{
    const auto recipe = readRecipe(document, u"a.dsfig"_s);
    return recipe ? u"read"_s : recipe.error().message;
}

} // namespace

class TestFigureRecipe : public QObject
{
    Q_OBJECT

private slots:
    void everyFieldComesBack();
    void defaultsComeBack();
    void anEmptyChoiceOfRunsIsNotNone();
    void faultsAreNamed_data();
    void faultsAreNamed();
    void aTowerOfBracketsIsRefused();
};

void TestFigureRecipe::everyFieldComesBack()
{
    const auto written = recipeDocument(fullRecipe());
    QVERIFY(written.endsWith("}\n"));
    const auto read = readRecipe(written, u"a.dsfig"_s);
    QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
    QCOMPARE(recipeDocument(*read), written);
    QVERIFY(read->request.filter == fullRecipe().request.filter);
    QVERIFY(read->request.prices == fullRecipe().request.prices);
    QVERIFY(read->view == fullRecipe().view);
    QVERIFY(read->look == fullRecipe().look);
    QCOMPARE(read->caption, fullRecipe().caption);
    QCOMPARE(read->overrides, fullRecipe().overrides);
    QVERIFY(read->anonymous);
}

void TestFigureRecipe::defaultsComeBack()
{
    FigureRecipe recipe{.figure = u"decay"_s};
    recipe.look.font = u"TeX Gyre Termes"_s;
    const auto read
        = readRecipe("{\"schema\": 1, \"figure\": \"decay\", \"look\": {\"font\": \"TeX Gyre Termes\"}}", u"a.dsfig"_s);
    QVERIFY(read);
    QCOMPARE(recipeDocument(*read), recipeDocument(recipe));
}

void TestFigureRecipe::anEmptyChoiceOfRunsIsNotNone()
{
    FigureRecipe recipe{.figure = u"decay"_s};
    recipe.request.filter.only.emplace();
    const auto read = readRecipe(recipeDocument(recipe), u"a.dsfig"_s);
    QVERIFY(read && read->request.filter.only && read->request.filter.only->empty());
}

void TestFigureRecipe::faultsAreNamed_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QString>("fault");
    const auto row = [](const char *name, const QByteArray &fields, const QString &fault) {
        QTest::newRow(name) << QByteArray("{\"schema\":1,\"figure\":\"decay\"" + fields + "}") << fault;
    };
    QTest::newRow("nothing") << QByteArray() << u"It is not sound JSON: illegal value at byte 0."_s;
    QTest::newRow("list") << QByteArray("[1]") << u"It has no \"schema\": 1."_s;
    QTest::newRow("newer") << QByteArray("{\"schema\":2}")
                           << u"It was written by a newer Decayscope (schema 2; this one knows 1)."_s;
    QTest::newRow("no figure") << QByteArray("{\"schema\":1}") << u"\"figure\" must name a figure."_s;
    row("misspelt", ",\"capton\":\"x\"",
        u"\"capton\" is not known here; there are schema, figure, request, analysis, view, look, caption, "
        u"overrides, anonymous."_s);
    row("type", ",\"caption\":3", u"\"caption\" must be a text."_s);
    row("choice", ",\"request\":{\"metric\":\"b\"}", u"\"request.metric\" is \"b\"; there are a, a-raw, pass."_s);
    row("level", ",\"request\":{\"filter\":{\"levels\":[4]}}",
        u"\"request.filter.levels\" holds an entry that this program does not know."_s);
    row("run", ",\"request\":{\"filter\":{\"only\":[0.5]}}",
        u"\"request.filter.only\" holds an entry that this program does not know."_s);
    row("width", ",\"look\":{\"width\":1e300}", u"\"look.width\" is 1e+300; it must lie between 1 and 40."_s);
    row("range", ",\"view\":{\"x\":[2,1]}", u"\"view.x\" must hold two numbers, the lower one first."_s);
    row("price", ",\"request\":{\"prices\":{\"m\":{\"input\":-1}}}",
        u"\"request.prices.m.input\" is -1; it must lie between 0 and 1e+09."_s);
}

void TestFigureRecipe::faultsAreNamed()
{
    QFETCH(QByteArray, document);
    QFETCH(QString, fault);
    QCOMPARE(faultOf(document), u"\"a.dsfig\" cannot be read as a figure recipe. "_s + fault);
}

void TestFigureRecipe::aTowerOfBracketsIsRefused()
{
    QVERIFY(faultOf(QByteArray(1'000'000, '[')).contains(u"not sound JSON"));
    QVERIFY(faultOf(QByteArray(17 * 1024 * 1024, ' ')).contains(u"larger than 16 MB"));
}

QTEST_GUILESS_MAIN(TestFigureRecipe)

#include "tst_figurerecipe.moc"
