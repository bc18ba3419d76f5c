// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inspectturn.h"

#include "jsonparser.h"
#include "jsonvalues.h"
#include "runfiles.h"
#include "toolcalls.h"
#include "turnparts.h"

#include <simdjson.h>

namespace Decayscope {

namespace {

namespace dom = simdjson::dom;

constexpr QLatin1StringView attachmentMark{"attachment://"};

QString attachment(QByteArrayView name, const TurnFacts &facts)
{
    const auto found = facts.attachments.constFind(name.toByteArray());
    if (found == facts.attachments.cend())
        return {};
    const auto span = found->in(facts.text);
    auto bytes = roomFor(span.size());
    bytes.append(span);
    JsonParser parser;
    dom::element value;
    return parser.parse(bytes, value) == JsonState::Unreadable ? QString() : contentText(value);
}

/// A text that lies elsewhere in the log comes back; one whose place is not there stays what it is.
void resolve(QString &text, const TurnFacts &facts)
{
    if (!text.startsWith(attachmentMark))
        return;
    const auto found = attachment(QStringView(text).sliced(attachmentMark.size()).toUtf8(), facts);
    if (!found.isNull())
        text = found;
}

void resolveAll(TurnContent &turn, const TurnFacts &facts)
{
    for (auto &part : turn.parts) {
        if (part.kind == PartKind::Image)
            continue;
        resolve(part.text, facts);
        if (!part.edit)
            continue;
        resolve(part.edit->after, facts);
        if (part.edit->before)
            resolve(*part.edit->before, facts);
    }
}

void readTool(const dom::element &message, TurnContent &turn)
{
    const auto content = memberAt(message, "content");
    const auto text = content ? outputText(turn, *content) : QString();
    auto &output = addOutput(turn, stringAt(message, "function"), stringAt(message, "tool_call_id"), text);
    if (const auto error = memberAt(message, "error")) {
        output.isError = true;
        const auto type = stringAt(*error, "type");
        addPart(turn, PartKind::Error,
            type.isEmpty() ? stringAt(*error, "message")
                           : type + QLatin1StringView(": ") + stringAt(*error, "message"));
    }
}

void readAssistant(const dom::element &message, const TurnPlace &place, TurnContent &turn)
{
    addContentAt(turn, PartKind::Text, message, "content");
    addToolCalls(turn, message);
    const auto usage = place.facts.usage.constFind(stringAt(message, "id"));
    if (usage == place.facts.usage.cend())
        return;
    turn.tokens = usage->tokens;
    turn.cost = usage->cost;
    turn.seconds = usage->seconds;
}

} // namespace

void readInspectTurn(const dom::element &message, const TurnPlace &place, TurnContent &turn)
{
    const auto role = bytesAt(message, "role");
    if (role == "assistant")
        readAssistant(message, place, turn);
    else if (role == "tool")
        readTool(message, turn);
    else
        addContentAt(turn, PartKind::Text, message, "content");
    resolveAll(turn, place.facts);
}

} // namespace Decayscope
