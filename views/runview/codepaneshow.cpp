// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "codeheader.h"
#include "codenotice.h"
#include "codepane.h"
#include "codeturn.h"
#include "codeview.h"
#include "diffview.h"
#include "filetreemodel.h"

#include <QLabel>
#include <QLocale>
#include <QStackedWidget>
#include <QTreeView>

#include <algorithm>
#include <utility>

namespace Decayscope {

namespace {

std::vector<int> turnsOf(const std::vector<FileVersion> &versions)
{
    std::vector<int> turns;
    for (const auto &version : versions) {
        if (version.turn >= 0 && (turns.empty() || turns.back() != version.turn))
            turns.push_back(version.turn);
    }
    return turns;
}

/// The first turn from `turn` on after which the text is known; -1 where there is none.
int knownAgain(const std::vector<FileVersion> &versions, int turn)
{
    for (const auto &version : versions) {
        if (version.turn > turn && version.exists && version.knowledge != FileKnowledge::Unknown)
            return version.turn;
    }
    return -1;
}

} // namespace

/// A side of a diff, or why there is none.
struct CodePane::Side
{
    std::optional<DiffView::Side> side;
    QString problem;
};

void CodePane::refresh()
{
    m_files->setMoment(m_turn, m_moment == Moment::Final);
    if (const auto index = m_files->indexOf(m_path); index.isValid() && index != m_tree->currentIndex())
        m_tree->setCurrentIndex(index);
    if (m_isReading)
        showNotice(tr("Reading the code …"), tr("The files are rebuilt from what each turn wrote."));
    else if (m_path.isEmpty())
        showNotice(tr("No code"), tr("The agent wrote no file that the trajectory or the patch shows."));
    else if (isComparing())
        showDiff();
    else if (m_moment == Moment::Final)
        showFinal();
    else
        showAtTurn();
    updateHeader();
}

void CodePane::showAtTurn()
{
    const auto *at = version();
    if (!at)
        return showAbsent();
    if (!at->exists)
        return showNotice(tr("Deleted"), at->how, at->turn == m_turn ? -1 : at->turn);
    if (at->knowledge == FileKnowledge::Unknown)
        return showUnknown(*at);
    const auto isNew = m_shown != at || m_shownPath != m_path;
    showRows(codeRows(*at), at);
    const auto first = std::ranges::find(at->writers, m_turn);
    if (isNew && at->turn == m_turn && first != at->writers.end())
        m_view->showLine(static_cast<int>(first - at->writers.begin()) + 1);
}

void CodePane::showAbsent()
{
    const auto &versions = m_history->versions(m_path);
    const auto first = std::ranges::find_if(versions, [](const FileVersion &at) { return at.turn >= 0; });
    if (first == versions.end())
        return showNotice(tr("Only in the patch"),
            tr("No turn shows how this file was written. The final patch has it: choose “Final” above."));
    showNotice(
        tr("Not there yet"), tr("At turn %1 no turn had written this file.").arg(turnNumber(m_turn)), first->turn);
}

void CodePane::showUnknown(const FileVersion &version)
{
    const auto again = knownAgain(m_history->versions(m_path), version.turn);
    const auto hope = again >= 0       ? tr("Its text is known again from turn %1 on.").arg(turnNumber(again))
        : m_history->finalFile(m_path) ? tr("No later turn shows its text; the final patch does.")
                                       : tr("No later turn shows its text.");
    showNotice(tr("Unknown since turn %1").arg(turnNumber(version.turn)),
        version.how + u'\n' + tr("What stands in it is not guessed.") + u' ' + hope, again);
}

void CodePane::showFinal()
{
    const auto *file = m_history->finalFile(m_path);
    if (!file)
        return showNotice(tr("Not in the final patch"),
            tr("The patch that the suite was run on does not contain this file. Choose “At the turn” above."));
    if (!file->exists)
        return showNotice(tr("Deleted"), tr("The final patch deletes this file."));
    showRows(codeRows(*file), file);
}

void CodePane::showRows(std::vector<CodeRow> rows, const void *what)
{
    if (m_shown != what || m_shownPath != m_path) {
        const auto keepsPlace = m_shownPath == m_path;
        m_shown = what;
        m_shownPath = m_path;
        m_view->setMarks({});
        m_view->setRows(std::move(rows), m_path, keepsPlace);
    }
    m_view->setTurn(m_moment == Moment::Final ? unknownWriter : m_turn, m_lastTurn);
    m_view->setMarks(showsFinalText() ? m_marksOf.value(m_path) : QMap<int, QString>());
    m_stack->setCurrentWidget(m_codePage);
    announceNote({});
}

void CodePane::showDiff()
{
    auto left = side(m_from);
    auto right = side(m_to);
    if (!left.side || !right.side)
        return showNotice(tr("Cannot be compared"), left.side ? right.problem : left.problem);
    m_diff->codeView()->setTurn(m_turn, m_lastTurn);
    m_diff->setSides(std::move(*left.side), std::move(*right.side), m_path);
    m_stack->setCurrentWidget(m_diff);
}

void CodePane::showNotice(const QString &title, const QString &text, int turn)
{
    m_notice->showNotice(title, text, turn);
    m_stack->setCurrentWidget(m_notice);
}

/// Says what the verifier found on the line under the pointer or, else, under the cursor.
void CodePane::announceNote(const QString &hovered)
{
    auto text = hovered;
    if (const auto *row = m_view->currentRow(); text.isEmpty() && row && row->number > 0)
        text = m_view->markOf(row->number);
    m_note->setText(text.isEmpty() ? text : QString(u"⚠ " + text));
    m_note->setVisible(!text.isEmpty());
}

void CodePane::updateHeader()
{
    CodeHeading heading{.path = m_path,
        .when = {},
        .knowledge = {},
        .how = {},
        .versions = turnsOf(m_history->versions(m_path)),
        .turn = m_turn,
        .isFinal = m_moment == Moment::Final,
        .isComparing = isComparing(),
        .from = m_from,
        .to = m_to};
    if (const auto *at = version(); at && !heading.isFinal) {
        heading.when = tr("as of turn %1").arg(turnNumber(m_turn));
        heading.how = at->how;
        heading.knowledge = at->knowledge == FileKnowledge::Unknown ? tr("unknown")
            : at->knowledge == FileKnowledge::Exact                 ? tr("exact")
                                                                    : tr("replayed");
    } else if (const auto *file = m_history->finalFile(m_path); file && heading.isFinal) {
        heading.when = tr("final patch");
        heading.knowledge = file->isWhole ? tr("exact") : tr("in part");
        heading.how = file->isWhole ? QString() : tr("The patch shows this file only around its changes.");
    }
    m_header->setHeading(heading);
    const auto coverage = m_history->coverage();
    const QLocale locale;
    m_coverage->setText(tr("%1 of %n line(s) of the final patch have a known turn.", nullptr, coverage.lines)
            .arg(locale.toString(coverage.known)));
    m_coverage->setVisible(coverage.lines > 0);
}

bool CodePane::showsFinalText() const
{
    if (m_moment == Moment::Final)
        return true;
    const auto *file = m_history->finalFile(m_path);
    const auto *at = version();
    return file && at && file->exists && file->isWhole && at->exists && at->text == file->text;
}

CodePane::Side CodePane::side(std::optional<int> turn) const
{
    if (!turn) {
        const auto *file = m_history->finalFile(m_path);
        if (!file)
            return {{}, tr("The final patch does not contain this file.")};
        if (file->exists && !file->isWhole)
            return {{}, tr("The final patch shows this file only in part.")};
        return {DiffView::Side{tr("final"), file->exists ? file->text : QString(), file->writers}, {}};
    }
    const auto *at = m_history->versionAt(m_path, *turn);
    if (!at || !at->exists)
        return {DiffView::Side{tr("turn %1 (no such file)").arg(turnNumber(*turn)), {}, {}}, {}};
    if (at->knowledge == FileKnowledge::Unknown)
        return {{}, tr("The file's text at turn %1 is unknown: %2").arg(turnNumber(*turn), at->how)};
    return {DiffView::Side{tr("turn %1").arg(turnNumber(*turn)), at->text, at->writers}, {}};
}

} // namespace Decayscope
