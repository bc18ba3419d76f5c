// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atifturn.h"

#include "jsonparser.h"
#include "jsonvalues.h"
#include "toolcalls.h"
#include "turnparts.h"

#include <simdjson.h>

namespace Decayscope {

namespace {

namespace dom = simdjson::dom;

TurnRole roleOf(std::string_view source)
{
    if (source == "agent")
        return TurnRole::Assistant;
    if (source == "user")
        return TurnRole::User;
    return source == "system" ? TurnRole::System : TurnRole::Other;
}

/// The name of the tool a result belongs to.
QString toolOf(const TurnContent &turn, const QString &callId)
{
    const auto found = std::ranges::find_if(
        turn.parts, [&callId](const TurnPart &part) { return !callId.isEmpty() && part.callId == callId; });
    return found == turn.parts.end() ? QString() : found->tool;
}

void addResult(const dom::element &result, TurnContent &turn)
{
    const auto callId = stringAt(result, "source_call_id");
    const auto tool = toolOf(turn, callId);
    const auto content = memberAt(result, "content");
    addOutput(turn, tool, callId, content ? outputText(turn, *content) : QString());
    if (const auto others = memberAt(result, "subagent_trajectory_ref"))
        addPart(turn, PartKind::Raw, jsonSource(*others));
}

void addMetrics(const dom::element &step, TurnContent &turn)
{
    const auto metrics = memberAt(step, "metrics");
    if (!metrics)
        return;
    if (hasMember(*metrics, "prompt_tokens") || hasMember(*metrics, "completion_tokens"))
        turn.tokens = TokenCount{.input = wholeAt(*metrics, "prompt_tokens").value_or(0),
            .output = wholeAt(*metrics, "completion_tokens").value_or(0)};
    turn.cost = realAt(*metrics, "cost_usd");
}

} // namespace

void readAtifTurn(const dom::element &step, const TurnPlace &, TurnContent &turn)
{
    turn.role = roleOf(bytesAt(step, "source"));
    turn.time = timeAt(step, "timestamp");
    addContentAt(turn, PartKind::Reasoning, step, "reasoning_content");
    addContentAt(turn, PartKind::Text, step, "message");
    addToolCalls(turn, step);
    addMetrics(step, turn);
    dom::array results;
    if (step["observation"]["results"].get_array().get(results) == simdjson::SUCCESS) {
        for (const auto result : results)
            addResult(result, turn);
    }
    if (isTrueAt(step, "is_copied_context"))
        turn.name = QStringLiteral("copied context");
}

} // namespace Decayscope
