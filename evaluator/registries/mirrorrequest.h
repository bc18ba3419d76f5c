// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <expected>
#include <optional>

namespace Decayscope {

/// What a client inside a sandbox asks the mirror for.
struct MirrorRequest
{
    QByteArray target; ///< Path and query, encoded as it came; climbs nowhere.
    QByteArray accept; ///< The types it takes; may be empty.
    bool headOnly = false;
    bool keepAlive = true;
    bool chunks = true; ///< Whether the client knows chunked bodies: HTTP/1.1.

    bool operator==(const MirrorRequest &) const = default;
};

/// Why a request is not answered. The connection is closed then.
struct MirrorRefusal
{
    int status = 400;
    QByteArray sentence;

    bool operator==(const MirrorRefusal &) const = default;
};

/// Longest head of a request that is read, in bytes.
inline constexpr qsizetype longestMirrorRequest = qsizetype{16} * 1024;

/// Takes a request off the front of what came in; nothing while it is incomplete.
[[nodiscard]] std::optional<std::expected<MirrorRequest, MirrorRefusal>> takeMirrorRequest(QByteArray &received);

} // namespace Decayscope
