// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The commands for reading a run; what they lead to stands in readingdesk.cpp.

#include "commands.h"
#include "readingdesk.h"

#include <QAction>

#include <algorithm>

namespace Decayscope {

void ReadingDesk::connectCommands()
{
    const auto on = [this](Command command, auto handler) {
        connect(m_commands.action(command), &QAction::triggered, this, handler);
    };
    on(Command::NextRun, [this] { step(1); });
    on(Command::PreviousRun, [this] { step(-1); });
    on(Command::MarkRun, [this] { toggleMark(); });
    on(Command::CompareMarked, [this] { compareMarked(); });
}

void ReadingDesk::refreshCommands()
{
    const bool isReading = m_place.page == Page::Run && m_place.run;
    for (const auto command : {Command::MarkRun, Command::CompareMarked})
        m_commands.action(command)->setEnabled(isReading);
    m_commands.action(Command::ExportRun)->setEnabled(isReading);
    m_commands.action(Command::CopyLink)->setEnabled(isReading);
    if (!isReading)
        return;
    const auto runs = runsInList();
    const auto at = std::ranges::find(runs, m_place.run->run) - runs.begin();
    const auto isListed = at < std::ssize(runs);
    m_pages.run.setPosition(isListed ? tr("%1 of %2").arg(at + 1).arg(runs.size()) : QString(), isListed && at > 0,
        isListed && at + 1 < std::ssize(runs));
    m_pages.run.setMarked(std::ranges::find(m_marked, m_place.run->run) != m_marked.end());
}

} // namespace Decayscope
