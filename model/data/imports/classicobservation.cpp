// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "classicobservation.h"

#include "jsonparser.h"
#include "jsonvalues.h"
#include "turnparts.h"

#include <simdjson.h>

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

namespace dom = simdjson::dom;

constexpr int stillRunning = -1;

struct ClassicObservation
{
    const dom::element &event;
    dom::element details; ///< `extras`; the flat form of 2024 has its members at the top.
    QString callId;
    QString tool;
};

std::optional<int> exitCodeOf(const ClassicObservation &event)
{
    if (const auto metadata = memberAt(event.details, "metadata")) {
        if (const auto code = smallAt(*metadata, "exit_code"))
            return code;
    }
    return smallAt(event.details, "exit_code");
}

void readOutput(const ClassicObservation &event, TurnContent &turn)
{
    const auto content = memberAt(event.event, "content");
    auto text = content ? outputText(turn, *content) : QString();
    auto &output = addOutput(turn, event.tool, event.callId, text);
    if (const auto code = exitCodeOf(event); code && *code != stillRunning)
        output.returnCode = code;
    output.isError = output.returnCode.value_or(0) != 0;
}

/// The true change is the diff; old and new content are only the snippets of the call.
void readEdited(const ClassicObservation &event, TurnContent &turn)
{
    readOutput(event, turn);
    turn.parts.back().isError = turn.parts.back().text.startsWith(QLatin1StringView("ERROR:"));
    const auto diff = stringAt(event.details, "diff");
    const auto path = stringAt(event.details, "path");
    if (!diff.isEmpty() && !path.isEmpty())
        addEdit(turn,
            {.kind = FileEdit::Kind::Diff, .evidence = FileEdit::Evidence::Reported, .path = path, .after = diff},
            event.tool, event.callId);
}

void readError(const ClassicObservation &event, TurnContent &turn)
{
    turn.kind = TurnKind::Error;
    addPart(turn, PartKind::Error, contentAt(event.event, "content"));
}

void readStateChange(const ClassicObservation &event, TurnContent &turn)
{
    turn.role = TurnRole::Environment;
    addPart(turn, PartKind::Text, contentAt(event.details, "agent_state"));
    addPart(turn,
        stringAt(event.details, "agent_state") == QLatin1StringView("error") ? PartKind::Error : PartKind::Text,
        contentAt(event.details, "reason"));
}

void readNothing(const ClassicObservation &, TurnContent &) { }

struct Row
{
    std::string_view name;
    void (*read)(const ClassicObservation &, TurnContent &);
};

constexpr std::array observations{
    Row{"run", readOutput},
    Row{"run_ipython", readOutput},
    Row{"read", readOutput},
    Row{"write", readOutput},
    Row{"edit", readEdited},
    Row{"error", readError},
    Row{"agent_state_changed", readStateChange},
    Row{"recall", readOutput},
    Row{"think", readOutput},
    Row{"mcp", readOutput},
    Row{"browse", readOutput},
    Row{"delegate", readOutput},
    Row{"user_rejected", readError},
    Row{"condense", readOutput},
    Row{"task_tracking", readOutput},
    Row{"loop_detection", readOutput},
    Row{"success", readOutput},
    Row{"download", readOutput},
    Row{"chat", readOutput},
    Row{"null", readNothing},
};

ClassicObservation observationOf(const dom::element &event)
{
    ClassicObservation classic{
        .event = event, .details = memberAt(event, "extras").value_or(event), .callId = {}, .tool = {}};
    if (const auto call = memberAt(event, "tool_call_metadata")) {
        classic.callId = stringAt(*call, "tool_call_id");
        classic.tool = stringAt(*call, "function_name");
    }
    return classic;
}

} // namespace

void readClassicObservation(const dom::element &event, std::string_view name, TurnContent &turn)
{
    const auto *row = std::ranges::find(observations, name, &Row::name);
    if (row == observations.end())
        return keepRaw(turn, jsonSource(event));
    auto classic = observationOf(event);
    if (classic.tool.isEmpty())
        classic.tool = searchable(name);
    turn.role = TurnRole::Tool;
    row->read(classic, turn);
}

} // namespace Decayscope
