// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shellcommand.h"

namespace Decayscope {

using namespace Qt::StringLiterals;

/// What is known of one program: fills in the effects of a command that calls it.
using ShellHandler = void (*)(const ShellCommand &command, CommandEffects &effects);

/// The handler of a program by its name; null for programs nothing is known of.
[[nodiscard]] ShellHandler shellHandler(const QString &name);

/// The words of a command: options, and the rest behind them.
struct CommandLine
{
    QStringList options; ///< Known words that begin with `-`, without "-" itself.
    std::vector<ShellValue> operands;
    bool isReadable = true; ///< False where an option is not known.

    [[nodiscard]] bool has(QStringView option) const { return options.contains(option); }
    /// Whether a short option stands alone or among others, as in `-rf`.
    [[nodiscard]] bool hasLetter(QChar letter) const;
};

[[nodiscard]] CommandLine commandLineOf(const ShellCommand &command, std::size_t from = 1);

void addOpaque(const ShellCommand &command, CommandEffects &effects, const ShellValue &path);
void addOpaque(const ShellCommand &command, CommandEffects &effects, const QString &path);
/// Any file may have changed.
void addOpaqueAll(CommandEffects &effects);

// By what they do; one file each group.
void handleEcho(const ShellCommand &command, CommandEffects &effects);
void handlePrintf(const ShellCommand &command, CommandEffects &effects);
void handleCat(const ShellCommand &command, CommandEffects &effects);
void handleTee(const ShellCommand &command, CommandEffects &effects);
void handleTrue(const ShellCommand &command, CommandEffects &effects);
void handleCd(const ShellCommand &command, CommandEffects &effects);
void handleLeave(const ShellCommand &command, CommandEffects &effects);

void handleTouch(const ShellCommand &command, CommandEffects &effects);
void handleMkdir(const ShellCommand &command, CommandEffects &effects);
void handleRm(const ShellCommand &command, CommandEffects &effects);
void handleMv(const ShellCommand &command, CommandEffects &effects);
void handleCp(const ShellCommand &command, CommandEffects &effects);
void handleSed(const ShellCommand &command, CommandEffects &effects);
void handleTruncate(const ShellCommand &command, CommandEffects &effects);
void handleQuiet(const ShellCommand &command, CommandEffects &effects);

void handleGit(const ShellCommand &command, CommandEffects &effects);
void handlePatch(const ShellCommand &command, CommandEffects &effects);
void handleApplyPatch(const ShellCommand &command, CommandEffects &effects);

void handleInterpreter(const ShellCommand &command, CommandEffects &effects);
void handleShell(const ShellCommand &command, CommandEffects &effects);
void handleFind(const ShellCommand &command, CommandEffects &effects);
void handleXargs(const ShellCommand &command, CommandEffects &effects);
void handlePackages(const ShellCommand &command, CommandEffects &effects);
void handleFormatter(const ShellCommand &command, CommandEffects &effects);
void handleRewriter(const ShellCommand &command, CommandEffects &effects);
void handleDownload(const ShellCommand &command, CommandEffects &effects);

} // namespace Decayscope
