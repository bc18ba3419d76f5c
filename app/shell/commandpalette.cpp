// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commandpalette.h"

#include "commands.h"

namespace Decayscope {

CommandPalette::CommandPalette(const CommandSet &commands, QWidget *window)
    : PickPopup(tr("Type a command"), window)
    , m_commands(commands)
{ }

std::vector<PickPopup::Pick> CommandPalette::picksFor(const QString &words) const
{
    std::vector<Pick> picks;
    for (const auto &row : commandRows()) {
        const auto *action = m_commands.action(row.command);
        const QString text = menuTitle(row.menu) % u" › " % commandText(row);
        if (row.command == Command::CommandPalette || !action->isEnabled()
            || !mentions(QString(text % u' ' % commandTip(row)), words))
            continue;
        const auto keys = action->shortcut().toString(QKeySequence::NativeText);
        picks.push_back({.text = keys.isEmpty() ? text : QString(text % u"    " % keys),
            .tip = commandTip(row),
            .icon = QString(row.icon),
            .data = static_cast<int>(row.command)});
    }
    return picks;
}

void CommandPalette::choose(const Pick &pick)
{
    m_commands.action(static_cast<Command>(pick.data.toInt()))->trigger();
}

} // namespace Decayscope
