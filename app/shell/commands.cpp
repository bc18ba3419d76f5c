// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"

#include <widgets/icons.h>

#include <QCoreApplication>
#include <QMenuBar>
#include <QWidget>

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

using enum CommandMenu;

#define DECAYSCOPE_TEXT(text) QT_TRANSLATE_NOOP("Decayscope::Commands", text)

constexpr std::array rows{
    CommandRow{Command::NewStudy, File, false, DECAYSCOPE_TEXT("&New study …"),
        DECAYSCOPE_TEXT("Make an empty study file"), u"new", "Ctrl+N"},
    CommandRow{Command::OpenStudy, File, false, DECAYSCOPE_TEXT("&Open study …"), DECAYSCOPE_TEXT("Open a study file"),
        u"open", "Ctrl+O"},
    CommandRow{Command::OpenSample, File, false, DECAYSCOPE_TEXT("Open &sample"),
        DECAYSCOPE_TEXT("Open the small made-up study that comes with the program"), u"", ""},
    CommandRow{Command::ImportFolder, File, true, DECAYSCOPE_TEXT("&Import folder …"),
        DECAYSCOPE_TEXT("Import a folder of results into this study"), u"import", "Ctrl+I"},
    CommandRow{Command::ImportArchive, File, false, DECAYSCOPE_TEXT("Import &archive …"),
        DECAYSCOPE_TEXT("Import a .zip archive of results into this study"), u"", "Ctrl+Shift+I"},
    CommandRow{Command::Imports, File, false, DECAYSCOPE_TEXT("I&mports"),
        DECAYSCOPE_TEXT("List what was imported, and undo an import"), u"undo", ""},
    CommandRow{Command::ExportTable, File, true, DECAYSCOPE_TEXT("&Export table …"),
        DECAYSCOPE_TEXT("Write the table in view to a file"), u"export", "Ctrl+E"},
    CommandRow{Command::Quit, File, true, DECAYSCOPE_TEXT("&Close"), DECAYSCOPE_TEXT("Close the window"), u"",
        "Ctrl+Q; Ctrl+W"},
    CommandRow{Command::FindRuns, Edit, false, DECAYSCOPE_TEXT("&Find runs"),
        DECAYSCOPE_TEXT("Go to the runs and type what they must contain"), u"search", "Ctrl+F"},
    CommandRow{Command::ClearFilter, Edit, false, DECAYSCOPE_TEXT("&Clear filter"),
        DECAYSCOPE_TEXT("Let every run count again"), u"filter", "Ctrl+Shift+L"},
    CommandRow{Command::ExcludeRuns, Edit, true, DECAYSCOPE_TEXT("E&xclude runs …"),
        DECAYSCOPE_TEXT("Leave the chosen runs out of every number, with a reason"), u"exclude", "Ctrl+Del"},
    CommandRow{Command::IncludeRuns, Edit, false, DECAYSCOPE_TEXT("&Include runs again"),
        DECAYSCOPE_TEXT("Let the chosen excluded runs count again"), u"include", "Ctrl+Shift+Del"},
    CommandRow{Command::Styles, Edit, true, DECAYSCOPE_TEXT("Configuration &styles"),
        DECAYSCOPE_TEXT("Edit names, colours, lines and order of the configurations"), u"style", "Ctrl+Shift+S"},
    CommandRow{Command::Overview, View, false, DECAYSCOPE_TEXT("&Overview"),
        DECAYSCOPE_TEXT("Decay curves and marginal effects"), u"overview", "Ctrl+1"},
    CommandRow{Command::Tables, View, false, DECAYSCOPE_TEXT("&Tables"), DECAYSCOPE_TEXT("Every table of the study"),
        u"tables", "Ctrl+2"},
    CommandRow{Command::Runs, View, false, DECAYSCOPE_TEXT("&Runs"), DECAYSCOPE_TEXT("The runs one by one"), u"runs",
        "Ctrl+3"},
    CommandRow{Command::StrictRaw, View, true, DECAYSCOPE_TEXT("&Strict or raw"),
        DECAYSCOPE_TEXT("Switch every number between strict (violations count as 0) and raw"), u"strict", "Ctrl+D"},
    CommandRow{Command::DataTable, View, false, DECAYSCOPE_TEXT("Charts as &data tables"),
        DECAYSCOPE_TEXT("Show the numbers behind the charts instead of the charts"), u"table", "Alt+D"},
    CommandRow{Command::ImportPanel, View, false, DECAYSCOPE_TEXT("Import &panel"),
        DECAYSCOPE_TEXT("Show the progress and the report of the last import"), u"", ""},
    CommandRow{Command::SchemeSystem, View, true, DECAYSCOPE_TEXT("&As the desktop"),
        DECAYSCOPE_TEXT("Follow the desktop's light or dark colours"), u"theme", ""},
    CommandRow{
        Command::SchemeLight, View, false, DECAYSCOPE_TEXT("&Light"), DECAYSCOPE_TEXT("Use light colours"), u"", ""},
    CommandRow{
        Command::SchemeDark, View, false, DECAYSCOPE_TEXT("&Dark"), DECAYSCOPE_TEXT("Use dark colours"), u"", ""},
    CommandRow{Command::LargerFont, View, true, DECAYSCOPE_TEXT("Lar&ger text"),
        DECAYSCOPE_TEXT("Make all text larger"), u"", "Ctrl++; Ctrl+="},
    CommandRow{Command::SmallerFont, View, false, DECAYSCOPE_TEXT("S&maller text"),
        DECAYSCOPE_TEXT("Make all text smaller"), u"", "Ctrl+-"},
    CommandRow{Command::FirstFont, View, false, DECAYSCOPE_TEXT("&Usual text size"),
        DECAYSCOPE_TEXT("Use the desktop's text size"), u"", "Ctrl+0"},
    CommandRow{Command::ResetLayout, View, true, DECAYSCOPE_TEXT("Reset la&yout"),
        DECAYSCOPE_TEXT("Put panels, splitters and columns back to where they were at first"), u"", ""},
    CommandRow{Command::Back, Go, false, DECAYSCOPE_TEXT("&Back"), DECAYSCOPE_TEXT("Go to the place before"), u"back",
        "Alt+Left"},
    CommandRow{Command::Forward, Go, false, DECAYSCOPE_TEXT("&Forward"), DECAYSCOPE_TEXT("Go to the place after"),
        u"forward", "Alt+Right"},
    CommandRow{Command::CommandPalette, Help, false, DECAYSCOPE_TEXT("&Commands …"),
        DECAYSCOPE_TEXT("Find a command by typing a part of its name"), u"palette", "Ctrl+Shift+P; Ctrl+Alt+I"},
    CommandRow{Command::Shortcuts, Help, false, DECAYSCOPE_TEXT("&Keys"), DECAYSCOPE_TEXT("Show all keys"), u"keyboard",
        "F1; ?"},
    CommandRow{Command::Handbook, Help, false, DECAYSCOPE_TEXT("&Handbook"),
        DECAYSCOPE_TEXT("Read how to start and what the numbers mean"), u"help", "Shift+F1"},
    CommandRow{Command::About, Help, true, DECAYSCOPE_TEXT("&About Decayscope"),
        DECAYSCOPE_TEXT("Version, licence and the study behind the program"), u"", ""},
};

#undef DECAYSCOPE_TEXT

constexpr std::array menus{File, Edit, View, Go, Help};

QString say(const char *text)
{
    return QCoreApplication::translate("Decayscope::Commands", text);
}

QString menuText(CommandMenu menu)
{
    switch (menu) {
    case File:
        return say("&File");
    case Edit:
        return say("&Edit");
    case View:
        return say("&View");
    case Go:
        return say("&Go");
    case Help:
        return say("&Help");
    }
    return {};
}

} // namespace

std::span<const CommandRow> commandRows()
{
    return rows;
}

QString menuTitle(CommandMenu menu)
{
    return menuText(menu).remove(u'&');
}

QString commandText(const CommandRow &row)
{
    return say(row.text).remove(u'&').remove(u'…').trimmed();
}

QString commandTip(const CommandRow &row)
{
    return say(row.tip);
}

QList<QKeySequence> commandKeys(const CommandRow &row)
{
    QList<QKeySequence> keys;
    for (const auto &text : QString::fromLatin1(row.keys).split(QStringLiteral("; "), Qt::SkipEmptyParts))
        keys << QKeySequence(text, QKeySequence::PortableText);
    return keys;
}

CommandSet::CommandSet(QWidget *window)
    : QObject(window)
{
    for (const auto &row : rows) {
        auto *action = new QAction(say(row.text), this);
        action->setToolTip(say(row.tip));
        action->setStatusTip(say(row.tip));
        action->setShortcuts(commandKeys(row));
        if (const QString icon(row.icon); !icon.isEmpty())
            action->setIcon(themedIcon(icon));
        m_actions.push_back(action);
        window->addAction(action);
    }
}

QAction *CommandSet::action(Command command) const
{
    const auto found = std::ranges::find(rows, command, &CommandRow::command);
    return m_actions[static_cast<std::size_t>(found - rows.begin())];
}

void CommandSet::fill(QMenuBar &bar)
{
    for (const auto menu : menus) {
        auto *made = bar.addMenu(menuText(menu));
        m_menus.push_back(made);
        for (const auto &row : rows) {
            if (row.menu != menu)
                continue;
            if (row.opensGroup)
                made->addSeparator();
            made->addAction(action(row.command));
        }
    }
}

} // namespace Decayscope
