// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What in the window belongs to figures: where they lead, how they leave, and how they come back.

#include "analysisdesk.h"
#include "comparisondesk.h"
#include "figuredesk.h"
#include "figureexporter.h"
#include "mainwindow.h"
#include "settings.h"
#include "studycontroller.h"

#include <charts/chartview.h>
#include <pages/analysespage.h>
#include <pages/figurepanel.h>
#include <pages/figurespage.h>
#include <pages/sidespage.h>
#include <pages/tablespage.h>
#include <tables/tableview.h>
#include <widgets/messagebar.h>

#include <QFileDialog>
#include <QFileInfo>
#include <QStatusBar>

namespace Decayscope {

void MainWindow::connectFigures()
{
    connect(m_figures, &FiguresPage::figureChosen, this, [this](const QString &name) {
        auto place = m_places.current();
        place.figure = name;
        visit(place);
    });
    connect(m_figures, &FiguresPage::runsRequested, this, &MainWindow::showRunsBehind);
    connect(m_figureDesk, &FigureDesk::problem, this, &MainWindow::showProblem);
    auto *exporter = m_figureDesk->exporter();
    connect(exporter, &FigureExporter::problem, this, &MainWindow::showProblem);
    connect(exporter, &FigureExporter::told, this,
        [this](const QString &sentence) { m_messages->showMessage(MessageBar::Kind::Information, sentence); });
    connect(exporter, &FigureExporter::recipeOpened, this, &MainWindow::openRecipe);
    for (auto *panel : {m_overview->decay(), m_overview->effects()}) {
        panel->setExportable(true);
        connect(panel, &FigurePanel::exportRequested, this,
            [this, panel] { exportOverview(panel == m_overview->effects()); });
    }
    connect(m_commands->action(Command::OpenFigure), &QAction::triggered, this, &MainWindow::askForFigure);
    connect(m_commands->action(Command::VerifyFigure), &QAction::triggered, this, &MainWindow::askForFigureToVerify);
}

void MainWindow::connectAnalyses()
{
    connect(m_analyses, &AnalysesPage::analysisChosen, this, [this](const QString &name) {
        auto place = m_places.current();
        place.analysis = name;
        visit(place);
    });
    connect(m_analyses, &AnalysesPage::runsRequested, this, &MainWindow::showRunsBehind);
    connect(m_analyses, &AnalysesPage::copyRequested, this, &MainWindow::copyTable);
    connect(m_analyses, &AnalysesPage::exportRequested, this, &MainWindow::exportTable);
    connect(m_analyses, &AnalysesPage::lookChosen, this, &MainWindow::setTableLook);
    connect(m_sides, &SidesPage::runsRequested, this, &MainWindow::showRunsBehind);
    connect(m_sides, &SidesPage::copyRequested, this, &MainWindow::copyTable);
    connect(m_sides, &SidesPage::exportRequested, this, &MainWindow::exportTable);
    connect(m_sides, &SidesPage::lookChosen, this, &MainWindow::setTableLook);
    connect(
        m_sides, &SidesPage::told, this, [this](const QString &sentence) { statusBar()->showMessage(sentence, 4000); });
    connect(m_comparisonDesk, &ComparisonDesk::problem, this, &MainWindow::showProblem);
    connect(m_analysisDesk, &AnalysisDesk::problem, this, &MainWindow::showProblem);
    connect(m_analysisDesk, &AnalysisDesk::told, this,
        [this](const QString &sentence) { m_messages->showMessage(MessageBar::Kind::Information, sentence); });
}

/// Tables look alike on all pages.
void MainWindow::setTableLook(const TableLook &look)
{
    m_tables->setLook(look);
    m_analyses->setLook(look);
    m_sides->setLook(look);
    refresh();
}

void MainWindow::exportView()
{
    switch (m_places.current().page) {
    case Page::Tables:
        return exportTable(m_tables->table()->table(), TableFormat::Csv);
    case Page::Figures:
        return m_figureDesk->exportFigure();
    case Page::Analyses:
        return exportTable(m_analyses->table()->table(), TableFormat::Csv);
    case Page::Differences:
        return exportTable(m_sides->table()->table(), TableFormat::Csv);
    case Page::Overview:
        return exportOverview(m_overview->effects()->isAncestorOf(focusWidget()));
    case Page::Runs:
    case Page::Run:
    case Page::Compare:
    case Page::Label:
    case Page::Agreement:
    case Page::Evaluate:
    case Page::Verifiers:
    case Page::Tasks:
        break;
    }
}

void MainWindow::exportOverview(bool effects)
{
    if (m_pages.isComputing())
        return showProblem(tr("The figure is being drawn anew. Export it in a moment."));
    const auto *chart = (effects ? m_overview->effects() : m_overview->decay())->chart();
    m_figureDesk->exporter()->open(chart->figure(),
        {.figure = chart->figure().name,
            .request = overviewRequest(m_places.current().filter, m_score, m_overviewOptions),
            .view = chart->view()});
}

/// Shows the figure as it was when its file was made: filter, score, options, view and look.
void MainWindow::openRecipe(const FigureRecipe &recipe)
{
    const bool isOfAnalysis = analysisInfo(recipe.figure) != nullptr;
    isOfAnalysis ? m_analysisDesk->takeRecipe(recipe) : m_figureDesk->takeRecipe(recipe);
    m_score = recipe.request.mode == ScoreMode::Raw        ? ScoreChoice::Raw
        : recipe.request.verifiers == VerifierMode::Syntax ? ScoreChoice::Syntax
                                                           : ScoreChoice::Strict;
    auto place = m_places.current();
    place.page = isOfAnalysis ? Page::Analyses : Page::Figures;
    (isOfAnalysis ? place.analysis : place.figure) = recipe.figure;
    place.filter = recipe.request.filter;
    visit(place);
}

void MainWindow::askForFigure()
{
    const auto path = QFileDialog::getOpenFileName(this, tr("Open figure"), m_settings.value(Keys::lastFolder),
        tr("Exported figures and recipes (*.pdf *.svg *.png *.dsfig);;All files (*)"));
    if (path.isEmpty())
        return;
    m_settings.set(Keys::lastFolder, QFileInfo(path).path());
    m_figureDesk->exporter()->openFile(path);
}

void MainWindow::askForFigureToVerify()
{
    const auto path = QFileDialog::getOpenFileName(this, tr("Verify figure"), m_settings.value(Keys::lastFolder),
        tr("Exported figures (*.pdf *.svg *.png);;All files (*)"));
    if (path.isEmpty())
        return;
    m_settings.set(Keys::lastFolder, QFileInfo(path).path());
    m_figureDesk->exporter()->verifyFile(path);
}

} // namespace Decayscope
