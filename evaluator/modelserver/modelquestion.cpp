// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "modelquestion.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace Decayscope {

using namespace Qt::StringLiterals;

namespace {

QString servedText(const QJsonValue &content)
{
    if (content.isString())
        return content.toString();
    QString text;
    for (const auto parts = content.toArray(); const auto &part : parts)
        text += part.toObject()["text"_L1].toString();
    return text;
}

ServedToolCall servedCall(const QJsonObject &call)
{
    const auto function = call["function"_L1].toObject();
    return {.id = call["id"_L1].toString(),
        .name = function["name"_L1].toString(),
        .arguments = function["arguments"_L1].toString().toUtf8()};
}

ServedMessage servedMessage(const QJsonObject &message)
{
    ServedMessage served{.role = message["role"_L1].toString(),
        .content = servedText(message["content"_L1]),
        .toolCalls = {},
        .toolCallId = message["tool_call_id"_L1].toString()};
    const auto calls = message["tool_calls"_L1].toArray();
    served.toolCalls.reserve(static_cast<std::size_t>(calls.size()));
    for (const auto &call : calls)
        served.toolCalls.push_back(servedCall(call.toObject()));
    return served;
}

std::optional<int> wholeNumber(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toInt()) : std::nullopt;
}

} // namespace

QString ModelQuestion::lastContent(QStringView role) const
{
    const auto last = std::find_if(
        messages.rbegin(), messages.rend(), [role](const ServedMessage &message) { return message.role == role; });
    return last == messages.rend() ? QString() : last->content;
}

std::optional<ModelQuestion> readModelQuestion(const QByteArray &body)
{
    const auto object = QJsonDocument::fromJson(body).object();
    if (!object["messages"_L1].isArray())
        return std::nullopt;
    ModelQuestion question;
    question.model = object["model"_L1].toString();
    for (const auto messages = object["messages"_L1].toArray(); const auto &message : messages)
        question.messages.push_back(servedMessage(message.toObject()));
    for (const auto tools = object["tools"_L1].toArray(); const auto &tool : tools)
        question.tools.append(tool.toObject()["function"_L1].toObject()["name"_L1].toString());
    if (const auto temperature = object["temperature"_L1]; temperature.isDouble())
        question.temperature = temperature.toDouble();
    question.maxTokens
        = wholeNumber(object[object.contains("max_tokens"_L1) ? "max_tokens"_L1 : "max_completion_tokens"_L1]);
    question.seed = wholeNumber(object["seed"_L1]);
    question.streaming = object["stream"_L1].toBool();
    question.wantsUsage = object["stream_options"_L1].toObject()["include_usage"_L1].toBool();
    question.wantsJson = object["response_format"_L1].toObject()["type"_L1].toString() == "json_object"_L1;
    question.body = body;
    return question;
}

} // namespace Decayscope
