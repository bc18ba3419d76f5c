// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shellcommand.h"
#include "shellhandlers.h"

namespace Decayscope {

namespace {

using EditKind = FileEdit::Kind;

/// Words that run the command behind them.
qsizetype wrapperLength(const std::vector<ShellValue> &words, std::size_t at)
{
    static const QStringList plain{
        u"sudo"_s, u"command"_s, u"builtin"_s, u"nohup"_s, u"time"_s, u"nice"_s, u"stdbuf"_s};
    const auto &name = words[at].text;
    const auto isTimeout = name == "timeout"_L1;
    if (!plain.contains(name) && !isTimeout && name != "env"_L1)
        return 0;
    auto next = at + 1;
    while (next < words.size() && words[next].text.startsWith(u'-'))
        ++next;
    while (name == "env"_L1 && next < words.size() && words[next].text.contains(u'='))
        ++next;
    if (isTimeout && next < words.size())
        ++next;
    return static_cast<qsizetype>(next - at);
}

void takeWrappersOff(ShellCommand &command, bool &isProgram)
{
    std::size_t at = 0;
    while (at < command.words.size()) {
        const auto length = wrapperLength(command.words, at);
        if (length == 0)
            break;
        at += static_cast<std::size_t>(length);
        isProgram = true;
    }
    command.words.erase(command.words.begin(), command.words.begin() + static_cast<std::ptrdiff_t>(at));
}

bool isFile(const ShellValue &target)
{
    return !(target.isKnown && (target.text.startsWith("/dev/"_L1) || target.text.isEmpty()));
}

bool isStandardOutput(const ShellRedirection &redirection)
{
    return (redirection.sign == ">"_L1 || redirection.sign == ">>"_L1)
        && (redirection.descriptor == -1 || redirection.descriptor == 1);
}

bool isDuplication(const ShellRedirection &redirection)
{
    const auto &target = redirection.target.text;
    return redirection.sign == ">&"_L1
        && (target == "-"_L1 || (!target.isEmpty() && target.front() >= u'0' && target.front() <= u'9'));
}

bool writes(const ShellRedirection &redirection)
{
    return !redirection.sign.startsWith(u'<') && !isDuplication(redirection) && isFile(redirection.target);
}

/// Complaints that are sent away prove nothing.
bool hidesComplaints(const ShellCommand &command)
{
    auto hasOutput = false;
    auto hides = false;
    for (const auto &redirection : command.redirections) {
        hasOutput |= isStandardOutput(redirection);
        hides |= redirection.sign.startsWith("&>"_L1) || (redirection.sign == ">&"_L1 && !isDuplication(redirection));
        hides |= redirection.descriptor == 2 && (!isDuplication(redirection) || hasOutput);
    }
    return hides;
}

void addOutputEdits(const ShellCommand &command, CommandEffects &effects)
{
    int outputs = 0;
    for (const auto &redirection : command.redirections)
        outputs += isStandardOutput(redirection) ? 1 : 0;
    for (const auto &redirection : command.redirections) {
        if (!writes(redirection))
            continue;
        effects.manner = qMax(effects.manner, CommandManner::Complains);
        const auto place = inFolder(command.folder, redirection.target);
        const auto isKnown = isStandardOutput(redirection) && outputs == 1 && effects.output && place.isKnown
            && !hidesComplaints(command);
        if (!isKnown) {
            effects.edits.push_back(opaqueEdit(place));
            continue;
        }
        ShellEdit edit;
        edit.edit.kind = redirection.sign == ">>"_L1 ? EditKind::Append : EditKind::Content;
        edit.edit.path = place.text;
        edit.edit.after = *effects.output;
        effects.edits.push_back(std::move(edit));
    }
    if (outputs > 0)
        effects.output.reset();
}

} // namespace

ShellEdit opaqueEdit(const ShellValue &place)
{
    ShellEdit edit;
    edit.edit.path = place.text;
    edit.isPattern = !place.isKnown;
    edit.end = place.end;
    return edit;
}

std::vector<ShellEdit> inDoubt(const ShellEdit &edit)
{
    if (edit.edit.kind == EditKind::Opaque)
        return {edit};
    std::vector<ShellEdit> doubts;
    ShellEdit doubt;
    doubt.elsewhere = edit.elsewhere;
    doubt.reach = edit.reach;
    doubt.isFolderOpen = edit.isFolderOpen;
    doubt.edit.path = edit.edit.path;
    if (edit.edit.kind != EditKind::Copy)
        doubts.push_back(doubt);
    if (edit.edit.kind == EditKind::Copy || edit.edit.kind == EditKind::Move) {
        doubt.edit.path = edit.edit.target;
        doubts.push_back(doubt);
    }
    return doubts;
}

CommandEffects effectsOf(const ShellCommand &given)
{
    auto command = given;
    CommandEffects effects;
    auto isWrapped = false;
    takeWrappersOff(command, isWrapped);
    if (command.isGroup) {
        effects.manner = CommandManner::Program;
    } else if (command.words.empty()) {
        effects.manner = isWrapped ? CommandManner::Program : CommandManner::Harmless;
        if (!isWrapped)
            effects.output = QString();
    } else if (command.words.front().isKnown) {
        const auto path = command.words.front().text;
        if (const auto handler = shellHandler(path.sliced(path.lastIndexOf(u'/') + 1)))
            handler(command, effects);
    }
    addOutputEdits(command, effects);
    if (effects.manner != CommandManner::Leaves && (isWrapped || hidesComplaints(command)))
        effects.manner = CommandManner::Program;
    return effects;
}

} // namespace Decayscope
