// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/result.h>

#include <QByteArray>

#include <optional>
#include <utility>
#include <vector>

namespace Decayscope {

using HttpHeaders = std::vector<std::pair<QByteArray, QByteArray>>;

/// Where a request goes: host and port, and what stands in its first line.
struct WireUrl
{
    QString host;
    quint16 port = 80;
    QByteArray authority; ///< As in the Host header.
    QByteArray target; ///< Path and query, always with a slash in front.

    [[nodiscard]] QByteArray text() const { return "http://" + authority + target; }

    bool operator==(const WireUrl &) const = default;
};

/// A request before it is written: `headers` without Host and Content-Length.
struct WireRequest
{
    QByteArray method;
    WireUrl url;
    HttpHeaders headers;
    std::optional<QByteArray> body;
};

/// An answer as it came, its body not yet decoded.
struct WireAnswer
{
    int status = 0;
    QByteArray reason;
    HttpHeaders headers;
    QByteArray body;
    bool keepsConnection = false;
};

/// Reads an http URL as the study's runner does: what follows `#` is cut, spaces and the like become %XX, a slash is a
/// slash and dots are left alone. Errors: InvalidInput.
[[nodiscard]] Result<WireUrl> wireUrl(const QString &text);

/// The first header of that name, in any case; empty where there is none.
[[nodiscard]] QByteArray headerValue(const HttpHeaders &headers, QByteArrayView name);

/// All headers of a request as they go out, in their order; Content-Length last.
[[nodiscard]] HttpHeaders sentHeaders(const WireRequest &request);

/// The request as bytes. A method that carries a body says so even where there is none.
[[nodiscard]] QByteArray wireBytes(const WireRequest &request);

} // namespace Decayscope
