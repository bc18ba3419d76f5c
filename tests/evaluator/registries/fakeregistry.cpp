// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakeregistry.h"

#include <QTcpSocket>

namespace Decayscope::Test {

using namespace Qt::StringLiterals;

FakeRegistry::FakeRegistry()
{
    m_server.listen(QHostAddress::LocalHost);
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        auto *socket = m_server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    });
}

QString FakeRegistry::url(const QString &path) const
{
    return u"http://127.0.0.1:%1/%2"_s.arg(m_server.serverPort()).arg(path);
}

void FakeRegistry::on(const QString &path, Responder responder)
{
    m_responders.insert(path, std::move(responder));
}

void FakeRegistry::answer(const QString &path, const QByteArray &type, const QByteArray &body, const QByteArray &fields)
{
    on(path, [=](QTcpSocket &socket, const QByteArray &) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\n" + fields
            + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    });
}

void FakeRegistry::answerStatus(const QString &path, int status, const QByteArray &fields)
{
    on(path, [=](QTcpSocket &socket, const QByteArray &) {
        socket.write("HTTP/1.1 " + QByteArray::number(status) + " So\r\n" + fields + "Content-Length: 0\r\n\r\n");
    });
}

void FakeRegistry::read(QTcpSocket *socket)
{
    while (socket->peek(64 * 1024).contains("\r\n\r\n")) {
        m_lastHead = socket->read(socket->peek(64 * 1024).indexOf("\r\n\r\n") + 4);
        const auto words = m_lastHead.left(m_lastHead.indexOf('\r')).split(' ');
        m_asked.append(QString::fromLatin1(words[0] + ' ' + words[1]));
        if (const auto responder = m_responders.value(QString::fromLatin1(words[1])))
            responder(*socket, m_lastHead);
        else
            socket->write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
    }
}

} // namespace Decayscope::Test
