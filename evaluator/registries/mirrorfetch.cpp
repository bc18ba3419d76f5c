// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mirrorfetch.h"

#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QTimer>

#include <algorithm>
#include <array>
#include <optional>

namespace Decayscope {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longestLifetime = qint64{24} * 60 * 60;

/// Addresses of this system and of its own network, as far as the name alone tells.
bool isPrivateHost(const QString &host)
{
    if (host.compare(u"localhost", Qt::CaseInsensitive) == 0 || host.endsWith(u".localhost", Qt::CaseInsensitive)
        || host.isEmpty())
        return true;
    QHostAddress address(host);
    bool isShort = false;
    if (const auto number = address.toIPv4Address(&isShort); isShort)
        address.setAddress(number); // Also where it is written as one of the longer kind.
    return !address.isNull() && (!address.isGlobal() || address.isPrivateUse());
}

bool isSameOrigin(const QUrl &a, const QUrl &b)
{
    const auto port = [](const QUrl &url) { return url.port(url.scheme() == u"https" ? 443 : 80); };
    return a.scheme() == b.scheme() && a.host() == b.host() && port(a) == port(b);
}

/// Files of packages never change under one address.
bool isPackageFile(const QUrl &url)
{
    const auto path = url.path();
    constexpr std::array endings{".tgz", ".whl", ".tar.gz", ".tar.bz2", ".zip", ".metadata"};
    return std::ranges::any_of(
        endings, [&path](const char *ending) { return path.endsWith(QLatin1StringView(ending)); });
}

std::optional<qint64> maxAge(const QByteArray &control)
{
    const auto parts = control.toLower().split(',');
    for (const auto &part : parts) {
        bool isNumber = false;
        const auto text = part.trimmed();
        if (!text.startsWith("max-age="))
            continue;
        const auto seconds = text.sliced(8).toLongLong(&isNumber);
        if (isNumber)
            return std::clamp<qint64>(seconds, 0, longestLifetime);
    }
    return std::nullopt;
}

bool forbidsKeeping(const QByteArray &control)
{
    return control.toLower().contains("no-store");
}

} // namespace

bool mayRedirect(const QUrl &from, const QUrl &to)
{
    if (!to.isValid() || (to.scheme() != u"https" && to.scheme() != u"http"))
        return false;
    if (from.scheme() == u"https" && to.scheme() != u"https")
        return false;
    return !isPrivateHost(to.host()) || isPrivateHost(from.host()) || from.host() == to.host();
}

MirrorFetch::MirrorFetch(QNetworkAccessManager &network, const MirrorLimits &limits, MirrorQuestion question,
    std::unique_ptr<QTemporaryFile> body, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_limits(limits)
    , m_question(std::move(question))
    , m_body(std::move(body))
{ }

MirrorFetch::~MirrorFetch()
{
    if (m_reply)
        m_reply->disconnect(this);
}

void MirrorFetch::start()
{
    QTimer::singleShot(m_limits.answerTime, this, [this] { fail(u"it took too long"_s); });
    m_entry.url = m_question.url.toEncoded();
    ask(m_question.url);
}

void MirrorFetch::ask(const QUrl &url)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setRawHeader("User-Agent", "decayscope");
    request.setRawHeader("Accept", m_question.accept.isEmpty() ? QByteArray("*/*") : m_question.accept);
    if (!m_question.etag.isEmpty())
        request.setRawHeader("If-None-Match", m_question.etag);
    if (!m_question.authorization.isEmpty() && isSameOrigin(url, m_question.url))
        request.setRawHeader("Authorization", m_question.authorization);
    request.setDecompressedSafetyCheckThreshold(-1); // The length of the answer is watched in readBody().
    ++m_requests;
    m_reply.reset(m_network.get(request));
    connect(m_reply.get(), &QNetworkReply::readyRead, this, &MirrorFetch::readBody);
    connect(m_reply.get(), &QNetworkReply::finished, this, &MirrorFetch::endReply);
}

void MirrorFetch::readBody()
{
    m_status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const auto piece = m_reply->readAll();
    if (m_status != 200)
        return;
    if (m_body->pos() + piece.size() > m_limits.answerBytes)
        return fail(u"its answer is longer than %1 MB"_s.arg(m_limits.answerBytes / 1024 / 1024));
    if (m_body->write(piece) != piece.size())
        fail(u"the answer cannot be written to the cache: %1"_s.arg(m_body->errorString()));
}

void MirrorFetch::endReply()
{
    if (m_isOver)
        return;
    readBody();
    if (m_isOver)
        return;
    if (m_status >= 300 && m_status < 400 && m_status != 304)
        return follow();
    if (m_reply->error() != QNetworkReply::NoError && (m_status == 0 || m_status == 200))
        return fail(m_reply->errorString());
    if (m_status == 200)
        readFields();
    m_isOver = true;
    emit finished();
}

void MirrorFetch::follow()
{
    const auto here = m_reply->url();
    const auto there = here.resolved(QUrl::fromEncoded(m_reply->rawHeader("Location")));
    if (m_requests > m_limits.redirects)
        return fail(u"it sends from one address to the next without end"_s);
    if (!mayRedirect(here, there))
        return fail(u"it sends to an address that is not followed: %1"_s.arg(
            there.toDisplayString(QUrl::RemoveUserInfo).left(200)));
    // The finished reply is still at work here: it goes when the event loop is back.
    m_reply->disconnect(this);
    m_reply.release()->deleteLater();
    ask(there.adjusted(QUrl::RemoveUserInfo));
}

void MirrorFetch::readFields()
{
    const auto control = m_reply->rawHeader("Cache-Control");
    m_entry.type = m_reply->rawHeader("Content-Type").left(200);
    m_entry.etag = m_reply->rawHeader("ETag").left(200);
    m_entry.lifetime = isPackageFile(m_question.url) ? -1 : maxAge(control).value_or(0);
    m_mayBeKept = !forbidsKeeping(control);
    // Of what was packed only this tells the length that came over the wire.
    const auto packed = m_reply->attribute(QNetworkRequest::OriginalContentLengthAttribute).toLongLong();
    const bool hasLength = m_reply->hasRawHeader("Content-Length") && !m_reply->hasRawHeader("Content-Encoding");
    if (packed > 0 && m_body->pos() == 0)
        m_error = u"its answer cannot be unpacked"_s;
    else if (packed <= 0 && hasLength && m_reply->rawHeader("Content-Length").toLongLong() != m_body->pos())
        m_error = u"its answer ended early"_s;
}

void MirrorFetch::fail(const QString &sentence)
{
    if (m_isOver)
        return;
    m_isOver = true;
    m_error = sentence;
    m_reply->disconnect(this);
    m_reply->abort();
    emit finished();
}

} // namespace Decayscope
