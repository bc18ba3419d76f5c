// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "openhandsevent.h"

#include "jsonparser.h"

#include <QStringList>

#include <simdjson.h>

#include <algorithm>

namespace Decayscope {

namespace {

namespace dom = simdjson::dom;

void appendFilled(QStringList &texts, QString text)
{
    if (!text.isEmpty())
        texts.append(std::move(text));
}

QString joined(const QStringList &texts)
{
    return texts.join(u'\n');
}

QString contents(const dom::element &event, std::initializer_list<std::string_view> keys)
{
    QStringList texts;
    for (const auto key : keys)
        appendFilled(texts, contentAt(event, key));
    return joined(texts);
}

/// What an action replaces stands in the trajectory before it; its `kind` is the tool's name again.
bool isNewsOfAction(std::string_view key)
{
    static constexpr std::array<std::string_view, 5> old{
        "kind", "old_str", "old_string", "old_content", "security_risk"};
    return std::ranges::find(old, key) == old.end();
}

/// Whatever an action says in words, in its own order: command, path, file text, thought, message, …
QString actionText(const dom::element &action)
{
    QStringList texts;
    dom::object members;
    if (action.get_object().get(members) != simdjson::SUCCESS)
        return contentText(action);
    for (const auto member : members) {
        const auto isWords = member.value.is_string() || member.value.is_array() || member.value.is_object();
        if (isWords && isNewsOfAction(member.key))
            appendFilled(texts, member.value.is_string() ? contentText(member.value) : jsonSource(member.value));
    }
    return joined(texts);
}

QString systemPrompt(const dom::element &event)
{
    return contents(event, {"system_prompt", "dynamic_context"});
}

QString messageText(const dom::element &event)
{
    dom::element message;
    if (event["llm_message"].get(message) != simdjson::SUCCESS)
        return contents(event, {"content", "extended_content"});
    QStringList texts;
    appendFilled(texts, contents(message, {"reasoning_content", "content"}));
    appendFilled(texts, contentAt(event, "extended_content"));
    return joined(texts);
}

QString actionEventText(const dom::element &event)
{
    QStringList texts;
    appendFilled(texts, contents(event, {"reasoning_content", "thinking_blocks", "thought"}));
    dom::element action;
    if (event["action"].get(action) == simdjson::SUCCESS && !action.is_null())
        appendFilled(texts, actionText(action));
    else if (event["tool_call"].get(action) == simdjson::SUCCESS) // an invalid call has no action
        appendFilled(texts, contents(action, {"name", "arguments"}));
    return joined(texts);
}

QString observationText(const dom::element &event)
{
    dom::element observation;
    if (event["observation"].get(observation) != simdjson::SUCCESS)
        return jsonSource(event);
    QStringList texts;
    for (const auto *key : {"content", "output", "message"})
        appendFilled(texts, contentAt(observation, key));
    appendFilled(texts, stringAt(observation, "error")); // before version 1.0; a flag in some kinds
    return joined(texts);
}

QString summaryText(const dom::element &event)
{
    return contents(event, {"summary"});
}

QString errorText(const dom::element &event)
{
    return contents(event, {"code", "detail", "error"});
}

QString rejectionText(const dom::element &event)
{
    return contents(event, {"rejection_reason"});
}

QString nothing(const dom::element &)
{
    return {};
}

struct EventKind
{
    std::string_view name;
    TurnRole role;
    QString (*text)(const dom::element &);
};

constexpr std::array eventKinds{
    EventKind{"ActionEvent", TurnRole::Assistant, actionEventText},
    EventKind{"ObservationEvent", TurnRole::Tool, observationText},
    EventKind{"MessageEvent", TurnRole::Other, messageText},
    EventKind{"SystemPromptEvent", TurnRole::System, systemPrompt},
    EventKind{"AgentErrorEvent", TurnRole::Tool, errorText},
    EventKind{"ConversationErrorEvent", TurnRole::Environment, errorText},
    EventKind{"UserRejectObservation", TurnRole::User, rejectionText},
    EventKind{"Condensation", TurnRole::Environment, summaryText},
    EventKind{"CondensationSummaryEvent", TurnRole::Environment, summaryText},
    EventKind{"CondensationRequest", TurnRole::Environment, nothing},
    EventKind{"PauseEvent", TurnRole::Environment, nothing},
    EventKind{"InterruptEvent", TurnRole::Environment, nothing},
};

TurnRole roleOfSource(const dom::element &event)
{
    const auto source = stringAt(event, "source");
    if (source == QLatin1StringView("agent"))
        return TurnRole::Assistant;
    if (source == QLatin1StringView("user"))
        return TurnRole::User;
    return source == QLatin1StringView("environment") ? TurnRole::Environment : TurnRole::Other;
}

bool isFinish(const dom::element &event)
{
    std::string_view name;
    return (event["tool_name"].get_string().get(name) == simdjson::SUCCESS && name == "finish")
        || (event["observation"]["kind"].get_string().get(name) == simdjson::SUCCESS && name == "FinishObservation");
}

} // namespace

EventReading readEvent(QByteArrayView text, JsonParser &parser)
{
    dom::element event;
    const auto state = parser.parse(text, event);
    if (state == JsonState::Unreadable) {
        return {.text = searchable({text.data(), static_cast<std::size_t>(text.size())}), .isJson = false};
    }
    EventReading reading{.isJson = state == JsonState::Valid};
    std::string_view name;
    const auto hasKind = event["kind"].get_string().get(name) == simdjson::SUCCESS;
    const auto *kind = hasKind ? std::ranges::find(eventKinds, name, &EventKind::name) : eventKinds.end();
    const auto isKnown = kind != eventKinds.end();
    reading.role = isKnown && kind->role != TurnRole::Other ? kind->role : roleOfSource(event);
    reading.text = isKnown ? kind->text(event) : jsonSource(event);
    reading.isFinish = isFinish(event);
    return reading;
}

} // namespace Decayscope
