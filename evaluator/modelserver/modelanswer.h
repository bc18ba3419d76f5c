// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "modelreply.h"

namespace Decayscope {

/// An answer as it goes over the wire.
struct ServedAnswer
{
    QByteArray bytes; ///< Head and body.
    QByteArray filler; ///< What an endless one goes on with; else empty.
};

/// The body of a reply: one JSON document, or the events of a stream, one after the other.
[[nodiscard]] QByteArrayList servedBody(const ModelReply &reply, const ModelQuestion &question);

[[nodiscard]] ServedAnswer servedAnswer(const ModelReply &reply, const ModelQuestion &question);

/// An answer without a question that could be read; `keepsOpen` where the connection may go on.
[[nodiscard]] QByteArray servedError(int status, const QString &message);

/// Any JSON document as an answer.
[[nodiscard]] QByteArray servedDocument(const QByteArray &json);

} // namespace Decayscope
