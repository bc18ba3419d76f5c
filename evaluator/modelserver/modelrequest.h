// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <expected>
#include <map>
#include <optional>

namespace Decayscope {

inline constexpr qsizetype longestModelHead = qsizetype{64} * 1024;
inline constexpr qsizetype longestModelBody = qsizetype{64} * 1024 * 1024;

/// A request of an HTTP/1.1 client with its whole body.
struct ModelRequest
{
    QByteArray method;
    QByteArray target;
    std::map<QByteArray, QByteArray> headers; ///< Names in small letters.
    QByteArray body;
    bool keepAlive = true;

    bool operator==(const ModelRequest &) const = default;
};

/// Why a request cannot be taken; the connection is of no use afterwards.
struct ModelRefusal
{
    int status = 400;
    QString message;

    bool operator==(const ModelRefusal &) const = default;
};

/// Takes requests off what a client sends.
class ModelRequestReader
{
public:
    void add(const QByteArray &bytes) { m_received += bytes; }

    /// The next request, once it is whole.
    [[nodiscard]] std::optional<std::expected<ModelRequest, ModelRefusal>> take();

    /// Whether the client waits for "100 Continue" before it sends the body; tells so once a request.
    [[nodiscard]] bool takeExpectation();

private:
    [[nodiscard]] std::optional<ModelRefusal> readHead(const QByteArray &head);
    [[nodiscard]] std::optional<ModelRefusal> takeChunks();
    [[nodiscard]] std::optional<ModelRefusal> takeBody();

    QByteArray m_received;
    std::optional<ModelRequest> m_request; ///< Whose body still comes.
    qsizetype m_missing = 0; ///< Of a body whose size is known.
    bool m_isChunked = false;
    bool m_isWhole = false;
    bool m_isExpected = false;
};

} // namespace Decayscope
