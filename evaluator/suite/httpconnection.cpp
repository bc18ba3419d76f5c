// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httpconnection.h"

#include "httpanswerparser.h"

#include <QEventLoop>
#include <QNetworkProxy>
#include <QTimer>

#include <algorithm>
#include <chrono>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr auto cancelTick = 25ms;
constexpr auto closingGrace = 8ms;
constexpr qint64 readBuffer = qint64{256} * 1024;

std::unexpected<Error> noAnswer(const QString &why, const QString &evidence = {})
{
    return failure(ErrorKind::Unreadable, why, evidence);
}

QString connectionFault(const QTcpSocket &socket, const WireUrl &url)
{
    const auto place = QString::fromLatin1(url.authority);
    if (socket.error() == QAbstractSocket::ConnectionRefusedError)
        return u"Nothing listens at %1."_s.arg(place);
    if (socket.error() == QAbstractSocket::HostNotFoundError)
        return u"There is no host \"%1\"."_s.arg(url.host);
    if (socket.error() == QAbstractSocket::RemoteHostClosedError)
        return u"The server reset the connection."_s;
    return u"The connection to %1 failed."_s.arg(place);
}

} // namespace

HttpConnection::HttpConnection()
{
    m_socket.setProxy(QNetworkProxy::NoProxy);
    m_socket.setReadBufferSize(readBuffer);
}

Result<WireAnswer> HttpConnection::exchange(
    const WireRequest &request, qint64 longestBody, const WirePatience &patience, const Progress &progress)
{
    const auto untilSilent = [&] { return std::min(QDeadlineTimer(patience.silence), patience.whole); };
    auto deadline = untilSilent();
    if (const auto opened = open(request.url, deadline, progress); !opened)
        return std::unexpected(opened.error());
    m_socket.write(wireBytes(request));

    HttpAnswerParser parser(request.method == "HEAD", longestBody);
    auto state = HttpAnswerParser::State::Reading;
    while (true) {
        const auto bytes = m_socket.readAll();
        if (!bytes.isEmpty())
            deadline = untilSilent();
        state = parser.feed(bytes);
        if (state != HttpAnswerParser::State::Reading)
            break;
        if (m_socket.state() != QAbstractSocket::ConnectedState && m_socket.bytesAvailable() == 0) {
            if (m_socket.error() != QAbstractSocket::RemoteHostClosedError)
                return noAnswer(connectionFault(m_socket, request.url), m_socket.errorString());
            state = parser.finish();
            break;
        }
        if (const auto paused = pause(deadline, progress); !paused) {
            close();
            return std::unexpected(paused.error());
        }
    }
    if (state == HttpAnswerParser::State::Broken) {
        close();
        return noAnswer(parser.fault());
    }
    auto answer = parser.takeAnswer();
    if (!answer.keepsConnection || !m_reuses)
        close();
    else
        learnWhetherServerKeeps(progress);
    return answer;
}

Result<> HttpConnection::open(const WireUrl &url, QDeadlineTimer deadline, const Progress &progress)
{
    if (m_socket.state() == QAbstractSocket::ConnectedState)
        m_socket.waitForReadyRead(0); // hears of a closing that came meanwhile
    if (isOpenTo(url))
        return {};
    close();
    m_authority = url.authority;
    m_socket.connectToHost(url.host, url.port);
    while (m_socket.state() != QAbstractSocket::ConnectedState) {
        if (m_socket.state() == QAbstractSocket::UnconnectedState)
            return noAnswer(connectionFault(m_socket, url), m_socket.errorString());
        if (const auto paused = pause(deadline, progress); !paused) {
            close();
            return paused;
        }
    }
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    return {};
}

/// Lets the socket work until something happens to it.
Result<> HttpConnection::pause(QDeadlineTimer deadline, const Progress &progress)
{
    if (progress.isCancelled())
        return cancelled();
    if (deadline.hasExpired())
        return noAnswer(u"The server gave no complete answer in time."_s);
    QEventLoop loop;
    QObject::connect(&m_socket, &QTcpSocket::readyRead, &loop, &QEventLoop::quit);
    QObject::connect(&m_socket, &QTcpSocket::stateChanged, &loop, &QEventLoop::quit);
    const auto left = std::max(deadline.remainingTimeAsDuration(), std::chrono::nanoseconds(0));
    QTimer::singleShot(
        std::min<std::chrono::nanoseconds>(cancelTick, left + 1ms), Qt::PreciseTimer, &loop, &QEventLoop::quit);
    loop.exec();
    return {};
}

bool HttpConnection::isOpenTo(const WireUrl &url) const
{
    return m_socket.state() == QAbstractSocket::ConnectedState && m_authority == url.authority
        && m_socket.bytesAvailable() == 0;
}

/// Some servers close after every answer without saying so. A request sent into the closing would be lost, so the
/// first time it is waited for, and such a server gets a connection a request from then on.
void HttpConnection::learnWhetherServerKeeps(const Progress &progress)
{
    if (!m_isFirstAnswer)
        return;
    m_isFirstAnswer = false;
    for (const QDeadlineTimer grace(closingGrace); !grace.hasExpired() && m_reuses;) {
        if (!pause(grace, progress))
            break;
        m_reuses = m_socket.state() == QAbstractSocket::ConnectedState;
    }
}

void HttpConnection::close()
{
    m_socket.abort();
}

} // namespace Decayscope
