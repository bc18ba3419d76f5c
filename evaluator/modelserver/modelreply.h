// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "modelquestion.h"

#include <chrono>

namespace Decayscope {

/// The tokens a ModelServer tells for an answer.
struct ServedUsage
{
    qint64 inputTokens = 0;
    qint64 outputTokens = 0;
    qint64 cachedTokens = 0; ///< Among the input's.
    std::optional<double> cost; ///< Told as OpenRouter does.

    bool operator==(const ServedUsage &) const = default;
};

/// What a ModelServer answers: a message, or something that goes wrong. Faults may be combined.
struct ModelReply
{
    QString content;
    QString reasoning;
    std::vector<ServedToolCall> toolCalls;
    QString finishReason; ///< Empty: "tool_calls" where there are some, else "stop".
    std::optional<ServedUsage> usage; ///< Absent: counted, a token for four characters.
    bool tellsUsage = true;

    int status = 200; ///< Another one makes the content the message of an error.
    QString errorCode; ///< Of an error, such as "context_length_exceeded".
    std::map<QByteArray, QByteArray> headers; ///< Further ones, such as Retry-After; they replace the server's own.
    std::optional<QByteArray>
        body; ///< In place of the JSON or the events made of the message: malformed JSON, for one.
    std::chrono::milliseconds delay{0}; ///< Before the first byte.
    int pieceBytes = 0; ///< The answer drips in pieces of so many bytes; 0: all at once.
    std::chrono::milliseconds piecePause{0}; ///< Between pieces.
    std::optional<qint64> cutBody; ///< So many bytes of the body, then an end as if it were whole.
    std::optional<qint64> dropAfter; ///< So many bytes of the answer with its head, then the connection is closed.
    bool resets = false; ///< Where the connection is dropped: by a reset.
    bool isEndless = false; ///< The last part comes again and again.
};

} // namespace Decayscope
