// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shellinterpreter.h"
#include "shellquotes.h"

namespace Decayscope {

/// What the operator behind a command makes of the way to the next one.
void ShellInterpreter::passOn(const QString &text, CommandManner manner)
{
    auto &open = frame();
    if (manner == CommandManner::Leaves)
        noteLeaving();
    else
        open.listManner = qMax(open.listManner, manner);
    m_isListOpen = text == "&&"_L1 || text == "||"_L1;
    if (text == "&&"_L1) {
        open.now.reach.needsQuiet |= manner == CommandManner::Complains;
        open.now.needsList |= manner == CommandManner::Program;
        open.now.isUnsure |= manner == CommandManner::Leaves;
    } else if (text == "||"_L1) {
        open.now.isUnsure = true;
        open.hasOr = true;
        m_listsWithOr.insert(m_list);
    } else {
        endList(text == "&"_L1);
    }
}

/// A command that leaves the shell: behind `||` the script goes on where it was not reached.
void ShellInterpreter::noteLeaving()
{
    auto &open = frame();
    open.leaves = true;
    if (open.hasOr && open.listManner == CommandManner::Complains)
        open.atStart.reach.needsQuiet = true;
    else if (open.hasOr)
        open.atStart.reach.needsSuccess = true;
    else
        open.atStart.isUnsure = true;
}

void ShellInterpreter::endList(bool isBackground)
{
    auto &open = frame();
    if (!isBackground && open.listManner == CommandManner::Program) {
        open.atStart.reach.needsEnd = true;
        open.atStart.reach.needsSuccess |= m_exitsOnError;
    }
    // A folder that was not entered changes the meaning of every path behind it.
    open.atStart.reach.needsQuiet |= open.changesFolder;
    if (open.mayChangeFolder) {
        open.folder = {};
        open.folder.appendUnknown(false);
    }
    open.isFolderOpen |= open.changesFolder;
    open.changesFolder = open.mayChangeFolder = false;
    open.now = open.atStart;
    open.listManner = CommandManner::Harmless;
    open.hasOr = false;
    ++m_list;
}

void ShellInterpreter::enterFolder(const ShellValue &folder)
{
    frame().folder = folder;
    frame().changesFolder = true;
    frame().mayChangeFolder |= frame().now.isUnsure || frame().now.needsList;
}

void ShellInterpreter::addEdits(CommandEffects &effects, bool isBackground, bool isAlone)
{
    const auto isInDoubt = isBackground || isConditional() || frame().now.isUnsure;
    for (const auto &path : effects.foldersMade)
        m_foldersMade.push_back({path, frame().now.reach, !isInDoubt && !frame().now.needsList});
    for (auto &edit : effects.edits) {
        addElsewhere(edit);
        m_found.push_back({std::move(edit), frame().now, m_frames.size() == 1 && isAlone ? m_list : -1, isInDoubt});
    }
}

/// Where a `cd` may have failed, a path may be that of another folder.
void ShellInterpreter::addElsewhere(ShellEdit &edit)
{
    const auto &open = frame();
    const auto &folder = open.folder.text;
    if (!open.isFolderOpen && !(open.changesFolder && open.hasOr))
        return;
    for (const auto &path : {edit.edit.path, edit.edit.target}) {
        if (!folder.isEmpty() && path.startsWith(QString(folder + u'/')))
            edit.elsewhere.append(path.sliced(folder.size() + 1));
    }
}

/// Settles what could not be known before the end was seen.
ShellScript ShellInterpreter::finished()
{
    ShellScript script;
    const auto isOpen = m_tokens.isBroken || m_frames.size() > 1;
    script.foldersMade = std::move(m_foldersMade);
    for (auto &folder : script.foldersMade)
        folder.isSure &= !isOpen;
    for (std::size_t at = 0; at < m_found.size(); ++at) {
        auto &found = m_found[at];
        auto &edit = found.edit;
        edit.reach = found.course.reach;
        const auto isListKnown = found.list == m_lastList && !m_listsWithOr.contains(found.list);
        edit.reach.needsSuccess |= found.course.needsList;
        edit.isLast = at >= m_lastEdits && !isOpen;
        edit.isFolderOpen = found.isInDoubt;
        if (isOpen || found.isInDoubt || (found.course.needsList && !isListKnown)) {
            for (auto &doubt : inDoubt(edit))
                script.edits.push_back(std::move(doubt));
        } else {
            script.edits.push_back(std::move(edit));
        }
    }
    return script;
}

} // namespace Decayscope
