// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "openhandsturn.h"

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

constexpr int stillRunning = -1; // the terminal's code of a command that has not ended

QString callId(const dom::element &event)
{
    return stringAt(event, "tool_call_id");
}

/// The name under which a tool is known, of an action that is recorded without one.
QString toolOf(const dom::element &event, const dom::element &action)
{
    auto name = stringAt(event, "tool_name");
    if (!name.isEmpty())
        return name;
    name = stringAt(action, "kind");
    return name.endsWith(QLatin1StringView("Action")) ? name.chopped(6).toLower() : name;
}

void addThinking(TurnContent &turn, const dom::element &message)
{
    const auto before = turn.parts.size();
    addContentAt(turn, PartKind::Reasoning, message, "reasoning_content");
    if (turn.parts.size() == before)
        addContentAt(turn, PartKind::Reasoning, message, "thinking_blocks");
    if (turn.parts.size() == before) {
        if (const auto item = memberAt(message, "responses_reasoning_item"))
            addContentAt(turn, PartKind::Reasoning, *item, "summary");
    }
}

void addTerminal(TurnContent &turn, const dom::element &event, const dom::element &action)
{
    addCommand(turn, toolOf(event, action), callId(event), stringAt(action, "command"));
}

/// The agent's call; one that was invalid has no action, only the words of the model.
void readAction(const dom::element &event, const TurnPlace &, TurnContent &turn)
{
    addThinking(turn, event);
    addContentAt(turn, PartKind::Text, event, "thought");
    if (const auto action = memberAt(event, "action")) {
        const auto kind = bytesAt(*action, "kind");
        if (kind == "TerminalAction" || kind == "ExecuteBashAction")
            addTerminal(turn, event, *action);
        else
            addToolCall(turn, toolOf(event, *action), *action, callId(event));
        return;
    }
    const auto call = memberAt(event, "tool_call");
    const auto function = call ? memberAt(*call, "function") : std::nullopt;
    const auto &inner = function ? *function : call ? *call : event;
    const auto arguments = memberAt(inner, "arguments");
    auto &command = addCommand(turn, toolOf(event, inner), callId(event), {});
    command.text = arguments ? contentText(*arguments) : QString();
}

void addReportedEdit(TurnContent &turn, const dom::element &event, const dom::element &observation)
{
    const auto path = firstStringAt(observation, {"path", "file_path"});
    std::string_view text;
    const auto isRead = bytesAt(observation, "command") == "view";
    if (!path || isRead || isTrueAt(observation, "is_error")
        || observation["new_content"].get_string().get(text) != simdjson::SUCCESS)
        return;
    FileEdit edit{.kind = FileEdit::Kind::Content,
        .evidence = FileEdit::Evidence::Reported,
        .path = *path,
        .before = firstStringAt(observation, {"old_content"}),
        .after = searchable(text)};
    addEdit(turn, std::move(edit), stringAt(event, "tool_name"), callId(event));
}

std::optional<int> exitCodeOf(const dom::element &observation)
{
    auto code = smallAt(observation, "exit_code");
    if (const auto metadata = memberAt(observation, "metadata"); metadata && !code)
        code = smallAt(*metadata, "exit_code");
    return code;
}

/// What the terminal adds to an output, but for the plain word that the command ended.
QString terminalNote(const dom::element &observation)
{
    const auto metadata = memberAt(observation, "metadata");
    const auto note = metadata ? stringAt(*metadata, "suffix").trimmed() : QString();
    return note.startsWith(QLatin1StringView("[The command completed with exit code")) ? QString() : note;
}

/// Before version 1.0 the text was `output`, and `error` a flag or a text.
QString observedText(const dom::element &observation, TurnContent &turn)
{
    for (const auto *key : {"content", "output", "message"}) {
        if (const auto content = memberAt(observation, key))
            return outputText(turn, *content);
    }
    return {};
}

void readObservation(const dom::element &event, const TurnPlace &, TurnContent &turn)
{
    turn.kind = TurnKind::Observation;
    const auto observation = memberAt(event, "observation");
    if (!observation)
        return keepRaw(turn, jsonSource(event));
    const auto tool = stringAt(event, "tool_name");
    const auto text = observedText(*observation, turn);
    const auto code = exitCodeOf(*observation);
    auto &output = addOutput(turn, tool, callId(event), text);
    if (code && *code != stillRunning)
        output.returnCode = code;
    output.isError = isTrueAt(*observation, "is_error") || isTrueAt(*observation, "error")
        || isTrueAt(*observation, "timeout") || output.returnCode.value_or(0) != 0;
    if (const auto error = firstStringAt(*observation, {"error"}); error && !error->isEmpty()) {
        output.isError = true;
        addPart(turn, PartKind::Error, *error);
    }
    addPart(turn, PartKind::Text, terminalNote(*observation));
    addReportedEdit(turn, event, *observation);
    if (tool == QLatin1StringView("finish"))
        turn.kind = TurnKind::Finish;
}

void readMessage(const dom::element &event, const TurnPlace &, TurnContent &turn)
{
    const auto message = memberAt(event, "llm_message");
    const auto &inner = message ? *message : event;
    addThinking(turn, inner);
    addContentAt(turn, PartKind::Text, inner, "content");
    addToolCalls(turn, inner);
    addContentAt(turn, PartKind::Text, event, "extended_content");
}

void readSystemPrompt(const dom::element &event, const TurnPlace &, TurnContent &turn)
{
    turn.kind = TurnKind::System;
    addContentAt(turn, PartKind::Text, event, "system_prompt");
    addContentAt(turn, PartKind::Text, event, "dynamic_context");
}

void readError(const dom::element &event, const TurnPlace &, TurnContent &turn)
{
    turn.kind = TurnKind::Error;
    QStringList texts;
    for (const auto *key : {"code", "error", "detail"}) {
        if (const auto text = contentAt(event, key); !text.isEmpty())
            texts.append(text);
    }
    TurnPart part{.kind = PartKind::Error, .text = texts.join(QLatin1StringView(": "))};
    part.tool = stringAt(event, "tool_name");
    part.callId = callId(event);
    part.isError = true;
    turn.parts.push_back(std::move(part));
}

void readRejection(const dom::element &event, const TurnPlace &, TurnContent &turn)
{
    turn.kind = TurnKind::Error;
    addPart(turn, PartKind::Error, stringAt(event, "rejection_reason"));
}

void readSummary(const dom::element &event, const TurnPlace &, TurnContent &turn)
{
    addContentAt(turn, PartKind::Text, event, "summary");
}

void readStateUpdate(const dom::element &event, const TurnPlace &, TurnContent &turn)
{
    const auto value = memberAt(event, "value");
    addPart(turn, PartKind::Text,
        stringAt(event, "key") + QLatin1StringView(": ") + (value ? contentText(*value) : QString()));
}

void readNothing(const dom::element &, const TurnPlace &, TurnContent &) { }

struct EventKind
{
    std::string_view name;
    TurnRole role;
    void (*read)(const dom::element &, const TurnPlace &, TurnContent &);
};

constexpr std::array eventKinds{
    EventKind{"ActionEvent", TurnRole::Assistant, readAction},
    EventKind{"ObservationEvent", TurnRole::Tool, readObservation},
    EventKind{"MessageEvent", TurnRole::Other, readMessage},
    EventKind{"SystemPromptEvent", TurnRole::System, readSystemPrompt},
    EventKind{"AgentErrorEvent", TurnRole::Tool, readError},
    EventKind{"ConversationErrorEvent", TurnRole::Environment, readError},
    EventKind{"UserRejectObservation", TurnRole::User, readRejection},
    EventKind{"Condensation", TurnRole::Environment, readSummary},
    EventKind{"CondensationSummaryEvent", TurnRole::Environment, readSummary},
    EventKind{"CondensationRequest", TurnRole::Environment, readNothing},
    EventKind{"ConversationStateUpdateEvent", TurnRole::Environment, readStateUpdate},
    EventKind{"PauseEvent", TurnRole::Environment, readNothing},
    EventKind{"InterruptEvent", TurnRole::Environment, readNothing},
};

TurnRole roleOfSource(std::string_view source)
{
    if (source == "agent")
        return TurnRole::Assistant;
    if (source == "user")
        return TurnRole::User;
    return source == "environment" ? TurnRole::Environment : TurnRole::Other;
}

/// Tokens, cost and time of the call, at the first turn it made.
void addUsage(const dom::element &event, const TurnPlace &place, TurnContent &turn)
{
    const auto found = place.facts.usage.constFind(stringAt(event, "llm_response_id"));
    if (found == place.facts.usage.cend() || found->turn != place.index)
        return;
    turn.tokens = found->tokens;
    turn.cost = found->cost;
    turn.seconds = found->seconds;
}

} // namespace

void readOpenHandsTurn(const dom::element &event, const TurnPlace &place, TurnContent &turn)
{
    const auto name = bytesAt(event, "kind");
    turn.name = searchable(name);
    turn.time = timeAt(event, "timestamp");
    const auto *kind = std::ranges::find(eventKinds, name, &EventKind::name);
    const auto isKnown = kind != eventKinds.end();
    turn.role = isKnown && kind->role != TurnRole::Other ? kind->role : roleOfSource(bytesAt(event, "source"));
    if (!isKnown)
        return keepRaw(turn, jsonSource(event));
    kind->read(event, place, turn);
    addUsage(event, place, turn);
}

} // namespace Decayscope
