// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "historyevents.h"

#include "inlinescript.h"

#include <QStringTokenizer>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype mostCharacters = 48'000'000; ///< Of all edits together.
constexpr std::size_t mostEvents = 400'000;
constexpr qsizetype mostComplaints = 50;
constexpr qsizetype longestComplaint = 400;

bool isShellTool(const QString &tool)
{
    static const QStringList words{u"bash"_s, u"shell"_s, u"terminal"_s, u"command"_s, u"exec"_s};
    const auto name = tool.toLower();
    if (name.isEmpty() || name == "run"_L1 || name == "sh"_L1 || name == "cmd"_L1)
        return true;
    for (const auto &word : words) {
        if (name.contains(word))
            return true;
    }
    return false;
}

bool isPythonTool(const QString &tool)
{
    const auto name = tool.toLower();
    return name.contains("python"_L1) || name.contains("jupyter"_L1);
}

/// The window editor of early SWE-agents is no shell command, though it stands where one would.
bool isWindowEdit(const QString &text)
{
    return text.startsWith("edit "_L1) && text.contains("\nend_of_edit"_L1);
}

QString firstLine(const QString &text)
{
    const auto trimmed = QStringView(text).trimmed();
    const auto end = trimmed.indexOf(u'\n');
    const auto line = (end < 0 ? trimmed : trimmed.first(end)).trimmed();
    return line.size() <= 80 ? line.toString() : QString(line.first(79) + u'…');
}

/// Lines that only the shell itself and the file tools write.
bool isComplaint(QStringView line)
{
    static const QStringList starts{u"bash:"_s, u"/bin/bash:"_s, u"-bash:"_s, u"sh:"_s, u"/bin/sh:"_s, u"dash:"_s,
        u"zsh:"_s, u"/usr/bin/bash:"_s, u"cd:"_s, u"mkdir:"_s, u"touch:"_s, u"cp:"_s, u"mv:"_s, u"rm:"_s, u"sed:"_s,
        u"cat:"_s, u"tee:"_s, u"chmod:"_s, u"truncate:"_s, u"patch:"_s, u"error:"_s, u"fatal:"_s, u"Hunk #"_s};
    if (line.endsWith("not found"_L1))
        return false;
    for (const auto &start : starts) {
        if (line.startsWith(start))
            return true;
    }
    return false;
}

bool isSyntaxError(QStringView line)
{
    return line.contains("syntax error"_L1) || line.contains("unexpected EOF"_L1)
        || line.contains("unexpected end of"_L1) || line.contains("Unterminated quoted"_L1);
}

FileEdit opaqueOf(const QString &path)
{
    FileEdit edit;
    edit.path = path;
    return edit;
}

} // namespace

CallOutcome outcomeOf(const TurnPart &result)
{
    CallOutcome outcome;
    outcome.isKnown = true;
    outcome.returnCode = result.returnCode;
    outcome.isError = result.isError || result.kind == PartKind::Error;
    outcome.isPartial = result.text.contains("characters elided"_L1) || result.text.contains("<output_head>"_L1)
        || result.text.contains("truncated"_L1);
    for (const auto line : QStringTokenizer(result.text, u'\n')) {
        if (outcome.complaints.size() == mostComplaints)
            break;
        if (!isComplaint(line))
            continue;
        outcome.hasSyntaxError |= isSyntaxError(line);
        outcome.complaints.append(line.first(qMin(line.size(), longestComplaint)).toString());
    }
    return outcome;
}

namespace {

Happening toolHappening(const CallOutcome &outcome)
{
    if (!outcome.isKnown)
        return Happening::Doubtful;
    return outcome.isError || outcome.returnCode.value_or(0) != 0 ? Happening::No : Happening::Yes;
}

bool complainsOf(const CallOutcome &outcome, const FileEdit &edit)
{
    for (const auto &path : {edit.path, edit.target}) {
        const auto name = QStringView(path).sliced(path.lastIndexOf(u'/') + 1);
        for (const auto &line : outcome.complaints) {
            if (!name.isEmpty() && line.contains(name))
                return true;
        }
    }
    const auto isDiff = edit.kind == FileEdit::Kind::Diff;
    return isDiff && !outcome.complaints.isEmpty();
}

bool isReachProven(const CallOutcome &outcome, const ShellReach &reach)
{
    const auto code = outcome.returnCode;
    // A shell that was killed reports a signal.
    const auto hasEnded = code && *code >= 0 && *code < 128;
    const auto isQuiet = outcome.complaints.isEmpty() && !outcome.isPartial && (hasEnded || !outcome.isError);
    return (!reach.needsEnd || hasEnded) && (!reach.needsSuccess || code == 0) && (!reach.needsQuiet || isQuiet);
}

} // namespace

Happening HistoryEvents::happening(const HistoryEvent &event) const
{
    if (event.call < 0)
        return Happening::Yes;
    const auto &outcome = calls.at(static_cast<std::size_t>(event.call)).outcome;
    if (!event.isShell)
        return toolHappening(outcome);
    if (!outcome.isKnown || outcome.hasSyntaxError || complainsOf(outcome, event.edit.edit))
        return Happening::Doubtful;
    // A deletion of several files names those it could not delete.
    const auto isExplained = event.edit.edit.kind == FileEdit::Kind::Delete && !outcome.complaints.isEmpty();
    const auto hasFailed = event.edit.isLast && !isExplained && outcome.returnCode && *outcome.returnCode != 0;
    return hasFailed || !isReachProven(outcome, event.edit.reach) ? Happening::Doubtful : Happening::Yes;
}

bool HistoryEvents::isMade(const HistoryCall &call, const ShellFolder &folder)
{
    const auto &outcome = call.outcome;
    return folder.isSure && outcome.isKnown && !outcome.hasSyntaxError && outcome.complaints.isEmpty()
        && isReachProven(outcome, folder.reach);
}

void EventCollector::add(const TurnContent &turn)
{
    auto asks = false;
    for (const auto &part : turn.parts) {
        const auto isAsked = part.edit && part.edit->evidence == FileEdit::Evidence::Asked;
        if (!asks && turn.role == TurnRole::Assistant && (part.kind == PartKind::Command || isAsked)) {
            forgetWaiting();
            asks = true;
        }
        if (part.kind == PartKind::Command)
            addCommand(turn.index, part);
        else if (part.kind == PartKind::Edit && part.edit && isAsked)
            addEdit(turn.index, part);
        else if (part.kind == PartKind::Edit && part.edit)
            addReport(turn.index, part);
        else if (part.kind == PartKind::Output || part.kind == PartKind::Error)
            addResult(part);
    }
}

/// What the agent does next says that no result of the former calls will come.
void EventCollector::forgetWaiting()
{
    m_waiting.clear();
    m_firstWaiting = 0;
}

int EventCollector::newCall(const TurnPart &part, const QString &name)
{
    const auto index = static_cast<int>(m_events.calls.size());
    HistoryCall call;
    call.id = part.callId;
    call.name = name;
    call.firstEvent = call.eventEnd = m_events.events.size();
    m_events.calls.push_back(std::move(call));
    if (part.callId.isEmpty())
        m_waiting.push_back(index);
    else
        m_callsById.insert(part.callId, index);
    return index;
}

void EventCollector::push(HistoryEvent event)
{
    auto &edit = event.edit.edit;
    m_characters += edit.after.size() + (edit.before ? edit.before->size() : 0);
    if (m_characters > mostCharacters || m_events.events.size() > mostEvents) {
        auto smaller = opaqueOf(edit.path);
        smaller.evidence = edit.evidence;
        edit = smaller;
    }
    m_events.events.push_back(std::move(event));
    if (m_events.events.back().call >= 0)
        m_events.calls[static_cast<std::size_t>(m_events.events.back().call)].eventEnd = m_events.events.size();
}

void EventCollector::addCommand(int turn, const TurnPart &part)
{
    const auto isPython = isPythonTool(part.tool);
    const auto isShell = !isPython && isShellTool(part.tool) && !isWindowEdit(part.text);
    const auto call = newCall(part, firstLine(part.text));
    if (!part.workingFolder.isEmpty())
        m_events.folders.append(part.workingFolder);
    if (isPython) {
        const auto writes = inlineWrites(part.text);
        for (const auto &path : writes.paths)
            push({turn, call, {opaqueOf(path), false, {}, {}, {}}, true, false});
        if (writes.hasOther)
            push({turn, call, {opaqueOf({}), true, {}, {}, {}}, true, false});
    }
    if (!isShell)
        return;
    auto script = shellScript(part.text, part.workingFolder);
    m_events.calls[static_cast<std::size_t>(call)].foldersMade = script.foldersMade;
    for (auto &edit : script.edits)
        push({turn, call, std::move(edit), true, false});
}

namespace {

FileEdit placed(const TurnPart &part)
{
    auto edit = *part.edit;
    if (!part.workingFolder.isEmpty() && !edit.path.isEmpty() && !edit.path.startsWith(u'/'))
        edit.path = part.workingFolder + u'/' + edit.path;
    if (!part.workingFolder.isEmpty() && !edit.target.isEmpty() && !edit.target.startsWith(u'/'))
        edit.target = part.workingFolder + u'/' + edit.target;
    return edit;
}

} // namespace

void EventCollector::addEdit(int turn, const TurnPart &part)
{
    auto call = callFor(part.callId);
    if (call < 0 || m_events.calls[static_cast<std::size_t>(call)].eventEnd != m_events.events.size())
        call = newCall(part, firstLine(part.text));
    push({turn, call, {placed(part), false, {}, {}, {}}, false, false});
}

int EventCollector::callFor(const QString &id) const
{
    return id.isEmpty() ? -1 : m_callsById.value(id, -1);
}

/// What a tool says it did takes the place of what it was asked to do.
void EventCollector::addReport(int turn, const TurnPart &part)
{
    auto index = callFor(part.callId);
    if (index < 0 && part.callId.isEmpty() && m_waiting.size() == 1)
        index = m_waiting.front();
    const auto edit = placed(part);
    if (index >= 0) {
        auto &call = m_events.calls[static_cast<std::size_t>(index)];
        for (auto at = call.firstEvent; at < call.eventEnd; ++at) {
            auto &event = m_events.events[at];
            const auto isSame = event.call == index && !event.isShell && !event.isReplaced
                && (event.edit.edit.path == edit.path || call.eventEnd == call.firstEvent + 1);
            if (!isSame)
                continue;
            m_characters += edit.after.size();
            event.edit.edit = m_characters > mostCharacters ? opaqueOf(edit.path) : edit;
            event.isReplaced = true;
            event.call = -1;
            return;
        }
    }
    push({turn, -1, {edit, false, {}, {}, {}}, false, false});
}

void EventCollector::addResult(const TurnPart &part)
{
    auto index = callFor(part.callId);
    if (index < 0 && m_firstWaiting < m_waiting.size())
        index = m_waiting[m_firstWaiting++];
    if (index < 0)
        return;
    auto &outcome = m_events.calls[static_cast<std::size_t>(index)].outcome;
    const auto before = std::exchange(outcome, outcomeOf(part));
    if (!before.isKnown)
        return;
    outcome.isError |= before.isError;
    outcome.isPartial |= before.isPartial;
    outcome.complaints.append(before.complaints);
    if (!outcome.returnCode)
        outcome.returnCode = before.returnCode;
}

} // namespace Decayscope
