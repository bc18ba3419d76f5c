// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/progress.h>
#include <base/result.h>
#include <plans/planstatus.h>

#include <QByteArray>

#include <functional>
#include <memory>

namespace Decayscope {

/// A call of the tool "bash", as a model asks for it.
struct ChatToolCall
{
    QString id;
    QString name;
    QByteArray arguments; ///< A JSON text, as it came; may be malformed.

    bool operator==(const ChatToolCall &) const = default;
};

enum class ChatRole : quint8 { System, User, Assistant, Tool };

/// One message of a conversation with a model.
struct ChatMessage
{
    ChatRole role = ChatRole::User;
    QString content;
    std::vector<ChatToolCall> toolCalls; ///< Of the assistant.
    QString toolCallId; ///< Of a tool's answer.

    bool operator==(const ChatMessage &) const = default;
};

/// A tool a model may call; `parameters` is a JSON schema.
struct ChatTool
{
    QString name;
    QString description;
    QByteArray parameters;
};

/// What is asked of a model. The model itself, its temperature and limits are the ChatModel's.
struct ChatRequest
{
    std::vector<ChatMessage> messages;
    std::vector<ChatTool> tools;
    bool wantsJson = false; ///< Asks for a JSON object as the answer.
    std::optional<int> seed;
};

/// What a model answered.
struct ChatAnswer
{
    ChatMessage message;
    QString reasoning; ///< Where the endpoint tells it.
    QString finishReason; ///< "stop", "tool_calls", "length", …
    QString model; ///< As the endpoint names it.
    Spending spent; ///< Of all attempts this answer took.
    bool isCounted = true; ///< Else the endpoint told no tokens, and `spent` is estimated (characters / 4).
    QByteArray raw; ///< The answer as JSON; of a stream, put together. No secret is in it.
    int attempts = 1;
};

/// A model that answers. One conversation at a time each; different ones in different threads.
class ChatModel
{
public:
    virtual ~ChatModel() = default;

    /// Waits for the answer in the calling thread, trying again where that helps. Errors: Cancelled; Refused (the key
    /// or the request is not accepted, a spending limit is reached: trying again does not help); Unreadable (the
    /// endpoint cannot be reached, is overloaded, answers something else); NotFound (no key, no such model);
    /// InvalidInput (the conversation is longer than the model takes). All of them are of the infrastructure but the
    /// last.
    [[nodiscard]] virtual Result<ChatAnswer> answer(const ChatRequest &request, const Progress &progress) = 0;
};

/// Counts what a plan spends, over all its conversations. Thread-safe.
class SpendingMeter
{
public:
    virtual ~SpendingMeter() = default;

    /// Whether another request may be sent. Errors: Refused, naming the limit and what was spent.
    [[nodiscard]] virtual Result<> mayGoOn() = 0;
    virtual void add(const Spending &spent) = 0;
};

} // namespace Decayscope
