// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAction>
#include <QKeySequence>
#include <QObject>

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
    ImportFolder,
    ImportArchive,
    Imports,
    ExportTable,
    Quit,
    FindRuns,
    ClearFilter,
    ExcludeRuns,
    IncludeRuns,
    Styles,
    Overview,
    Tables,
    Runs,
    StrictRaw,
    DataTable,
    ImportPanel,
    SchemeSystem,
    SchemeLight,
    SchemeDark,
    LargerFont,
    SmallerFont,
    FirstFont,
    ResetLayout,
    Back,
    Forward,
    CommandPalette,
    Shortcuts,
    Handbook,
    About
};

enum class CommandMenu : quint8 { File, Edit, View, Go, Help };

/// One command as data: menus, palette, shortcut sheet and handbook are made from these rows.
struct CommandRow
{
    Command command;
    CommandMenu menu;
    bool opensGroup; ///< A line stands above it in the menu.
    const char *text;
    const char *tip;
    const char16_t *icon; ///< Empty for none.
    const char *keys; ///< Portable text; several are separated by "; ".
};

[[nodiscard]] std::span<const CommandRow> commandRows();
[[nodiscard]] QString menuTitle(CommandMenu menu);
[[nodiscard]] QString commandText(const CommandRow &row); ///< Without mnemonics and dots.
[[nodiscard]] QString commandTip(const CommandRow &row);
[[nodiscard]] QList<QKeySequence> commandKeys(const CommandRow &row);

/// The commands as actions of one window.
class CommandSet final : public QObject
{
    Q_OBJECT

public:
    explicit CommandSet(QWidget *window);

    [[nodiscard]] QAction *action(Command command) const;

    /// Fills a menu bar; returns the menu of a title for what is no command, such as recent studies.
    void fill(QMenuBar &bar);
    [[nodiscard]] QMenu *menu(CommandMenu menu) const { return m_menus[static_cast<std::size_t>(menu)]; }

private:
    std::vector<QAction *> m_actions;
    std::vector<QMenu *> m_menus;
};

} // namespace Decayscope
