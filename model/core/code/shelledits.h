// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/turncontent.h>

#include <QStringList>

namespace Decayscope {

/// What must be so for an edit of a command to have happened, besides its own success.
struct ShellReach
{
    bool needsEnd = false; ///< The shell must have ended by itself: programs run before the edit.
    bool needsQuiet = false; ///< Commands before it must not have complained.
    bool needsSuccess = false; ///< The whole command must have returned 0.

    bool operator==(const ShellReach &) const = default;
};

/// One change of a file by a shell command.
struct ShellEdit
{
    FileEdit edit;
    bool isPattern = false; ///< Every file whose path starts with `edit.path` and ends with `end` may be meant.
    QString end;
    ShellReach reach;
    QStringList elsewhere; ///< Its paths below the folder it ran in, where an earlier `cd` may have failed.
    bool isFolderOpen = false; ///< Those are in doubt whatever `reach` says.
    bool isLast = false; ///< The command's return code is this edit's own.

    bool operator==(const ShellEdit &) const = default;
};

/// A folder made by `mkdir`.
struct ShellFolder
{
    QString path;
    ShellReach reach;
    bool isSure = false; ///< It is there when what `reach` says is so.

    bool operator==(const ShellFolder &) const = default;
};

/// What a shell command does to files.
struct ShellScript
{
    std::vector<ShellEdit> edits;
    std::vector<ShellFolder> foldersMade;
};

/// Reads a command as shellEdits() does, with what each edit depends on.
[[nodiscard]] ShellScript shellScript(const QString &command, const QString &folder = {});

/// What a bash command does to files, as far as it can be known from its text: here-documents, `tee`, `echo` and
/// `printf` into files, `sed -i` with a literal substitution, `mv`, `cp`, `rm`, `touch`, `git apply` of a
/// here-document, `cd`. A command that may change files in another way (an inline script, a generator, a substitution
/// with variables) gives an Opaque edit for each file it names, so that nobody guesses; one without a path where it may
/// change any file. Nothing is executed. `folder` is the folder it starts in.
[[nodiscard]] std::vector<FileEdit> shellEdits(const QString &command, const QString &folder = {});

} // namespace Decayscope
