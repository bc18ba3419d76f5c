// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httpwire.h"

#include <QUrl>

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array methodsWithBody{"POST", "PUT", "PATCH"};

constexpr QByteArrayView escapedInPath = "\"<>`{}";
constexpr QByteArrayView escapedInQuery = "\"'<>";

QByteArray escaped(const QByteArray &text, QByteArrayView signs)
{
    QByteArray bytes;
    for (const auto byte : text) {
        const auto code = static_cast<unsigned char>(byte);
        if (code <= 0x20 || code >= 0x7f || signs.contains(byte))
            bytes += '%' + QByteArray::number(code, 16).rightJustified(2, '0').toUpper();
        else
            bytes += byte;
    }
    return bytes;
}

/// Path and query as they go out; a backslash in a path is a slash.
QByteArray escapedTarget(QStringView text)
{
    const auto question = text.indexOf(u'?');
    auto path = (question < 0 ? text : text.first(question)).toUtf8();
    path.replace('\\', '/');
    if (!path.startsWith('/'))
        path.prepend('/');
    const auto query = question < 0 ? QByteArray() : text.sliced(question).toUtf8();
    return escaped(path, escapedInPath) + escaped(query, escapedInQuery);
}

std::unexpected<Error> badUrl(const QString &text)
{
    return failure(ErrorKind::InvalidInput,
        u"\"%1\" is not the address of a server. It should look like http://localhost:8080/api."_s.arg(text.left(200)));
}

} // namespace

Result<WireUrl> wireUrl(const QString &text)
{
    constexpr auto scheme = "http://"_L1;
    if (!text.startsWith(scheme, Qt::CaseInsensitive))
        return badUrl(text);
    auto rest = QStringView(text).sliced(scheme.size());
    if (const auto fragment = rest.indexOf(u'#'); fragment >= 0)
        rest = rest.first(fragment);
    const auto *const end = std::ranges::find_if(rest, [](QChar sign) { return sign == u'/' || sign == u'?'; });
    const auto authority = rest.first(end - rest.begin());
    const QUrl origin(QString(scheme % authority), QUrl::StrictMode);
    if (!origin.isValid() || origin.host().isEmpty() || !origin.userInfo().isEmpty())
        return badUrl(text);

    return WireUrl{.host = origin.host(),
        .port = static_cast<quint16>(origin.port(80)),
        .authority = origin.authority(QUrl::FullyEncoded).toLatin1(),
        .target = escapedTarget(rest.sliced(authority.size()))};
}

QByteArray headerValue(const HttpHeaders &headers, QByteArrayView name)
{
    const auto found = std::ranges::find_if(
        headers, [name](const auto &header) { return header.first.compare(name, Qt::CaseInsensitive) == 0; });
    return found == headers.end() ? QByteArray() : found->second;
}

HttpHeaders sentHeaders(const WireRequest &request)
{
    auto headers = request.headers;
    headers.emplace_back("Host", request.url.authority);
    headers.emplace_back("Accept-Encoding", "gzip, deflate, br");
    headers.emplace_back("Connection", "keep-alive");
    const auto carriesBody
        = std::ranges::any_of(methodsWithBody, [&](const char *name) { return request.method == name; });
    if (request.body || carriesBody)
        headers.emplace_back("Content-Length", QByteArray::number(request.body.value_or(QByteArray()).size()));
    return headers;
}

QByteArray wireBytes(const WireRequest &request)
{
    QByteArray bytes = request.method + ' ' + request.url.target + " HTTP/1.1\r\n";
    for (const auto &[name, value] : sentHeaders(request))
        bytes += name + ": " + value + "\r\n";
    return bytes + "\r\n" + request.body.value_or(QByteArray());
}

} // namespace Decayscope
