// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sweagentturn.h"

#include "jsonparser.h"
#include "jsonvalues.h"
#include "runfiles.h"
#include "sweagentaction.h"
#include "toolcalls.h"
#include "turnparts.h"

#include <simdjson.h>

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

namespace dom = simdjson::dom;

constexpr QLatin1StringView noFile{"n/a"};

constexpr std::array refusals{
    QLatin1StringView("Your proposed edit has introduced new syntax error"),
    QLatin1StringView("Your edit was not applied"),
    QLatin1StringView("No replacement was performed"),
    QLatin1StringView("Your edit could not be applied"),
    QLatin1StringView("Error:"),
    QLatin1StringView("No file open"),
};

SweAgentState stateFrom(const dom::element &state)
{
    SweAgentState known{.openFile = stringAt(state, "open_file"), .workingFolder = stringAt(state, "working_dir")};
    if (known.openFile == noFile)
        known.openFile.clear();
    return known;
}

/// Before version 1 the state is JSON in a string, taken before the action; later an object, taken after it.
SweAgentState stateOf(const dom::element &step)
{
    std::string_view text;
    const auto state = memberAt(step, "state");
    if (!state)
        return {};
    if (state->get_string().get(text) != simdjson::SUCCESS)
        return stateFrom(*state);
    auto bytes = roomFor(static_cast<qsizetype>(text.size()));
    bytes.append(text.data(), static_cast<qsizetype>(text.size()));
    JsonParser parser;
    dom::element parsed;
    return parser.parse(bytes, parsed) == JsonState::Unreadable ? SweAgentState() : stateFrom(parsed);
}

bool isRefused(const QString &observation)
{
    const auto start = QStringView(observation).trimmed();
    return std::ranges::any_of(refusals, [start](QLatin1StringView words) { return start.startsWith(words); });
}

void addAction(TurnContent &turn, const QString &action, const QString &observation, const dom::element &step)
{
    if (action.trimmed().isEmpty())
        return;
    const auto state = stateOf(step);
    const auto edit = isRefused(observation) ? std::nullopt : sweAgentEdit(action, state);
    if (edit)
        return addEdit(turn, *edit, action.section(u' ', 0, 0), {});
    auto &command = addCommand(turn, QStringLiteral("bash"), {}, action.trimmed());
    if (step["state"].is_string())
        command.workingFolder = state.workingFolder;
    const auto word = command.text.section(u' ', 0, 0).section(u'\n', 0, 0);
    if (word == QLatin1StringView("submit"))
        turn.kind = TurnKind::Finish;
    else if (word.startsWith(QLatin1StringView("exit_")))
        turn.kind = TurnKind::Error;
}

} // namespace

void readSweAgentStep(const dom::element &step, const TurnPlace &, TurnContent &turn)
{
    turn.role = TurnRole::Assistant;
    turn.seconds = realAt(step, "execution_time");
    const auto observation = contentAt(step, "observation");
    addContentAt(turn, PartKind::Reasoning, step, "thinking_blocks");
    addContentAt(
        turn, PartKind::Text, step, turn.parts.empty() && !hasMember(step, "thought") ? "response" : "thought");
    addAction(turn, stringAt(step, "action"), observation, step);
    const auto isAnswered = hasMember(step, "observation") && !turn.parts.empty();
    if (!isAnswered && observation.isEmpty())
        return;
    addOutput(turn, {}, {}, observation).isError = isRefused(observation);
}

void readSweAgentMessage(const dom::element &message, const TurnPlace &place, TurnContent &turn)
{
    const auto role = bytesAt(message, "role");
    turn.name = stringAt(message, "message_type");
    const auto isResult = role == "tool" || (role == "user" && place.index > place.facts.firstPrompt);
    if (isResult) {
        const auto content = memberAt(message, "content");
        addOutput(turn, {}, {}, content ? outputText(turn, *content) : QString());
        return;
    }
    if (role != "assistant")
        return addContentAt(turn, PartKind::Text, message, "content");
    const auto action = stringAt(message, "action");
    addContentAt(turn, PartKind::Text, message, hasMember(message, "thought") ? "thought" : "content");
    if (!action.isEmpty())
        addAction(turn, action, {}, message);
    else
        addToolCalls(turn, message);
}

} // namespace Decayscope
