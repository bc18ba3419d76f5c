// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow.h"

#include "agreementdesk.h"
#include "analysisdesk.h"
#include "appearance.h"
#include "commandpalette.h"
#include "comparisondesk.h"
#include "deeplink.h"
#include "evaluationdesk.h"
#include "figuredesk.h"
#include "labeldesk.h"
#include "labelfiles.h"
#include "publishingdesk.h"
#include "quickopen.h"
#include "readingdesk.h"
#include "revealwatch.h"
#include "runcommands.h"
#include "sampledesk.h"
#include "settings.h"
#include "studycontroller.h"
#include "studyfiles.h"
#include "tasksdesk.h"
#include "topbar.h"
#include "verifierdesk.h"
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
#include <widgets/filterwords.h>
#include <widgets/messagebar.h>
#include <workspace/labeljournal.h>

#include <QCloseEvent>
#include <QDir>
#include <QDockWidget>
#include <QLabel>
#include <QLocale>
#include <QMenuBar>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Decayscope {

MainWindow::MainWindow(Settings &settings, Appearance &appearance, StudyController &study)
    : m_settings(settings)
    , m_appearance(appearance)
    , m_study(study)
    , m_keys(settings)
    , m_commands(new CommandSet(m_keys, this))
    , m_top(new TopBar(this))
    , m_messages(new MessageBar(this))
    , m_stack(new QStackedWidget(this))
    , m_overview(new OverviewPage(this))
    , m_tables(new TablesPage(tableCatalogue(), this))
    , m_figures(new FiguresPage(figureCatalogue(), this))
    , m_analyses(new AnalysesPage(analysisCatalogue(), this))
    , m_sides(new SidesPage(this))
    , m_runs(new RunsPage(this))
    , m_run(new RunPage(this))
    , m_compare(new CompareView(this))
    , m_labels(new LabelPage(this))
    , m_agreement(new AgreementPage(this))
    , m_evaluate(new EvaluatePage(this))
    , m_verifiers(new VerifiersPage(this))
    , m_tasks(new TasksPage(this))
    , m_search(new SearchPanel(this))
    , m_import(new ImportPanel(this))
    , m_history(new ImportHistory(this))
    , m_styles(new StylePanel(this))
    , m_palette(new CommandPalette(*m_commands, this))
    , m_quickOpen(new QuickOpen(this))
    , m_desk(new ReadingDesk(study, {*m_run, *m_compare, *m_search}, *m_commands, this))
    , m_labelDesk(new LabelDesk(study, *m_labels, *m_commands, settings, this))
    , m_sampleDesk(new SampleDesk(study, *m_labels, this))
    , m_agreementDesk(new AgreementDesk(study, *m_agreement, this))
    , m_evaluationDesk(new EvaluationDesk(study, *m_evaluate, *m_commands, settings, this))
    , m_verifierDesk(new VerifierDesk(study, *m_verifiers, this))
    , m_tasksDesk(new TasksDesk(study, *m_tasks, *m_commands, this))
    , m_figureDesk(new FigureDesk(study, *m_figures, settings, this))
    , m_analysisDesk(new AnalysisDesk(study, *m_analyses, *m_figureDesk->exporter(), this))
    , m_comparisonDesk(new ComparisonDesk(study, *m_sides, this))
    , m_publishing(new PublishingDesk(study, this))
    , m_labelFiles(new LabelFiles(study, this))
    , m_reveals(new RevealWatch(study, this))
    , m_runCommands(new RunCommands(
          *m_commands, [this] { return runInView(); }, this))
    , m_counts(new QLabel(this))
    , m_store(new QLabel(this))
    , m_judging(new VerifierStrip(this))
    , m_work(new QToolButton(this))
{
    setAcceptDrops(true);
    createPages();
    createDocks();
    createMenus();
    createStatusBar();
    connectCommands();
    connectPages();
    connectDesk();
    connectLabels();
    connectLabelFiles();
    connectEvaluations();
    connectVerifiers();
    connectTasks();
    connectFigures();
    connectAnalyses();
    connectPublishing();
    connectStudy();
    connectPanels();
    restoreState();
    showNothing(ViewState::loading(tr("Opening the study …")));
    m_palette->raise();
}

MainWindow::~MainWindow()
{
    m_study.disconnect(this);
}

QString MainWindow::statusText() const
{
    return m_counts->text();
}

bool MainWindow::isComputing() const
{
    return m_pages.isComputing() || m_desk->isBusy() || m_labelDesk->isBusy() || m_sampleDesk->isBusy()
        || m_agreementDesk->isBusy() || m_verifierDesk->isBusy() || m_tasksDesk->isBusy() || m_figureDesk->isBusy()
        || m_analysisDesk->isBusy() || m_comparisonDesk->isBusy() || m_labelFiles->isBusy();
}

void MainWindow::visit(const Place &place)
{
    m_places.visit(place);
    refresh();
}

void MainWindow::goTo(Page page)
{
    auto place = m_places.current();
    place.page = page;
    visit(place);
}

void MainWindow::setFilter(const RunFilter &filter)
{
    auto place = m_places.current();
    place.filter = filter;
    visit(place);
}

void MainWindow::showRunsBehind(const RunFilter &runs, const QString &title)
{
    auto place = m_places.current();
    place.page = Page::Runs;
    place.origin = runs;
    place.originTitle = title;
    visit(place);
}

void MainWindow::setOverviewOptions(const OverviewOptions &options)
{
    m_overviewOptions = options;
    refresh();
}

RunPage *MainWindow::runInView() const
{
    const auto &place = m_places.current();
    if (place.page == Page::Run)
        return place.run ? m_run : nullptr;
    return place.page == Page::Label ? m_labelDesk->runInView() : nullptr;
}

void MainWindow::takePlace(const Place &place)
{
    m_places.replace(place);
}

void MainWindow::search()
{
    m_searchDock->show();
    m_searchDock->raise();
    m_search->focusQuery();
}

void MainWindow::refresh()
{
    const auto &place = m_places.current();
    m_strip->setPage(place.page);
    m_stack->setCurrentIndex(static_cast<int>(place.page));
    m_top->setFilter(place.filter);
    m_overview->setOptions(m_overviewOptions);
    m_tables->chooseTable(place.table);
    m_runs->setFilter(place.filter);
    m_runs->setOrigin(place.originTitle);
    m_commands->action(Command::Back)->setEnabled(m_places.canGoBack());
    m_commands->action(Command::Forward)->setEnabled(m_places.canGoForward());
    m_commands->action(Command::ClearFilter)->setEnabled(!place.filter.restrictsNothing());
    static constexpr std::array pagesToExport{
        Page::Overview, Page::Tables, Page::Figures, Page::Analyses, Page::Differences};
    const bool hasExport = std::ranges::contains(pagesToExport, place.page);
    m_commands->action(Command::ExportView)->setEnabled(hasExport);
    refreshScore();
    refreshStatus();
    showPage(place);
    m_desk->show(place);
    m_labelDesk->setInView(place.page == Page::Label);
    m_sampleDesk->setInView(place.page == Page::Label);
    m_agreementDesk->setInView(place.page == Page::Agreement);
    m_evaluationDesk->setInView(place.page == Page::Evaluate);
    m_verifierDesk->show(place);
    m_tasksDesk->show(place, m_score);
    m_figureDesk->show(place, m_score);
    m_analysisDesk->show(place, m_score);
    if (place.page == Page::Differences)
        m_comparisonDesk->show(place.filter, m_score);
    m_runCommands->refresh();
}

/// Labels are handed on where they are shown: a book of them that somebody holds makes each new label dearer.
void MainWindow::showPage(const Place &place)
{
    PagesInput input{.study = m_study.snapshot(),
        .place = place,
        .score = m_score,
        .overview = m_overviewOptions,
        .taxonomy = m_taxonomy,
        .paperExact = m_tables->look().paperExact};
    if (place.page == Page::Tables && m_study.labels()) {
        input.labels = m_study.labels()->book();
        input.labelsRevision = input.labels->revision;
    }
    m_pages.show(input);
}

void MainWindow::takeStudy()
{
    const auto study = m_study.snapshot();
    if (!study->isSample) {
        m_settings.set(Keys::lastStudy, study->path);
        m_settings.set(Keys::recentStudies, withRecent(m_settings.value(Keys::recentStudies), study->path));
    }
    auto place = m_places.current();
    m_places = {};
    m_places.replace({.page = place.page, .table = place.table, .figure = place.figure, .analysis = place.analysis});
    m_messages->hide();
    m_desk->takeStudy();
    m_labelDesk->takeStudy();
    m_sampleDesk->takeStudy();
    m_agreementDesk->takeStudy();
    m_evaluationDesk->takeStudy();
    m_verifierDesk->takeStudy();
    m_tasksDesk->takeStudy();
    m_figureDesk->takeStudy();
    m_analysisDesk->takeStudy();
    m_comparisonDesk->takeStudy();
    connect(m_study.labels(), &LabelJournal::changed, this, [this] {
        if (m_places.current().page == Page::Tables || m_places.current().page == Page::Figures)
            refresh();
    });
    takeChange();
    const auto link = readLink(std::exchange(m_linkToOpen, {}));
    if (link && link->storeId == study->storeId && place.page == Page::Run)
        m_desk->followLink(linkText(*link));
}

void MainWindow::takeChange()
{
    const auto study = m_study.snapshot();
    setWindowTitle(study->isSample ? tr("%1 — sample, made up").arg(study->name) : study->name);
    m_top->setStudy(*study);
    m_runs->setReadOnly(study->isReadOnly);
    m_styles->setStyles(study->styles, study->isReadOnly);
    std::vector<NamedFilter> saved;
    for (const auto &filter : m_study.savedFilters())
        saved.push_back({filter.name, filter.filter});
    m_runs->setSavedFilters(saved);
    for (const auto command : {Command::ExcludeRuns, Command::IncludeRuns})
        m_commands->action(command)->setEnabled(!study->isReadOnly);
    refreshImports();
    if (study->runs.empty() && !m_study.isImporting())
        showNothing(ViewState::empty(tr("This study is empty"),
            tr("Drop a results folder or a .zip archive of one onto the window, or choose File › Import folder.")));
    m_desk->takeChange();
    m_labelDesk->takeChange();
    m_sampleDesk->takeChange();
    m_evaluationDesk->takeChange();
    refresh();
}

void MainWindow::showNothing(const ViewState &state)
{
    m_overview->setState(state);
    m_tables->setState(state);
    m_figures->setState(state);
    m_analyses->setState(state);
    m_sides->setState(state);
    m_runs->setState(state);
}

void MainWindow::refreshStatus()
{
    const auto study = m_study.snapshot();
    if (!study)
        return;
    const QLocale locale;
    const auto excluded = std::ranges::count_if(study->runs, [](const Run &run) { return run.exclusion.has_value(); });
    QStringList words{tr("%n run(s)", nullptr, static_cast<int>(study->runs.size()))};
    if (excluded > 0)
        words << tr("%1 excluded").arg(locale.toString(excluded));
    const auto &filter = m_places.current().filter;
    if (!filter.restrictsNothing()) {
        const auto passing = std::ranges::count_if(study->runs, [&](const Run &run) { return filter.accepts(run); });
        words << tr("filter: %1").arg(locale.toString(passing));
    }
    m_counts->setText(words.join(u" · "));
    m_store->setText(QDir::toNativeSeparators(study->path));
}

void MainWindow::refreshImports()
{
    std::vector<PastImport> imports;
    for (const auto &record : m_study.imports())
        imports.push_back({record.id, record.time, record.paths, record.imported, record.updated, record.undone});
    m_history->setImports(imports, m_study.snapshot()->isReadOnly);
}

void MainWindow::showProblem(const QString &sentence)
{
    m_messages->showMessage(MessageBar::Kind::Problem, sentence);
}

void MainWindow::showReport(const ImportReport &report)
{
    m_import->setReport(report);
    refreshImports();
    if (m_importDock->isHidden())
        m_messages->showMessage(MessageBar::Kind::Information, m_import->headline());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!mayClose())
        return event->ignore();
    saveState();
    QMainWindow::closeEvent(event);
}

} // namespace Decayscope
