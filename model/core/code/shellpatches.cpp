// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "patch.h"
#include "shellhandlers.h"

#include <algorithm>

namespace Decayscope {

namespace {

using EditKind = FileEdit::Kind;

ShellValue known(const QString &text)
{
    ShellValue value;
    value.text = text;
    return value;
}

void add(const ShellCommand &command, CommandEffects &effects, EditKind kind, const QString &path, const QString &after)
{
    const auto place = inFolder(command.folder, known(path));
    if (!place.isKnown) {
        effects.edits.push_back(opaqueEdit(place));
        return;
    }
    ShellEdit edit;
    edit.edit.kind = kind;
    edit.edit.path = place.text;
    if (kind == EditKind::Move)
        edit.edit.target = inFolder(command.folder, known(after)).text;
    else
        edit.edit.after = after;
    effects.edits.push_back(std::move(edit));
}

void addFile(const ShellCommand &command, CommandEffects &effects, const FilePatch &file)
{
    using Kind = FilePatch::Kind;
    const auto added = file.addedText();
    if (file.isDamaged || file.isBinary || file.isCombined || file.isSymlink || file.kind == Kind::Copied
        || (file.kind == Kind::Added && !added)) {
        addOpaque(command, effects, file.path());
        return;
    }
    if (file.kind == Kind::Added)
        return add(command, effects, EditKind::Content, file.newPath, *added);
    if (file.kind == Kind::Deleted)
        return add(command, effects, EditKind::Delete, file.oldPath, {});
    if (file.kind == Kind::Renamed)
        add(command, effects, EditKind::Move, file.oldPath, file.newPath);
    if (!file.hunks.empty())
        add(command, effects, EditKind::Diff, file.newPath, unifiedText(file));
}

/// A patch spelled out in the command. Git takes all of it or nothing.
void addPatch(const ShellCommand &command, CommandEffects &effects, bool isReplayable)
{
    const auto patch = readPatchFiles(command.input->toUtf8());
    const auto isWhole = isReplayable && patch.issues.empty();
    for (const auto &file : patch.files) {
        if (isWhole) {
            addFile(command, effects, file);
            continue;
        }
        for (const auto &path : {file.oldPath, file.newPath}) {
            if (!path.isEmpty())
                addOpaque(command, effects, path);
        }
    }
    if (patch.files.empty())
        addOpaqueAll(effects);
}

bool hasPrefixes(const QString &patch)
{
    return patch.contains("\n+++ b/"_L1) || patch.contains("\n--- a/"_L1);
}

void handleGitApply(const ShellCommand &command, CommandEffects &effects)
{
    const auto line = commandLineOf(command, 2);
    if (line.has(u"--check") || line.has(u"--stat") || line.has(u"--numstat") || line.has(u"--summary"))
        return;
    const auto readsInput = line.operands.empty() || line.operands.front().text == "-"_L1;
    if (!command.input || !readsInput)
        return addOpaqueAll(effects);
    addPatch(command, effects, line.options.isEmpty() && hasPrefixes(*command.input));
}

/// Paths behind `--`, or behind the subcommand itself.
void addPaths(const ShellCommand &command, CommandEffects &effects)
{
    auto isNamed = false;
    for (const auto &operand : commandLineOf(command, 2).operands) {
        addOpaque(command, effects, operand);
        isNamed = true;
    }
    if (!isNamed)
        addOpaqueAll(effects);
}

/// A lone name such as "src/app.js" is a file; branches have no such endings.
bool looksLikeFile(const QString &name)
{
    const auto dot = name.lastIndexOf(u'.');
    if (dot <= 0 || dot < name.lastIndexOf(u'/') || name.size() - dot > 6)
        return false;
    return std::ranges::all_of(name.sliced(dot + 1), [](QChar letter) { return letter.isLetter(); })
        && !name.endsWith(u'.');
}

void handleGitCheckout(const ShellCommand &command, CommandEffects &effects)
{
    const auto line = commandLineOf(command, 2);
    if (line.hasLetter(u'b') || line.hasLetter(u'B') || line.has(u"--orphan") || line.hasLetter(u'c'))
        return;
    const auto isOfPaths = command.words.size() > 2
        && (command.words[1].text == "restore"_L1
            || (line.options.isEmpty() && !line.operands.empty()
                && std::ranges::all_of(line.operands, looksLikeFile, &ShellValue::text)));
    for (const auto &word : command.words) {
        if (isOfPaths || word.text == "--"_L1)
            return addPaths(command, effects);
    }
    addOpaqueAll(effects);
}

void handleGitMove(const ShellCommand &command, CommandEffects &effects)
{
    auto rest = command;
    rest.words.erase(rest.words.begin());
    if (rest.words.front().text == "mv"_L1)
        handleMv(rest, effects);
    else if (!commandLineOf(rest).has(u"--cached"))
        handleRm(rest, effects);
}

} // namespace

void handleGit(const ShellCommand &command, CommandEffects &effects)
{
    if (command.words.size() < 2)
        return;
    const auto &verb = command.words[1].text;
    static const QStringList movers{u"reset"_s, u"stash"_s, u"clean"_s, u"pull"_s, u"merge"_s, u"rebase"_s,
        u"cherry-pick"_s, u"revert"_s, u"am"_s, u"-C"_s, u"-c"_s};
    static const QStringList lookers{u"list"_s, u"show"_s, u"--soft"_s, u"HEAD"_s};
    if (verb == "apply"_L1)
        handleGitApply(command, effects);
    else if (verb == "checkout"_L1 || verb == "restore"_L1 || verb == "switch"_L1)
        handleGitCheckout(command, effects);
    else if (verb == "mv"_L1 || verb == "rm"_L1)
        handleGitMove(command, effects);
    else if (verb == "-C"_L1 || verb == "-c"_L1) {
        for (const auto &word : command.words) {
            if (movers.sliced(0, 9).contains(word.text) || word.text == "checkout"_L1 || word.text == "apply"_L1)
                return addOpaqueAll(effects);
        }
    } else if (movers.contains(verb) && (command.words.size() <= 2 || !lookers.contains(command.words[2].text))) {
        addOpaqueAll(effects);
    } else {
        effects.manner = CommandManner::Program;
    }
}

void handlePatch(const ShellCommand &command, CommandEffects &effects)
{
    const auto line = commandLineOf(command);
    if (line.has(u"--dry-run"))
        return;
    if (!command.input || !line.operands.empty()) {
        if (line.operands.empty())
            addOpaqueAll(effects);
        else
            addOpaque(command, effects, line.operands.front());
        return;
    }
    const auto isFirstLevel = line.options == QStringList{u"-p1"_s} && hasPrefixes(*command.input);
    const auto isZeroLevel = line.options == QStringList{u"-p0"_s} && !hasPrefixes(*command.input);
    addPatch(command, effects, isFirstLevel || isZeroLevel);
}

/// The `*** Update File: name` form: its places are found by their text, so only the names are taken.
void handleApplyPatch(const ShellCommand &command, CommandEffects &effects)
{
    const auto text = command.input ? *command.input : command.words.size() > 1 ? command.words[1].text : QString();
    auto isNamed = false;
    for (const auto line : QStringTokenizer(text, u'\n')) {
        for (const auto start :
            {"*** Update File: "_L1, "*** Add File: "_L1, "*** Delete File: "_L1, "*** Move to: "_L1}) {
            if (!line.startsWith(start))
                continue;
            addOpaque(command, effects, line.sliced(start.size()).trimmed().toString());
            isNamed = true;
        }
    }
    if (!isNamed)
        addOpaqueAll(effects);
}

} // namespace Decayscope
