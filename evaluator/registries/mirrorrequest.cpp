// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mirrorrequest.h"

#include <QList>

#include <algorithm>

namespace Decayscope {

namespace {

constexpr qsizetype longestTarget = 2048;
constexpr qsizetype longestAccept = 512;

bool isPrintable(QByteArrayView text)
{
    return std::ranges::all_of(text, [](char c) { return c > ' ' && c < 0x7f; });
}

/// A path that means what it says: no step up, no fragment, nothing that servers read in several ways.
bool isPlainTarget(const QByteArray &target)
{
    if (!target.startsWith('/') || target.size() > longestTarget || !isPrintable(target))
        return false;
    if (target.contains('#') || target.contains('\\'))
        return false;
    const auto path = target.left(target.indexOf('?') < 0 ? target.size() : target.indexOf('?'));
    const auto segments = QByteArray::fromPercentEncoding(path).replace('\\', '/').split('/');
    return std::ranges::none_of(segments, [](const QByteArray &part) { return part == "." || part == ".."; });
}

/// "name: value" lines into the request. False where the request has a body.
bool readField(QByteArrayView line, MirrorRequest &request)
{
    const auto colon = line.indexOf(':');
    if (colon < 0)
        return true;
    const auto name = line.first(colon).trimmed().toByteArray().toLower();
    const auto value = line.sliced(colon + 1).trimmed().toByteArray();
    if (name == "accept" && value.size() <= longestAccept)
        request.accept = value;
    else if (name == "connection")
        request.keepAlive = value.toLower() == "keep-alive" || (request.chunks && value.toLower() != "close");
    return name != "transfer-encoding" && (name != "content-length" || value == "0");
}

std::expected<MirrorRequest, MirrorRefusal> readHead(const QByteArray &head)
{
    const auto lines = head.split('\n');
    const auto words = lines.front().trimmed().split(' ');
    if (words.size() != 3 || !words[2].startsWith("HTTP/1."))
        return std::unexpected(MirrorRefusal{400, "This is not an HTTP/1.1 request."});
    if (words[0] != "GET" && words[0] != "HEAD")
        return std::unexpected(MirrorRefusal{405, "Registries are for reading only here: GET and HEAD."});
    if (!isPlainTarget(words[1]))
        return std::unexpected(MirrorRefusal{400, "The path of the request is not one of a package registry."});
    MirrorRequest request{.target = words[1], .accept = {}, .headOnly = words[0] == "HEAD"};
    request.chunks = words[2] != "HTTP/1.0";
    request.keepAlive = request.chunks;
    for (qsizetype i = 1; i < lines.size(); ++i) {
        if (!readField(lines[i], request))
            return std::unexpected(MirrorRefusal{400, "Requests with a body are not taken here."});
    }
    return request;
}

} // namespace

std::optional<std::expected<MirrorRequest, MirrorRefusal>> takeMirrorRequest(QByteArray &received)
{
    const auto end = received.indexOf("\r\n\r\n");
    if (end > longestMirrorRequest || (end < 0 && received.size() > longestMirrorRequest))
        return std::unexpected(MirrorRefusal{431, "The head of the request is too long."});
    if (end < 0)
        return std::nullopt;
    const auto head = received.first(end);
    received.remove(0, end + 4);
    return readHead(head);
}

} // namespace Decayscope
