// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysisdesk.h"

#include "exportedfiles.h"
#include "figureexporter.h"
#include "studycontroller.h"

#include <charts/chartview.h>
#include <pages/analysespage.h>
#include <pages/analysiscontrols.h>
#include <pages/figurepanel.h>

#include <QDir>
#include <QFileDialog>

namespace Decayscope {

AnalysisDesk::AnalysisDesk(StudyController &study, AnalysesPage &page, FigureExporter &exporter, QWidget *window)
    : QObject(window)
    , m_study(study)
    , m_page(page)
    , m_exporter(exporter)
    , m_window(window)
    , m_computing(&m_pool, this)
{
    connect(page.controls(), &AnalysisControls::chosen, this, [this](const AnalysisRequest &request) {
        m_recipes[m_analysis] = {.figure = m_analysis, .analysis = request};
        compute();
    });
    connect(page.figure()->chart(), &ChartView::viewChanged, this,
        [this](const FigureView &view) { m_recipes[m_analysis].view = view; });
    connect(&page, &AnalysesPage::figureExportRequested, this, &AnalysisDesk::exportFigure);
    connect(&page, &AnalysesPage::filesRequested, this, &AnalysisDesk::askForFolder);
}

AnalysisDesk::~AnalysisDesk() = default;

void AnalysisDesk::takeStudy()
{
    m_computing.cancel();
    m_shown.reset();
    for (auto &[analysis, recipe] : m_recipes)
        recipe = {.figure = analysis, .analysis = recipe.analysis};
    m_page.setState(ViewState::loading(tr("Computing …")));
}

void AnalysisDesk::show(const Place &place, ScoreChoice score)
{
    const auto study = m_study.snapshot();
    if (place.page != Page::Analyses || !study)
        return;
    const auto *info = analysisInfo(place.analysis);
    const auto analysis = info ? info->name : analysisCatalogue().front().name;
    if (study == m_shown && analysis == m_analysis && place.filter == m_filter && score == m_score)
        return;
    m_shown = study;
    m_analysis = analysis;
    m_filter = place.filter;
    m_score = score;
    compute();
}

/// What was chosen for an analysis with what holds everywhere.
AnalysisRequest AnalysisDesk::filled(AnalysisRequest request) const
{
    request.filter = m_filter;
    request.mode = scoreModeOf(m_score);
    request.verifiers = verifiersOf(m_score);
    return request;
}

void AnalysisDesk::compute()
{
    const auto chosen = m_recipes[m_analysis].analysis;
    m_page.setChoice(m_analysis, chosen);
    if (m_page.analysis().table.name != m_analysis)
        m_page.setState(ViewState::loading(tr("Computing …")));
    m_computing.start([study = m_shown, analysis = m_analysis, request = filled(chosen)](
                          const Progress &) { return buildAnalysis(analysis, *study, request); },
        [this](const Result<Analysis> &analysis) {
            if (!analysis)
                return m_page.setState(ViewState::failed(tr("This cannot be computed"), sentenceOf(analysis.error())));
            m_page.setAnalysis(*analysis);
            m_page.figure()->chart()->setView(m_recipes[m_analysis].view);
        });
}

void AnalysisDesk::exportFigure()
{
    const auto &analysis = m_page.analysis();
    if (isBusy() || !analysis.figure)
        return emit problem(tr("There is no figure to export."));
    auto recipe = m_recipes[m_analysis];
    recipe.figure = m_analysis;
    recipe.analysis = filled(recipe.analysis);
    recipe.request
        = {.filter = recipe.analysis.filter, .mode = recipe.analysis.mode, .verifiers = recipe.analysis.verifiers};
    recipe.view = m_page.figure()->chart()->view();
    m_exporter.open(*analysis.figure, std::move(recipe));
}

void AnalysisDesk::takeRecipe(const FigureRecipe &recipe)
{
    m_recipes[recipe.figure] = recipe;
    m_exporter.takeLook(recipe);
    m_shown.reset();
}

void AnalysisDesk::askForFolder()
{
    const auto folder = QFileDialog::getExistingDirectory(m_window, tr("Folder for the data and the script"));
    if (!folder.isEmpty())
        saveFiles(folder);
}

void AnalysisDesk::saveFiles(const QString &folder)
{
    const QDir place(folder);
    for (const auto &file : m_page.analysis().files) {
        const auto path = place.filePath(file.name);
        if (const auto written = writeExported({.path = path, .bytes = file.content}); !written)
            return emit problem(sentenceOf(written.error()));
    }
    emit told(tr("%n file(s) written to %1.", nullptr, static_cast<int>(m_page.analysis().files.size()))
            .arg(QDir::toNativeSeparators(folder)));
}

} // namespace Decayscope
