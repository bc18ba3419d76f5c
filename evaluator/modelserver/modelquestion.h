// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <vector>

namespace Decayscope {

/// A call of a tool in a conversation that a ModelServer serves.
struct ServedToolCall
{
    QString id; ///< Empty in a reply: the server makes one.
    QString name = QStringLiteral("bash");
    QByteArray arguments; ///< A JSON text.

    bool operator==(const ServedToolCall &) const = default;
};

/// One message of a conversation that a ModelServer serves.
struct ServedMessage
{
    QString role; ///< "system", "user", "assistant", "tool"
    QString content; ///< Parts of a content that is a list are put together.
    std::vector<ServedToolCall> toolCalls;
    QString toolCallId;

    bool operator==(const ServedMessage &) const = default;
};

/// What a client asked.
struct ModelQuestion
{
    int number = 0; ///< From 1, over all questions of the server.
    QString model;
    std::vector<ServedMessage> messages;
    QStringList tools; ///< Names of the tools that are offered.
    std::optional<double> temperature;
    std::optional<int> maxTokens;
    std::optional<int> seed;
    bool streaming = false;
    bool wantsUsage = false; ///< Of a stream, which tells its tokens only where asked to.
    bool wantsJson = false;
    std::map<QByteArray, QByteArray> headers; ///< Names in small letters.
    QByteArray path;
    QByteArray body; ///< As it came.

    /// The last message of a role; empty where there is none.
    [[nodiscard]] QString lastContent(QStringView role) const;
};

/// Reads the body of a request for a chat completion; absent where it is no JSON object with messages.
[[nodiscard]] std::optional<ModelQuestion> readModelQuestion(const QByteArray &body);

} // namespace Decayscope
