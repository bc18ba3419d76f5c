// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"

#include "keybindings.h"

#include <widgets/icons.h>

#include <QCoreApplication>
#include <QMenuBar>
#include <QWidget>

#include <algorithm>

namespace Decayscope {

namespace {

using enum CommandMenu;

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
    case Reading:
        return say("&Run");
    case Labeling:
        return say("&Label");
    case Evaluating:
        return say("E&valuate");
    case Tasking:
        return say("&Tasks");
    case Help:
        return say("&Help");
    }
    return {};
}

} // namespace

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

const CommandRow &commandRow(Command command)
{
    return *std::ranges::find(commandRows(), command, &CommandRow::command);
}

CommandSet::CommandSet(const KeyBindings &keys, QWidget *window)
    : QObject(window)
{
    for (const auto &row : commandRows()) {
        auto *action = new QAction(say(row.text), this);
        action->setToolTip(say(row.tip));
        action->setStatusTip(say(row.tip));
        action->setShortcuts(keys.keysOf(row));
        if (const QString icon(row.icon); !icon.isEmpty())
            action->setIcon(themedIcon(icon));
        m_actions.push_back(action);
        if (row.scope == CommandScope::Window)
            window->addAction(action);
        else
            action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    }
}

QAction *CommandSet::action(Command command) const
{
    return m_actions[static_cast<std::size_t>(&commandRow(command) - commandRows().data())];
}

void CommandSet::attach(CommandScope scope, QWidget *page)
{
    for (const auto &row : commandRows()) {
        if (row.scope == scope)
            page->addAction(action(row.command));
    }
}

void CommandSet::fill(QMenuBar &bar)
{
    for (const auto menu : allCommandMenus) {
        auto *made = bar.addMenu(menuText(menu));
        m_menus.push_back(made);
        for (const auto &row : commandRows()) {
            if (row.menu != menu)
                continue;
            if (row.opensGroup)
                made->addSeparator();
            made->addAction(action(row.command));
        }
    }
}

} // namespace Decayscope
