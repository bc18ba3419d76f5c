// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "commands.h"
#include "keybindings.h"
#include "layoutkeeper.h"
#include "pagescontroller.h"
#include "place.h"

#include <domain/importreport.h>
#include <figures/tablewriters.h>
#include <publishing/figurerecipe.h>

#include <QAction>
#include <QMainWindow>

#include <functional>

class QDockWidget;
class QLabel;
class QStackedWidget;
class QToolButton;

namespace Decayscope {

class AgreementDesk;
class AgreementPage;
class AnalysesPage;
class AnalysisDesk;
class Appearance;
class CommandPalette;
class CompareView;
class ComparisonDesk;
class FigureDesk;
class FiguresPage;
class HandbookWindow;
class EvaluatePage;
class EvaluationDesk;
class ImportHistory;
class ImportPanel;
class KeysSheet;
class LabelDesk;
class LabelFiles;
class LabelPage;
class MessageBar;
class PublishingDesk;
class QuickOpen;
class ReadingDesk;
class RevealWatch;
class RunCommands;
class RunPage;
class RuntimesWindow;
class SampleDesk;
class SearchPanel;
class SidesPage;
class Settings;
class StateOverlay;
class StudyController;
class StylePanel;
class TablesPage;
class TasksDesk;
class TasksPage;
class TopBar;
class VerifierDesk;
class VerifierStrip;
class VerifiersPage;
class WorkspaceStrip;

/// The window: pages around one study, one filter and one switch that says what numbers count. It connects; what is
/// shown is computed by the pages' controller, what is changed by the study's.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(Settings &settings, Appearance &appearance, StudyController &study);
    ~MainWindow() override;

    [[nodiscard]] const Place &place() const { return m_places.current(); }
    [[nodiscard]] ScoreChoice score() const { return m_score; }
    [[nodiscard]] const CommandSet &commands() const { return *m_commands; }
    [[nodiscard]] CommandPalette *palettePopup() const { return m_palette; }
    [[nodiscard]] OverviewPage *overviewPage() const { return m_overview; }
    [[nodiscard]] TablesPage *tablesPage() const { return m_tables; }
    [[nodiscard]] FiguresPage *figuresPage() const { return m_figures; }
    [[nodiscard]] AnalysesPage *analysesPage() const { return m_analyses; }
    [[nodiscard]] SidesPage *sidesPage() const { return m_sides; }
    [[nodiscard]] RunsPage *runsPage() const { return m_runs; }
    [[nodiscard]] RunPage *runPage() const { return m_run; }
    [[nodiscard]] CompareView *comparePage() const { return m_compare; }
    [[nodiscard]] LabelPage *labelPage() const { return m_labels; }
    [[nodiscard]] AgreementPage *agreementPage() const { return m_agreement; }
    [[nodiscard]] EvaluatePage *evaluatePage() const { return m_evaluate; }
    [[nodiscard]] TasksPage *tasksPage() const { return m_tasks; }
    [[nodiscard]] VerifiersPage *verifiersPage() const { return m_verifiers; }
    [[nodiscard]] VerifierStrip *judgingStrip() const { return m_judging; }
    [[nodiscard]] SearchPanel *searchPanel() const { return m_search; }
    [[nodiscard]] ReadingDesk *desk() const { return m_desk; }
    [[nodiscard]] LabelDesk *labelDesk() const { return m_labelDesk; }
    [[nodiscard]] SampleDesk *sampleDesk() const { return m_sampleDesk; }
    [[nodiscard]] AgreementDesk *agreementDesk() const { return m_agreementDesk; }
    [[nodiscard]] EvaluationDesk *evaluationDesk() const { return m_evaluationDesk; }
    [[nodiscard]] FigureDesk *figureDesk() const { return m_figureDesk; }
    [[nodiscard]] AnalysisDesk *analysisDesk() const { return m_analysisDesk; }
    [[nodiscard]] PublishingDesk *publishingDesk() const { return m_publishing; }
    [[nodiscard]] ComparisonDesk *comparisonDesk() const { return m_comparisonDesk; }
    [[nodiscard]] TasksDesk *tasksDesk() const { return m_tasksDesk; }
    [[nodiscard]] QuickOpen *quickOpen() const { return m_quickOpen; }
    [[nodiscard]] KeysSheet *keysSheet();
    [[nodiscard]] RuntimesWindow *runtimesWindow();
    [[nodiscard]] TopBar *topBar() const { return m_top; }
    [[nodiscard]] MessageBar *messages() const { return m_messages; }
    [[nodiscard]] ImportPanel *importPanel() const { return m_import; }
    [[nodiscard]] StylePanel *stylePanel() const { return m_styles; }
    [[nodiscard]] QString statusText() const;
    [[nodiscard]] bool isComputing() const;

    /// Imports what can be imported of dropped or chosen paths; opens a study among them.
    void takePaths(const QStringList &paths);

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    static constexpr int panelHeight = 210; ///< Of a panel below the pages when it is first opened.

    template <typename Handler>
    void on(Command command, Handler handler)
    {
        connect(m_commands->action(command), &QAction::triggered, this, handler);
    }

    void createPages();
    void keepLayouts();
    void createDocks();
    void createMenus();
    void createStatusBar();
    void connectCommands();
    void connectFileCommands();
    void connectEditCommands();
    void connectPageCommands();
    void connectViewCommands();
    void connectOtherCommands();
    void connectPages();
    void connectDesk();
    void connectLabels();
    void connectLabelFiles();
    void connectEvaluations();
    void connectVerifiers();
    void connectTasks();
    void connectFigures();
    void connectAnalyses();
    void connectPublishing();
    void connectStudy();
    void connectPanels();
    void restoreState();
    void saveState();

    void visit(const Place &place);
    void goTo(Page page);
    void setFilter(const RunFilter &filter);
    void showRunsBehind(const RunFilter &runs, const QString &title);
    void setScore(ScoreChoice score);
    void restoreScore();
    void refreshScore();
    void readFinding(RunId run, VerifierMode mode, Constraint constraint, const QString &file, int line);
    void takePlace(const Place &place); ///< The place in view is now this one.
    void search();
    void setOverviewOptions(const OverviewOptions &options);
    void setScheme(int scheme);
    void setFontSteps(int steps);
    void resetLayout();

    void refresh(); ///< Shows the current place.
    void showPage(const Place &place);
    void takeStudy();
    void takeChange();
    void showNothing(const ViewState &state);
    void refreshStatus();
    void refreshImports();
    void showProblem(const QString &sentence);
    void showReport(const ImportReport &report);

    [[nodiscard]] QString askForFreshPath(const QString &title);
    void askForNewStudy();
    void askForStudy();
    void askForCopy();
    void askForFolder();
    void askForFiles();
    void askForStudiesToMerge();
    void fillRecent(QMenu &menu);
    void copyTable(const TableSpec &table, TableFormat format);
    void exportTable(const TableSpec &table, TableFormat format);
    void setTableLook(const TableLook &look);
    void exportView();
    void exportOverview(bool effects); ///< Of its two figures.
    void openRecipe(const FigureRecipe &recipe);
    void askForFigure();
    void askForFigureToVerify();
    void exportRun();
    void askForLabels();
    void askForLabelExport();
    void askForHandout();
    void askForCertificate();
    [[nodiscard]] QString askForPatchFile(const QString &title); ///< Empty where none was chosen.
    [[nodiscard]] QString askForExistingFolder(const QString &title);
    void askForEvaluatedFolder();
    void askForEvaluatedPatch();
    void askForBase();
    void askForTaskPatch();
    void askForPromptFile(const QString &fileName);
    void evaluateTask(const TaskSpec &task);
    [[nodiscard]] bool mayClose();
    [[nodiscard]] RunPage *runInView() const; ///< Null while no page with a run is in view.
    void copyLink(const QString &link);
    void showHandbook(const QString &page);
    void showAbout();

    [[nodiscard]] QDockWidget *dock(
        const QString &name, const QString &title, QWidget *content, Qt::DockWidgetArea area);

    Settings &m_settings;
    Appearance &m_appearance;
    StudyController &m_study;
    KeyBindings m_keys;
    PagesController m_pages;
    PlaceHistory m_places;
    ScoreChoice m_score = ScoreChoice::Strict;
    OverviewOptions m_overviewOptions;
    TaxonomyChoice m_taxonomy;
    QByteArray m_firstLayout; ///< Of the panels.
    LayoutKeeper m_layouts; ///< Of the pages.
    QString m_linkToOpen; ///< Where the reader was when the program was closed.

    CommandSet *m_commands;
    TopBar *m_top;
    MessageBar *m_messages;
    WorkspaceStrip *m_strip = nullptr;
    QStackedWidget *m_stack;
    OverviewPage *m_overview;
    TablesPage *m_tables;
    FiguresPage *m_figures;
    AnalysesPage *m_analyses;
    SidesPage *m_sides;
    RunsPage *m_runs;
    RunPage *m_run;
    CompareView *m_compare;
    LabelPage *m_labels;
    AgreementPage *m_agreement;
    EvaluatePage *m_evaluate;
    VerifiersPage *m_verifiers;
    TasksPage *m_tasks;
    SearchPanel *m_search;
    ImportPanel *m_import;
    ImportHistory *m_history;
    StylePanel *m_styles;
    QDockWidget *m_importDock = nullptr;
    QDockWidget *m_historyDock = nullptr;
    QDockWidget *m_stylesDock = nullptr;
    QDockWidget *m_searchDock = nullptr;
    CommandPalette *m_palette;
    QuickOpen *m_quickOpen;
    KeysSheet *m_keysSheet = nullptr;
    RuntimesWindow *m_runtimesWindow = nullptr;
    ReadingDesk *m_desk;
    LabelDesk *m_labelDesk;
    SampleDesk *m_sampleDesk;
    AgreementDesk *m_agreementDesk;
    EvaluationDesk *m_evaluationDesk;
    VerifierDesk *m_verifierDesk;
    TasksDesk *m_tasksDesk;
    FigureDesk *m_figureDesk;
    AnalysisDesk *m_analysisDesk;
    ComparisonDesk *m_comparisonDesk;
    PublishingDesk *m_publishing;
    LabelFiles *m_labelFiles;
    RevealWatch *m_reveals;
    RunCommands *m_runCommands;
    HandbookWindow *m_handbook = nullptr;
    StateOverlay *m_drop = nullptr;
    QLabel *m_counts;
    QLabel *m_store;
    VerifierStrip *m_judging; ///< Hidden while no run is judged late.
    QToolButton *m_work; ///< How many evaluations are at work; hidden while none is.
};

} // namespace Decayscope
