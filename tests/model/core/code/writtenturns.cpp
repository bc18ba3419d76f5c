// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "writtenturns.h"

namespace Decayscope::Test {

using namespace Qt::StringLiterals;

WrittenTurns &WrittenTurns::add(TurnRole role, TurnPart part)
{
    TurnContent turn;
    turn.index = count();
    turn.role = role;
    turn.parts.push_back(std::move(part));
    m_turns.push_back(std::move(turn));
    return *this;
}

WrittenTurns &WrittenTurns::runs(const QString &command, const QString &callId, const QString &folder)
{
    TurnPart part;
    part.kind = command.isEmpty() ? PartKind::Text : PartKind::Command;
    part.text = command;
    part.tool = u"bash"_s;
    part.callId = callId;
    part.workingFolder = folder;
    return add(TurnRole::Assistant, std::move(part));
}

WrittenTurns &WrittenTurns::ends(std::optional<int> returnCode, const QString &output, const QString &callId)
{
    TurnPart part;
    part.kind = PartKind::Output;
    part.text = output;
    part.callId = callId;
    part.returnCode = returnCode;
    part.isError = returnCode.value_or(0) != 0;
    return add(TurnRole::User, std::move(part));
}

WrittenTurns &WrittenTurns::fails(const QString &error, const QString &callId)
{
    TurnPart part;
    part.kind = PartKind::Error;
    part.text = error;
    part.callId = callId;
    return add(TurnRole::Tool, std::move(part));
}

WrittenTurns &WrittenTurns::asks(FileEdit edit, const QString &callId)
{
    TurnPart part;
    part.kind = PartKind::Edit;
    part.callId = callId;
    edit.evidence = FileEdit::Evidence::Asked;
    part.edit = std::move(edit);
    return add(TurnRole::Assistant, std::move(part));
}

WrittenTurns &WrittenTurns::reports(FileEdit edit, const QString &callId)
{
    TurnPart part;
    part.kind = PartKind::Edit;
    part.callId = callId;
    edit.evidence = FileEdit::Evidence::Reported;
    part.edit = std::move(edit);
    return add(TurnRole::Tool, std::move(part));
}

Turn WrittenTurns::outline(int index) const
{
    Turn turn;
    turn.index = index;
    turn.role = m_turns.at(static_cast<std::size_t>(index)).role;
    return turn;
}

FileEdit content(const QString &path, const QString &after, std::optional<QString> before)
{
    FileEdit edit;
    edit.kind = FileEdit::Kind::Content;
    edit.path = path;
    edit.after = after;
    edit.before = std::move(before);
    return edit;
}

FileEdit replacing(const QString &path, const QString &before, const QString &after)
{
    FileEdit edit;
    edit.kind = FileEdit::Kind::Replace;
    edit.path = path;
    edit.before = before;
    edit.after = after;
    return edit;
}

} // namespace Decayscope::Test
