// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shelledits.h"
#include "shellvalue.h"

#include <optional>

namespace Decayscope {

/// Where one of a command's streams goes or comes from.
struct ShellRedirection
{
    QString sign; ///< ">", ">>", "<", "<<", "<<<", "&>", "&>>", ">&", "<&", "<>".
    int descriptor = -1;
    ShellValue target;
    QString body; ///< Of here-documents.
    bool isBodyLiteral = true;
};

/// One command of a script with its words expanded.
struct ShellCommand
{
    std::vector<ShellValue> words;
    std::vector<ShellRedirection> redirections;
    std::optional<QString> input; ///< What it reads, where the script spells it out.
    ShellValue folder; ///< It runs in.
    bool isGroup = false; ///< It stands for a group, loop or condition with redirections of its own.
    int depth = 0; ///< How many shells it runs in are named by this one's text.
};

/// What a command can do to the commands behind it.
enum class CommandManner : quint8 {
    Harmless, ///< It always succeeds.
    Complains, ///< Where it fails it says so.
    Program, ///< It may fail, hang or kill the shell.
    Leaves ///< It ends the shell.
};

/// What a command does, as far as its text tells.
struct CommandEffects
{
    std::vector<ShellEdit> edits;
    CommandManner manner = CommandManner::Program;
    std::optional<QString> output; ///< What it prints, where the script spells it out.
    std::optional<ShellValue> newFolder; ///< Of `cd`.
    QStringList foldersMade;
};

[[nodiscard]] CommandEffects effectsOf(const ShellCommand &command);

/// Reads a script that another one starts. `depth` counts the shells around it.
[[nodiscard]] ShellScript shellScriptWithin(const QString &script, const QString &folder, int depth);

/// An edit of unknown result at a place.
[[nodiscard]] ShellEdit opaqueEdit(const ShellValue &place);

/// The edits that stay when nobody knows whether the command ran: each file it names may have changed.
[[nodiscard]] std::vector<ShellEdit> inDoubt(const ShellEdit &edit);

} // namespace Decayscope
