// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What in the window leads where.

#include "appearance.h"
#include "commandpalette.h"
#include "keyssheet.h"
#include "mainwindow.h"
#include "quickopen.h"
#include "readingdesk.h"
#include "studycontroller.h"
#include "topbar.h"

#include <pages/analysespage.h>
#include <pages/figurepanel.h>
#include <pages/figurespage.h>
#include <pages/importhistory.h>
#include <pages/importpanel.h>
#include <pages/sidespage.h>
#include <pages/stylepanel.h>
#include <pages/tablespage.h>
#include <tables/runtableview.h>
#include <tables/tableview.h>
#include <widgets/messagebar.h>

#include <QDockWidget>
#include <QLocale>
#include <QStatusBar>

namespace Decayscope {

void MainWindow::connectCommands()
{
    connectFileCommands();
    connectEditCommands();
    connectPageCommands();
    connectViewCommands();
    connectOtherCommands();
}

void MainWindow::connectFileCommands()
{
    on(Command::NewStudy, &MainWindow::askForNewStudy);
    on(Command::OpenStudy, &MainWindow::askForStudy);
    on(Command::OpenSample, [this] { m_study.openSample(); });
    on(Command::SaveCopy, &MainWindow::askForCopy);
    on(Command::ImportFolder, &MainWindow::askForFolder);
    on(Command::ImportFiles, &MainWindow::askForFiles);
    on(Command::Imports, [this](bool shown) { m_historyDock->setVisible(shown); });
    on(Command::MergeStudies, &MainWindow::askForStudiesToMerge);
    on(Command::CompactStudy, [this] { m_study.compactStudy(); });
    on(Command::ExportView, &MainWindow::exportView);
    on(Command::ExportRun, &MainWindow::exportRun);
    on(Command::Quit, [this] { close(); });
}

void MainWindow::connectEditCommands()
{
    on(Command::FindRuns, [this] {
        goTo(Page::Runs);
        m_runs->focusFilter();
    });
    on(Command::SearchRuns, &MainWindow::search);
    on(Command::CopyLink, [this] { copyLink(m_desk->link()); });
    on(Command::ClearFilter, [this] { setFilter({}); });
    on(Command::ExcludeRuns, [this] { m_runs->excludeSelection(); });
    on(Command::IncludeRuns, [this] { m_runs->includeSelection(); });
    on(Command::Styles, [this](bool shown) { m_stylesDock->setVisible(shown); });
}

void MainWindow::connectPageCommands()
{
    on(Command::Overview, [this] { goTo(Page::Overview); });
    on(Command::Tables, [this] { goTo(Page::Tables); });
    on(Command::Figures, [this] {
        goTo(Page::Figures);
        m_figures->focusList();
    });
    on(Command::Analyses, [this] {
        goTo(Page::Analyses);
        m_analyses->focusList();
    });
    on(Command::Differences, [this] { goTo(Page::Differences); });
    on(Command::Runs, [this] { goTo(Page::Runs); });
    on(Command::Run, [this] { goTo(Page::Run); });
    on(Command::Compare, [this] { goTo(Page::Compare); });
    on(Command::Label, [this] { goTo(Page::Label); });
    on(Command::Agreement, [this] { goTo(Page::Agreement); });
}

void MainWindow::connectViewCommands()
{
    on(Command::DataTable, [this](bool shown) {
        m_overview->setTablesShown(shown);
        m_figures->panel()->setTableShown(shown);
        m_analyses->setFigureTableShown(shown);
        m_sides->setFigureTableShown(shown);
    });
    on(Command::ImportPanel, [this](bool shown) { m_importDock->setVisible(shown); });
    on(Command::SearchPanel, [this](bool shown) { m_searchDock->setVisible(shown); });
    on(Command::SchemeSystem, [this] { setScheme(0); });
    on(Command::SchemeLight, [this] { setScheme(1); });
    on(Command::SchemeDark, [this] { setScheme(2); });
    on(Command::LargerFont, [this] { setFontSteps(m_appearance.fontSteps() + 1); });
    on(Command::SmallerFont, [this] { setFontSteps(m_appearance.fontSteps() - 1); });
    on(Command::FirstFont, [this] { setFontSteps(0); });
    on(Command::ResetLayout, &MainWindow::resetLayout);
}

void MainWindow::connectOtherCommands()
{
    on(Command::Back, [this] {
        m_places.goBack();
        refresh();
    });
    on(Command::Forward, [this] {
        m_places.goForward();
        refresh();
    });
    on(Command::CommandPalette, [this] { m_palette->open(); });
    on(Command::QuickOpen, [this] { m_quickOpen->open(m_study.snapshot()); });
    on(Command::Shortcuts, [this] { keysSheet()->showAll(); });
    on(Command::Handbook, [this] { showHandbook({}); });
    on(Command::About, &MainWindow::showAbout);
}

void MainWindow::connectPages()
{
    connect(m_top, &TopBar::filterChosen, this, &MainWindow::setFilter);
    connect(m_top, &TopBar::scoreChosen, this, &MainWindow::setScore);
    connect(m_overview, &OverviewPage::optionsChosen, this, &MainWindow::setOverviewOptions);
    connect(m_overview, &OverviewPage::runsRequested, this, &MainWindow::showRunsBehind);
    connect(m_tables, &TablesPage::tableChosen, this, [this](const QString &name) {
        auto place = m_places.current();
        place.table = name;
        visit(place);
    });
    connect(m_tables, &TablesPage::runsRequested, this, &MainWindow::showRunsBehind);
    connect(m_tables, &TablesPage::copyRequested, this, &MainWindow::copyTable);
    connect(m_tables, &TablesPage::exportRequested, this, &MainWindow::exportTable);
    connect(m_runs, &RunsPage::filterChosen, this, &MainWindow::setFilter);
    connect(m_runs, &RunsPage::originDismissed, this, [this] {
        auto place = m_places.current();
        place.origin = {};
        place.originTitle.clear();
        visit(place);
    });
    connect(&m_pages, &PagesController::overviewReady, this,
        [this](const OverviewFigures &figures) { m_overview->setFigures(figures); });
    connect(&m_pages, &PagesController::tableReady, m_tables, &TablesPage::setTable);
    connect(m_tables, &TablesPage::lookChosen, this, &MainWindow::setTableLook);
    connect(m_tables, &TablesPage::taxonomyChosen, this, [this](const TaxonomyChoice &choice) {
        m_taxonomy = choice;
        refresh();
    });
    connect(&m_pages, &PagesController::runsReady, this, [this](const RunList &list) { m_runs->setRuns(list); });
    connect(&m_pages, &PagesController::failed, this, [this](Page, const QString &sentence) {
        showNothing(ViewState::failed(tr("This cannot be shown"), sentence));
    });
}

void MainWindow::connectDesk()
{
    connect(m_desk, &ReadingDesk::visited, this, &MainWindow::visit);
    connect(m_desk, &ReadingDesk::left, this, [this](const Place &place) {
        m_places.visit(place);
        m_commands->action(Command::Back)->setEnabled(m_places.canGoBack());
        m_commands->action(Command::Forward)->setEnabled(m_places.canGoForward());
    });
    connect(m_desk, &ReadingDesk::moved, this, &MainWindow::takePlace);
    connect(m_desk, &ReadingDesk::linkRequested, this, &MainWindow::copyLink);
    connect(m_desk, &ReadingDesk::problem, this, &MainWindow::showProblem);
    connect(m_desk, &ReadingDesk::told, this, [this](const QString &text) { statusBar()->showMessage(text, 4000); });
    connect(m_runs, &RunsPage::runChosen, this, [this](RunId run) {
        m_desk->setList(m_runs->table()->shownRuns());
        m_desk->read({.run = run});
    });
    connect(m_runs, &RunsPage::comparisonRequested, m_desk, &ReadingDesk::compare);
    connect(m_quickOpen, &QuickOpen::runChosen, this, [this](RunId run) { m_desk->read({.run = run}); });
    connect(m_quickOpen, &QuickOpen::linkChosen, m_desk, &ReadingDesk::followLink);
}

void MainWindow::connectStudy()
{
    connect(&m_study, &StudyController::opened, this, &MainWindow::takeStudy);
    connect(&m_study, &StudyController::changed, this, &MainWindow::takeChange);
    connect(&m_study, &StudyController::failed, this, &MainWindow::showProblem);
    connect(&m_study, &StudyController::compacted, this, [this](const CompactReport &report) {
        const QLocale locale;
        m_messages->showMessage(MessageBar::Kind::Information,
            tr("The study takes %1 instead of %2.")
                .arg(locale.formattedDataSize(report.after), locale.formattedDataSize(report.before)));
    });
    connect(&m_study, &StudyController::importStarted, this, [this](const QStringList &paths) {
        m_import->begin(paths);
        m_importDock->show();
        m_importDock->raise();
    });
    connect(&m_study, &StudyController::importProgressed, m_import, &ImportPanel::setProgress);
    connect(&m_study, &StudyController::importFinished, this, &MainWindow::showReport);
    connect(&m_study, &StudyController::importFailed, m_import, &ImportPanel::setFailure);
    connect(&m_study, &StudyController::importFailed, this, &MainWindow::takeChange);
}

void MainWindow::connectPanels()
{
    connect(m_import, &ImportPanel::cancelRequested, this, [this] { m_study.cancelImport(); });
    connect(m_import, &ImportPanel::undoRequested, this, [this](qint64 id) { m_study.undoImport(id); });
    connect(m_history, &ImportHistory::undoRequested, this, [this](qint64 id) { m_study.undoImport(id); });
    connect(m_styles, &StylePanel::stylesEdited, this, [this](const auto &styles) { m_study.setStyles(styles); });
    connect(m_runs, &RunsPage::exclusionRequested, this,
        [this](const auto &runs, const QString &reason) { m_study.setExclusion(runs, reason); });
    connect(m_runs, &RunsPage::inclusionRequested, this,
        [this](const auto &runs) { m_study.setExclusion(runs, std::nullopt); });
    connect(m_runs, &RunsPage::savedFiltersEdited, this, [this](const std::vector<NamedFilter> &filters) {
        std::vector<SavedFilter> saved;
        saved.reserve(filters.size());
        for (const auto &filter : filters)
            saved.push_back({filter.name, filter.filter});
        m_study.setSavedFilters(saved);
    });
    const auto follow = [this](QDockWidget *panel, Command command) {
        connect(panel, &QDockWidget::visibilityChanged, this, [this, panel, command](bool shown) {
            m_commands->action(command)->setChecked(!panel->isHidden());
            if (shown && panel->height() > height() / 2)
                resizeDocks({panel}, {panelHeight}, Qt::Vertical);
        });
    };
    follow(m_importDock, Command::ImportPanel);
    follow(m_historyDock, Command::Imports);
    follow(m_stylesDock, Command::Styles);
    follow(m_searchDock, Command::SearchPanel);
}

} // namespace Decayscope
