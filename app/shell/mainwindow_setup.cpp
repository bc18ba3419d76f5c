// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the window is put together; what leads where stands in mainwindow_connections.cpp.

#include "appearance.h"
#include "evaluationdesk.h"
#include "labeldesk.h"
#include "mainwindow.h"
#include "readingdesk.h"
#include "settings.h"
#include "tablelookwords.h"
#include "topbar.h"
#include "verifierstrip.h"
#include "workspacestrip.h"

#include <pages/agreementpage.h>
#include <pages/analysespage.h>
#include <pages/evaluatepage.h>
#include <pages/figurespage.h>
#include <pages/importhistory.h>
#include <pages/importpanel.h>
#include <pages/labelpage.h>
#include <pages/runpage.h>
#include <pages/searchpanel.h>
#include <pages/sidespage.h>
#include <pages/stylepanel.h>
#include <pages/tablespage.h>
#include <pages/taskspage.h>
#include <pages/verifierspage.h>
#include <runview/compareview.h>
#include <tables/runtableview.h>
#include <widgets/messagebar.h>
#include <widgets/spacing.h>

#include <QActionGroup>
#include <QDockWidget>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenuBar>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace Decayscope {

void MainWindow::createPages()
{
    m_stack->addWidget(m_overview);
    m_stack->addWidget(m_tables);
    m_stack->addWidget(m_figures);
    m_stack->addWidget(m_analyses);
    m_stack->addWidget(m_sides);
    m_stack->addWidget(m_runs);
    m_stack->addWidget(m_run);
    m_stack->addWidget(m_compare);
    m_stack->addWidget(m_labels);
    m_stack->addWidget(m_agreement);
    m_stack->addWidget(m_evaluate);
    m_stack->addWidget(m_verifiers);
    m_stack->addWidget(m_tasks);
    m_commands->attach(CommandScope::Run, m_run);
    m_commands->attach(CommandScope::Run, m_labels->desk());
    m_commands->attach(CommandScope::Label, m_labels->desk());
    m_commands->attach(CommandScope::Evaluate, m_evaluate);
    m_commands->attach(CommandScope::Tasks, m_tasks);
    m_strip = new WorkspaceStrip(
        {m_commands->action(Command::Overview), m_commands->action(Command::Tables),
            m_commands->action(Command::Figures), m_commands->action(Command::Analyses),
            m_commands->action(Command::Differences), m_commands->action(Command::Runs),
            m_commands->action(Command::Run), m_commands->action(Command::Compare), m_commands->action(Command::Label),
            m_commands->action(Command::Agreement), m_commands->action(Command::Evaluate),
            m_commands->action(Command::Verifiers), m_commands->action(Command::Tasks)},
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
    keepLayouts();
    resize(1280, 800);
}

void MainWindow::keepLayouts()
{
    m_layouts.add(Keys::overviewLayout, m_overview);
    m_layouts.add(Keys::tablesLayout, m_tables);
    m_layouts.add(Keys::figuresLayout, m_figures);
    m_layouts.add(Keys::analysesLayout, m_analyses);
    m_layouts.add(Keys::runLayout, m_run);
    m_layouts.add(Keys::labelLayout, m_labels);
    m_layouts.add(Keys::labelRunLayout, m_labels->run());
    m_layouts.add(Keys::evaluateLayout, m_evaluate);
    m_layouts.add(Keys::verifiersLayout, m_verifiers);
    m_layouts.add(Keys::tasksLayout, m_tasks);
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
    auto *scores = new QActionGroup(this);
    for (const auto command : {Command::ScoreStrict, Command::ScoreSyntax, Command::ScoreRaw}) {
        m_commands->action(command)->setCheckable(true);
        scores->addAction(m_commands->action(command));
    }
    for (const auto command : {Command::DataTable, Command::ImportPanel, Command::SearchPanel, Command::Imports,
             Command::Styles, Command::PauseEvaluations})
        m_commands->action(command)->setCheckable(true);
}

void MainWindow::createStatusBar()
{
    m_store->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_counts->setContentsMargins(Spacing::normal, 0, 0, 0);
    m_store->setContentsMargins(0, 0, Spacing::normal, 0);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addWidget(m_counts);
    m_work->setAutoRaise(true);
    m_work->setText(QStringLiteral(" "));
    m_work->setToolTip(tr("Go to the evaluations"));
    m_work->setFocusPolicy(Qt::StrongFocus);
    m_work->hide();
    statusBar()->addPermanentWidget(m_judging);
    statusBar()->addPermanentWidget(m_work);
    statusBar()->addPermanentWidget(m_store);
}

void MainWindow::restoreState()
{
    restoreGeometry(m_settings.value(Keys::geometry));
    QMainWindow::restoreState(m_settings.value(Keys::docks));
    m_layouts.restore(m_settings);
    const auto look = lookFromWords(m_settings.value(Keys::tableLook));
    m_tables->setLook(look);
    m_analyses->setLook(look);
    m_sides->setLook(look);
    m_runs->table()->restoreColumnState(m_settings.value(Keys::runColumns));
    m_linkToOpen = m_settings.value(Keys::lastRun);
    restoreScore();
    m_overviewOptions.publishedMarks = m_settings.value(Keys::publishedMarks);
    m_overviewOptions.isPassAt1 = m_settings.value(Keys::passAt1);
    m_places.replace({.page = static_cast<Page>(qBound(0, m_settings.value(Keys::page), pageCount - 1)),
        .table = m_settings.value(Keys::table),
        .figure = m_settings.value(Keys::figure),
        .analysis = m_settings.value(Keys::analysis)});
    setFontSteps(m_settings.value(Keys::fontSteps));
    setScheme(m_settings.value(Keys::scheme));
    refresh();
}

void MainWindow::saveState()
{
    m_settings.set(Keys::geometry, saveGeometry());
    m_settings.set(Keys::docks, QMainWindow::saveState());
    m_layouts.save(m_settings);
    m_settings.set(Keys::tableLook, lookWords(m_tables->look()));
    m_settings.set(Keys::figure, m_places.current().figure);
    m_settings.set(Keys::analysis, m_places.current().analysis);
    m_settings.set(Keys::runColumns, m_runs->table()->columnState());
    m_labelDesk->saveState();
    m_evaluationDesk->saveState();
    m_settings.set(Keys::lastRun, m_desk->link());
    m_settings.set(Keys::score, scoreChoiceName(m_score));
    m_settings.set(Keys::passAt1, m_overviewOptions.isPassAt1);
    m_settings.set(Keys::publishedMarks, m_overviewOptions.publishedMarks);
    m_settings.set(Keys::page, static_cast<int>(m_places.current().page));
    m_settings.set(Keys::table, m_tables->chosenTable());
    m_settings.set(Keys::scheme, static_cast<int>(m_appearance.scheme()));
    m_settings.set(Keys::fontSteps, m_appearance.fontSteps());
}

void MainWindow::resetLayout()
{
    QMainWindow::restoreState(m_firstLayout);
    m_layouts.reset();
    m_runs->table()->restoreColumnState({});
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
