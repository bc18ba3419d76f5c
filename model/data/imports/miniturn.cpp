// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "miniturn.h"

#include "jsonparser.h"
#include "jsonvalues.h"
#include "minitext.h"
#include "toolcalls.h"
#include "turnparts.h"

#include <simdjson.h>

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

namespace dom = simdjson::dom;

constexpr std::array<std::string_view, 3> orderlyEnds{"Submitted", "LimitsExceeded", "TimeExceeded"};

/// Tokens of a raw reply, in either spelling of the two interfaces.
void addUsage(TurnContent &turn, const dom::element &reply)
{
    const auto usage = memberAt(reply, "usage");
    if (!usage)
        return;
    const auto input = wholeAt(*usage, "prompt_tokens").or_else([&] { return wholeAt(*usage, "input_tokens"); });
    const auto output = wholeAt(*usage, "completion_tokens").or_else([&] { return wholeAt(*usage, "output_tokens"); });
    if (input || output)
        turn.tokens = TokenCount{.input = input.value_or(0), .output = output.value_or(0)};
    if (!turn.cost)
        turn.cost = realAt(*usage, "cost");
}

void addExtra(TurnContent &turn, const dom::element &message)
{
    turn.time = timeAt(message, "timestamp");
    const auto extra = memberAt(message, "extra");
    if (!extra)
        return;
    if (!turn.time)
        turn.time = timeAt(*extra, "timestamp");
    turn.cost = realAt(*extra, "cost");
    if (const auto reply = memberAt(*extra, "response"))
        addUsage(turn, *reply);
}

/// Reasoning stands in the message, or in the raw reply it was made from.
void addReasoning(TurnContent &turn, const dom::element &message)
{
    for (const auto *key : {"reasoning_content", "thinking_blocks", "reasoning"}) {
        const auto before = turn.parts.size();
        addContentAt(turn, PartKind::Reasoning, message, key);
        if (turn.parts.size() > before)
            return;
    }
}

void addReplyReasoning(TurnContent &turn, const dom::element &message)
{
    dom::element reply;
    if (turn.parts.empty() && message["extra"]["response"]["choices"].at(0)["message"].get(reply) == simdjson::SUCCESS)
        addReasoning(turn, reply);
}

/// The commands that version 2 read from the reply.
bool addActions(TurnContent &turn, const dom::element &message)
{
    dom::array actions;
    if (message["extra"]["actions"].get_array().get(actions) != simdjson::SUCCESS || actions.size() == 0)
        return false;
    for (const auto action : actions) {
        const auto id = stringAt(action, "tool_call_id");
        addCommand(turn, QStringLiteral("bash"), id, contentAt(action, "command"));
    }
    return true;
}

/// Text with one command in a code block; with none or several nothing was executed.
void addFencedText(TurnContent &turn, const QString &text, const TurnFacts &facts)
{
    const auto block = onlyFencedBlock(text, facts.fence);
    if (!block)
        return addPart(turn, PartKind::Text, text);
    addPart(turn, PartKind::Text, text.first(block->start).trimmed());
    addCommand(turn, QStringLiteral("bash"), {}, block->body);
    addPart(turn, PartKind::Text, text.sliced(block->end).trimmed());
}

void readAssistant(const dom::element &message, const TurnPlace &place, TurnContent &turn)
{
    addReasoning(turn, message);
    addReplyReasoning(turn, message);
    dom::array calls;
    const auto hasCalls = message["tool_calls"].get_array().get(calls) == simdjson::SUCCESS && calls.size() > 0;
    dom::array actions;
    const auto hasActions
        = message["extra"]["actions"].get_array().get(actions) == simdjson::SUCCESS && actions.size() > 0;
    const auto content = memberAt(message, "content");
    if (content && !hasCalls && content->is_string())
        addFencedText(turn, contentText(*content), place.facts);
    else if (content && !hasCalls && !hasActions)
        addFencedText(turn, outputText(turn, *content), place.facts);
    else if (content)
        addContent(turn, PartKind::Text, *content);
    const auto isFenced = std::ranges::contains(turn.parts, PartKind::Command, &TurnPart::kind);
    if (!isFenced && !addActions(turn, message))
        addToolCalls(turn, message);
    for (auto &part : turn.parts) {
        if (part.kind == PartKind::Command)
            part.workingFolder = place.facts.workingFolder;
    }
}

/// A reply of the Responses API, kept whole in place of a message.
void readResponse(const dom::element &message, const TurnPlace &place, TurnContent &turn)
{
    turn.role = TurnRole::Assistant;
    addUsage(turn, message);
    dom::array items;
    if (message["output"].get_array().get(items) != simdjson::SUCCESS)
        return;
    const auto hasActions = addActions(turn, message);
    for (const auto item : items) {
        const auto type = bytesAt(item, "type");
        if (type == "reasoning") {
            addContentAt(turn, PartKind::Reasoning, item, "summary");
        } else if (type == "message") {
            addContentAt(turn, PartKind::Text, item, "content");
        } else if (type == "function_call" && !hasActions) {
            if (const auto arguments = memberAt(item, "arguments"))
                addToolCall(turn, stringAt(item, "name"), *arguments, stringAt(item, "call_id"));
        } else if (type != "function_call") {
            addPart(turn, PartKind::Raw, jsonSource(item));
        }
    }
    for (auto &part : turn.parts)
        part.workingFolder = part.kind == PartKind::Command ? place.facts.workingFolder : QString();
}

/// A result in the words of a template, which may have been any.
void addObservation(TurnContent &turn, const QString &text, const QString &callId)
{
    const auto seen = miniObservation(text);
    auto &output = addOutput(turn, QStringLiteral("bash"), callId, seen.output);
    output.returnCode = seen.returnCode;
    output.isError = seen.returnCode.value_or(0) != 0;
    addPart(turn, PartKind::Text, seen.warning);
    addPart(turn, PartKind::Error, seen.exception);
}

/// A result that version 2 keeps in full beside its shortened text.
void addRawOutput(TurnContent &turn, const dom::element &extra, const QString &callId)
{
    auto &output = addOutput(turn, QStringLiteral("bash"), callId, stringAt(extra, "raw_output"));
    output.returnCode = smallAt(extra, "returncode");
    output.isError = output.returnCode.value_or(0) != 0;
    addPart(turn, PartKind::Error, stringAt(extra, "exception_info"));
}

void readResult(const dom::element &message, TurnContent &turn, std::string_view contentKey)
{
    const auto callId = firstStringAt(message, {"tool_call_id", "call_id"}).value_or(QString());
    const auto extra = memberAt(message, "extra");
    if (extra && (hasMember(*extra, "raw_output") || hasMember(*extra, "returncode")))
        return addRawOutput(turn, *extra, callId);
    if (const auto content = memberAt(message, contentKey))
        addObservation(turn, outputText(turn, *content), callId);
}

/// The end of a run, of which version 1 says only in the file's head how it came.
void readEnd(TurnContent &turn, const QString &text, const QString &status)
{
    const auto isOrderly = std::ranges::any_of(
        orderlyEnds, [&status](auto end) { return status == QLatin1StringView(end.data(), std::ssize(end)); });
    turn.kind = isOrderly ? TurnKind::Finish : TurnKind::Error;
    turn.name = status;
    addPart(turn, isOrderly ? PartKind::Text : PartKind::Error, text);
}

void readExit(const dom::element &message, TurnContent &turn)
{
    dom::element extra;
    const auto hasExtra = message["extra"].get(extra) == simdjson::SUCCESS;
    readEnd(turn, contentAt(message, "content"), hasExtra ? stringAt(extra, "exit_status") : QString());
    if (hasExtra)
        addPart(turn, PartKind::Error, stringAt(extra, "traceback"));
}

void readComplaint(TurnContent &turn, const QString &text)
{
    turn.kind = TurnKind::Error;
    addPart(turn, PartKind::Error, text);
}

/// What comes after an assistant's message from "user": a result, a complaint, a person's word, or the end.
void readAnswer(const dom::element &message, const TurnPlace &place, TurnContent &turn)
{
    const auto content = memberAt(message, "content");
    const auto text = content ? outputText(turn, *content) : QString();
    switch (miniAnswerKind(text)) {
    case MiniAnswer::Observation:
        return addObservation(turn, text, {});
    case MiniAnswer::Complaint:
        return readComplaint(turn, text);
    case MiniAnswer::Person:
        turn.kind = TurnKind::Prompt;
        return addPart(turn, PartKind::Text, text);
    case MiniAnswer::Other:
        break;
    }
    const auto isLast = place.index == place.facts.lastTurn;
    const auto isSubmission = text.isEmpty() || text.startsWith(QLatin1StringView("diff --git "));
    if (isLast && !place.facts.exitStatus.isEmpty())
        return readEnd(turn, text, place.facts.exitStatus);
    if (isLast && isSubmission) {
        turn.kind = TurnKind::Finish;
        return addPart(turn, PartKind::Text, text);
    }
    addObservation(turn, text, {});
}

void readUser(const dom::element &message, const TurnPlace &place, TurnContent &turn)
{
    dom::element extra;
    const auto hasExtra = message["extra"].get(extra) == simdjson::SUCCESS;
    const auto interrupt = hasExtra ? bytesAt(extra, "interrupt_type") : std::string_view();
    if (!interrupt.empty()) {
        turn.name = searchable(interrupt);
        if (interrupt == "FormatError")
            return readComplaint(turn, contentAt(message, "content"));
        turn.kind = TurnKind::Prompt;
        addContentAt(turn, PartKind::Text, message, "content");
        addActions(turn, message);
        return;
    }
    if (hasExtra && hasMember(extra, "returncode"))
        return readResult(message, turn, "content");
    if (place.index <= place.facts.firstPrompt) {
        turn.kind = TurnKind::Prompt;
        return addContentAt(turn, PartKind::Text, message, "content");
    }
    readAnswer(message, place, turn);
}

} // namespace

void readMiniTurn(const dom::element &message, const TurnPlace &place, TurnContent &turn)
{
    addExtra(turn, message);
    const auto role = bytesAt(message, "role");
    if (role == "assistant")
        readAssistant(message, place, turn);
    else if (role == "user")
        readUser(message, place, turn);
    else if (role == "tool")
        readResult(message, turn, "content");
    else if (role == "exit")
        readExit(message, turn);
    else if (role == "system")
        addContentAt(turn, PartKind::Text, message, "content");
    else if (bytesAt(message, "object") == "response")
        readResponse(message, place, turn);
    else if (bytesAt(message, "type") == "function_call_output")
        readResult(message, turn, "output");
    else
        keepRaw(turn, jsonSource(message));
}

} // namespace Decayscope
