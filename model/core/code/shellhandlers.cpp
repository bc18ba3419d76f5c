// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shellhandlers.h"

#include <QHash>

namespace Decayscope {

ShellHandler shellHandler(const QString &name)
{
    static const QHash<QString, ShellHandler> handlers{{u"echo"_s, handleEcho}, {u"printf"_s, handlePrintf},
        {u"cat"_s, handleCat}, {u"tee"_s, handleTee}, {u":"_s, handleTrue}, {u"true"_s, handleTrue},
        {u"export"_s, handleTrue}, {u"unset"_s, handleTrue}, {u"shopt"_s, handleTrue}, {u"umask"_s, handleTrue},
        {u"cd"_s, handleCd}, {u"pushd"_s, handleCd}, {u"popd"_s, handleCd}, {u"exit"_s, handleLeave},
        {u"exec"_s, handleLeave}, {u"return"_s, handleLeave}, {u"logout"_s, handleLeave}, {u"touch"_s, handleTouch},
        {u"mkdir"_s, handleMkdir}, {u"rm"_s, handleRm}, {u"unlink"_s, handleRm}, {u"rmdir"_s, handleQuiet},
        {u"chmod"_s, handleQuiet}, {u"chown"_s, handleQuiet}, {u"mv"_s, handleMv}, {u"cp"_s, handleCp},
        {u"sed"_s, handleSed}, {u"gsed"_s, handleSed}, {u"truncate"_s, handleTruncate}, {u"git"_s, handleGit},
        {u"patch"_s, handlePatch}, {u"apply_patch"_s, handleApplyPatch}, {u"python"_s, handleInterpreter},
        {u"python3"_s, handleInterpreter}, {u"node"_s, handleInterpreter}, {u"nodejs"_s, handleInterpreter},
        {u"bun"_s, handleInterpreter}, {u"deno"_s, handleInterpreter}, {u"ruby"_s, handleInterpreter},
        {u"perl"_s, handleInterpreter}, {u"uv"_s, handlePackages}, {u"bash"_s, handleShell}, {u"sh"_s, handleShell},
        {u"eval"_s, handleShell}, {u"find"_s, handleFind}, {u"xargs"_s, handleXargs}, {u"npm"_s, handlePackages},
        {u"pnpm"_s, handlePackages}, {u"yarn"_s, handlePackages}, {u"poetry"_s, handlePackages},
        {u"npx"_s, handleFormatter}, {u"prettier"_s, handleFormatter}, {u"eslint"_s, handleFormatter},
        {u"black"_s, handleFormatter}, {u"isort"_s, handleFormatter}, {u"ruff"_s, handleFormatter},
        {u"autopep8"_s, handleFormatter}, {u"yapf"_s, handleFormatter}, {u"gofmt"_s, handleFormatter},
        {u"dos2unix"_s, handleFormatter}, {u"unix2dos"_s, handleFormatter}, {u"awk"_s, handleRewriter},
        {u"gawk"_s, handleRewriter}, {u"ed"_s, handleRewriter}, {u"ex"_s, handleRewriter}, {u"vi"_s, handleRewriter},
        {u"vim"_s, handleRewriter}, {u"nano"_s, handleRewriter}, {u"sponge"_s, handleRewriter},
        {u"ln"_s, handleRewriter}, {u"install"_s, handleRewriter}, {u"rsync"_s, handleRewriter},
        {u"sort"_s, handleDownload}, {u"curl"_s, handleDownload}, {u"wget"_s, handleDownload},
        {u"dd"_s, handleDownload}};
    return handlers.value(name, nullptr);
}

bool CommandLine::hasLetter(QChar letter) const
{
    for (const auto &option : options) {
        if (!option.startsWith("--"_L1) && option.contains(letter))
            return true;
    }
    return false;
}

CommandLine commandLineOf(const ShellCommand &command, std::size_t from)
{
    CommandLine line;
    auto isOnlyOperands = false;
    for (auto at = from; at < command.words.size(); ++at) {
        const auto &word = command.words[at];
        if (!isOnlyOperands && word.text.startsWith(u'-') && word.text.size() > 1) {
            line.isReadable &= word.isKnown;
            if (word.text == "--"_L1)
                isOnlyOperands = true;
            else
                line.options.append(word.text);
        } else {
            line.operands.push_back(word);
        }
    }
    return line;
}

void addOpaque(const ShellCommand &command, CommandEffects &effects, const ShellValue &path)
{
    if (!path.isKnown || !path.text.startsWith("/dev/"_L1))
        effects.edits.push_back(opaqueEdit(inFolder(command.folder, path)));
}

void addOpaque(const ShellCommand &command, CommandEffects &effects, const QString &path)
{
    ShellValue value;
    value.text = path;
    addOpaque(command, effects, value);
}

void addOpaqueAll(CommandEffects &effects)
{
    ShellEdit edit;
    edit.isPattern = true;
    effects.edits.push_back(edit);
}

} // namespace Decayscope
