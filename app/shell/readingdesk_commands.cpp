// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The commands for reading a run; what they lead to stands in readingdesk.cpp.

#include "commands.h"
#include "readingdesk.h"

#include <QAction>

#include <runview/codepane.h>
#include <runview/turnlistview.h>

#include <algorithm>

namespace Decayscope {

void ReadingDesk::connectCommands()
{
    const auto on = [this](Command command, auto handler) {
        connect(m_commands.action(command), &QAction::triggered, this, handler);
    };
    auto *page = &m_pages.run;
    auto *turns = page->turns();
    on(Command::NextTurn, [turns] { turns->nextTurn(); });
    on(Command::PreviousTurn, [turns] { turns->previousTurn(); });
    on(Command::GoToTurn, [turns] { turns->openGoTo(); });
    on(Command::FindInRun, [turns] { turns->openFind(); });
    on(Command::FindNext, [turns] { turns->findNext(); });
    on(Command::FindPrevious, [turns] { turns->findPrevious(); });
    on(Command::FoldTurn, [turns] { turns->toggleFold(); });
    on(Command::RawTurn, [turns] { turns->toggleRaw(); });
    const auto toggles = [&on, turns](Command command, TurnListView::Group group) {
        on(command, [turns, group] { turns->setShown(group, !turns->isShown(group)); });
    };
    toggles(Command::ShowTools, TurnListView::Group::Tools);
    toggles(Command::ShowReasoning, TurnListView::Group::Reasoning);
    toggles(Command::ShowOutputs, TurnListView::Group::Outputs);
    toggles(Command::ShowMetadata, TurnListView::Group::Metadata);
    on(Command::NextFailing, [page] { page->nextFailing(); });
    on(Command::PreviousFailing, [page] { page->previousFailing(); });
    on(Command::NextViolation, [page] { page->nextViolation(); });
    on(Command::PreviousViolation, [page] { page->previousViolation(); });
    on(Command::ShowCode, [page] { page->toggleCode(); });
    on(Command::CodeAtTurn, [page] { page->toggleMoment(); });
    on(Command::Blame, [page] { page->showWriter(); });
    on(Command::NextFile, [page] { page->code()->nextFile(); });
    on(Command::PreviousFile, [page] { page->code()->previousFile(); });
    on(Command::NextRun, [this] { step(1); });
    on(Command::PreviousRun, [this] { step(-1); });
    on(Command::MarkRun, [this] { toggleMark(); });
    on(Command::CompareMarked, [this] { compareMarked(); });
}

void ReadingDesk::refreshCommands()
{
    const bool isReading = m_place.page == Page::Run && m_place.run;
    for (const auto &row : commandRows()) {
        if (row.scope == CommandScope::Run)
            m_commands.action(row.command)->setEnabled(isReading);
    }
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
