// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "openhandsclassicturn.h"

#include "classicobservation.h"
#include "jsonparser.h"
#include "jsonvalues.h"
#include "toolcalls.h"
#include "turnparts.h"

#include <simdjson.h>

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

namespace dom = simdjson::dom;

/// Of a pair of action and observation, as the oldest files have it, both are read into one turn.
constexpr int longestPair = 2;

/// An action with the members that hold what it says; the flat form of 2024 has them at the top.
struct ClassicEvent
{
    const dom::element &event;
    dom::element details; ///< `args`.
    QString callId;
    QString tool;
};

using Reader = void (*)(const ClassicEvent &, TurnContent &);

QString textOf(const ClassicEvent &event, std::initializer_list<std::string_view> keys)
{
    for (const auto key : keys) {
        if (auto text = contentAt(event.details, key); !text.isEmpty())
            return text;
    }
    return {};
}

void addImages(const ClassicEvent &event, TurnContent &turn)
{
    for (const auto *key : {"image_urls", "images_urls"}) {
        dom::array images;
        if (event.details[key].get_array().get(images) != simdjson::SUCCESS)
            continue;
        for (const auto image : images) {
            std::string_view address;
            if (image.get_string().get(address) == simdjson::SUCCESS)
                addPart(turn, PartKind::Image, imageDescription(address));
        }
    }
}

void readRun(const ClassicEvent &event, TurnContent &turn)
{
    auto &command = addCommand(turn, event.tool, event.callId, textOf(event, {"command", "code"}));
    command.workingFolder = stringAt(event.details, "cwd");
}

void readFileRead(const ClassicEvent &event, TurnContent &turn)
{
    addCommand(turn, event.tool, event.callId, u"view " % stringAt(event.details, "path"));
}

void readWrite(const ClassicEvent &event, TurnContent &turn)
{
    const auto isWhole
        = wholeAt(event.details, "start").value_or(0) == 0 && wholeAt(event.details, "end").value_or(-1) == -1;
    addEdit(turn,
        {.kind = isWhole ? FileEdit::Kind::Content : FileEdit::Kind::Opaque,
            .path = stringAt(event.details, "path"),
            .after = stringAt(event.details, "content")},
        event.tool, event.callId);
}

/// The arguments of the model's own call are whole where the event keeps them only inside Python code.
std::optional<dom::element> editorCall(const ClassicEvent &event)
{
    dom::element call;
    dom::element arguments;
    if (event.event["tool_call_metadata"]["model_response"]["choices"].at(0)["message"]["tool_calls"].at(0).get(call)
            != simdjson::SUCCESS
        || call["function"]["arguments"].get(arguments) != simdjson::SUCCESS
        || bytesAt(call, "id") != bytesAt(event.event["tool_call_metadata"].value_unsafe(), "tool_call_id"))
        return {};
    return arguments;
}

void readEdit(const ClassicEvent &event, TurnContent &turn)
{
    static const QString editor = QStringLiteral("str_replace_editor");
    if (!bytesAt(event.details, "command").empty())
        return addToolCall(turn, editor, event.details, event.callId);
    if (const auto arguments = editorCall(event); arguments && event.tool == editor)
        return addToolCall(turn, editor, *arguments, event.callId);
    addEdit(turn,
        {.kind = FileEdit::Kind::Opaque,
            .path = stringAt(event.details, "path"),
            .after = stringAt(event.details, "content")},
        event.tool, event.callId);
}

void readMessage(const ClassicEvent &event, TurnContent &turn)
{
    addPart(turn, PartKind::Text, textOf(event, {"content"}));
    addImages(event, turn);
}

void readSystem(const ClassicEvent &event, TurnContent &turn)
{
    turn.role = TurnRole::System;
    turn.kind = TurnKind::System;
    addPart(turn, PartKind::Text, textOf(event, {"content"}));
}

void readFinish(const ClassicEvent &event, TurnContent &turn)
{
    turn.kind = TurnKind::Finish;
    auto text = textOf(event, {"final_thought", "thought", "content"});
    addPart(turn, PartKind::Text, text.isEmpty() ? stringAt(event.event, "message") : text);
}

void readThink(const ClassicEvent &event, TurnContent &turn)
{
    addPart(turn, PartKind::Text, textOf(event, {"thought", "content"}));
}

void readCall(const ClassicEvent &event, TurnContent &turn)
{
    addToolCall(turn, event.tool, event.details, event.callId);
}

void readNote(const ClassicEvent &event, TurnContent &turn)
{
    turn.kind = TurnKind::Other;
    addPart(turn, PartKind::Text, textOf(event, {"agent_state", "query", "summary", "content", "reason"}));
}

void readNothing(const ClassicEvent &, TurnContent &) { }

struct Row
{
    std::string_view name;
    Reader read;
};

constexpr std::array actions{
    Row{"system", readSystem},
    Row{"message", readMessage},
    Row{"run", readRun},
    Row{"run_ipython", readRun},
    Row{"read", readFileRead},
    Row{"write", readWrite},
    Row{"edit", readEdit},
    Row{"think", readThink},
    Row{"finish", readFinish},
    Row{"reject", readFinish},
    Row{"browse", readCall},
    Row{"browse_interactive", readCall},
    Row{"call_tool_mcp", readCall},
    Row{"delegate", readCall},
    Row{"task_tracking", readCall},
    Row{"recall", readNote},
    Row{"condensation", readNote},
    Row{"condensation_request", readNothing},
    Row{"change_agent_state", readNote},
    Row{"loop_recovery", readNote},
    Row{"pause", readNothing},
    Row{"resume", readNothing},
    Row{"stop", readNothing},
    Row{"null", readNothing},
};

ClassicEvent actionOf(const dom::element &event)
{
    ClassicEvent classic{.event = event, .details = memberAt(event, "args").value_or(event), .callId = {}, .tool = {}};
    if (const auto call = memberAt(event, "tool_call_metadata")) {
        classic.callId = stringAt(*call, "tool_call_id");
        classic.tool = stringAt(*call, "function_name");
    }
    return classic;
}

/// What the agent thought stands with the action, or in the reply it came from.
void addThought(const ClassicEvent &event, TurnContent &turn)
{
    dom::element reply;
    const auto hasReply = event.event["tool_call_metadata"]["model_response"]["choices"].at(0)["message"].get(reply)
        == simdjson::SUCCESS;
    if (hasReply)
        addContentAt(turn, PartKind::Reasoning, reply, "reasoning_content");
    const auto thought = stringAt(event.details, "thought");
    if (!thought.isEmpty())
        addPart(turn, PartKind::Text, thought);
    else if (hasReply)
        addContentAt(turn, PartKind::Text, reply, "content");
}

/// Tokens stand with the reply; a joined list tells them too, where there is one.
void addUsage(const dom::element &event, const TurnPlace &place, TurnContent &turn)
{
    dom::element reply;
    if (event["tool_call_metadata"]["model_response"].get(reply) != simdjson::SUCCESS)
        return;
    const auto found = place.facts.usage.constFind(stringAt(reply, "id"));
    if (found != place.facts.usage.cend()) {
        if (found->turn != place.index)
            return;
        turn.tokens = found->tokens;
        turn.cost = found->cost;
        turn.seconds = found->seconds;
        return;
    }
    const auto usage = memberAt(reply, "usage");
    const auto isOnly = wholeAt(event["tool_call_metadata"].value_unsafe(), "total_calls_in_response").value_or(1) == 1;
    if (usage && isOnly && (hasMember(*usage, "prompt_tokens") || hasMember(*usage, "completion_tokens")))
        turn.tokens = TokenCount{.input = wholeAt(*usage, "prompt_tokens").value_or(0),
            .output = wholeAt(*usage, "completion_tokens").value_or(0)};
}

void readAction(const dom::element &event, std::string_view name, const TurnPlace &place, TurnContent &turn)
{
    const auto *row = std::ranges::find(actions, name, &Row::name);
    if (row == actions.end())
        return keepRaw(turn, jsonSource(event));
    auto classic = actionOf(event);
    if (classic.tool.isEmpty())
        classic.tool = searchable(name);
    const auto source = bytesAt(event, "source");
    turn.role = source == "user"  ? TurnRole::User
        : source == "environment" ? TurnRole::Environment
                                  : TurnRole::Assistant;
    const auto isWord = name == "message" || name == "system" || name == "think" || name == "finish";
    if (!isWord && turn.role == TurnRole::Assistant)
        addThought(classic, turn);
    row->read(classic, turn);
    addUsage(event, place, turn);
}

void readEvent(const dom::element &event, const TurnPlace &place, TurnContent &turn)
{
    turn.time = timeAt(event, "timestamp");
    const auto action = bytesAt(event, "action");
    const auto name = action.empty() ? bytesAt(event, "observation") : action;
    turn.name = searchable(name);
    if (!action.empty())
        readAction(event, action, place, turn);
    else
        readClassicObservation(event, name, turn);
}

} // namespace

void readOpenHandsClassicTurn(const dom::element &event, const TurnPlace &place, TurnContent &turn)
{
    dom::array pair;
    if (event.get_array().get(pair) != simdjson::SUCCESS)
        return readEvent(event, place, turn);
    if (pair.size() > longestPair)
        return keepRaw(turn, jsonSource(event));
    for (const auto half : pair) {
        TurnContent read{.index = turn.index};
        readEvent(half, place, read);
        if (!read.isKnown)
            return keepRaw(turn, jsonSource(event));
        const auto isFirst = turn.parts.empty();
        turn.role = isFirst ? read.role : turn.role;
        turn.kind = isFirst ? read.kind : turn.kind;
        turn.name = isFirst ? read.name : turn.name;
        turn.time = turn.time ? turn.time : read.time;
        turn.tokens = turn.tokens ? turn.tokens : read.tokens;
        std::ranges::move(read.parts, std::back_inserter(turn.parts));
    }
}

} // namespace Decayscope
