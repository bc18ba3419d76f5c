// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httpclient.h"

#include "contentcoding.h"

#include <QNetworkCookie>
#include <QRegularExpression>
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

/// An address an answer names, seen from the request's own. Dots in it are left alone, as the study's runner does.
QString resolvedLocation(const WireUrl &from, const QByteArray &location)
{
    static const QRegularExpression absolute(u"^[a-z][a-z0-9+.-]*:"_s, QRegularExpression::CaseInsensitiveOption);
    auto place = QString::fromLatin1(location);
    const auto origin = QString::fromLatin1("http://" + from.authority);
    const auto path = QString::fromLatin1(from.target.split('?').constFirst());
    if (absolute.match(place).hasMatch())
        return place;
    if (place.startsWith(u"//"))
        return u"http:" + place;
    if (place.startsWith(u'/'))
        return origin + place;
    if (place.startsWith(u'?') || place.startsWith(u'#'))
        return origin + path + place;
    return origin + path.first(path.lastIndexOf(u'/') + 1) + place;
}

/// Turns a request into the one its redirect asks for.
Result<> redirect(WireRequest &request, int status, const QByteArray &location)
{
    const auto from = request.url;
    auto url = wireUrl(resolvedLocation(from, location));
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

/// The address cookies belong to. This computer counts as safe for those that are for https alone.
QUrl cookieUrl(const WireUrl &url)
{
    auto address = QUrl::fromEncoded(url.text());
    if (url.host == u"localhost" || url.host == u"127.0.0.1" || url.host == u"::1")
        address.setScheme(u"https"_s);
    return address;
}

} // namespace

Result<WireAnswer> HttpClient::request(WireRequest request, const HttpBounds &bounds, const Progress &progress)
{
    const WirePatience patience{.silence = bounds.silence, .whole = QDeadlineTimer(bounds.whole)};
    for (int redirects = 0;; ++redirects) {
        addCookies(request);
        auto answer = m_connection.exchange(request, bounds.longestBody, patience, progress);
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
        if (answer->status == 304)
            return failure(ErrorKind::Unreadable, u"The server says that nothing changed, and where to look for it."_s);
        if (redirects >= bounds.redirects)
            return failure(ErrorKind::Unreadable, u"The server redirects more than %1 times."_s.arg(bounds.redirects));
        if (const auto followed = redirect(request, answer->status, location); !followed)
            return std::unexpected(followed.error());
    }
}

void HttpClient::addCookies(WireRequest &request) const
{
    QByteArrayList cookies;
    for (const auto &cookie : m_cookies.cookiesForUrl(cookieUrl(request.url)))
        cookies.append(cookie.toRawForm(QNetworkCookie::NameAndValueOnly));
    if (!cookies.isEmpty())
        request.headers.emplace_back("Cookie", cookies.join("; "));
}

void HttpClient::keepCookies(const WireRequest &request, const WireAnswer &answer)
{
    for (const auto &header : answer.headers) {
        if (hasName(header, "Set-Cookie"))
            m_cookies.setCookiesFromUrl(QNetworkCookie::parseCookies(header.second), cookieUrl(request.url));
    }
}

} // namespace Decayscope
