// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What in the window belongs to the two kinds of verifiers: the switch between them, their page, and runs judged late.

#include "mainwindow.h"
#include "readingdesk.h"
#include "revealwatch.h"
#include "settings.h"
#include "studycontroller.h"
#include "topbar.h"
#include "verifierdesk.h"
#include "verifierstrip.h"

#include <pages/runpage.h>
#include <pages/verifiercaselist.h>
#include <pages/verifierspage.h>
#include <widgets/messagebar.h>

namespace Decayscope {

namespace {

struct ScoreCommand
{
    ScoreChoice score;
    Command command;
};

constexpr std::array scoreCommands{ScoreCommand{ScoreChoice::Strict, Command::ScoreStrict},
    ScoreCommand{ScoreChoice::Syntax, Command::ScoreSyntax}, ScoreCommand{ScoreChoice::Raw, Command::ScoreRaw}};

} // namespace

void MainWindow::connectVerifiers()
{
    connect(m_commands->action(Command::Verifiers), &QAction::triggered, this, [this] { goTo(Page::Verifiers); });
    connect(m_commands->action(Command::StrictRaw), &QAction::triggered, this, [this] {
        const auto next = (static_cast<std::size_t>(m_score) + 1) % allScoreChoices.size();
        setScore(allScoreChoices.at(next));
    });
    for (const auto &[score, command] : scoreCommands)
        connect(m_commands->action(command), &QAction::triggered, this, [this, score] { setScore(score); });
    connect(m_verifiers, &VerifiersPage::readRequested, this, &MainWindow::readFinding);
    connect(m_verifierDesk, &VerifierDesk::readRun, m_reveals, &RevealWatch::noteRead);
    connect(&m_study, &StudyController::judgingProgressed, m_judging, &VerifierStrip::setProgress);
    connect(m_judging, &VerifierStrip::cancelRequested, &m_study, &StudyController::cancelJudging);
    connect(m_judging, &VerifierStrip::pageRequested, m_commands->action(Command::Verifiers), &QAction::trigger);
    connect(&m_study, &StudyController::judgingEnded, this, [this](int judged) {
        m_judging->hide();
        if (judged > 0)
            m_messages->showMessage(MessageBar::Kind::Information,
                tr("%n run(s) of this study were judged anew, because the verifiers are newer than it.", nullptr,
                    judged));
    });
}

void MainWindow::setScore(ScoreChoice score)
{
    m_score = score;
    refresh();
}

/// What an older version of the program left is read once.
void MainWindow::restoreScore()
{
    if (m_settings.value(Keys::raw)) {
        m_settings.set(Keys::score, scoreChoiceName(ScoreChoice::Raw));
        m_settings.set(Keys::raw, false);
    }
    m_score = scoreChoiceFromName(m_settings.value(Keys::score));
}

void MainWindow::refreshScore()
{
    m_top->setScore(m_score);
    for (const auto &[score, command] : scoreCommands)
        m_commands->action(command)->setChecked(score == m_score);
}

void MainWindow::readFinding(RunId run, VerifierMode mode, Constraint constraint, const QString &file, int line)
{
    m_desk->setList(m_verifiers->cases()->shownRuns());
    m_run->openViolations(run, mode, constraint, file, line);
    m_desk->read({.run = run, .file = file, .line = line});
}

} // namespace Decayscope
