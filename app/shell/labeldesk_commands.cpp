// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The commands for labelling and what the page asks for; what they lead to stands in labeldesk.cpp.

#include "commands.h"
#include "labeldesk.h"
#include "studycontroller.h"

#include <labeling/labelpanel.h>
#include <labeling/queuepanel.h>
#include <pages/labelpage.h>
#include <pages/runevidence.h>
#include <workspace/labeljournal.h>

#include <QAction>
#include <QApplication>

namespace Decayscope {

namespace {

constexpr std::array codeCommands{Command::Code1, Command::Code2, Command::Code3, Command::Code4, Command::Code5,
    Command::Code6, Command::Code7, Command::Code8, Command::Code9};

} // namespace

void LabelDesk::connectPage()
{
    auto *panel = m_page.panel();
    connect(panel, &LabelPanel::acted, this, &LabelDesk::act);
    connect(panel, &LabelPanel::commitRequested, this, &LabelDesk::commit);
    connect(panel, &LabelPanel::evidenceRequested, this,
        [this](const Evidence &evidence) { showEvidence(*m_page.run(), evidence); });
    connect(panel, &LabelPanel::evidenceAtFocusRequested, this, [this] { addEvidence(m_pointed); });
    connect(panel, &LabelPanel::evidenceDropped, this, &LabelDesk::addEvidence);
    connect(panel, &LabelPanel::undoRequested, m_commands.action(Command::UndoLabel), &QAction::trigger);
    connect(panel, &LabelPanel::redoRequested, m_commands.action(Command::RedoLabel), &QAction::trigger);
    connect(panel, &LabelPanel::revealRequested, this, &LabelDesk::reveal);
    connect(panel, &LabelPanel::revertRequested, this, [this](const QString &event) { act(Reverted{event}); });
    connect(m_page.queue(), &QueuePanel::itemChosen, this, &LabelDesk::open);
    connect(m_page.queue(), &QueuePanel::annotatorChosen, this, &LabelDesk::chooseAnnotator);
    connect(&m_page, &LabelPage::sampleChosen, this, &LabelDesk::chooseSample);
    connect(&m_page, &LabelPage::viewChosen, this, &LabelDesk::refreshCommands);
}

void LabelDesk::connectCommands()
{
    const auto on = [this](Command command, auto handler) {
        connect(m_commands.action(command), &QAction::triggered, this, handler);
    };
    auto *panel = m_page.panel();
    int number = 0;
    for (const auto command : codeCommands)
        on(command, [panel, chosen = ++number] { panel->chooseNumber(chosen); });
    on(Command::ChooseCode, [panel] { panel->openTypeAhead(); });
    on(Command::ClearCode, [panel] { panel->clearChoice(); });
    on(Command::CodeDefinition, [panel] { panel->showDefinition(); });
    on(Command::Unsure, [panel] { panel->rate(1); });
    on(Command::FairlySure, [panel] { panel->rate(2); });
    on(Command::Sure, [panel] { panel->rate(3); });
    on(Command::EditMemo, [panel] { panel->editMemo(); });
    on(Command::AddEvidence, [this] { addEvidence(m_pointed); });
    on(Command::FlagItem, [panel] { panel->toggleFlag(); });
    on(Command::SkipItem, [panel] { panel->openSkip(); });
    on(Command::CommitAndNext, [panel] { panel->requestCommit(true); });
    on(Command::CommitAndStay, [panel] { panel->requestCommit(false); });
    on(Command::ItemHistory, [this] { showHistory(); });
    connect(panel, &LabelPanel::historyRequested, this, &LabelDesk::showHistory);
    on(Command::RevealItem, [this] { reveal(); });
    on(Command::UndoLabel, [this] {
        if (m_journal && m_sample)
            goBackTo(m_journal->undo(m_annotator, m_sample->id), tr("Taken back."));
    });
    on(Command::RedoLabel, [this] {
        if (m_journal && m_sample)
            goBackTo(m_journal->redo(m_annotator, m_sample->id), tr("Done again."));
    });
    on(Command::NextRun, [this] {
        if (m_isInView)
            step(1);
    });
    on(Command::PreviousRun, [this] {
        if (m_isInView)
            step(-1);
    });
}

void LabelDesk::refreshCommands()
{
    const auto study = m_study.snapshot();
    const bool isLabeling = runInView() && study && !study->isReadOnly;
    for (const auto &row : commandRows()) {
        if (row.scope == CommandScope::Label)
            m_commands.action(row.command)->setEnabled(isLabeling);
    }
    for (const auto command : {Command::UndoLabel, Command::RedoLabel})
        m_commands.action(command)->setEnabled(m_isInView && m_sample && study && !study->isReadOnly);
    m_commands.action(Command::NewSample)->setEnabled(study && !study->isReadOnly);
    m_commands.action(Command::ImportLabels)->setEnabled(study && !study->isReadOnly);
    m_commands.action(Command::ExportLabels)->setEnabled(study != nullptr);
    for (const auto command : {Command::Handout, Command::Certificate})
        m_commands.action(command)->setEnabled(m_sample.has_value());
}

} // namespace Decayscope
