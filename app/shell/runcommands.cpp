// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runcommands.h"

#include "commands.h"

#include <pages/runpage.h>
#include <runview/codepane.h>
#include <runview/turnlistview.h>

namespace Decayscope {

RunCommands::RunCommands(CommandSet &commands, std::function<RunPage *()> page, QObject *parent)
    : QObject(parent)
    , m_commands(commands)
    , m_page(std::move(page))
{
    connectTurns();
    connectCode();
}

template <typename Act>
void RunCommands::on(Command command, Act act)
{
    connect(m_commands.action(command), &QAction::triggered, this, [this, act] {
        if (auto *page = m_page())
            std::invoke(act, *page);
    });
}

void RunCommands::connectTurns()
{
    const auto onTurns = [this](Command command, void (TurnListView::*act)()) {
        on(command, [act](RunPage &page) { (page.turns()->*act)(); });
    };
    onTurns(Command::NextTurn, &TurnListView::nextTurn);
    onTurns(Command::PreviousTurn, &TurnListView::previousTurn);
    onTurns(Command::GoToTurn, &TurnListView::openGoTo);
    onTurns(Command::FindInRun, &TurnListView::openFind);
    onTurns(Command::FindNext, &TurnListView::findNext);
    onTurns(Command::FindPrevious, &TurnListView::findPrevious);
    onTurns(Command::FoldTurn, &TurnListView::toggleFold);
    onTurns(Command::RawTurn, &TurnListView::toggleRaw);
    const auto toggles = [this](Command command, TurnListView::Group group) {
        on(command, [group](RunPage &page) { page.turns()->setShown(group, !page.turns()->isShown(group)); });
    };
    toggles(Command::ShowTools, TurnListView::Group::Tools);
    toggles(Command::ShowReasoning, TurnListView::Group::Reasoning);
    toggles(Command::ShowOutputs, TurnListView::Group::Outputs);
    toggles(Command::ShowMetadata, TurnListView::Group::Metadata);
}

void RunCommands::connectCode()
{
    on(Command::NextFailing, &RunPage::nextFailing);
    on(Command::PreviousFailing, &RunPage::previousFailing);
    on(Command::NextViolation, &RunPage::nextViolation);
    on(Command::PreviousViolation, &RunPage::previousViolation);
    on(Command::ShowCode, &RunPage::toggleCode);
    on(Command::CodeAtTurn, &RunPage::toggleMoment);
    on(Command::Blame, &RunPage::showWriter);
    on(Command::NextFile, [](RunPage &page) { page.code()->nextFile(); });
    on(Command::PreviousFile, [](RunPage &page) { page.code()->previousFile(); });
}

void RunCommands::refresh()
{
    const bool isReading = m_page() != nullptr;
    for (const auto &row : commandRows()) {
        if (row.scope == CommandScope::Run)
            m_commands.action(row.command)->setEnabled(isReading);
    }
}

} // namespace Decayscope
