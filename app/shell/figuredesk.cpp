// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figuredesk.h"

#include "figureexporter.h"
#include "settings.h"
#include "studycontroller.h"

#include <charts/chartview.h>
#include <pages/figurecontrols.h>
#include <pages/figurepanel.h>
#include <pages/figurespage.h>
#include <pages/pricesdialog.h>
#include <workspace/labeljournal.h>

#include <utility>

namespace Decayscope {

namespace {

/// Prices are kept as a recipe that says nothing else.
void keepPrices(Settings &settings, const std::map<QString, TokenPrice> &prices)
{
    settings.set(
        Keys::tokenPrices, recipeDocument({.figure = QStringLiteral("tokens"), .request = {.prices = prices}}));
}

std::map<QString, TokenPrice> pricesIn(const Settings &settings)
{
    const auto recipe = readRecipe(settings.value(Keys::tokenPrices), {});
    return recipe ? recipe->request.prices : std::map<QString, TokenPrice>();
}

} // namespace

FigureDesk::FigureDesk(StudyController &study, FiguresPage &page, Settings &settings, QWidget *window)
    : QObject(window)
    , m_study(study)
    , m_page(page)
    , m_settings(settings)
    , m_window(window)
    , m_exporter(new FigureExporter(study, settings, window))
    , m_computing(&m_pool, this)
{
    connect(page.controls(), &FigureControls::chosen, this, [this](const FigureRequest &request) {
        auto &recipe = m_recipes[m_figure]; // An own caption and reasons spoke of the figure as it was.
        recipe = {.figure = m_figure, .request = request, .view = recipe.view};
        compute();
    });
    connect(page.controls(), &FigureControls::pricesRequested, this, &FigureDesk::editPrices);
    connect(page.panel()->chart(), &ChartView::viewChanged, this,
        [this](const FigureView &view) { m_recipes[m_figure].view = view; });
    connect(&page, &FiguresPage::exportRequested, this, &FigureDesk::exportFigure);
}

FigureDesk::~FigureDesk() = default;

void FigureDesk::takeStudy()
{
    m_computing.cancel();
    m_shown.reset();
    for (auto &[figure, recipe] : m_recipes)
        recipe = {.figure = figure, .request = recipe.request};
    m_isShown = false;
    m_page.setState(ViewState::loading(tr("Drawing …")));
}

void FigureDesk::show(const Place &place, ScoreChoice score)
{
    const auto study = m_study.snapshot();
    if (place.page != Page::Figures || !study)
        return;
    const auto *info = figureInfo(place.figure);
    const auto figure = info ? info->name : figureCatalogue().front().name;
    const auto revision = m_study.labels() ? m_study.labels()->book()->revision : 0;
    const bool isSame = study == m_shown && figure == m_figure && place.filter == m_filter && score == m_score
        && (revision == m_labelsRevision || !figureInfo(figure)->isOfLabels);
    if (isSame)
        return;
    m_shown = study;
    m_figure = figure;
    m_filter = place.filter;
    m_score = score;
    m_labelsRevision = revision;
    compute();
}

/// What was chosen for a figure with what holds everywhere.
FigureRequest FigureDesk::filled(FigureRequest request) const
{
    request.filter = m_filter;
    request.mode = scoreModeOf(m_score);
    request.verifiers = verifiersOf(m_score);
    request.prices = pricesIn(m_settings);
    return request;
}

void FigureDesk::compute()
{
    const auto chosen = m_recipes[m_figure].request;
    m_page.setChoice(m_figure, chosen);
    auto request = filled(chosen);
    if (figureInfo(m_figure)->isOfLabels && m_study.labels()) {
        request.labels = m_study.labels()->book();
        m_page.controls()->setAnnotators(request.labels->annotators());
    }
    m_isShown = false;
    m_computing.start([study = m_shown, figure = m_figure, request = std::move(request)](
                          const Progress &) { return buildFigure(figure, *study, request); },
        [this](const Result<FigureSpec> &figure) { takeFigure(figure); });
}

void FigureDesk::takeFigure(const Result<FigureSpec> &figure)
{
    if (!figure) {
        m_page.setState(ViewState::empty(tr("There is nothing to draw"), sentenceOf(figure.error())));
        return;
    }
    m_spec = *figure;
    m_isShown = true;
    m_page.setFigure(m_spec, m_recipes[m_figure].view);
}

void FigureDesk::exportFigure()
{
    if (!m_isShown)
        return emit problem(tr("There is no figure to export yet."));
    auto recipe = m_recipes[m_figure];
    recipe.figure = m_figure;
    recipe.request = filled(recipe.request);
    recipe.view = m_page.panel()->chart()->view();
    m_exporter->open(m_spec, std::move(recipe));
}

void FigureDesk::takeRecipe(const FigureRecipe &recipe)
{
    m_recipes[recipe.figure] = recipe;
    if (!recipe.request.prices.empty())
        keepPrices(m_settings, recipe.request.prices);
    m_exporter->takeLook(recipe);
    m_shown.reset();
}

void FigureDesk::editPrices()
{
    QStringList models;
    for (const auto &run : m_shown->runs) {
        if (!models.contains(run.key.configuration.model))
            models << run.key.configuration.model;
    }
    models.sort(Qt::CaseInsensitive);
    auto *dialog = new PricesDialog(models, filled({}).prices, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PricesDialog::pricesChosen, this, [this](const std::map<QString, TokenPrice> &prices) {
        keepPrices(m_settings, prices);
        compute();
    });
    dialog->open();
}

} // namespace Decayscope
