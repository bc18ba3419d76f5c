// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shellcommand.h"

#include <set>

namespace Decayscope {

/// What has been met since the shell began, or since an and-or list did.
struct ShellCourse
{
    ShellReach reach;
    bool needsList = false; ///< An earlier command of the same list must have succeeded.
    bool isUnsure = false; ///< Nobody knows whether the shell gets here.
};

/// A group, loop or condition that is open.
struct ShellFrame
{
    QString keyword; ///< That opened it: "(", "{", "if", "for", …; empty for the script itself.
    ShellValue folder;
    ShellVariables variables;
    ShellCourse atStart; ///< Of its lists.
    ShellCourse now;
    CommandManner listManner = CommandManner::Harmless;
    bool hasOr = false; ///< The list has a `||`.
    bool leaves = false; ///< A command in it may end the shell.
    bool changesFolder = false; ///< The list has a `cd`,
    bool mayChangeFolder = false; ///< which the shell may not have come to.
    bool isFolderOpen = false; ///< A `cd` of an earlier list may have failed.
};

/// An edit, and the list whose success it needs.
struct FoundEdit
{
    ShellEdit edit;
    ShellCourse course;
    int list = 0;
    bool isInDoubt = false;
};

/// A command of a pipeline.
struct ShellStage
{
    std::vector<ShellToken> tokens;
    bool isGroup = false; ///< The tokens are the redirections of a group.
};

/// Walks over a command's tokens and keeps account of what must be so for each edit to have happened.
class ShellInterpreter
{
public:
    ShellInterpreter(ShellTokens tokens, const QString &folder, int depth);

    ShellScript read();

private:
    ShellFrame &frame() { return m_frames.back(); }
    bool isConditional() const;
    void readWord(const ShellToken &token);
    bool readKeyword(const QString &word);
    void readFor();
    void readOperator(const QString &text);
    void openFrame(const QString &keyword);
    void closeFrame();
    void endCommand();
    void endPipeline(const QString &text);
    void endList(bool isBackground);
    void noteLeaving();
    void passOn(const QString &text, CommandManner manner);
    ShellCommand commandOf(const std::vector<ShellToken> &tokens);
    bool takeAssignment(const ShellWord &word);
    void addInput(ShellCommand &command, const std::optional<QString> &piped) const;
    void addEdits(CommandEffects &effects, bool isBackground, bool isAlone);
    void enterFolder(const ShellValue &folder);
    void addElsewhere(ShellEdit &edit);
    void readSet(const ShellCommand &command);
    ShellScript finished();

    ShellTokens m_tokens;
    std::size_t m_at = 0;
    int m_depth = 0;
    std::vector<ShellFrame> m_frames;
    std::vector<ShellToken> m_words; ///< Of the command at hand.
    std::vector<ShellStage> m_pipeline;
    bool m_isNegated = false;
    bool m_isGroupClosed = false; ///< What follows are the redirections of a group.
    bool m_exitsOnError = false;
    int m_list = 0;
    int m_lastList = -1; ///< The last one that had a command.
    bool m_isListOpen = false; ///< The line ended behind `&&` or `||`.
    std::size_t m_lastEdits = 0; ///< Edits from here on are those of the last command.
    std::set<int> m_listsWithOr;
    std::vector<FoundEdit> m_found;
    std::vector<ShellFolder> m_foldersMade;
};

} // namespace Decayscope
