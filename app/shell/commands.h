// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAction>
#include <QKeySequence>
#include <QObject>

#include <array>
#include <span>
#include <vector>

class QMenu;
class QMenuBar;

namespace Decayscope {

/// Everything the window can be told to do.
enum class Command : quint8 {
    NewStudy,
    OpenStudy,
    OpenSample,
    SaveCopy,
    ImportFolder,
    ImportFiles,
    Imports,
    MergeStudies,
    CompactStudy,
    ExportView,
    OpenFigure,
    VerifyFigure,
    ExportRun,
    BuildBundle,
    VerifyBundle,
    WriteReport,
    Quit,
    FindRuns,
    SearchRuns,
    ClearFilter,
    CopyLink,
    ExcludeRuns,
    IncludeRuns,
    Styles,
    Overview,
    Tables,
    Figures,
    Analyses,
    Differences,
    Runs,
    Run,
    Compare,
    Label,
    Agreement,
    Evaluate,
    Verifiers,
    Tasks,
    StrictRaw,
    ScoreStrict,
    ScoreSyntax,
    ScoreRaw,
    DataTable,
    ImportPanel,
    SearchPanel,
    SchemeSystem,
    SchemeLight,
    SchemeDark,
    LargerFont,
    SmallerFont,
    FirstFont,
    ResetLayout,
    Back,
    Forward,
    QuickOpen,
    NextTurn,
    PreviousTurn,
    GoToTurn,
    FindInRun,
    FindNext,
    FindPrevious,
    FoldTurn,
    RawTurn,
    ShowTools,
    ShowReasoning,
    ShowOutputs,
    ShowMetadata,
    NextFailing,
    PreviousFailing,
    NextViolation,
    PreviousViolation,
    ShowCode,
    CodeAtTurn,
    Blame,
    NextFile,
    PreviousFile,
    NextRun,
    PreviousRun,
    MarkRun,
    CompareMarked,
    NewSample,
    Code1,
    Code2,
    Code3,
    Code4,
    Code5,
    Code6,
    Code7,
    Code8,
    Code9,
    ChooseCode,
    ClearCode,
    Unsure,
    FairlySure,
    Sure,
    EditMemo,
    AddEvidence,
    CodeDefinition,
    FlagItem,
    SkipItem,
    CommitAndNext,
    CommitAndStay,
    UndoLabel,
    RedoLabel,
    ItemHistory,
    RevealItem,
    Handout,
    ImportLabels,
    ExportLabels,
    Certificate,
    EvaluateFolder,
    EvaluatePatch,
    AddEvaluation,
    ReadEvaluation,
    RetryEvaluation,
    CancelEvaluation,
    ForgetEvaluation,
    PauseEvaluations,
    Runtimes,
    FollowLog,
    CopyPrompt,
    SavePrompt,
    FindInPrompt,
    CompareTask,
    TaskRuns,
    EvaluateTask,
    ExportTasks,
    AddContract,
    RemoveContract,
    ContractsFolder,
    CommandPalette,
    Shortcuts,
    Handbook,
    About
};

enum class CommandMenu : quint8 { File, Edit, View, Go, Reading, Labeling, Evaluating, Tasking, Help };

inline constexpr std::array allCommandMenus{CommandMenu::File, CommandMenu::Edit, CommandMenu::View, CommandMenu::Go,
    CommandMenu::Reading, CommandMenu::Labeling, CommandMenu::Evaluating, CommandMenu::Tasking, CommandMenu::Help};

/// Where a command's keys work: single letters only while a run is read or labelled.
enum class CommandScope : quint8 { Window, Run, Label, Evaluate, Tasks };

/// One command as data: menus, palette, shortcut sheet and handbook are made from these rows.
struct CommandRow
{
    Command command;
    const char *id; ///< Names it in the settings; never changes.
    CommandMenu menu;
    bool opensGroup; ///< A line stands above it in the menu.
    const char *text;
    const char *tip;
    const char16_t *icon; ///< Empty for none.
    const char *keys; ///< Portable text; several are separated by "; ".
    CommandScope scope = CommandScope::Window;
};

[[nodiscard]] std::span<const CommandRow> commandRows();
[[nodiscard]] QString menuTitle(CommandMenu menu);
[[nodiscard]] QString commandText(const CommandRow &row); ///< Without mnemonics and dots.
[[nodiscard]] QString commandTip(const CommandRow &row);
[[nodiscard]] QList<QKeySequence> commandKeys(const CommandRow &row); ///< While the user chose no others.
[[nodiscard]] const CommandRow &commandRow(Command command);

class KeyBindings;

/// The commands as actions of one window.
class CommandSet final : public QObject
{
    Q_OBJECT

public:
    CommandSet(const KeyBindings &keys, QWidget *window);

    [[nodiscard]] QAction *action(Command command) const;

    /// Lets the keys of the commands of a scope work inside a page, and only there.
    void attach(CommandScope scope, QWidget *page);

    /// Fills a menu bar; returns the menu of a title for what is no command, such as recent studies.
    void fill(QMenuBar &bar);
    [[nodiscard]] QMenu *menu(CommandMenu menu) const { return m_menus[static_cast<std::size_t>(menu)]; }

private:
    std::vector<QAction *> m_actions;
    std::vector<QMenu *> m_menus;
};

} // namespace Decayscope
