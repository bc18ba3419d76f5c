// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "modelrequest.h"

namespace Decayscope {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestChunkLine = 4096;

} // namespace

std::optional<ModelRefusal> ModelRequestReader::readHead(const QByteArray &head)
{
    const auto lines = head.split('\n');
    const auto words = lines.front().trimmed().split(' ');
    if (words.size() != 3 || !words[2].startsWith("HTTP/1."))
        return ModelRefusal{400, u"This is not an HTTP/1.1 request."_s};
    ModelRequest request{.method = words[0], .target = words[1], .headers = {}, .body = {}};
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const auto colon = lines[i].indexOf(':');
        if (colon > 0)
            request.headers.insert_or_assign(
                lines[i].first(colon).trimmed().toLower(), lines[i].sliced(colon + 1).trimmed());
    }
    const auto connection = request.headers["connection"].toLower();
    request.keepAlive = words[2] == "HTTP/1.0" ? connection == "keep-alive" : connection != "close";
    m_isChunked = request.headers["transfer-encoding"].toLower() == "chunked";
    m_isExpected = request.headers["expect"].toLower() == "100-continue";
    bool isNumber = true;
    const auto length = request.headers["content-length"];
    m_missing = m_isChunked || length.isEmpty() ? 0 : length.toLongLong(&isNumber);
    if (!isNumber || m_missing < 0)
        return ModelRefusal{400, u"The length of the body is no number."_s};
    if (m_missing > longestModelBody)
        return ModelRefusal{413, u"The body of the request is too long."_s};
    m_request = std::move(request);
    m_isWhole = false;
    return {};
}

std::optional<ModelRefusal> ModelRequestReader::takeChunks()
{
    while (!m_isWhole) {
        const auto end = m_received.indexOf("\r\n");
        if (end < 0)
            return m_received.size() > longestChunkLine ? std::optional(ModelRefusal{400, u"A chunk has no size."_s})
                                                        : std::nullopt;
        bool isNumber = false;
        const auto line = m_received.first(end);
        const auto size = line.first(line.contains(';') ? line.indexOf(';') : end).trimmed().toLongLong(&isNumber, 16);
        if (!isNumber || size < 0)
            return ModelRefusal{400, u"The size of a chunk is no number."_s};
        if (size > longestModelBody - m_request->body.size())
            return ModelRefusal{413, u"The body of the request is too long."_s};
        if (m_received.size() < end + 2 + size + 2)
            return {};
        m_request->body += m_received.sliced(end + 2, size);
        m_received.remove(0, end + 2 + size + 2);
        m_isWhole = size == 0;
    }
    return {};
}

std::optional<ModelRefusal> ModelRequestReader::takeBody()
{
    if (m_isChunked)
        return takeChunks();
    const auto taken = qMin(m_missing, m_received.size());
    m_request->body += m_received.first(taken);
    m_received.remove(0, taken);
    m_missing -= taken;
    m_isWhole = m_missing == 0;
    return {};
}

std::optional<std::expected<ModelRequest, ModelRefusal>> ModelRequestReader::take()
{
    if (!m_request) {
        const auto end = m_received.indexOf("\r\n\r\n");
        if (end > longestModelHead || (end < 0 && m_received.size() > longestModelHead))
            return std::unexpected(ModelRefusal{431, u"The head of the request is too long."_s});
        if (end < 0)
            return std::nullopt;
        const auto head = m_received.first(end);
        m_received.remove(0, end + 4);
        if (auto refusal = readHead(head))
            return std::unexpected(std::move(*refusal));
    }
    if (auto refusal = takeBody())
        return std::unexpected(std::move(*refusal));
    if (!m_isWhole)
        return std::nullopt;
    m_isExpected = false;
    auto request = std::move(*m_request);
    m_request.reset();
    return request;
}

bool ModelRequestReader::takeExpectation()
{
    return m_request && std::exchange(m_isExpected, false);
}

} // namespace Decayscope
