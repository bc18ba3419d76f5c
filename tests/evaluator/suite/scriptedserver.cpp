// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scriptedserver.h"

namespace Decayscope::Test {

using namespace Qt::StringLiterals;

ScriptedServer::ScriptedServer(Act act)
    : m_act(std::move(act))
{
    m_server.listen(QHostAddress::LocalHost);
    QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
        auto *socket = m_server.nextPendingConnection();
        QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
            if (!socket->readAll().contains("\r\n\r\n"))
                return;
            ++m_requests;
            m_act(*socket);
        });
    });
}

QString ScriptedServer::baseUrl() const
{
    return u"http://127.0.0.1:%1/api"_s.arg(m_server.serverPort());
}

void ScriptedServer::writeForever(QTcpSocket &socket, const QByteArray &first, const QByteArray &piece)
{
    socket.write(first);
    QObject::connect(&socket, &QTcpSocket::bytesWritten, &socket, [&socket, piece] {
        if (socket.bytesToWrite() == 0)
            socket.write(piece);
    });
}

} // namespace Decayscope::Test
