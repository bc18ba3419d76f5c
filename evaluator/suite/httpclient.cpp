// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httpclient.h"

#include "contentcoding.h"

#include <QNetworkCookie>
#include <QUrl>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

bool hasName(const std::pair<QByteArray, QByteArray> &header, QByteArrayView name)
{
    return header.first.compare(name, Qt::CaseInsensitive) == 0;
}

void removeHeader(HttpHeaders &headers, QByteArrayView name)
{
    std::erase_if(headers, [name](const auto &header) { return hasName(header, name); });
}

/// Where an answer leads on to; empty where it does not.
QByteArray redirection(const WireAnswer &answer)
{
    return answer.status >= 300 && answer.status < 400 ? headerValue(answer.headers, "Location") : QByteArray();
}

/// Turns a request into the one its redirect asks for.
Result<> redirect(WireRequest &request, int status, const QByteArray &location)
{
    const auto from = request.url;
    const auto resolved = QUrl::fromEncoded(from.text()).resolved(QUrl::fromEncoded(location));
    auto url = wireUrl(QString::fromLatin1(resolved.toEncoded(QUrl::RemoveFragment)));
    if (!url)
        return std::unexpected(std::move(url.error()));
    request.url = *std::move(url);
    if (request.url.host != from.host)
        removeHeader(request.headers, "Authorization");
    removeHeader(request.headers, "Cookie");
    if (status != 307 && status != 308) {
        request.method = request.method == "HEAD" ? request.method : QByteArray("GET");
        request.body.reset();
        removeHeader(request.headers, "Content-Type");
    }
    removeHeader(request.headers, "Referer");
    request.headers.emplace_back("Referer", from.text());
    return {};
}

} // namespace

Result<WireAnswer> HttpClient::request(WireRequest request, const HttpBounds &bounds, const Progress &progress)
{
    const QDeadlineTimer deadline(bounds.timeout);
    for (int redirects = 0;; ++redirects) {
        addCookies(request);
        auto answer = m_connection.exchange(request, bounds.longestBody, deadline, progress);
        if (!answer)
            return answer;
        keepCookies(request, *answer);
        const auto location = redirection(*answer);
        if (location.isEmpty()) {
            auto body = decodedBody(answer->body, headerValue(answer->headers, "Content-Encoding"), bounds.longestBody);
            if (!body)
                return std::unexpected(std::move(body.error()));
            answer->body = *std::move(body);
            return answer;
        }
        if (redirects >= bounds.redirects)
            return failure(ErrorKind::Unreadable, u"The server redirects more than %1 times."_s.arg(bounds.redirects));
        if (const auto followed = redirect(request, answer->status, location); !followed)
            return std::unexpected(followed.error());
    }
}

void HttpClient::addCookies(WireRequest &request) const
{
    QByteArrayList cookies;
    for (const auto &cookie : m_cookies.cookiesForUrl(QUrl::fromEncoded(request.url.text())))
        cookies.append(cookie.toRawForm(QNetworkCookie::NameAndValueOnly));
    if (!cookies.isEmpty())
        request.headers.emplace_back("Cookie", cookies.join("; "));
}

void HttpClient::keepCookies(const WireRequest &request, const WireAnswer &answer)
{
    for (const auto &header : answer.headers) {
        if (hasName(header, "Set-Cookie"))
            m_cookies.setCookiesFromUrl(
                QNetworkCookie::parseCookies(header.second), QUrl::fromEncoded(request.url.text()));
    }
}

} // namespace Decayscope
