// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sedscript.h"
#include "shellhandlers.h"

namespace Decayscope {

namespace {

using EditKind = FileEdit::Kind;

ShellEdit plainEdit(EditKind kind, const QString &path, const QString &target = {})
{
    ShellEdit edit;
    edit.edit.kind = kind;
    edit.edit.path = path;
    edit.edit.target = target;
    return edit;
}

/// `mv` and `cp`: the last operand is where the others go.
void addTransfers(EditKind kind, const ShellCommand &command, CommandEffects &effects)
{
    effects.manner = CommandManner::Complains;
    const auto line = commandLineOf(command);
    if (line.operands.size() < 2)
        return;
    const auto isKnownForm = line.isReadable && !line.hasLetter(u'n') && !line.hasLetter(u't') && !line.hasLetter(u'u')
        && !line.hasLetter(u'b') && !line.hasLetter(u'i') && !line.hasLetter(u'T') && !line.hasLetter(u'l')
        && !line.hasLetter(u's');
    const auto target = inFolder(command.folder, line.operands.back());
    for (std::size_t at = 0; at + 1 < line.operands.size(); ++at) {
        const auto source = inFolder(command.folder, line.operands[at]);
        if (!isKnownForm || !source.isKnown || !target.isKnown) {
            if (kind == EditKind::Move)
                effects.edits.push_back(opaqueEdit(source));
            effects.edits.push_back(opaqueEdit(target));
            continue;
        }
        const auto isIntoFolder = line.operands.size() > 2 || target.text.endsWith(u'/');
        effects.edits.push_back(plainEdit(kind, source.text,
            isIntoFolder && !target.text.endsWith(u'/') ? QString(target.text + u'/') : target.text));
    }
}

/// The files, scripts and manner of a `sed`.
struct SedCall
{
    QStringList scripts;
    std::vector<ShellValue> files;
    bool isInPlace = false;
    bool isExtended = false;
    bool isKnown = true;
};

bool readSedOption(SedCall &call, const ShellCommand &command, std::size_t &at)
{
    const auto &text = command.words[at].text;
    if (text == "-e"_L1 || text == "--expression"_L1) {
        if (++at >= command.words.size())
            return false;
        call.isKnown &= command.words[at].isKnown;
        call.scripts.append(command.words[at].text);
        return true;
    }
    if (text.startsWith("--expression="_L1)) {
        call.scripts.append(text.sliced(13));
        return true;
    }
    if (text == "--in-place"_L1 || text == "-i"_L1 || text == "-Ei"_L1 || text == "-ri"_L1 || text == "-i -E"_L1)
        call.isInPlace = true;
    else if (text.startsWith("-i"_L1) || text.startsWith("--in-place"_L1) || text.contains(u'i'))
        call.isInPlace = true, call.isKnown = false;
    else if (text != "-E"_L1 && text != "-r"_L1 && text != "--regexp-extended"_L1)
        call.isKnown = false;
    call.isExtended |= text.contains(u'E') || text.contains(u'r');
    return true;
}

SedCall sedCall(const ShellCommand &command)
{
    SedCall call;
    std::vector<ShellValue> operands;
    for (std::size_t at = 1; at < command.words.size(); ++at) {
        const auto &word = command.words[at];
        if (!word.text.startsWith(u'-') || word.text.size() == 1)
            operands.push_back(word);
        else if (!word.isKnown || !readSedOption(call, command, at))
            call.isKnown = false;
    }
    auto first = operands.begin();
    if (call.scripts.isEmpty() && first != operands.end()) {
        call.isKnown &= first->isKnown;
        call.scripts.append(first->text);
        ++first;
    }
    call.files.assign(first, operands.end());
    return call;
}

} // namespace

void handleQuiet(const ShellCommand &, CommandEffects &effects)
{
    effects.manner = CommandManner::Complains;
}

void handleTouch(const ShellCommand &command, CommandEffects &effects)
{
    effects.manner = CommandManner::Complains;
    const auto line = commandLineOf(command);
    if (!line.options.isEmpty() || !line.isReadable)
        return;
    for (const auto &operand : line.operands) {
        const auto place = inFolder(command.folder, operand);
        if (place.isKnown)
            effects.edits.push_back(plainEdit(EditKind::Append, place.text));
    }
}

void handleMkdir(const ShellCommand &command, CommandEffects &effects)
{
    effects.manner = CommandManner::Complains;
    for (const auto &operand : commandLineOf(command).operands) {
        const auto place = inFolder(command.folder, operand);
        if (place.isKnown)
            effects.foldersMade.append(place.text);
    }
}

void handleRm(const ShellCommand &command, CommandEffects &effects)
{
    effects.manner = CommandManner::Complains;
    for (const auto &operand : commandLineOf(command).operands) {
        const auto place = inFolder(command.folder, operand);
        effects.edits.push_back(place.isKnown ? plainEdit(EditKind::Delete, place.text) : opaqueEdit(place));
    }
}

void handleMv(const ShellCommand &command, CommandEffects &effects)
{
    addTransfers(EditKind::Move, command, effects);
}

void handleCp(const ShellCommand &command, CommandEffects &effects)
{
    addTransfers(EditKind::Copy, command, effects);
}

void handleSed(const ShellCommand &command, CommandEffects &effects)
{
    const auto call = sedCall(command);
    effects.manner = CommandManner::Complains;
    if (!call.isInPlace)
        return;
    const auto edits = call.isKnown ? sedEdits(call.scripts, call.isExtended) : std::nullopt;
    for (const auto &file : call.files) {
        const auto place = inFolder(command.folder, file);
        if (!edits || !place.isKnown) {
            effects.edits.push_back(opaqueEdit(place));
            continue;
        }
        for (const auto &step : *edits) {
            ShellEdit edit;
            edit.edit = step;
            edit.edit.path = place.text;
            effects.edits.push_back(std::move(edit));
        }
    }
    if (call.files.empty())
        addOpaqueAll(effects);
}

void handleTruncate(const ShellCommand &command, CommandEffects &effects)
{
    effects.manner = CommandManner::Complains;
    const auto line = commandLineOf(command);
    if (line.options == QStringList{u"-s0"_s} || line.options == QStringList{u"--size=0"_s}) {
        for (const auto &operand : line.operands) {
            const auto place = inFolder(command.folder, operand);
            effects.edits.push_back(place.isKnown ? plainEdit(EditKind::Content, place.text) : opaqueEdit(place));
        }
        return;
    }
    for (const auto &operand : line.operands)
        addOpaque(command, effects, operand);
}

} // namespace Decayscope
