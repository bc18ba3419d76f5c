// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the window is put together; what it does stands in mainwindow.cpp and mainwindow_dialogs.cpp.

#include "appearance.h"
#include "commandpalette.h"
#include "keyssheet.h"
#include "mainwindow.h"
#include "quickopen.h"
#include "readingdesk.h"
#include "settings.h"
#include "studycontroller.h"
#include "topbar.h"
#include "workspacestrip.h"

#include <pages/importhistory.h>
#include <pages/importpanel.h>
#include <pages/runpage.h>
#include <pages/searchpanel.h>
#include <pages/stylepanel.h>
#include <pages/tablespage.h>
#include <tables/runtableview.h>
#include <tables/tableview.h>
#include <widgets/messagebar.h>
#include <widgets/spacing.h>

#include <QActionGroup>
#include <QDockWidget>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenuBar>
#include <QStackedWidget>
#include <QStatusBar>
#include <QVBoxLayout>

#include <runview/compareview.h>

namespace Decayscope {

namespace {

constexpr int panelHeight = 210; ///< Of a panel below the pages when it is first opened.

} // namespace

void MainWindow::createPages()
{
    m_stack->addWidget(m_overview);
    m_stack->addWidget(m_tables);
    m_stack->addWidget(m_runs);
    m_stack->addWidget(m_run);
    m_stack->addWidget(m_compare);
    m_commands->attachRunCommands(m_run);
    m_strip = new WorkspaceStrip(
        {m_commands->action(Command::Overview), m_commands->action(Command::Tables), m_commands->action(Command::Runs),
            m_commands->action(Command::Run), m_commands->action(Command::Compare)},
        this);
    auto *centre = new QWidget(this);
    auto *columns = new QHBoxLayout(centre);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    auto *content = new QVBoxLayout;
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(0);
    content->addWidget(m_top);
    content->addWidget(m_messages);
    content->addWidget(m_stack, 1);
    columns->addWidget(m_strip);
    columns->addLayout(content, 1);
    setCentralWidget(centre);
    m_drop = new StateOverlay(centre);
    m_firstOverview = m_overview->layoutState();
    m_firstTables = m_tables->layoutState();
    m_firstRun = m_run->layoutState();
    resize(1280, 800);
}

QDockWidget *MainWindow::dock(const QString &name, const QString &title, QWidget *content, Qt::DockWidgetArea area)
{
    auto *made = new QDockWidget(title, this);
    made->setObjectName(name);
    made->setWidget(content);
    addDockWidget(area, made);
    made->hide();
    return made;
}

void MainWindow::createDocks()
{
    m_importDock = dock(QStringLiteral("import"), tr("Import"), m_import, Qt::BottomDockWidgetArea);
    m_historyDock = dock(QStringLiteral("imports"), tr("Imports"), m_history, Qt::BottomDockWidgetArea);
    m_stylesDock = dock(QStringLiteral("styles"), tr("Configuration styles"), m_styles, Qt::BottomDockWidgetArea);
    m_searchDock = dock(QStringLiteral("search"), tr("Search"), m_search, Qt::BottomDockWidgetArea);
    tabifyDockWidget(m_importDock, m_historyDock);
    tabifyDockWidget(m_historyDock, m_stylesDock);
    tabifyDockWidget(m_stylesDock, m_searchDock);
    resizeDocks({m_importDock, m_historyDock, m_stylesDock, m_searchDock},
        {panelHeight, panelHeight, panelHeight, panelHeight}, Qt::Vertical);
    m_firstLayout = QMainWindow::saveState();
}

void MainWindow::createMenus()
{
    m_commands->fill(*menuBar());
    auto *recent = new QMenu(tr("Open &recent"), this);
    m_commands->menu(CommandMenu::File)->insertMenu(m_commands->action(Command::OpenSample), recent);
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { fillRecent(*recent); });

    auto *schemes = new QActionGroup(this);
    for (const auto command : {Command::SchemeSystem, Command::SchemeLight, Command::SchemeDark}) {
        m_commands->action(command)->setCheckable(true);
        schemes->addAction(m_commands->action(command));
    }
    for (const auto command : {Command::StrictRaw, Command::DataTable, Command::ImportPanel, Command::SearchPanel,
             Command::Imports, Command::Styles})
        m_commands->action(command)->setCheckable(true);
    m_commands->action(Command::StrictRaw)->setText(tr("&Strict (else raw)"));
}

void MainWindow::createStatusBar()
{
    m_store->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_counts->setContentsMargins(Spacing::normal, 0, 0, 0);
    m_store->setContentsMargins(0, 0, Spacing::normal, 0);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addWidget(m_counts);
    statusBar()->addPermanentWidget(m_store);
}

void MainWindow::connectCommands()
{
    const auto on = [this](Command command, auto handler) {
        connect(m_commands->action(command), &QAction::triggered, this, handler);
    };
    on(Command::NewStudy, &MainWindow::askForNewStudy);
    on(Command::OpenStudy, &MainWindow::askForStudy);
    on(Command::OpenSample, [this] { m_study.openSample(); });
    on(Command::ImportFolder, &MainWindow::askForFolder);
    on(Command::ImportFiles, &MainWindow::askForFiles);
    on(Command::Imports, [this](bool shown) { m_historyDock->setVisible(shown); });
    on(Command::ExportTable, [this] { exportTable(m_tables->table()->table(), TableFormat::Csv); });
    on(Command::ExportRun, &MainWindow::exportRun);
    on(Command::Quit, [this] { close(); });
    on(Command::FindRuns, [this] {
        goTo(Page::Runs);
        m_runs->focusFilter();
    });
    on(Command::SearchRuns, &MainWindow::search);
    on(Command::CopyLink, &MainWindow::copyLink);
    on(Command::ClearFilter, [this] { setFilter({}); });
    on(Command::ExcludeRuns, [this] { m_runs->excludeSelection(); });
    on(Command::IncludeRuns, [this] { m_runs->includeSelection(); });
    on(Command::Styles, [this](bool shown) { m_stylesDock->setVisible(shown); });
    on(Command::Overview, [this] { goTo(Page::Overview); });
    on(Command::Tables, [this] { goTo(Page::Tables); });
    on(Command::Runs, [this] { goTo(Page::Runs); });
    on(Command::Run, [this] { goTo(Page::Run); });
    on(Command::Compare, [this] { goTo(Page::Compare); });
    on(Command::StrictRaw, [this](bool strict) { setMode(strict ? ScoreMode::Strict : ScoreMode::Raw); });
    on(Command::DataTable, [this](bool shown) { m_overview->setTablesShown(shown); });
    on(Command::ImportPanel, [this](bool shown) { m_importDock->setVisible(shown); });
    on(Command::SearchPanel, [this](bool shown) { m_searchDock->setVisible(shown); });
    on(Command::SchemeSystem, [this] { setScheme(0); });
    on(Command::SchemeLight, [this] { setScheme(1); });
    on(Command::SchemeDark, [this] { setScheme(2); });
    on(Command::LargerFont, [this] { setFontSteps(m_appearance.fontSteps() + 1); });
    on(Command::SmallerFont, [this] { setFontSteps(m_appearance.fontSteps() - 1); });
    on(Command::FirstFont, [this] { setFontSteps(0); });
    on(Command::ResetLayout, &MainWindow::resetLayout);
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
    connect(m_top, &TopBar::modeChosen, this, &MainWindow::setMode);
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
    connect(
        &m_pages, &PagesController::tableReady, this, [this](const TableSpec &table) { m_tables->setTable(table); });
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

void MainWindow::restoreState()
{
    restoreGeometry(m_settings.value(Keys::geometry));
    QMainWindow::restoreState(m_settings.value(Keys::docks));
    m_overview->restoreLayoutState(m_settings.value(Keys::overviewLayout));
    m_tables->restoreLayoutState(m_settings.value(Keys::tablesLayout));
    m_runs->table()->restoreColumnState(m_settings.value(Keys::runColumns));
    m_run->restoreLayoutState(m_settings.value(Keys::runLayout));
    m_linkToOpen = m_settings.value(Keys::lastRun);
    m_mode = m_settings.value(Keys::raw) ? ScoreMode::Raw : ScoreMode::Strict;
    m_overviewOptions.publishedMarks = m_settings.value(Keys::publishedMarks);
    m_overviewOptions.metric = m_settings.value(Keys::passAt1) ? DecayMetric::PassAt1
        : m_mode == ScoreMode::Strict                          ? DecayMetric::AssertionsStrict
                                                               : DecayMetric::AssertionsRaw;
    m_places.replace({.page = static_cast<Page>(qBound(0, m_settings.value(Keys::page), pageCount - 1)),
        .table = m_settings.value(Keys::table)});
    setFontSteps(m_settings.value(Keys::fontSteps));
    setScheme(m_settings.value(Keys::scheme));
    refresh();
}

void MainWindow::saveState()
{
    m_settings.set(Keys::geometry, saveGeometry());
    m_settings.set(Keys::docks, QMainWindow::saveState());
    m_settings.set(Keys::overviewLayout, m_overview->layoutState());
    m_settings.set(Keys::tablesLayout, m_tables->layoutState());
    m_settings.set(Keys::runColumns, m_runs->table()->columnState());
    m_settings.set(Keys::runLayout, m_run->layoutState());
    m_settings.set(Keys::lastRun, m_desk->link());
    m_settings.set(Keys::raw, m_mode == ScoreMode::Raw);
    m_settings.set(Keys::passAt1, m_overviewOptions.metric == DecayMetric::PassAt1);
    m_settings.set(Keys::publishedMarks, m_overviewOptions.publishedMarks);
    m_settings.set(Keys::page, static_cast<int>(m_places.current().page));
    m_settings.set(Keys::table, m_tables->chosenTable());
    m_settings.set(Keys::scheme, static_cast<int>(m_appearance.scheme()));
    m_settings.set(Keys::fontSteps, m_appearance.fontSteps());
}

void MainWindow::resetLayout()
{
    QMainWindow::restoreState(m_firstLayout);
    m_overview->restoreLayoutState(m_firstOverview);
    m_tables->restoreLayoutState(m_firstTables);
    m_runs->table()->restoreColumnState({});
    m_run->restoreLayoutState(m_firstRun);
}

void MainWindow::setScheme(int scheme)
{
    constexpr std::array commands{Command::SchemeSystem, Command::SchemeLight, Command::SchemeDark};
    const auto index = static_cast<std::size_t>(qBound(0, scheme, 2));
    m_appearance.setScheme(static_cast<Scheme>(index));
    m_commands->action(commands[index])->setChecked(true);
}

void MainWindow::setFontSteps(int steps)
{
    m_appearance.setFontSteps(steps);
}

} // namespace Decayscope
